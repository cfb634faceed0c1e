import { basename } from 'node:path/posix'
import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** A client library, and where it publishes metrics when nothing else is configured. */
export interface MetricsLibrary {
  /** Its name in the manifest. */
  name: string
  /** Its own port; `app`: it answers on the port of the app. */
  port: number | 'app'
  /** Undefined: the code of the app decides, and must have a route for it. */
  path: string | undefined
  /** What code has that publishes the metrics, where the library alone does not: all of it, in one file or in several. */
  use?: readonly RegExp[]
  /** What code has that answers on a route of the app instead of the library's own port. */
  inApp?: RegExp
}

/** A library in a manifest of the repository. */
export interface FoundLibrary extends MetricsLibrary {
  at: SourceLocation
  /** It is in a package that the app depends on, or in the manifest of the workspace. */
  isShared?: true
  /** Why its endpoint does not answer, as a part of a sentence, and what to change: its settings say so. */
  closed?: { closed: string; hint: string }
}

const onApp = (path: string | undefined, ...names: string[]): MetricsLibrary[] =>
  names.map((name) => ({ name, port: 'app', path }))
/** A library that publishes only when code starts it. */
const started = (use: readonly RegExp[], library: MetricsLibrary): MetricsLibrary => ({ ...library, use })
const own = (name: string, port: number, path = '/metrics'): MetricsLibrary => ({ name, port, path })

/** The module of PromEx as a child of a supervisor; or it has another name. */
const PROM_EX_CHILD =
  /^(?![ \t]*(?:config|plug)\b)(?:[^\n#]{0,200}[[,{])?[ \t]*(?:[A-Z]\w*\.){0,8}PromEx[ \t]*(?:[,\]}]|$)|^defmodule\s+(?![\w.]*\.PromEx\s)[\w.]+\s+do\b[\s\S]{0,3000}?\buse PromEx\b/m

/**
 * Libraries by ecosystem, each with the default of its own documentation (README, or the page that is named). Libraries that
 * only hold the metrics have no path: the app publishes them where its code says.
 */
const LIBRARIES = {
  // npm. OpenTelemetry: "port: 9464, endpoint: /metrics" (README of exporter-prometheus).
  npm: [
    {
      ...started(
        [/\bPrometheusExporter\b|\bOTEL_METRICS_EXPORTER\b/],
        own('@opentelemetry/exporter-prometheus', 9464),
      ),
      // Or prom-client is what answers.
      inApp: /\bpreventServerStart:\s*true\b|\bgetMetricsRequestHandler\(|[rR]egist(?:er|ry)\.metrics\(/,
    },
    ...onApp('/metrics', 'express-prom-bundle', 'fastify-metrics', '@willsoto/nestjs-prometheus', 'koa-prom'),
    ...onApp('/metrics', 'express-prometheus-middleware', 'prometheus-api-metrics'),
    // An indexer of Ethereum whose server has the route.
    ...onApp('/metrics', 'ponder', '@ponder/core'),
    ...onApp(undefined, 'prom-client', '@hono/prometheus'),
  ],
  // Go: both only hold metrics; promhttp is registered under a path by the code.
  go: onApp(undefined, 'github.com/prometheus/client_golang', 'github.com/VictoriaMetrics/metrics'),
  // Rust: metrics-exporter-prometheus listens on 0.0.0.0:9000 (PrometheusBuilder) and answers any path.
  rust: [
    {
      ...started(
        [/\bPrometheusBuilder\b|\bmetrics_exporter_prometheus\b/],
        own('metrics-exporter-prometheus', 9000),
      ),
      inApp: /\b(?:install|build)_recorder\(|\bPrometheusHandle\b/,
    },
    ...onApp('/metrics', 'axum-prometheus', 'rocket_prometheus'),
    ...onApp(undefined, 'prometheus', 'prometheus-client', 'actix-web-prom', 'opentelemetry-prometheus'),
  ],
  // Elixir: PromEx.Plug "path: /metrics"; TelemetryMetricsPrometheus "port 9568".
  elixir: [
    ...onApp('/metrics', 'prom_ex').map((one) =>
      started([/\bPromEx\.Plug\b|\bmetrics_server:\s*\[/, PROM_EX_CHILD], one),
    ),
    ...onApp('/metrics', 'prometheus_plugs').map((one) => started([/\bPlugExporter\b/], one)),
    ...onApp('/metrics', 'prometheus_phx'),
    started([/\bTelemetryMetricsPrometheus\b/], own('telemetry_metrics_prometheus', 9568)),
    ...onApp(undefined, 'telemetry_metrics_prometheus_core', 'prometheus_ex', 'peep'),
  ],
  // Python: the instrumentators expose /metrics in the app.
  python: [
    ...onApp(
      '/metrics',
      'prometheus-fastapi-instrumentator',
      'prometheus-flask-exporter',
      'django-prometheus',
    ),
    ...onApp('/metrics', 'starlette-exporter', 'starlette-prometheus'),
    own('opentelemetry-exporter-prometheus', 9464),
    ...onApp(undefined, 'prometheus-client', 'aioprometheus'),
  ],
  // Ruby: prometheus_exporter "port 9394"; the Rack exporter of prometheus-client has "/metrics".
  ruby: [
    own('prometheus_exporter', 9394),
    own('yabeda-prometheus', 9394),
    ...onApp('/metrics', 'yabeda-prometheus-mmap'),
    ...onApp(undefined, 'prometheus-client'),
  ],
  // JVM: Spring Boot Actuator, Quarkus and Micronaut with Micrometer.
  jvm: [
    ...onApp('/q/metrics', 'quarkus-micrometer-registry-prometheus'),
    ...onApp('/prometheus', 'micronaut-micrometer-registry-prometheus'),
    ...onApp('/actuator/prometheus', 'micrometer-registry-prometheus'),
    own('simpleclient_httpserver', 9400),
    own('prometheus-metrics-exporter-httpserver', 9400),
  ],
  // .NET: MapMetrics and MapPrometheusScrapingEndpoint, both "/metrics".
  dotnet: [
    ...onApp('/metrics', 'prometheus-net.AspNetCore', 'OpenTelemetry.Exporter.Prometheus.AspNetCore'),
    own('OpenTelemetry.Exporter.Prometheus.HttpListener', 9464),
  ],
  php: onApp(undefined, 'promphp/prometheus_client_php', 'spatie/laravel-prometheus'),
} as const satisfies Record<string, readonly MetricsLibrary[]>

type Ecosystem = keyof typeof LIBRARIES

const MANIFESTS: readonly (readonly [RegExp, Ecosystem])[] = [
  [/^package\.json$/, 'npm'],
  [/^go\.mod$/, 'go'],
  [/^Cargo\.toml$/, 'rust'],
  [/^mix\.exs$/, 'elixir'],
  [/^(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.py)$/, 'python'],
  [/^(?:Gemfile|[\w-]+\.gemspec)$/, 'ruby'],
  [/^(?:pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml)$/, 'jvm'],
  [/\.(?:cs|fs)proj$|^Directory\.Packages\.props$/, 'dotnet'],
  [/^composer\.json$/, 'php'],
]

const ecosystemOf = (path: string): Ecosystem | undefined =>
  MANIFESTS.find(([name]) => name.test(basename(path)))?.[1]

/** Whether a file names the libraries of a program. */
export const isManifest = (path: string): boolean => ecosystemOf(path) !== undefined

const NOT_USED = /^\s*(?:#|\/\/|<!--)|\/\/ indirect\b/

/** The metrics libraries in a manifest, those that say the most first. */
export function librariesIn({ file, text }: TextFile): FoundLibrary[] {
  const ecosystem = ecosystemOf(file)
  if (!ecosystem) return []
  const known: readonly MetricsLibrary[] = LIBRARIES[ecosystem]
  const lines = withoutVersionRules(text.split('\n'))
  return known.flatMap((library) => {
    const name = library.name.replaceAll('-', ecosystem === 'python' ? '[-_]' : '-').replaceAll('.', '\\.')
    // `prometheus.workspace = true` of Cargo, `libs.micrometer.registry.prometheus` of Gradle.
    const pattern =
      ecosystem === 'jvm'
        ? new RegExp(`(?<![\\w/@-])${name.replaceAll('-', '[-.]')}(?![\\w/-])(?!\\.\\w)`, 'i')
        : new RegExp(`(?<![\\w./@-])${name}(?![\\w/-])(?!\\.(?!workspace\\b)\\w)`, 'i')
    // A comment is not a dependency, and neither is what only another dependency needs.
    const line = lines.findIndex((one) => !NOT_USED.test(one) && pattern.test(one))
    return line < 0 ? [] : [{ ...library, at: { file, line: line + 1, column: 1 } }]
  })
}

/** What only sets versions of packages that others need: of npm, pnpm and Yarn, of uv, of Go, of Cargo. */
const VERSION_RULES =
  /^\s*(?:"(?:resolutions|overrides|packageExtensions|peerDependencyRules)"\s*:\s*\{|(?:override|constraint)-dependencies\s*=\s*\[|(?:replace|exclude)\s|\[patch\.)/

/** The lines of a manifest, those empty that only set versions: a package that nothing needs is not installed. */
function withoutVersionRules(lines: readonly string[]): string[] {
  let [depth, isTable] = [0, false]
  return lines.map((line) => {
    // A table of TOML ends where the next one starts.
    if (/^\s*\[/.test(line)) isTable = false
    if (depth === 0 && !isTable && !VERSION_RULES.test(line)) return line
    isTable ||= line.startsWith('[patch.')
    const opened = (line.match(/[[{(]/g)?.length ?? 0) - (line.match(/[\]})]/g)?.length ?? 0)
    depth = Math.max(0, depth + opened)
    return ''
  })
}
