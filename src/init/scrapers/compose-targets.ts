import type { ScrapeOptions } from '../../config/scrape-options.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import type { AppPort } from '../code/app-port.ts'
import type { CodeEndpoints } from '../code/endpoint.ts'
import { type Endpoint, initNote, lossNote } from '../findings.ts'
import type { ComposeService, PortVariable } from './scan-compose.ts'
import type { ScannedTarget } from './scan-prometheus.ts'

/** What a target in a network on somebody's machine says about the app on Fly. */

interface ComposeEndpoint {
  endpoint: Endpoint
  /** A variable of that network that sets the port, and that the Fly configuration does not have. */
  onlyThere: PortVariable | undefined
  note?: Diagnostic
}

/**
 * The port in such a network is that of the container. Where a variable sets it, the app may have another one on Fly; where it is
 * the one port that the container publishes, it is the port of the app, which Fly's configuration has.
 */
export function fromCompose(
  target: ScannedTarget,
  { facts }: ChosenApp,
  { compose, code }: { compose: readonly ComposeService[]; code: Pick<CodeEndpoints, 'givenBy'> },
): ComposeEndpoint[] {
  const { name, port, path, file, at, address, host } = target
  const [main] = facts.ports
  const own = port ?? main
  if (own === undefined) return []
  const services = facts.ports.includes(own) ? [] : compose.filter((one) => one.name === host)
  const set = services.flatMap((one) => one.ports).find((one) => one.port === own)
  const onFly = set && facts.fly.env.find(({ key }) => key === set.key)?.value
  const isMain = services.some(({ published }) => published.length === 1 && published[0] === own)
  const given = onFly === undefined && services.length > 0 ? code.givenBy(own) : undefined
  const onApp = onFly === undefined && isMain && !given ? main : undefined
  const there =
    onApp === undefined ? '' : `, which is the port of the app there, and ${facts.file} has its own`
  const chosen = onApp ?? Number(/\d+$/.exec(onFly ?? '')?.[0] ?? own)
  const process = chosen === main ? facts.mainProcess : undefined
  const endpoint: Endpoint = {
    name,
    port: chosen,
    path,
    ...(process !== undefined && { process }),
    options: facts.ports.includes(chosen) ? plainOptions(target) : withoutStage(target.options),
    at: { file, ...at },
    why: `${file}:${at.line} scrapes ${address}${there}`,
    ...(!given && { isElsewhere: true as const }),
  }
  const isOnlyThere = onApp === undefined && onFly === undefined && !given
  const note =
    given && isMain && main !== undefined && otherPort(given, { port: own, main, file: facts.file })
  return [{ endpoint, onlyThere: isOnlyThere ? set : undefined, ...(note && { note }) }]
}

const otherPort = (
  { by, at }: AppPort,
  { port, main, file }: { port: number; main: number; file: string },
): Diagnostic =>
  initNote(
    at.file,
    at,
    `The app listens on port ${port} here (${by}), but its service in ${file} has port ${main}. The draft has ${port}.`,
    "Give both the same port: Fly's proxy reaches nothing on another one.",
  )

/** The settings of a scrape of the app's own port: Fly's proxy ends TLS, and the machines behind it speak plain HTTP. */
export function plainOptions({ options }: ScannedTarget): Partial<ScrapeOptions> {
  const { scheme, tls_config, ...plain } = withoutStage(options)
  return plain
}

/** Names of environments that are not the one on Fly. */
const ELSEWHERE = /^(?:local|dev|development|docker|compose|test|ci)$/i

/** Settings without the labels that say that the target is on somebody's machine. */
function withoutStage({ labels, ...options }: Partial<ScrapeOptions>): Partial<ScrapeOptions> {
  const kept = Object.entries(labels ?? {}).filter(([, value]) => !ELSEWHERE.test(value))
  return { ...options, ...(kept.length > 0 && { labels: Object.fromEntries(kept) }) }
}

/** A note for each job whose label says that its targets are on somebody's machine: rules may ask for it. */
export function stageLabelNotes(targets: readonly ScannedTarget[]): Diagnostic[] {
  const found = targets.flatMap(({ job, file, at, options: { labels = {} } }) =>
    Object.entries(labels)
      .filter(([, value]) => ELSEWHERE.test(value))
      .map(([label, value]) => ({ job, file, at, text: `${label}=${quoted(value)}` })),
  )
  const distinct = [...Map.groupBy(found, ({ file, job, text }) => `${file} ${job} ${text}`).values()]
  return distinct.flatMap(([first]) =>
    first
      ? lossNote(
          first.file,
          first.at,
          `Job ${quoted(first.job)} has the label ${first.text}, which is not about Fly. It is not taken over.`,
          'Change rules and dashboards that select it, or give the service a label of that name.',
        )
      : [],
  )
}

/** The one target that scrapes an endpoint which the Fly configuration has too. */
export function ofSameEndpoint(
  endpoint: Endpoint,
  targets: readonly ScannedTarget[],
  all: readonly Endpoint[],
): ScannedTarget | undefined {
  const isSame = ({ port, path }: { port: number | undefined; path: string }) =>
    port === endpoint.port && path === endpoint.path
  const [only, ...more] = targets.filter(isSame)
  return more.length === 0 && all.filter(isSame).length === 1 ? only : undefined
}

/** A note about a port that only Docker Compose sets. */
export function setOnlyThere(
  { key, port, at }: PortVariable,
  { file, fromCode }: { file: string; fromCode: boolean },
): Diagnostic {
  const message = `The port ${port} is set by ${key} here, which ${file} does not have.`
  const hint = fromCode
    ? 'The draft has the port without it. To keep that port, set the variable there too, and correct the service.'
    : 'Set the variable there too, or correct the port of the service.'
  return initNote(at.file, at, message, hint)
}
