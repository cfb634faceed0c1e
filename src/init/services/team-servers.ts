import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { isPlainProxy } from '../apps/foreign-apps.ts'
import { isBelow } from '../build/packages.ts'
import { mainCommand } from '../build/start-commands.ts'
import type { AppCode } from '../code/app-code.ts'
import { claimsOf } from '../code/claims.ts'
import type { MetricsEvidence } from '../evidence.ts'

/** What an app of the team is, as far as its code says it. */
export interface TeamServer {
  /** It answers requests with code of the team: it does not only serve files. */
  isServer: boolean
  /** Where it pushes its metrics by OTLP, instead of publishing them. */
  pushes?: SourceLocation
}

/** What the SDKs of OpenTelemetry, and Micrometer, are given to push metrics by OTLP. */
const PUSHES =
  /\bnew OTLPMetricExporter\(|\bOTLPMetricExporter\(|\botlpmetric(?:grpc|http)\.New\w*\(|\bautoexport\.NewMetricReader\(|\bopentelemetry_otlp::(?:MetricExporter\b|\{[^}\n]{0,200}\bMetricExporter\b)|\bOtlp(?:Http|Grpc)MetricExporter\b|\bOtlpMeterRegistry\b|(?:\.WithMetrics|\bCreateMeterProviderBuilder)\((?:(?!\.With(?:Tracing|Logging)\b)[\s\S]){0,1500}?\.AddOtlpExporter\(/
/** What starts a server, or makes one that its framework starts. */
const SERVES =
  /\.listen\(|\bListenAndServe\b|\b(?:FastAPI|Flask|Starlette|fastify|Fastify|express|Hono|HttpServer::new|NestFactory\.create)\(|\baxum::serve\b|\bTcpListener::bind\(|\bWebApplication\.Create|\bSpringApplication\.run\(|\buse Phoenix\.Endpoint\b|\bRails\.application\b|\b(?:Bun|Deno)\.serve\(|\bserve\(\s*\{\s*fetch:\s*app\b|\bget_(?:wsgi|asgi)_application\(/
/** Servers of files. */
const OF_FILES = /^\s*(?:\S*\/)?(?:nginx|caddy|httpd|serve|http-server|static-web-server|lighttpd)\b/

/** What an app is, from the code in its packages and in those that they depend on. */
export function teamServer(
  app: ChosenApp,
  codes: ReadonlyMap<ChosenApp, AppCode>,
  evidence: MetricsEvidence,
): TeamServer {
  const { facts } = app
  const code = codes.get(app)
  if (!code || isPlainProxy(facts) || OF_FILES.test(mainCommand(facts))) return { isServer: false }
  const filesIn = (folders: readonly string[]) => [
    ...evidence.code((file) => folders.some((folder) => isBelow(file, folder))),
  ]
  const own = filesIn(code.folders)
  const pushed = [...pushedIn(own), ...pushedIn(filesIn(code.shared))]
  const claims = pushed.length > 0 ? claimsOf(app, codes, evidence) : undefined
  const pushes = pushed.find((at) => claims?.mayRun(at) !== false)
  return { isServer: own.some(({ text }) => SERVES.test(text)), ...(pushes && { pushes }) }
}

const pushedIn = (files: readonly TextFile[]): SourceLocation[] =>
  files.flatMap(({ file, text }) => {
    const found = PUSHES.exec(text)
    return found ? [{ file, line: lineAt(text, found.index), column: 1 }] : []
  })
