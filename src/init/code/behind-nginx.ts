import type { TextOf } from '../../config/sources/installed-prometheus.ts'
import { withVariables } from '../../formats/dockerfile.ts'
import { type NginxDirective, nginxDirectives, readNginx } from '../../formats/nginx.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineVariables } from '../build/machine-variables.ts'
import { type Endpoint, initNote } from '../findings.ts'
import { nginxConfigurations } from './nginx-listeners.ts'
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
  const note = frontNote({ ...endpoint, port }, front, { app: app.app, isCertain: isPassed === false })
  return {
    endpoint: { ...endpoint, port, ...(port !== front.port && { why: `${endpoint.why}, behind nginx` }) },
    notes: [initNote(front.file, { line, column: 1 }, ...note)],
  }
}

/** The message and the hint of a note about a path that nginx answers by itself, or may. */
function frontNote(
  { path, port }: Endpoint,
  front: Front,
  { app, isCertain }: { app: string; isCertain: boolean },
): [string, string] {
  const does = isCertain
    ? `does not pass ${path} on here`
    : `may not pass ${path} on: its configuration does not say it for certain`
  const other =
    port === front.port
      ? 'correct the port'
      : `let the server on port ${port} listen on \`::\`, since the private network is IPv6, and answer requests without the name of the site`
  return [
    `nginx answers on port ${front.port} of ${app} and ${does}. The draft has port ${port}.`,
    `${isCertain ? 'Add' : `Ask a machine for ${path} on that port. If that has no metrics, add`} \`location = ${path}\` with a \`proxy_pass\` and set the port to ${front.port}, or ${other}.`,
  ]
}

function frontOf(app: ChosenApp, textOf: TextOf): Front | undefined {
  const [port] = app.facts.ports
  const variables = machineVariables(app)
  const files = nginxConfigurations(app.facts, textOf).map(({ file, text }) => ({
    file,
    root: readNginx(withVariables(text, (name) => variables.get(name)?.value)),
  }))
  const here = files
    .flatMap(({ file, root }) => nginxDirectives(root, 'server').map((server) => ({ file, server })))
    .filter(({ server }) => listensOn(server, port))
  const found = here.find(({ server }) => listensOn(server, port, 'default_server')) ?? here[0]
  if (port === undefined || !found) return undefined
  const upstreams = files.flatMap(({ root }) => nginxDirectives(root, 'upstream'))
  const passed = [
    ...nginxDirectives(found.server.block, 'proxy_pass'),
    ...nginxDirectives(upstreams, 'server'),
  ]
  const [behind, ...more] = new Set(passed.flatMap(({ args }) => LOCAL.exec(args[0] ?? '')?.[1] ?? []))
  return { ...found, port, behind: more.length === 0 && behind ? Number(behind) : undefined }
}

/** An address of the same machine. */
const LOCAL = /^(?:http:\/\/)?(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1?\]):(\d+)/

const listensOn = ({ block }: NginxDirective, port: number | undefined, word = ''): boolean =>
  nginxDirectives(block, 'listen').some(
    ({ args }) => args[0]?.replace(/^.*:/, '') === String(port) && (word === '' || args.includes(word)),
  )
