import type { TextFile } from '../../lib/workspace.ts'
import { goListeners } from './go-listeners.ts'
import type { Ipv4Listener } from './ipv4-listener.ts'
import { ACCEPTS_BOTH, besides, defaultListeners, PYTHON_HINT } from './listener-defaults.ts'

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
  const deployed = files.filter(({ file }) => !NOT_DEPLOYED.test(file))
  return {
    ipv4: [...go.ipv4, ...deployed.flatMap((file) => [...addresses(file), ...defaultListeners(file)])],
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
/** Of the machine itself, whatever opens it. */
const LOOPBACK =
  /["'`](?:tcp:\/\/)?(?:127\.0\.0\.1|localhost)(?::[^\s"'`]{0,60})?["'`]|[[({]\s?127, ?0, ?0, ?1\s?[\])}]|\bIpv4Addr::(?:LOCALHOST\b|new\(127, ?0, ?0, ?1\))/
/** What asks an address of the machine itself, and what is only a default, which the machines may replace. */
const NOT_GIVEN =
  /connect|dial|fetch|url|scrape|target|\.get\(|push|redis|postgres|database|db_|flag|env|default|option|\barg|unwrap|\?\?|\|\|/i
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
  if (!ADDRESS.test(text) && !LOOPBACK.test(text) && !text.includes('0.0.0.0')) return []
  return text.split('\n').flatMap((line, i, lines): Ipv4Listener[] => {
    const found = LISTENS.test(lines.slice(Math.max(0, i - 2), i + 1).join('\n'))
      ? addressIn(line, file)
      : undefined
    if (!found) return []
    const { address, isLoopback } = found
    const { port, names } = besides(line)
    if (isLoopback && hasAnother(text, port)) return []
    const isText = /\d\.|localhost/.test(address)
    const plain = isLoopback ? '127.0.0.1' : '0.0.0.0'
    return [
      {
        at: { file, line: i + 1, column: 1 },
        why: `its server is given ${isText ? address.replace(/["'`]/g, '') : plain}`,
        hint: hintFor(line, isText),
        names,
        ...(port !== undefined && { port }),
        ...(isLoopback && { isLoopback }),
      },
    ]
  })
}

/** `HTTPServer(("::", 8080), …)` alone is an error: "Address family for hostname not supported". */
const STANDARD_PYTHON = /\bHTTPServer\(|\bmake_server\(/

const hintFor = (line: string, isText: boolean): string =>
  STANDARD_PYTHON.test(line)
    ? PYTHON_HINT
    : `Give it ${isText ? '`::` instead, or `[::]` where the port follows it' : 'the IPv6 address with all zeros instead'}${ACCEPTS_BOTH}`

/** The address in a line that a server may be given. */
function addressIn(line: string, file: string): { address: string; isLoopback?: true } | undefined {
  const isScript = file.endsWith('.sh')
  const isComment = (isScript ? /^\s*#/ : /^\s*(?:\/\/|#|\*|--)/).test(line)
  if (isComment || line.length > MOST_LETTERS || OF_OTHERS.test(line)) return undefined
  const ipv4 = isScript ? IN_SCRIPT : /\.(?:cs|fs|json)$/.test(file) ? URL : ADDRESS
  const all = OPENS_BOTH.test(file) ? undefined : ipv4.exec(line)?.[0]
  if (all !== undefined) return { address: all }
  const own = isScript || NOT_GIVEN.test(line) ? undefined : LOOPBACK.exec(line)?.[0]
  return own === undefined ? undefined : { address: own, isLoopback: true }
}

/** Whether a file has another address for a port: which of them it listens on may depend on a setting. */
const hasAnother = (text: string, port = 0): boolean =>
  new RegExp(
    `(?:0\\.0\\.0\\.0|0, ?0, ?0, ?0|["'\`[]::)[^\\w\\n]{0,5}${port || ''}|["'\`]:${port || ''}`,
  ).test(text)
