import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type CheckedRoutes, checkedRoutes } from '../routes/checked-routes.ts'
import { type CodeRoute, routesIn } from '../routes/code-routes.ts'
import { type GuardAround, guardAround } from '../routes/guards-around.ts'
import { MEDIA_TYPE } from '../routes/media-type.ts'
import { globalPrefix, isNest, nestRoute } from '../routes/nest-routes.ts'
import type { HandlerRefusal } from '../routes/refusal.ts'
import { type ResolveImport, type RouteGraph, routeGraph } from '../routes/route-graph.ts'
import { joinedPath } from '../routes/routers.ts'
import { isDead } from './dead-code.ts'
import type { MetricsLibrary } from './libraries.ts'
import { conditionOf, switchAround } from './metrics-switch.ts'
import { configuredPort, exposesAt, listensAt, ownServerPort, portAt, servedPort } from './ports.ts'
import type { MetricsSwitch } from './switch-defaults.ts'
import { isUnusedSetting } from './unused-settings.ts'

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
  /** With a route that certainly answers with metrics: what answers, to tell it from others. */
  answer?: string
  /** The line registers the route. */
  isRoute?: true
  /** The line registers the route, or asks whether the path is this one. */
  isAnswered?: true
  /** With a route: an app is mounted there, which answers only with the slash at the end. */
  isMounted?: true
  /** With a route: its router is mounted somewhere that was not found. */
  isLoose?: true
  /** With a route: what asks for credentials before it, and the setting that turns it on. */
  guard?: string
  condition?: MetricsSwitch
  /** With a route: what asks for credentials before all routes. */
  around?: GuardAround
  /** With a route: what its function checks before it answers. */
  refusal?: HandlerRefusal
  /** It writes the text format of Prometheus, without a library. */
  isExposition?: true
}

/** Whether a hint is about an endpoint: the number of a port alone may be a setting that nothing reads. */
export const isPublishing = ({ path, listens, isExposition }: CodeHint): boolean =>
  path !== undefined || [listens, isExposition].includes(true)

/** Source code of services, but not of tests and tools, pages in a browser, or other people's code. */
export const isCode = (path: string): boolean =>
  /\.(?:[cm]?[jt]s|py|go|rs|rb|ru|exs?|java|kts?|cs|fs|php|scala|clj)$|(?:^|\/)application[\w-]*\.(?:ya?ml|properties)$/.test(
    path,
  ) &&
  !/(?:^|[/._-])(?:tests?|specs?|__tests__|e2e|k6|mocks?|fixtures?|examples?|migrations?|stories|scripts|public|static|min)(?:[/._-]|$)/i.test(
    path,
  )

/** Settings of a server in front of the code, or of what starts it beside others: `nginx/sites-enabled/web.conf`, `haproxy.cfg`. */
const OF_A_SERVER =
  /(?:^|[/._-])(?:nginx|openresty|haproxy|caddy|httpd|apache2?|supervisord?)(?:[\w.-]{0,40}\/(?:[\w.-]{1,60}\/){0,3}[\w.-]{1,60})?\.(?:conf|cfg|ini)(?:\.[\w.]{1,20})?$/i

/** Settings that a program reads when it starts, and the scripts that start it; not those of other programs. */
export const isSettings = (path: string): boolean =>
  OF_A_SERVER.test(path) ||
  /(?:^|\/)(?:(?:app|application|config|configuration|settings|conf|default|production|prod|server)(?:[._-][\w.-]*)?\.(?:ya?ml|toml|json5?|hjson|ini|conf|cfg|properties)|\.env[\w.-]*|(?:docker-)?(?:entrypoint|start|run)[\w-]*\.sh|Procfile|Caddyfile|nginx\.conf)$/i.test(
    path,
  )

/** Frameworks in which the path of a file is its route: Next.js, SvelteKit, Remix, Nuxt. */
const FILE_ROUTES: readonly RegExp[] = [
  /(?:^|\/)app(\/(?:[\w-]+\/)*metrics)\/route\.[jt]s$/,
  /(?:^|\/)pages(\/api\/(?:[\w-]+\/)*metrics)(?:\/index)?\.[jt]s$/,
  /(?:^|\/)routes(\/(?:[\w-]+\/)*metrics)(?:\/\+server|\/index)?\.[jt]s$/,
]

/**
 * A line of the text format in a text of the program, the content type of the format, or what writes it for a library that the
 * manifest has as one of another library: `// indirect`.
 */
const EXPOSITION = new RegExp(
  `["'\`](?:\\\\n)?# (?:TYPE [^\\s"'\`]{1,100}(?:\\{\\})? (?:counter|gauge|histogram|summary|untyped)\\b|HELP [\\w\${}]{1,100} )|^# TYPE \\w{1,100} (?:counter|gauge|histogram|summary)\\b|\\bpromhttp\\.Handler|\\bgenerate_latest\\(|${MEDIA_TYPE}`,
  'm',
)

/** What the code of an app says about its endpoint. */
export interface CodeFindings {
  /** In the order of the files. */
  hints: readonly CodeHint[]
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
  /** The files that an import means. */
  resolve: ResolveImport
}

/** What the code says about the endpoint of the metrics. */
export function scanCode(
  files: readonly TextFile[],
  { checks, library, resolve }: CodeQuestions,
): CodeFindings {
  const checked = checkedRoutes(checks)
  for (const file of files) checked.read(file)
  const read = files.map((file) => ({ file, routes: routesIn(file, files) }))
  const graph = read.some(({ routes }) => routes.length > 0) ? routeGraph(files, resolve) : undefined
  const prefix = files.map(({ text }) => globalPrefix(text)).findLast((one) => one !== undefined) ?? ''
  const hints = read.flatMap(({ file, routes }) => {
    const own = [
      ...aboutFile(file),
      ...portsIn(file, files),
      ...routes.map((route) => routeHint(route, file, { graph, checked, files })),
      ...exposition(file),
    ]
    const isGlobal = isNest(file.text) && prefix !== ''
    return isGlobal ? own.map((hint) => inPrefix(hint, prefix)) : own
  })
  return {
    // The number of a port is a setting, wherever it is.
    hints: hints.filter((one) => !isPublishing(one) || !isDead(one.at, files)),
    isUsed: (library?.use ?? []).every((use) => files.some(({ text }) => use.test(text))),
    isInApp: files.some(({ text }) => library?.inApp?.test(text)),
  }
}

const inPrefix = (hint: CodeHint, prefix: string): CodeHint =>
  hint.path === undefined || hint.path.startsWith(`${prefix}/`)
    ? hint
    : { ...hint, path: `${prefix}${hint.path}` }

function aboutFile(source: TextFile): CodeHint[] {
  const { file, text } = source
  const at = { file, line: 1, column: 1 }
  const route = isNest(text) ? nestRoute(source) : undefined
  const path = FILE_ROUTES.map((pattern) => pattern.exec(file)?.[1]).find((route) => route !== undefined)
  const port = configuredPort(source)
  return [
    ...(path === undefined ? [] : [{ at, path, isAnswered: true as const }]),
    ...(route
      ? [
          {
            at: { ...at, line: route.line },
            path: route.path,
            isRoute: true as const,
            isAnswered: true as const,
            ...(route.isServed && { isServed: true as const }),
          },
        ]
      : []),
    ...(port ? [{ at: placeOf(port.index, source), port: port.port }] : []),
  ]
}

function portsIn({ file, text }: TextFile, files: readonly TextFile[]): CodeHint[] {
  if (!/metrics|prometheus/i.test(text)) return []
  return text.split('\n').flatMap((line, i, all): CodeHint[] => {
    if (line.length > 500 || /^\s*(?:\/\/|#|\*|--)/.test(line)) return []
    const port = portAt(all, i)
    const listens = listensAt(line) && { listens: true as const }
    const at = { file, line: i + 1, column: 1 }
    const condition = listens || exposesAt(line) ? switchAround(at, files) : undefined
    if (!listens && !condition && (port === undefined || isUnusedSetting(line, files))) return []
    return [{ at, ...(port !== undefined && { port }), ...listens, ...(condition && { condition }) }]
  })
}

/** A slash at the end of a path matters to some frameworks. */
const wholePath = (prefix: string, { path, isSlashKept }: CodeRoute): string =>
  `${joinedPath(prefix, path)}${path.endsWith('/') && (path !== '/' || isSlashKept) ? '/' : ''}` || '/'

/** A route with its whole path, as far as the code says what mounts it, or a check says it of another route of its file. */
function routeHint(
  route: CodeRoute,
  source: TextFile,
  {
    graph,
    checked,
    files,
  }: { graph: RouteGraph | undefined; checked: CheckedRoutes; files: readonly TextFile[] },
): CodeHint {
  const { file, text } = source
  const serves = servedPort(text)
  const port = route.isRoute ? ownServerPort(route.on, source) : undefined
  const found = route.isRoute ? graph?.prefixOf({ file, line: route.line, on: route.on }) : undefined
  const prefix = found?.prefix ?? checked.prefixOf(file, route.path)
  const isServed = route.isAnswered && (route.answers === 'exposition' || route.hasHandler)
  const path = wholePath(prefix, route)
  const isOpen = route.isRoute && route.guard === undefined && !route.refusal
  const at = { file, line: route.line, column: 1 }
  const condition = conditionOf(route, at, files)
  const around = isOpen ? guardAround({ file, line: route.line, path, on: route.on }, files) : undefined
  return {
    at,
    path,
    ...(around && { around }),
    ...(found?.prefix === undefined && found?.isRouter && prefix === '' && { isLoose: true as const }),
    ...(serves > 0 && { serves }),
    ...(port !== undefined && { port }),
    ...(isServed && { isServed: true as const }),
    ...(route.isMounted && { isMounted: true as const }),
    ...(isServed && route.isCertain && route.text !== undefined && { answer: route.text }),
    ...(route.isRoute && { isRoute: true as const }),
    ...(route.isAnswered && { isAnswered: true as const }),
    ...(route.guard !== undefined && { guard: route.guard }),
    ...(condition && { condition }),
    ...(route.refusal && { refusal: route.refusal }),
  }
}

function exposition(source: TextFile): CodeHint[] {
  const found = EXPOSITION.exec(source.text)
  return found ? [{ at: placeOf(found.index, source), isExposition: true }] : []
}

const placeOf = (index: number, { file, text }: TextFile): SourceLocation => ({
  file,
  line: lineAt(text, index),
  column: 1,
})

/** The route that is most likely the one of Prometheus: what answers with metrics says more than the path. */
export const preferred = (hints: readonly CodeHint[]): CodeHint | undefined =>
  hints
    .filter(({ path }) => path !== undefined)
    .reduce<CodeHint | undefined>(
      (best, one) => (best && likeness(best) >= likeness(one) ? best : one),
      undefined,
    )

const likeness = ({ path, isServed, isLoose, isRoute, guard, refusal }: CodeHint): number =>
  (isServed ? 32 : 0) +
  (isLoose ? 0 : 16) +
  (isRoute ? 8 : 0) +
  (guard === undefined && !refusal ? 4 : 0) +
  (path === '/metrics' ? 2 : 0) +
  (path?.includes('prometheus') ? 1 : 0)
