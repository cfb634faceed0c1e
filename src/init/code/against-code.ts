import type { FlyToml } from '../../formats/fly-toml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { type Endpoint, initNote, lossNote, placeText } from '../findings.ts'
import type { CodeEndpoints } from './endpoint.ts'

/**
 * Holds endpoints that files declare against the code of the app: `[metrics]` is often copied from a template, and a job of
 * Docker Compose may be for another program. What the code contradicts gives way to it, with a note.
 */
export function heldAgainst(
  declared: readonly Endpoint[],
  code: CodeEndpoints,
  app: ChosenApp,
): { endpoints: Endpoint[]; notes: Diagnostic[] } {
  const held = declared.map((endpoint) => heldOne(endpoint, code, app))
  const endpoints = held.flatMap(({ endpoint }) => endpoint ?? [])
  // What is declared is taken over, although the settings say that it does not answer.
  const isOff = code.isClosed === true && endpoints.some(({ path }) => path.endsWith('/prometheus'))
  const isOfCode = (it: Endpoint, one: Endpoint) =>
    isSame(it, one) || (it.path === one.path && code.givenBy(it.port) !== undefined)
  const isKnown = ({ at }: Diagnostic) =>
    isOff ||
    code.endpoints.some((one) => at?.file === one.at.file && endpoints.some((it) => isOfCode(it, one)))
  return {
    // A job with a name of its own has a note, where the draft has another one for its endpoint.
    endpoints: endpoints.filter(
      (one, i) =>
        endpoints.findIndex(
          (other) => isSame(one, other) && (one.name === undefined || other.name === one.name),
        ) === i,
    ),
    notes: [...held.flatMap(({ note }) => note ?? []), ...code.notes.filter(isKnown)],
  }
}

const isSame = (a: Endpoint, b: Endpoint): boolean =>
  a.port === b.port && a.path === b.path && a.process === b.process

/**
 * Whether a port of the services is one that the app answers on: where all of the code is here, and has the number of another one,
 * it has that of this one too.
 */
const isServed = (port: number, ports: readonly number[], code: CodeEndpoints): boolean =>
  ports.includes(port) &&
  (!code.isWhole || code.names(port) || !ports.some((other) => other !== port && code.names(other)))

interface Held {
  endpoint?: Endpoint
  note?: Diagnostic
}

function heldOne(endpoint: Endpoint, code: CodeEndpoints, chosen: ChosenApp): Held {
  const { port, path } = endpoint
  const { app, facts } = chosen
  const isOwnPort = isServed(port, facts.ports, code)
  const isOpen = !isOwnPort && !code.names(port)
  const [other] = code.endpoints
  if (isOpen ? code.isWhole && !other : isOwnPort && code.isSilent)
    return { note: notPublished(endpoint, { isOpen, isSilent: code.isSilent, app }) }
  const isThis = (one: Endpoint) => one.port === port && one.path === path
  const isUnseen = isNotShown(endpoint, code, { isOwnPort }) && !facts.hints.some(isThis)
  if (code.endpoints.some(isThis))
    return isUnseen ? doubted(endpoint, pathNotShown(endpoint, app)) : { endpoint }
  if (other && isContradicted(endpoint, other, { code, facts, isOwnPort, isOpen }))
    return inCode(endpoint, other, app)
  if (isOpen && code.isHere) return doubted(endpoint, portNotShown(endpoint, app, code))
  return isUnseen ? doubted(endpoint, pathNotShown(endpoint, app, other)) : { endpoint }
}

/** Whether the endpoint that the code has is certainly the one instead of what is declared. */
function isContradicted(
  { port, path, process }: Endpoint,
  other: Endpoint,
  {
    code,
    facts,
    isOwnPort,
    isOpen,
  }: { code: CodeEndpoints; facts: ChosenApp['facts']; isOwnPort: boolean; isOpen: boolean },
): boolean {
  const isOfApp = facts.ports.includes(other.port)
  // What another program of the app serves is no word about the port of this one.
  if (isOfApp && !servesProcess(facts.fly, process)) return false
  // A route is on the app's own port only where no setting gives it another one.
  const isCertain = code.isCertain && !(isOpen && code.ofSetting && isOfApp)
  return isOpen
    ? isCertain || code.isWhole
    : isOwnPort && isCertain && other.port === port && !code.paths.has(path)
}

/** Whether a service leads to a process group; a section without processes is for `app`. */
const servesProcess = ({ services }: FlyToml, process: string | undefined): boolean =>
  process === undefined ||
  services.some(({ processes }) =>
    processes.length === 0 ? process === 'app' : processes.some(({ value }) => value === process),
  )

/** An endpoint with a note that its code does not show it: who reads only the draft is told as well. */
const doubted = (endpoint: Endpoint, note: Diagnostic): Required<Held> => {
  const why = endpoint.why ?? `${placeText(endpoint.at)} declares it`
  return { endpoint: { ...endpoint, why: `${why}, but the code does not show it` }, note }
}

/**
 * Whether an endpoint is only where it is declared. Code that only mentions a path may be a list of those that need no login. What
 * scrapes another network says nothing about Fly: of that, only the code can say it.
 */
function isNotShown(
  { port, path, isElsewhere }: Endpoint,
  code: CodeEndpoints,
  { isOwnPort }: { isOwnPort: boolean },
): boolean {
  if (isOwnPort && code.lacks(path)) return true
  if (!isElsewhere || !code.isHere) return false
  const there = code.endpoints.filter((one) => one.port === port)
  if (there.length > 0) return isOwnPort && there.every((one) => one.path !== path)
  return !isOwnPort || !code.shows(path)
}

function notPublished(
  { port, path, at }: Endpoint,
  { isOpen, isSilent, app }: { isOpen: boolean; isSilent: boolean; app: string },
): Diagnostic {
  const listens = isOpen
    ? [...(isSilent ? ['publishes metrics'] : []), 'listens on that port']
    : ['publishes metrics']
  const does = listens.join(' or ')
  const message = `${path} on port ${port} is declared here, but nothing in the code of ${app} ${does}. It is not taken over.`
  return lossNote(at.file, at, message, 'If it does, add a service with this port and path.')
}

/** The endpoint that the code has instead of a declared one, as that is scraped. */
function inCode(endpoint: Endpoint, other: Endpoint, app: string): Held {
  const { name, options, process, port, path, at } = endpoint
  const message = `${path} on port ${port} is declared here, but the code of ${app} publishes its metrics under ${other.path} on port ${other.port} (${placeText(other.at)}).${redirect(endpoint, other)} The draft has that.`
  const hint = 'Correct what is declared here; or the service, if this place is right.'
  return {
    endpoint: {
      ...other,
      ...(name !== undefined && { name }),
      ...(options && { options }),
      ...(process !== undefined && { process }),
    },
    note: initNote(at.file, at, message, hint),
  }
}

/** Frameworks redirect a path to the one with a slash, and not all that scrapes follows there. */
const redirect = ({ path, port }: Endpoint, other: Endpoint): string =>
  other.port === port && other.path === `${path}/`
    ? ` ${path} redirects there, which the scrapes of the draft do not follow.`
    : ''

/**
 * An endpoint that a Prometheus scrapes on Fly today: kept, with the slash at the end of its path that the code asks for (that
 * Prometheus follows the redirect), or with a note where the code does not show it.
 */
export function heldAsScraped(
  endpoint: Endpoint,
  code: CodeEndpoints,
  { app, facts }: ChosenApp,
): { endpoint: Endpoint; note?: Diagnostic } {
  const { path, port, at } = endpoint
  const isHere = (one: Endpoint) => one.port === port && one.path === path
  if ([...code.endpoints, ...code.hooked, ...facts.metrics, ...facts.hints].some(isHere)) return { endpoint }
  const there = code.endpoints.find((one) => one.port === port && one.path === `${path}/`)
  if (there && code.isCertain && !code.paths.has(path)) {
    const message = `${path} on port ${port} is scraped here, but the code of ${app} publishes its metrics under ${there.path} (${placeText(there.at)}).${redirect(endpoint, there)} The draft has ${there.path}.`
    const note = initNote(at.file, at, message, 'Correct the service, if this place is right.')
    return { endpoint: { ...endpoint, path: there.path }, note }
  }
  const isOwnPort = isServed(port, facts.ports, code)
  if (!isOwnPort && !code.names(port) && code.isHere)
    return doubted(endpoint, portNotShown(endpoint, app, code))
  // A program of others may have any path.
  const scraped = code.endpoints.length > 0 ? { ...endpoint, isElsewhere: true as const } : endpoint
  return isNotShown(scraped, code, { isOwnPort })
    ? doubted(endpoint, pathNotShown(endpoint, app, code.endpoints[0]))
    : { endpoint }
}

function portNotShown(
  { at, port, path }: Endpoint,
  app: string,
  { ofSetting: set }: CodeEndpoints,
): Diagnostic {
  const only = `Port ${port} of ${app} is only here: `
  const check = `Check that ${path} answers there${checkCommand(app, port, path)}`
  if (!set)
    return initNote(
      at.file,
      at,
      `${only}that number was found neither in its code nor in its Dockerfile.`,
      check,
    )
  const off = set.isEmpty ? ', and has no metrics while that is empty, as it is by default' : ''
  const message = `${only}its code takes the port of the metrics from a setting (${placeText(set.at)})${off}.`
  const value = /port$/i.test(set.variable ?? '') ? String(port) : `[::]:${port}`
  const hint = `Set ${set.variable ?? 'it'} for the machines, such as \`${value}\`. ${check}`
  return initNote(at.file, at, message, hint)
}

const pathNotShown = ({ at, port, path }: Endpoint, app: string, other?: Endpoint): Diagnostic =>
  initNote(
    at.file,
    at,
    `${path} on port ${port} of ${app} is only here: no route that answers there with metrics was found in its code${other ? `, but ${other.path} on port ${other.port} may (${placeText(other.at)})` : ''}.`,
    `Check that it answers${checkCommand(app, port, path)}`,
  )

/** How to check that an endpoint answers on IPv6, as the end of a hint. */
export const checkCommand = (app: string, port: number, path: string): string =>
  `, for example with \`flyctl ssh console -a ${app} -C "wget -qO- http://[::1]:${port}${path}"\`.`
