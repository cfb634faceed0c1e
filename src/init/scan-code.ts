import type { SourceLocation } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import { defaultPort } from './default-port.ts'
import { METRICS_PATH } from './findings.ts'
import type { MetricsLibrary } from './libraries.ts'
import { globalPrefix, isNest, nestRoute } from './nest-routes.ts'
import { checkedRoutes, type Mount, mountsIn, ownPrefix, wholePath } from './route-prefix.ts'

/** Where code publishes metrics: a port, a path, or both; or that it writes the text format by itself. */
export interface CodeHint {
  at: SourceLocation
  port?: number
  path?: string
  /** With a route: the port of a server in the same file. */
  serves?: number
  /** It sets the port of an endpoint of its own; without `port`, it is not a number there. */
  listens?: true
  /** With a route: the file calls what writes the metrics of a library. */
  isServed?: true
  /** The line registers the route. */
  isRoute?: true
  /** With a route: what asks for credentials before it, as far as the lines of the route say it. */
  guard?: string
  /** It writes the text format of Prometheus, without a library. */
  isExposition?: true
}

/** Source code of services, but not of tests and tools, pages in a browser, or other people's code. */
export const isCode = (path: string): boolean =>
  /\.(?:[cm]?[jt]s|py|go|rs|rb|ru|exs?|java|kts?|cs|fs|php|scala|clj)$|(?:^|\/)application[\w-]*\.(?:ya?ml|properties)$/.test(
    path,
  ) &&
  !/(?:^|[/._-])(?:tests?|specs?|__tests__|e2e|k6|mocks?|fixtures?|examples?|migrations?|stories|scripts|public|static|min)(?:[/._-]|$)/i.test(
    path,
  )

/** A path in quotes, in a line that registers a route or configures the endpoint; Go has the method in front of it. */
const PATH = /["'`](?:GET )?(\/[\w./-]*(?:metrics|prometheus)\/?)["'`]/
/** A path without a slash at its start, in a call that registers a route: Django, Rails, Laravel, NestJS. */
const BARE_PATH =
  /(?:\b(?:re_)?path|\burl|\bget|\bGet|\bMapGet)\(?\s*r?["'`]\^?((?:[\w-]+\/){0,4}(?:metrics|prometheus)\/?)\$?["'`]/
/** A call or a decorator that registers a route. */
const REGISTERS =
  /\b(?:\w*\.)?(?:get|use|all|route|mount|handle\w*|map\w*|path|add_url_rule|scope)\(|@\w+(?:\.\w+)*\(/i
/** The first lines of a route that answers with JSON: not with the metrics of Prometheus. */
const JSON_ANSWER =
  /\bres(?:ponse)?\.json\(|\bc(?:tx)?\.json\(|\bjsonify\(|\bJ(?:SON|son)Response\(|\bresponse_model\s*=/
/** A middleware or a dependency that asks who somebody is. */
const GUARD =
  /\b(?:\w*(?:[aA]uth(?!or\b)|[aA]dmin|[gG]uard)\w*(?!\w*\.\w*[mM]atchers)|has(?:Any)?(?:Role|Authority)|login_required|Depends\(\s*(?:get|require|verify|current)_\w+|before_action\s+:authenticate\w*)\b/
const NO_ROUTE =
  /fetch\(|axios|http\.?get\(|href|skip|exclude|ignore|import |from ["']|require\(|https?:\/\//i

/** A port next to a name or a function that is about metrics; the number is not part of a longer one. */
const PORTS: readonly RegExp[] = [
  /\b\w*(?:METRICS|PROM(?:ETHEUS)?)_PORT\b[^\d\n]{1,24}(\d{4,5})\b/i,
  /\bmetrics_?(?:port|addr|address|listen|bind)\b[^\d\n]{1,24}?(?:[\d.]*:)?(\d{4,5})\b/i,
  // An address of Rust: `([0, 0, 0, 0], 9100)`.
  /\bmetrics_?(?:addr|address|listen|bind)\b[^\n]{0,60}\[[\d, ]{7,30}\],\s*(\d{4,5})\b/i,
  /\bstart_http_server\(\s*(?:port\s*=\s*)?(\d{4,5})\b/,
  /\bwith_http_listener\([^)\n]*?[,:]\s*(\d{4,5})\b/,
  /\bListenAndServe\(\s*"[^":]*:(\d{4,5})",\s*promhttp/,
  /\bPrometheusExporter\(\s*\{[^}\n]*\bport:\s*(\d{4,5})\b/,
]

/** An endpoint of its own, on a port that the code sets. */
const LISTENS =
  /\b(?:with_http_listener|start_http_server)\(\s*[\w&*(]|\bPrometheusExporter\(\s*\{[^}\n]*\bport\b/

/** A server on a port that is a number: of an app without a service, it is the one that its routes are on. */
const SERVES =
  /(?:\b(?:ListenAndServe\(|Addr:)\s*"[^"\n]{0,60}:|\.listen\(\s*|\b(?:uvicorn\.run|Config)\([^)\n]{0,200}\bport\s*=\s*)(\d{4,5})\b/

/** What a route answers with when it is one of a library. */
const WRITES =
  /\b(?:generate_latest|make_(?:asgi|wsgi)_app|promhttp\.Handler\w*|(?:register|registry|client\.register)\.metrics)\(/

/** A route that another file answers, with a function that is called after the metrics. */
const HANDLER = /,\s*[\w.]*(?:[mM]etrics|[pP]rom(?:etheus)?)(?:Page|Route)?[hH]andler\b/

/** Frameworks in which the path of a file is its route: Next.js, SvelteKit, Remix, Nuxt. */
const FILE_ROUTES: readonly RegExp[] = [
  /(?:^|\/)app(\/(?:[\w-]+\/)*metrics)\/route\.[jt]s$/,
  /(?:^|\/)pages(\/api\/(?:[\w-]+\/)*metrics)(?:\/index)?\.[jt]s$/,
  /(?:^|\/)routes(\/(?:[\w-]+\/)*metrics)(?:\/\+server|\/index)?\.[jt]s$/,
]

/** Spring Boot's Actuator on a port of its own. */
const ACTUATOR_PORT =
  /^management:[ \t]*\n(?:[ \t][^\n]*\n)*?[ \t]+server:[ \t]*\n[ \t]+port:[ \t]*(\d+)|^management\.server\.port[ \t]*[=:][ \t]*(\d+)/m

/** PromEx with a server of its own. */
const METRICS_SERVER = /\bmetrics_server:\s*\[[^\]]{0,200}?\bport:\s*(\d{4,5})\b/

/** A line of the text format in a text of the program, or the content type of the format. */
const EXPOSITION =
  /["'`](?:\\n)?# (?:TYPE [^\s"'`]{1,100}(?:\{\})? (?:counter|gauge|histogram|summary|untyped)\b|HELP [\w${}]{1,100} )|^# TYPE \w{1,100} (?:counter|gauge|histogram|summary)\b|text\/plain;\s*version=0\.0\.4/m

/** What the code of an app says about its endpoint. */
export interface CodeFindings {
  /** In the order of the files. */
  hints: CodeHint[]
  /** Whether a library is used in the way that publishes its metrics. */
  isUsed: boolean
  /** Whether its metrics are answered by a route of the app. */
  isInApp: boolean
}

interface CodeQuestions {
  /** Paths that health checks of the app ask for. */
  checks: readonly string[]
  /** How code uses the library, as far as that matters. */
  library: Pick<MetricsLibrary, 'use' | 'inApp'> | undefined
}

/** What the code says about the endpoint of the metrics. */
export function scanCode(files: Iterable<TextFile>, { checks, library }: CodeQuestions): CodeFindings {
  const found: CodeHint[] = []
  const checked = checkedRoutes(checks)
  let isUsed = library?.use === undefined
  let isInApp = false
  const routes: { hint: CodeHint; own: string }[] = []
  const mounts: Mount[] = []
  const nest: CodeHint[] = []
  let prefix = ''
  for (const file of files) {
    mounts.push(...mountsIn(file))
    checked.read(file)
    isUsed ||= library?.use?.test(file.text) === true
    isInApp ||= library?.inApp?.test(file.text) === true
    const lines = aboutLines(file)
    if (lines.some(({ path }) => path !== undefined)) {
      const own = ownPrefix(file.text)
      routes.push(...lines.map((hint) => ({ hint, own })))
    }
    const inFile = [...aboutFile(file), ...lines, ...exposition(file)]
    found.push(...inFile)
    if (isNest(file.text)) nest.push(...inFile)
    prefix = globalPrefix(file.text) ?? prefix
  }
  // A file may be mounted by one that is read later.
  for (const { hint, own } of routes)
    if (hint.path !== undefined) {
      const path = wholePath(hint.path, { file: hint.at.file, own }, mounts)
      hint.path = path === hint.path ? `${checked.prefixOf(hint.at.file, path)}${path}` : path
    }
  for (const hint of nest)
    if (hint.path !== undefined && !hint.path.startsWith(`${prefix}/`)) hint.path = `${prefix}${hint.path}`
  return { hints: found, isUsed, isInApp }
}

function aboutFile(source: TextFile): CodeHint[] {
  const { file, text } = source
  const at = { file, line: 1, column: 1 }
  const route = isNest(text) ? nestRoute(source) : undefined
  const path = FILE_ROUTES.map((pattern) => pattern.exec(file)?.[1]).find((route) => route !== undefined)
  const actuator = /application/.test(file) ? ACTUATOR_PORT.exec(text) : null
  const server = file.endsWith('.exs') ? METRICS_SERVER.exec(text) : null
  return [
    ...(path === undefined ? [] : [{ at, path }]),
    ...(route ? [{ at: { ...at, line: route.line }, path: route.path, isRoute: true as const }] : []),
    ...(actuator ? [{ at, port: Number(actuator[1] ?? actuator[2]) }] : []),
    ...(server ? [{ at: placeOf(server, { file, text }), port: Number(server[1]) }] : []),
  ]
}

function aboutLines({ file, text }: TextFile): CodeHint[] {
  if (!/metrics|prometheus/i.test(text)) return []
  const serves = Number(SERVES.exec(text)?.[1])
  const isServed = WRITES.test(text)
  return text.split('\n').flatMap((line, i, all): CodeHint[] => {
    if (line.length > 500 || /^\s*(?:\/\/|#|\*|--)/.test(line)) return []
    const number = PORTS.map((pattern) => Number(pattern.exec(line)?.[1])).find(
      (one) => one > 0 && one < 65_536,
    )
    const port = number ?? defaultPort(all, i)
    const path = NO_ROUTE.test(line) ? undefined : pathIn(line)
    const isPath = path !== undefined && METRICS_PATH.test(path) && !JSON_ANSWER.test(bodyOf(all, i))
    const listens = LISTENS.test(line) && { listens: true as const }
    if (port === undefined && !isPath && !listens) return []
    const at = { file, line: i + 1, column: 1 }
    return [
      {
        at,
        ...(port !== undefined && { port }),
        ...(isPath && {
          path,
          ...(serves > 0 && { serves }),
          ...((isServed || HANDLER.test(line)) && { isServed: true as const }),
          ...(REGISTERS.test(line) && { isRoute: true as const }),
          ...guardIn(all.slice(i, i + 2)),
        }),
        ...listens,
      },
    ]
  })
}

/** The first lines of a route, up to the next one: of a call in one line, only that. */
function bodyOf(lines: readonly string[], at: number): string {
  const [line = '', ...body] = lines.slice(at, at + MOST_LINES)
  const isWhole = !/^\s*@/.test(line) && line.split('(').length === line.split(')').length
  const end = body.findIndex((one, i) => (i > 1 && REGISTERS.test(one)) || /^\}\)?[;,]?\s*$/.test(one))
  return isWhole ? line : [line, ...body.slice(0, end < 0 ? body.length : end)].join('\n')
}

const MOST_LINES = 10

function pathIn(line: string): string | undefined {
  const bare = BARE_PATH.exec(line)?.[1]
  return PATH.exec(line)?.[1] ?? (bare === undefined ? undefined : `/${bare}`)
}

/** The guard in the first lines of a route: its middleware, or the parameters of its function. */
function guardIn([route = '', next = '']: readonly string[]): { guard?: string } {
  if (/permitAll\(/.test(route + next)) return {}
  const isSignature =
    /^\s*(?:async\s+)?(?:def|function|public|private)\b/.test(next) || /[mM]atchers\(/.test(route)
  const code = `${route}\n${isSignature ? next : ''}`
    .replace(/(?:\/\/|#).*$/gm, '')
    .replace(/(["'`]).*?\1/g, '')
  const guard = GUARD.exec(code)?.[0]
  return guard === undefined ? {} : { guard }
}

function exposition({ file, text }: TextFile): CodeHint[] {
  const found = EXPOSITION.exec(text)
  if (!found) return []
  return [{ at: placeOf(found, { file, text }), isExposition: true }]
}

const placeOf = ({ index }: RegExpExecArray, { file, text }: TextFile): SourceLocation => ({
  file,
  line: text.slice(0, index).split('\n').length,
  column: 1,
})

/** The route that is most likely the one of Prometheus: `/metrics` itself, or one that says so. */
export const preferred = (hints: readonly CodeHint[]): CodeHint | undefined =>
  hints.find(({ path, isServed }) => path === '/metrics' && isServed) ??
  hints.find(({ path, isServed }) => path !== undefined && isServed) ??
  hints.find(({ path, isRoute }) => path === '/metrics' && isRoute) ??
  hints.find(({ path, isRoute }) => path?.includes('prometheus') && isRoute) ??
  hints.find(({ path }) => path === '/metrics') ??
  hints.find(({ path }) => path?.includes('prometheus')) ??
  hints.find(({ path }) => path !== undefined)
