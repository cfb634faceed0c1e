import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { Ipv4Listener } from './ipv4-listener.ts'

/** The end of a hint to listen on `::`. */
export const ACCEPTS_BOTH = ': on Fly that accepts IPv4 as well.'

/** For servers of the standard library of Python, which open the family of addresses that their class names. */
export const PYTHON_HINT =
  'Make a subclass of it with `address_family = socket.AF_INET6` and give it the address `::`.'

/** A server of a library that listens on IPv4, or on the machine itself, unless it is told otherwise. */
interface Default {
  files: RegExp
  /** What else its file has. */
  uses?: RegExp
  /** How it is started. */
  call: RegExp
  /** What says its address, in the call. */
  told: RegExp
  name: string
  hint: string
  /** The port without one in the call. */
  port?: number
  /** A variable that gives it another address. */
  variable?: string
  /** On the machine itself only. */
  isLoopback?: true
}

/** A call with its arguments, which may have calls in them. */
const call = (start: RegExp): RegExp =>
  new RegExp(`${start.source}(?:[^()]|\\((?:[^()]|\\([^()]{0,99}\\)){0,99}\\)){0,300}`, 'g')

const DEFAULTS: readonly Default[] = [
  {
    // client_python: `start_http_server(port, addr='0.0.0.0', …)`.
    files: /\.py$/,
    call: call(/\bstart_(?:http|wsgi)_server\(/),
    told: /\baddr\b|,\s*["'a-z_]+\s*(?:,|$)|\*/i,
    name: '`start_http_server` of prometheus_client',
    hint: `Give it \`addr="::"\`${ACCEPTS_BOTH}`,
  },
  {
    // `http.server` and `wsgiref` of Python: the family of the socket is AF_INET, whatever the empty address.
    files: /\.py$/,
    call: /(?<!class )\b(?:(?:Threading)?HTTPServer\(\s*\(|make_server\()\s*(?:""|'')\s*,[^()]{0,80}/g,
    told: /\*/,
    name: 'the server of the standard library',
    hint: PYTHON_HINT,
  },
  {
    // Waitress 3: `host = "0.0.0.0"`; an address of IPv6 is for IPv6 alone there, and `*` is both.
    files: /\.py$/,
    uses: /\bwaitress\b/,
    call: call(/(?<!\w)(?:waitress\.|(?<!\.))serve\(/),
    told: /\bhost\b|\blisten\b|\bsockets\b|\*/,
    name: 'Waitress',
    hint: 'Give it `listen="*:<port>"`: that is both, IPv6 and IPv4.',
  },
  {
    files: /\.py$/,
    call: call(/\buvicorn\.(?:run|Config)\(/),
    told: /\bhost\b|\bfd\b|\buds\b|\*\*/,
    name: 'Uvicorn',
    hint: `Give it \`host="::"\`${ACCEPTS_BOTH}`,
    isLoopback: true,
  },
  {
    // Fastify 5 opens `localhost`.
    files: /\.[cm]?[jt]s$/,
    uses: /\bfrom ["']fastify["']|\(["']fastify["']\)/,
    call: /\.listen\(\s*\{[^{}]{0,200}/g,
    told: /\bhost\b|\bpath\b|\.\.\./,
    name: 'Fastify',
    hint: `Give it \`host: "::"\`${ACCEPTS_BOTH}`,
    isLoopback: true,
  },
  {
    // Plug.Cowboy: "`:net`: `:inet` (IPv4 only, the default)"; PromEx and TelemetryMetricsPrometheus start it. Bandit: `:any`, "0.0.0.0".
    files: /\.exs?$/,
    call: /\bmetrics_server: \[[^\]]{0,300}|\{(?:Plug\.Cowboy|Bandit|TelemetryMetricsPrometheus),\s[^}]{0,300}/g,
    told: /\bip:|\bnet:|inet6|opts: [a-z]|options: [a-z]|_options: \[\s*\w/,
    name: 'the server of Plug',
    hint: `Give it \`ip: {0, 0, 0, 0, 0, 0, 0, 0}\`; with PromEx, in \`cowboy_opts\`${ACCEPTS_BOTH}`,
  },
  {
    files: /\.[cm]?[jt]s$/,
    call: call(/\bDeno\.serve\(/),
    told: /\bhost(?:name)?\b|\boptions\b|\.\.\./,
    name: '`Deno.serve`',
    hint: `Give it \`hostname: "::"\`${ACCEPTS_BOTH}`,
  },
  {
    // metrics-exporter-prometheus 0.17: "listening at `0.0.0.0:9000`".
    files: /\.rs$/,
    call: /\bPrometheusBuilder::new\(\)[^;{}]{0,600}?\.install\(/g,
    told: /with_http_listener|with_push_gateway/,
    name: '`PrometheusBuilder`',
    hint: `Give it \`.with_http_listener(([0u16; 8], 9000))\`, which is \`[::]:9000\`${ACCEPTS_BOTH}`,
    port: 9000,
  },
  {
    files: /\.rb$/,
    call: /\bYabeda::Prometheus::Exporter\.start_metrics_server!/g,
    told: /(?!)/,
    name: 'the server of yabeda-prometheus',
    hint: `Set \`PROMETHEUS_EXPORTER_BIND\` to \`::\`${ACCEPTS_BOTH}`,
    variable: 'PROMETHEUS_EXPORTER_BIND',
  },
]

/** A variable with a port, before its default. */
const VARIABLE = /(?:System\.get_env|fetch_env!?|os\.getenv|os\.environ\.get)\([^()\d]{0,80}/g

/** The servers of libraries in a file that are given no address. */
export const defaultListeners = ({ file, text }: TextFile): Ipv4Listener[] =>
  DEFAULTS.filter(({ files, uses }) => files.test(file) && uses?.test(text) !== false).flatMap((one) =>
    [...text.matchAll(one.call)]
      .filter(([found]) => !one.told.test(found))
      .map(({ 0: found, index }) => ({
        at: { file, line: lineAt(text, index), column: 1 },
        why: `${one.name} listens on ${one.isLoopback ? '127.0.0.1' : '0.0.0.0'} unless it is given an address`,
        hint: one.hint,
        ...(one.isLoopback && { isLoopback: one.isLoopback }),
        ...(one.port !== undefined && { port: one.port }),
        ...besides(`${found.replace(VARIABLE, '')} ${one.variable ?? ''}`),
      })),
  )

/** The port next to an address, and the names there; a number next to the name of a variable is only its default. */
export function besides(text: string): Pick<Ipv4Listener, 'port' | 'names'> {
  const names = new Set([...text.matchAll(/[A-Za-z_]\w{0,60}/g)].map(([name]) => name.toUpperCase()))
  const isVariable = [...names].some((name) => /(?:^|_)PORT$/.test(name) && text.includes(name))
  const numbers = isVariable ? [] : [...text.matchAll(/(?<![\d.])\d{4,5}(?![\d.])/g)].map(Number)
  const port = numbers.find((one) => one < 65_536)
  return { names, ...(port !== undefined && { port }) }
}
