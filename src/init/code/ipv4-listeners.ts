import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { goListeners } from './go-listeners.ts'
import type { Ipv4Listener } from './ipv4-listener.ts'

/** The servers in some code. */
export interface Listeners {
  ipv4: readonly Ipv4Listener[]
  /** Others in it listen on IPv6 as well, or may. */
  isMixed: boolean
}

/**
 * The servers in the code of an app, as far as it says their addresses. Go and the JVM open both for 0.0.0.0: for Go 1.26,
 * `net.Listen("tcp", "0.0.0.0:9090")` gives `[::]:9090`.
 */
export function listenersIn(files: readonly TextFile[]): Listeners {
  const go = goListeners(files)
  const others = go.areAll ? files.filter(({ file }) => !file.endsWith('.go')) : files
  const deployed = files.filter(({ file }) => !OPENS_BOTH.test(file) && !NOT_DEPLOYED.test(file))
  return {
    ipv4: [...go.ipv4, ...deployed.flatMap((file) => [...addresses(file), ...defaults(file)])],
    isMixed: others.some(({ file, text }) => OPENS_BOTH.test(file) || BOTH.test(text)),
  }
}

const OPENS_BOTH = /\.(?:go|java|kts?|scala|clj)$/
/** Settings of what builds or tests, and of other environments than that on Fly. */
const NOT_DEPLOYED =
  /(?:^|\/)(?:(?:vite|vitest|webpack|vue|nuxt|svelte|astro|next|angular|playwright|rollup|metro)\.config\.|config\/(?:dev|test)\b|(?:dev|development|local)\.)/
/** Addresses of IPv6, and servers without an address, which Node.js opens for both. */
const BOTH =
  /["'`](?:[a-z+]{2,8}:\/\/)?(?:::|\[::\](?::[^\s"'`]{1,60})?)["'`]|0, ?0, ?0, ?0, ?0, ?0, ?0, ?0|\binet6\b|\bIpv6Addr::UNSPECIFIED\b|fly-local-6pn|\.listen\(\s*[\w.$|? ]{1,80}(?:,\s*(?:\(|async\b|function\b)|\))/

/** The whole text is the address: `0.0.0.0`, `0.0.0.0:9090`, `tcp://0.0.0.0:9090`; or it is one as Rust and Elixir write it. */
const ADDRESS =
  /(?<![=!]=[= ]{0,2})["'`](?:tcp:\/\/)?0\.0\.0\.0(?::[^\s"'`]{0,60})?["'`]|[[({]\s?0, ?0, ?0, ?0\s?[\])}]|\bIpv4Addr::(?:UNSPECIFIED\b|new\(0, ?0, ?0, ?0\))/
/** .NET listens on URLs: elsewhere, one is what is asked. */
const URL = /["']https?:\/\/0\.0\.0\.0(?::[^\s"']{1,60})?["';]/
/** An address that a script gives to the server that it starts. */
const IN_SCRIPT = /(?<=\s--?(?:host|bind|b|H)[= ]["']?)0\.0\.0\.0(?::\d{1,5})?/
/** What the line, or the two before it, are about. */
const LISTENS = /listen|bind|serve|\brun|host|addr|\bip\b|_ip\b/i
/** Addresses of others, and what is compared or replaced. */
const OF_OTHERS =
  /prox(?:y|ies)|allow|deny|block|trust|origin|cors|whitelist|cidr|subnet|remote|peer|client|replace|includes|startsWith|\bcase\b/i
const MOST_LETTERS = 500

function addresses({ file, text }: TextFile): Ipv4Listener[] {
  if (!text.includes('0.0.0.0') && !ADDRESS.test(text)) return []
  const lines = text.split('\n')
  return lines.flatMap((line, i): Ipv4Listener[] => {
    const isComment = (file.endsWith('.sh') ? /^\s*#/ : /^\s*(?:\/\/|#|\*|--)/).test(line)
    const pattern = file.endsWith('.sh') ? IN_SCRIPT : /\.(?:cs|fs|json)$/.test(file) ? URL : ADDRESS
    const address = line.length > MOST_LETTERS || isComment ? undefined : pattern.exec(line)?.[0]
    if (address === undefined || OF_OTHERS.test(line)) return []
    if (!LISTENS.test(lines.slice(Math.max(0, i - 2), i + 1).join('\n'))) return []
    const isText = address.includes('0.0.0.0')
    return [
      {
        at: { file, line: i + 1, column: 1 },
        why: `its server is given ${isText ? address.replace(/["'`]/g, '') : '0.0.0.0'}`,
        hint: `Give it ${isText ? '`::` instead, or `[::]` where the port follows it' : 'the IPv6 address with all zeros instead'}${ACCEPTS_BOTH}`,
        ...besides(line),
      },
    ]
  })
}

const ACCEPTS_BOTH = ': on Fly that accepts IPv4 as well.'

/** A server of a library that listens on IPv4 unless it is told otherwise. */
interface Default {
  files: RegExp
  /** How it is started. */
  call: RegExp
  /** What says its address, in the call. */
  told: RegExp
  name: string
  hint: string
}

const DEFAULTS: readonly Default[] = [
  {
    // client_python: `start_http_server(port, addr='0.0.0.0', …)`.
    files: /\.py$/,
    call: /\bstart_(?:http|wsgi)_server\([^()]{0,200}/g,
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
    hint: 'Make a subclass of it with `address_family = socket.AF_INET6` and give it the address `::`.',
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
    call: /\bDeno\.serve\([^()]{0,200}/g,
    told: /\bhost(?:name)?\b|\boptions\b|\.\.\./,
    name: '`Deno.serve`',
    hint: `Give it \`hostname: "::"\`${ACCEPTS_BOTH}`,
  },
]

/** A variable with a port, before its default. */
const VARIABLE = /(?:System\.get_env|fetch_env!?|os\.getenv|os\.environ\.get)\([^()\d]{0,80}/g

const defaults = ({ file, text }: TextFile): Ipv4Listener[] =>
  DEFAULTS.filter(({ files }) => files.test(file)).flatMap(({ call, told, name, hint }) =>
    [...text.matchAll(call)]
      .filter(([found]) => !told.test(found))
      .map(({ 0: found, index }) => ({
        at: { file, line: lineAt(text, index), column: 1 },
        why: `${name} listens on 0.0.0.0 unless it is given an address`,
        hint,
        ...besides(found.replace(VARIABLE, '')),
      })),
  )

/** The port next to an address, and the names there; a number next to the name of a variable is only its default. */
function besides(text: string): Pick<Ipv4Listener, 'port' | 'names'> {
  const names = new Set([...text.matchAll(/[A-Za-z_]\w{0,60}/g)].map(([name]) => name.toUpperCase()))
  const isVariable = [...names].some((name) => /(?:^|_)PORT$/.test(name) && text.includes(name))
  const numbers = isVariable ? [] : [...text.matchAll(/(?<![\d.])\d{4,5}(?![\d.])/g)].map(Number)
  const port = numbers.find((one) => one < 65_536)
  return { names, ...(port !== undefined && { port }) }
}
