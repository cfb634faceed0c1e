import { type NginxDirective, nginxDirectives, readNginx } from '../../formats/nginx.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { type Endpoint, initNote } from '../findings.ts'
import { nginxConfigurations, type TextOf } from './nginx-listeners.ts'
import { nginxAnswer } from './nginx-locations.ts'
import { portNotes } from './notes.ts'

/** nginx in the image of an app, in front of it. */
interface Front {
  file: string
  /** The server on the port that Fly's proxy asks. */
  server: NginxDirective
  port: number
  /** The port of the app, as far as nginx passes requests to a single one of the machine. */
  behind: number | undefined
}

/** An endpoint on the port of the app: where nginx has that port, on the one that answers with the metrics, with a note where that is not certain. */
export function behindNginx(
  endpoint: Endpoint,
  app: ChosenApp,
  textOf: TextOf,
): { endpoint: Endpoint; notes: Diagnostic[] } {
  const front = frontOf(app, textOf)
  if (!front || (endpoint.port !== front.port && endpoint.port !== front.behind))
    return { endpoint, notes: front ? [] : portNotes(endpoint, app.facts) }
  const { isPassed, line } = nginxAnswer(endpoint.path, front.server)
  if (isPassed) return { endpoint: { ...endpoint, port: front.port }, notes: [] }
  const port = isPassed === false ? (front.behind ?? endpoint.port) : endpoint.port
  const note =
    isPassed === false
      ? notPassed(endpoint.path, { app, front, port })
      : notCertain(endpoint.path, { app, front, port })
  return {
    endpoint: { ...endpoint, port, ...(port !== front.port && { why: `${endpoint.why}, behind nginx` }) },
    notes: [initNote(front.file, { line, column: 1 }, ...note)],
  }
}

interface Passing {
  app: ChosenApp
  front: Front
  /** The port of the draft. */
  port: number
}

/** The message and the hint of a note about a path that nginx answers by itself. */
function notPassed(path: string, { app: { app }, front, port }: Passing): [string, string] {
  const draft =
    port === front.port ? 'so it has no metrics there' : `so the draft has port ${port}, which is behind it`
  return [
    `nginx answers on port ${front.port} of ${app}, and does not pass ${path} on here, ${draft}.`,
    port === front.port
      ? `Add \`location = ${path}\` with a \`proxy_pass\`, or correct the port in the service of ${app}.`
      : `Let the server on port ${port} listen on \`::\` (Prometheus asks it over the private network, which is IPv6) and accept requests that do not have the name of the site. Or add \`location = ${path}\` with a \`proxy_pass\` here, and set the port to ${front.port}.`,
  ]
}

/** The same where its configuration does not say for certain what it does. */
const notCertain = (path: string, { app: { app }, front, port }: Passing): [string, string] => [
  `nginx answers on port ${front.port} of ${app}: whether it passes ${path} on is not certain from its configuration.`,
  `Ask a machine for ${path} on port ${port}, without credentials. If the metrics are not the answer, add \`location = ${path}\` with a \`proxy_pass\`, or correct the port.`,
]

function frontOf({ facts }: ChosenApp, textOf: TextOf): Front | undefined {
  const [port] = facts.ports
  const files = nginxConfigurations(facts, textOf).map(({ file, text }) => ({ file, root: readNginx(text) }))
  const all = files.flatMap(({ file, root }) =>
    nginxDirectives(root, 'server').map((server) => ({ file, server })),
  )
  const here = all.filter(({ server }) => listenersOf(server).some((one) => portOf(one.args[0]) === port))
  const isDefault = ({ server }: (typeof here)[number]) =>
    listenersOf(server).some(({ args }) => args.includes('default_server'))
  const found = here.find(isDefault) ?? here[0]
  if (port === undefined || !found) return undefined
  const upstreams = files.flatMap(({ root }) => nginxDirectives(root, 'upstream'))
  return { ...found, port, behind: portBehind(found.server, upstreams) }
}

const listenersOf = ({ block }: NginxDirective): NginxDirective[] => nginxDirectives(block, 'listen')

const portOf = (address = ''): number => Number(/(?:^|:)(\d{2,5})$/.exec(address)?.[1])

/** The port of this machine that a server passes requests to, where it is a single one. */
function portBehind({ block }: NginxDirective, upstreams: readonly NginxDirective[]): number | undefined {
  const hosts = nginxDirectives(block, 'proxy_pass').map(
    ({ args: [url = ''] }) => /^https?:\/\/([^/$]+)/.exec(url)?.[1] ?? '',
  )
  const addresses = hosts.flatMap((host) => {
    const upstream = upstreams.find(({ args }) => args[0] === host)
    return upstream ? nginxDirectives(upstream.block, 'server').map(({ args }) => args[0] ?? '') : [host]
  })
  const local = addresses.filter((one) => /^(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1?\]):\d+$/.test(one))
  const [port, ...more] = new Set(local.map(portOf))
  return more.length === 0 ? port : undefined
}
