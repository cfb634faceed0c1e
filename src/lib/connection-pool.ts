import { Agent, Dispatcher, ProxyAgent, Pool as Sockets } from 'undici'
import { type ActionError, platformError } from './errors.ts'
import type { HttpProxy, Proxies } from './proxy.ts'

const LIMITS = { keepAliveTimeout: 10_000, connectTimeout: 10_000 }

/**
 * Milliseconds for a proxy to make a connection: less than the timeout of an answer, so that a silent proxy is reported
 * as such.
 */
const TUNNEL_MS = 8_000

/**
 * The connections of a run: kept alive, through the proxies of the environment. undici's own EnvHttpProxyAgent does not
 * report whether it used a proxy, uses HTTP_PROXY for HTTPS too, and has other exceptions than flyctl. It belongs to
 * undici from the package: Node's own fetch refuses a dispatcher of another major version.
 */
export class Pool extends Dispatcher {
  readonly #proxies: Proxies
  readonly #direct = new Agent(LIMITS)
  readonly #through = new Map<string, ProxyAgent>()

  constructor(proxies: Proxies) {
    super()
    this.#proxies = proxies
  }

  /** The proxy for an address; undefined when it is contacted directly. */
  proxyTo(url: URL): HttpProxy | undefined {
    const proxy = this.#proxies[url.protocol === 'https:' ? 'https:' : 'http:']
    return proxy && !this.#proxies.exempts(url) ? proxy : undefined
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const proxy = this.proxyTo(new URL(options.origin ?? ''))
    return (proxy ? this.#agentOf(proxy) : this.#direct).dispatch(options, handler)
  }

  override async close(): Promise<void> {
    await Promise.all(this.#agents().map((agent) => agent.close()))
  }

  /** Also aborts requests in progress. */
  override async destroy(): Promise<void> {
    await Promise.all(this.#agents().map((agent) => agent.destroy()))
  }

  #agents(): Dispatcher[] {
    return [this.#direct, ...this.#through.values()]
  }

  #agentOf({ origin, authorization }: HttpProxy): ProxyAgent {
    const key = `${authorization} ${origin}`
    const known = this.#through.get(key)
    if (known) return known
    const agent = new ProxyAgent({
      ...LIMITS,
      uri: origin,
      ...(authorization && { token: authorization }),
      clientFactory: (proxy, options) => new Sockets(proxy, { ...options, headersTimeout: TUNNEL_MS }),
    })
    this.#through.set(key, agent)
    return agent
  }
}

/** The proxy that a dispatcher uses for an address; undefined when it is contacted directly. */
export const proxyTo = (dispatcher: Dispatcher, address: string | URL): HttpProxy | undefined =>
  dispatcher instanceof Pool ? dispatcher.proxyTo(new URL(address)) : undefined

/** A proxy as messages name it, where there is one: ` through the proxy http://proxy:3128 (HTTPS_PROXY)`. */
export const through = (proxy: HttpProxy | undefined): string =>
  proxy ? ` through the proxy ${proxy.origin} (${proxy.variable})` : ''

/**
 * The proxy's fault in a failed request; undefined where it is the target's fault or unknown. A request through a proxy
 * makes no other connection, so that every failed connection is the proxy's fault.
 */
export function proxyFault(cause: unknown, proxy: HttpProxy, target: URL): ActionError | undefined {
  const { code = '', message = '' } = (cause ?? {}) as { code?: string; message?: string }
  const name = `The proxy ${proxy.origin} (${proxy.variable})`
  const refusal = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/.exec(message)
  if (refusal) return refused(Number(refusal[1] ?? refusal[2]), { proxy, name, target, cause })
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return couldNotConnect('in time', { proxy, name, target, cause })
  const why = WHY[code]
  if (why === undefined) return undefined
  const hint = `Correct ${proxy.variable}; unset it, or add ${target.hostname} to NO_PROXY, if this machine can reach it without a proxy.`
  return platformError('proxy-unreachable', `${name} ${why} (${code}).`, hint, cause)
}

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections',
  ENOTFOUND: 'does not exist: its name does not resolve',
  EAI_AGAIN: 'cannot be found: its name does not resolve',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ETIMEDOUT: 'does not accept the connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'does not accept the connection in time',
  UND_ERR_PRX_CONN: 'closes the connection without an answer',
  UND_ERR_PRX_TLS: 'has a certificate for another name',
}

interface Refused {
  proxy: HttpProxy
  name: string
  target: URL
  cause: unknown
}

/** What a proxy answered instead of a connection. */
function refused(status: number, { proxy, name, target, cause }: Refused): ActionError {
  const { variable, authorization } = proxy
  if (status === 407)
    return platformError(
      'proxy-refused',
      `${name} ${authorization === undefined ? 'asks for credentials' : `does not accept the credentials in ${variable}`} (HTTP 407).`,
      `Set ${variable} to http://USER:PASSWORD@${new URL(proxy.origin).host}, with every special character of the password percent-encoded.`,
      cause,
    )
  if (status >= 500) return couldNotConnect(`(HTTP ${status})`, { proxy, name, target, cause })
  return platformError(
    'proxy-refused',
    `${name} refuses to connect to ${target.host} (HTTP ${status}).`,
    `Allow ${target.hostname} on the proxy, or add it to NO_PROXY if this machine can reach it without a proxy.`,
    cause,
  )
}

/** The fault is between the proxy and the target, or at the target. */
const couldNotConnect = (how: string, { name, target, cause }: Refused): ActionError =>
  platformError(
    'proxy-gateway',
    `${name} could not connect to ${target.host} ${how}.`,
    `Check that ${target.hostname} exists and that the proxy may reach it. If this machine can reach it without a proxy, add it to NO_PROXY.`,
    cause,
  )
