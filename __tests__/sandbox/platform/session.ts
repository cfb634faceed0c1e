import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { FlyError } from './errors.ts'
import type { ApiCall, ApiFault, Faults } from './faults.ts'
import type { Ids } from './ids.ts'
import type { MachineHost } from './machines.ts'
import type { Pace } from './pace.ts'
import type { Runtime } from './runtime.ts'
import type { App, State } from './state.ts'
import type { Terminal } from './terminal.ts'
import { type Identity, mayUse } from './tokens.ts'

/** The platform from inside. */
export interface Internals {
  readonly state: State
  readonly runtime: Runtime
  readonly faults: Faults
  readonly pace: Pace
  readonly ids: Ids
  readonly host: MachineHost
  /** Where the platform listens; part of flyctl's messages about lost connections. */
  readonly url: string
  readonly smokeSeconds: number
}

/** One started `flyctl` and what it has learnt about itself. */
export interface Session {
  readonly platform: Internals
  readonly terminal: Terminal
  readonly identity: Identity
  /** Requests to the machines API so far: the first one opens the connection. */
  flapsRequests: number
  /** Waits that a Ctrl+C ends; flyctl answers each with a line break on stderr (measured). */
  hooks: number
}

/** The last of three attempts gives up; only 502, 503 and lost connections are tried again (measured). */
const ATTEMPTS = 3

/** A request to the machines API. Failures carry a request id. */
export async function flaps<T>(
  session: Session,
  call: Omit<ApiCall, 'api'>,
  work: () => T | Promise<T>,
): Promise<T> {
  await reachFlaps(session, call)
  const answer = await exchange(session, { ...call, api: 'flaps' }, work)
  if (answer.kind === 'value') return answer.value
  throw flapsError(session, answer.status, answer.body)
}

/** A GraphQL request; `query` is the text that its failures quote. */
export async function graphql<T>(
  session: Session,
  call: { op: string; query: string },
  work: () => T | Promise<T>,
): Promise<T> {
  const request: ApiCall = { api: 'graphql', method: 'POST', path: '/graphql', op: call.op }
  const failed = (text: string): FlyError => new FlyError(`failed to run ${call.query}: ${text}`)
  if (session.identity.scopes.length === 0) {
    const answer = await exchange(session, request, () => undefined)
    throw failed(answer.kind === 'value' ? 'You must be authenticated to view this.' : status(answer.status))
  }
  const answer = await exchange(session, request, async () => {
    try {
      return { value: await work() }
    } catch (error) {
      if (error instanceof FlyError) return { error }
      throw error
    }
  })
  if (answer.kind === 'failed') throw failed(status(answer.status))
  if (answer.value.error !== undefined) throw failed(answer.value.error.message)
  return answer.value.value
}

/** A request to the web API (releases, builds); `doing` names it in failures. */
export async function uiex<T>(
  session: Session,
  call: Omit<ApiCall, 'api'> & { doing: string },
  work: () => T | Promise<T>,
): Promise<T> {
  const { doing, ...request } = call
  const refused = (code: number, body: unknown): FlyError =>
    new FlyError(`failed to ${doing} (status ${code}): ${pythonJson(body)}`, { status: code })
  const answer = await exchange(session, { ...request, api: 'uiex' }, async () => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof FlyError && error.status !== undefined)
        throw refused(error.status, { error: error.message })
      throw error
    }
  })
  if (answer.kind === 'value') return answer.value
  throw refused(answer.status, answer.body)
}

/** Runs a wait that Ctrl+C ends. */
export async function hooked<T>(session: Session, work: () => Promise<T>): Promise<T> {
  session.hooks++
  try {
    return await work()
  } finally {
    session.hooks--
  }
}

/** The app for the machines API: 401 without a valid token, 404 unknown, 403 not ours; a deploy token sees only its own. */
export function flapsApp(session: Session, name: string, wish: 'read' | 'write'): App {
  const { scopes } = session.identity
  if (scopes.length === 0) throw flapsError(session, 401, { error: 'unauthorized' })
  const app = session.platform.state.apps.get(name)
  if (app === undefined && scopes.some(({ kind }) => kind !== 'deploy')) {
    throw flapsError(session, 404, { error: 'app not found' })
  }
  if (app === undefined || !mayUse(session.identity, app, wish))
    throw flapsError(session, 403, { error: 'unauthorized' })
  return app
}

/** The app for GraphQL, which does not tell a foreign app from none. */
export function graphqlApp(session: Session, name: string): App {
  const app = session.platform.state.apps.get(name)
  if (app === undefined || !mayUse(session.identity, app, 'read'))
    throw new FlyError(`Could not find App "${name}"`)
  return app
}

/** A refusal of the machines API. */
export function flapsError(session: Session, code: number, body: unknown): FlyError {
  const requestId = session.platform.ids.request()
  return new FlyError(bodyMessage(body), { requestId, status: code })
}

type Answer<T> = { kind: 'value'; value: T } | { kind: 'failed'; status: number; body: unknown }

async function exchange<T>(session: Session, call: ApiCall, work: () => T | Promise<T>): Promise<Answer<T>> {
  const { platform, terminal } = session
  for (let attempt = 1; ; attempt++) {
    await setImmediate()
    terminal.signal.throwIfAborted()
    const reused = call.api === 'flaps' && session.flapsRequests++ > 0
    const fault = platform.faults.api(call)
    if (fault === undefined) return { kind: 'value', value: await work() }
    if (fault.seconds !== undefined) return slowAnswer(session, fault, work)
    if (fault.late) await work()
    if (fault.drop) {
      // Go repeats a GET by itself when a kept-alive connection turns out to be dead (measured).
      if (reused && call.method === 'GET') continue
      throw new FlyError(`${titled(call.method)} "${platform.url}${call.path}": EOF`)
    }
    const code = fault.status ?? 500
    if ((code !== 502 && code !== 503) || attempt === ATTEMPTS) return failedAnswer(fault, code)
    await platform.pace.sleep(100, terminal.signal)
  }
}

/** An answer of the platform itself that takes its time. */
async function slowAnswer<T>(
  { platform, terminal }: Session,
  { seconds = 0, late = false }: ApiFault,
  work: () => T | Promise<T>,
): Promise<Answer<T>> {
  const wait = () => platform.pace.sleep(seconds * 1000, terminal.signal)
  if (!late) await wait()
  const value = await work()
  if (late) await wait()
  return { kind: 'value', value }
}

function failedAnswer(fault: ApiFault, code: number): Answer<never> {
  return { kind: 'failed', status: code, body: fault.body ?? { error: `injected fault ${code}` } }
}

/** `FLY_FLAPS_BASE_URL` may point elsewhere: then the connection is really tried. */
async function reachFlaps(session: Session, call: { method: string; path: string }): Promise<void> {
  const base = session.terminal.env.FLY_FLAPS_BASE_URL
  if (base === undefined || base === session.platform.url) return
  const { hostname, port, host } = new URL(base)
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) })
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', () =>
      reject(
        new FlyError(
          `${titled(call.method)} "${base}${call.path}": dial tcp ${host}: connect: connection refused`,
        ),
      ),
    )
  })
}

const titled = (method: string): string => method.charAt(0) + method.slice(1).toLowerCase()

const status = (code: number): string => `server returned a non-200 status code: ${code}`

function bodyMessage(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'error' in body) return String(body.error)
  return String(body)
}

/** The recordings' server writes JSON with a space after the colon. */
const pythonJson = (body: unknown): string => JSON.stringify(body).replace(/":/g, '": ')
