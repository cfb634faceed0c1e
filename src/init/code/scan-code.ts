import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type CheckedRoutes, checkedRoutes } from '../routes/checked-routes.ts'
import { type CodeRoute, routesIn } from '../routes/code-routes.ts'
import { fileRoute } from '../routes/file-routes.ts'
import { type GuardOf, guardsIn } from '../routes/guards-around.ts'
import { MEDIA_TYPE } from '../routes/media-type.ts'
import { globalPrefix, isNest, nestRoute } from '../routes/nest-routes.ts'
import { type ResolveImport, type RouteGraph, routeGraph } from '../routes/route-graph.ts'
import { joinedPath } from '../routes/routers.ts'
import { type CodeHint, isPublishing } from './code-hint.ts'
import { isDead } from './dead-code.ts'
import type { MetricsLibrary } from './libraries.ts'
import { conditionOf, switchAround } from './metrics-switch.ts'
import type { PortContext } from './port-value.ts'
import {
  configuredPort,
  exposesAt,
  handlerPort,
  listensAt,
  ownServerPort,
  portAt,
  servedPort,
} from './ports.ts'
import { isUnusedSetting } from './unused-settings.ts'

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
  /** What the values of ports in a file depend on. */
  portsOf: (source: TextFile) => PortContext
}

/** What the code says about the endpoint of the metrics. */
export function scanCode(
  files: readonly TextFile[],
  { checks, library, resolve, portsOf }: CodeQuestions,
): CodeFindings {
  const checked = checkedRoutes(checks)
  for (const file of files) checked.read(file)
  const guardOf = guardsIn(files)
  const read = files.map((file) => ({ file, routes: routesIn(file, files) }))
  const graph = read.some(({ routes }) => routes.length > 0) ? routeGraph(files, resolve) : undefined
  const prefix = files.map(({ text }) => globalPrefix(text)).findLast((one) => one !== undefined) ?? ''
  const hints = read.flatMap(({ file, routes }) => {
    const own = [
      ...aboutFile(file, guardOf),
      ...portsIn(file, files, portsOf),
      ...routes.map((route) => routeHint(route, file, { graph, checked, files, guardOf })),
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

function aboutFile(source: TextFile, guardOf: GuardOf): CodeHint[] {
  const { file, text } = source
  const at = { file, line: 1, column: 1 }
  const route = isNest(text) ? nestRoute(source) : undefined
  const path = fileRoute(file)
  const port = configuredPort(source)
  const places = route ? [{ file, line: route.line, on: '' }] : []
  const around = route && guardOf({ path: route.path, places })
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
            ...(around && { around }),
          },
        ]
      : []),
    ...(port ? [{ at: placeOf(port.index, source), port: port.port }] : []),
  ]
}

function portsIn(
  source: TextFile,
  files: readonly TextFile[],
  portsOf: CodeQuestions['portsOf'],
): CodeHint[] {
  const { file, text } = source
  if (!/metrics|prometheus/i.test(text)) return []
  return text.split('\n').flatMap((line, i, all): CodeHint[] => {
    if (line.length > 500 || /^\s*(?:\/\/|#|\*|--)/.test(line)) return []
    const port = portAt(all, i) ?? handlerPort(all, i, () => portsOf(source))
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
    guardOf,
  }: {
    graph: RouteGraph | undefined
    checked: CheckedRoutes
    files: readonly TextFile[]
    guardOf: GuardOf
  },
): CodeHint {
  const { file, text } = source
  const serves = servedPort(text)
  const port = route.isRoute ? ownServerPort(route.on, source) : undefined
  const found = route.isRoute ? graph?.prefixOf({ file, line: route.line, on: route.on }) : undefined
  const prefix = found?.prefix ?? checked.prefixOf(file, route.path)
  const isServed = route.isAnswered && (route.answers === 'exposition' || route.hasHandler)
  const path = wholePath(prefix, route)
  const isOpen = route.isAnswered && route.guard === undefined && !route.refusal
  const at = { file, line: route.line, column: 1 }
  const condition = conditionOf(route, at, files)
  const place = { file, line: route.line, on: route.on }
  const around = isOpen ? guardOf({ path, places: graph?.placesOf(place) ?? [place] }) : undefined
  return {
    at,
    path,
    ...(around && { around }),
    ...(found?.prefix === undefined && found?.isRouter && prefix === '' && { isLoose: true as const }),
    ...(serves > 0 && { serves }),
    ...(port !== undefined && { port }),
    on: route.on,
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
