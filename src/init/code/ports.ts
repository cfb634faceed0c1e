import type { TextFile } from '../../lib/workspace.ts'
import { defaultPort } from './default-port.ts'
import { type PortContext, portValue } from './port-value.ts'

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
  /\bHandler:\s*promhttp\.Handler|\bListenAndServe\([^\n]{1,100},\s*promhttp\.Handler|\b(?:with_http_listener|start_http_server)\(\s*[\w&*(]|\bPrometheusExporter\(\s*\{[^}\n]*\bport\b/

/** A server on a port that is a number: of an app without a service, it is the one that its routes are on. */
const SERVES =
  /(?:\b(?:ListenAndServe\(|Addr:)\s*"[^"\n]{0,60}:|\.listen\(\s*|\b(?:uvicorn\.run|Config)\([^)\n]{0,200}\bport\s*=\s*)(\d{4,5})\b/

/** Spring Boot's Actuator on a port of its own. */
const ACTUATOR_PORT =
  /^management:[ \t]*\n(?:[ \t][^\n]*\n)*?[ \t]+server:[ \t]*\n[ \t]+port:[ \t]*(\d+)|^management\.server\.port[ \t]*[=:][ \t]*(\d+)/m

/** PromEx with a server of its own. */
const METRICS_SERVER = /\bmetrics_server:\s*\[[^\]]{0,200}?\bport:\s*(\d{4,5})\b/

/** The port of metrics in a line of code, or in the value that its name has by default. */
export function portAt(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? ''
  const number = PORTS.map((pattern) => Number(pattern.exec(line)?.[1])).find(
    (one) => one > 0 && one < 65_536,
  )
  return number ?? defaultPort(lines, at)
}

/** Before its handler, the address of a server of Go that has only the metrics. */
const HANDLER_ONLY =
  /\bListenAndServe\(\s*([^\n]{1,100}),\s*promhttp\.Handler|\bAddr:\s*([^\n]{1,100}),\s*\n[^{}]{0,200}\bHandler:\s*promhttp\.Handler/

/** The port of a server that has only the metrics, whose address is an expression. */
export function handlerPort(
  lines: readonly string[],
  at: number,
  context: () => PortContext,
): number | undefined {
  if (!lines[at]?.includes('promhttp.Handler')) return undefined
  const [, called, set] = HANDLER_ONLY.exec(lines.slice(Math.max(0, at - 4), at + 1).join('\n')) ?? []
  const address = called ?? set
  return address === undefined ? undefined : portValue(address, context())?.port
}

/** Whether a line starts an endpoint of its own, on a port that the code sets. */
export const listensAt = (line: string): boolean => LISTENS.test(line)

/** Whether a line adds the route of a library to the app. */
export const exposesAt = (line: string): boolean =>
  /\.expose\(|\b(?:PrometheusMetrics|promBundle|MapMetrics|MapPrometheusScrapingEndpoint)\(|\bdjango_prometheus\.urls\b/.test(
    line,
  )

/** A number for a port, in an address or alone. */
const NUMBER = '(?:["\'`][^"\'`\\n]{0,60}:)?(\\d{4,5})\\b'

/**
 * The port of the server that is given what routes are registered on, where it is a number in the same file: a mux in Go, an
 * app whose name says that it is about metrics. Others may be started in another way in production.
 */
export function ownServerPort(on: string, { file, text }: TextFile): number | undefined {
  const name = on === 'http' ? 'nil' : on.split('.').at(-1)
  const isGo = file.endsWith('.go')
  if (!name || !(isGo || /metric|prom|monitor|internal|admin|probe/i.test(name))) return undefined
  const patterns = isGo
    ? [
        `\\bListenAndServe\\(\\s*${NUMBER}["\`]?,\\s*${name}\\s*\\)`,
        `\\bhttp\\.Server\\{[^{}]{0,200}?\\bAddr:\\s*${NUMBER}[^{}]{0,300}?\\bHandler:\\s*${name}\\b`,
        `\\bhttp\\.Server\\{[^{}]{0,300}?\\bHandler:\\s*${name}\\b[^{}]{0,300}?\\bAddr:\\s*${NUMBER}`,
      ]
    : [
        `\\b${name}\\.listen\\(\\s*(?:\\{\\s*port:\\s*)?${NUMBER}`,
        `\\bcreateServer\\(\\s*${name}\\s*\\)\\.listen\\(\\s*${NUMBER}`,
        `\\b(?:uvicorn\\.run|Config|run_app|serve)\\(\\s*${name}\\b[^)\\n]{0,200}?\\bport\\s*[=:]\\s*${NUMBER}`,
      ]
  const port = Number(patterns.map((one) => new RegExp(one).exec(text)?.[1]).find((one) => one !== undefined))
  return port > 0 && port < 65_536 ? port : undefined
}

/** The port of the server in a file; NaN when it is not a number there. */
export const servedPort = (text: string): number => Number(SERVES.exec(text)?.[1])

/** A port that a whole file configures, and where. */
export function configuredPort({ file, text }: TextFile): { port: number; index: number } | undefined {
  const actuator = /application/.test(file) ? ACTUATOR_PORT.exec(text) : null
  const server = file.endsWith('.exs') ? METRICS_SERVER.exec(text) : null
  if (actuator) return { port: Number(actuator[1] ?? actuator[2]), index: 0 }
  return server ? { port: Number(server[1]), index: server.index } : undefined
}
