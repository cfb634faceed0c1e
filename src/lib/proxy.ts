import { BlockList, isIP } from 'node:net'
import type { Diagnostic } from './errors.ts'

/** An HTTP proxy that the environment names. */
export interface HttpProxy {
  /** The variable that names it: `HTTPS_PROXY`. */
  variable: string
  /** Its address without credentials, as people may see it: `http://proxy.example.com:3128`. */
  origin: string
  /** The value for Proxy-Authorization; undefined without credentials. */
  authorization: string | undefined
  /** The whole value, credentials included, with the scheme that flyctl would assume too. A secret. */
  value: string
}

/**
 * The proxies of an environment, by the scheme of the requests through them, and the hosts that are contacted directly.
 */
export interface Proxies {
  'http:': HttpProxy | undefined
  'https:': HttpProxy | undefined
  /** Whether NO_PROXY names the host. */
  exempts(url: URL): boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const VARIABLES = { 'http:': 'HTTP_PROXY', 'https:': 'HTTPS_PROXY' } as const

/**
 * Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY as curl, git and flyctl do: in lower case too, each scheme by its own
 * variable, and a value without a scheme is an HTTP proxy. A value that does not name a proxy is reported and ignored;
 * no message repeats a value, which may contain a password.
 */
export function readProxies(env: Environment): { proxies: Proxies; problems: Diagnostic[] } {
  const problems: Diagnostic[] = []
  const read = (scheme: 'http:' | 'https:'): HttpProxy | undefined => {
    const [variable, text] = setting(env, VARIABLES[scheme])
    if (text === '') return undefined
    const found = parse(variable, text)
    if (typeof found === 'object') return found
    problems.push(notAProxy(variable, found))
    return undefined
  }
  const exempts = exemptions(setting(env, 'NO_PROXY')[1])
  return { proxies: { 'http:': read('http:'), 'https:': read('https:'), exempts }, problems }
}

/** The first of both spellings that is set, and its value without white space around it. */
function setting(env: Environment, name: string): [variable: string, value: string] {
  const spellings = [name.toLowerCase(), name]
  const variable = spellings.find((one) => env[one]?.trim()) ?? name
  return [variable, env[variable]?.trim() ?? '']
}

function parse(variable: string, text: string): HttpProxy | 'socks' | 'malformed' {
  if (/^socks/i.test(text)) return 'socks'
  const value = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const url = URL.parse(value)
  // A "/", "?" or "#" in a password that is not encoded ends the host: the rest is never used as a proxy.
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    return 'malformed'
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (user === undefined || password === undefined) return 'malformed'
  const basic = Buffer.from(`${user}:${password}`).toString('base64')
  const hasCredentials = user !== '' || password !== ''
  const authorization = hasCredentials ? `Basic ${basic}` : undefined
  return { variable, origin: url.origin, authorization, value }
}

/** Undefined where a "%" is itself not encoded. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function notAProxy(variable: string, what: 'socks' | 'malformed'): Diagnostic {
  const example = 'http://proxy.example.com:3128'
  return what === 'socks'
    ? {
        code: 'proxy-variable',
        severity: 'error',
        message: `${variable} names a SOCKS proxy, which is not supported.`,
        hint: `Name an HTTP proxy, such as ${example}, or unset ${variable} if this machine can reach the Internet without a proxy.`,
      }
    : {
        code: 'proxy-variable',
        severity: 'error',
        message: `${variable} is not the address of an HTTP proxy.`,
        hint: `Use a value such as ${example}, or http://USER:PASSWORD@proxy.example.com:3128 with every special character of the password percent-encoded ("@" is %40, "/" is %2F).`,
      }
}

/**
 * Hosts that are contacted directly: `*` for all, a host and everything below it (`example.com`, `.example.com`,
 * `*.example.com`), an address, a network (`10.0.0.0/8`), each but the network with a port or without.
 */
function exemptions(text: string): Proxies['exempts'] {
  const networks = new BlockList()
  const hosts: { host: string; port: string | undefined }[] = []
  for (const entry of text.toLowerCase().split(/[\s,]+/)) {
    const [, network = '', bits] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? []
    const size = { 0: -1, 4: 32, 6: 128 }[isIP(network)] ?? -1
    if (Number(bits) <= size) networks.addSubnet(network, Number(bits), familyOf(network))
    else if (entry !== '') hosts.push(hostOf(entry))
  }
  return (url) => {
    const host = bare(url.hostname)
    const port = url.port || (url.protocol === 'https:' ? '443' : '80')
    if (isIP(host) !== 0 && networks.check(host, familyOf(host))) return true
    return hosts.some(
      (named) =>
        (named.port === undefined || named.port === port) &&
        (named.host === '*' || named.host === host || host.endsWith(`.${named.host}`)),
    )
  }
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An IPv6 address without a port has colons too. */
function hostOf(entry: string): { host: string; port: string | undefined } {
  const [, host = entry, port] = (isIP(entry) === 0 && /^(.+):(\d+)$/.exec(entry)) || []
  return { host: bare(host).replace(/^\*?\.(?=.)/, ''), port }
}

/** Without the brackets of an IPv6 address and the dot at the end of a full name. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1').replace(/(?<=.)\.$/, '')

/** HTTP_PROXY, HTTPS_PROXY and NO_PROXY for a Go program, so that it contacts the same hosts directly. */
export function proxyVariables(env: Environment): Record<string, string> {
  const { proxies } = readProxies(env)
  const [, exempt] = setting(env, 'NO_PROXY')
  return {
    ...(proxies['http:'] && { HTTP_PROXY: proxies['http:'].value }),
    ...(proxies['https:'] && { HTTPS_PROXY: proxies['https:'].value }),
    ...(exempt !== '' && { NO_PROXY: exempt.replace(/[\s,]+/g, ',') }),
  }
}
