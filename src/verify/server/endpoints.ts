import type { Dispatcher } from 'undici'
import type { Config } from '../../config/schema.ts'
import { messageOf } from '../../lib/errors.ts'
import { exchange, type HttpResponse } from '../../lib/http.ts'
import { withoutEndSlash } from '../../lib/text.ts'
import { publicUrl } from '../../model/fly-names.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { expectTargets, type MachinesByApp } from '../targets/expect.ts'

/** The answer of a public address, or why there was none. */
export type EndpointAnswer =
  | { kind: 'answer'; status: number; text: string }
  | { kind: 'silence'; why: string; code: string }

/** A service that starts may take this long to be healthy. */
const HEALTH_MS = 30_000

interface EndpointTools {
  pool: Dispatcher
  limits: PollLimits
}

/** Requests every public address that the configuration declares and that of Prometheus, concurrently. */
export async function checkEndpoints(
  { prometheusUrl, ...request }: { config: Config; machines: MachinesByApp; prometheusUrl: string },
  tools: EndpointTools,
): Promise<CheckEvidence[]> {
  const url = `${withoutEndSlash(prometheusUrl)}/api/v1/status/buildinfo`
  const [ofApps, access] = await Promise.all([
    checkPublicEndpoints(request, tools),
    ask(url, tools.pool, tools.limits.signal),
  ])
  return [...ofApps, judgeAccess(prometheusUrl, request.config.monitoring.access, access)]
}

/** Requests the public addresses of the main apps. */
export async function checkPublicEndpoints(
  { config, machines }: { config: Config; machines: MachinesByApp },
  { pool, limits }: EndpointTools,
): Promise<CheckEvidence[]> {
  const began = performance.now()
  const get = (url: string) => ask(url, pool, limits.signal)
  const byApp = Map.groupBy(
    expectTargets(config, machines).targets.filter(({ machine }) => machine !== undefined),
    ({ app }) => app,
  )
  const health = async (app: string, path: string) => {
    const url = `${publicUrl(app)}${path}`
    const rests = byApp.get(app)?.every(({ state }) => state === 'resting') ?? false
    return poll(async () => {
      const value = judgeHealth(url, await get(url), rests)
      const done = value.outcome !== 'broken' || performance.now() - began > HEALTH_MS
      return { done, value, waitsFor: `${url}. ${value.why}` }
    }, limits)
  }
  return Promise.all([
    ...config.apps.flatMap(({ app, health: path }) => (path === undefined ? [] : health(app, path))),
    ...config.apps.map(async ({ app }) => {
      const url = `${publicUrl(app)}/metrics`
      return judgeExposure(url, await get(url))
    }),
  ])
}

async function ask(url: string, pool: Dispatcher, signal: AbortSignal | undefined): Promise<EndpointAnswer> {
  try {
    const { status, text }: HttpResponse = await exchange(pool, { url, ...(signal && { signal }) })
    return { kind: 'answer', status, text }
  } catch (error) {
    return { kind: 'silence', why: messageOf(error), code: String((error as { code?: unknown }).code ?? '') }
  }
}

/**
 * The health endpoint of a main app must answer 200, unless all of its machines are stopped and allowed to be
 * (`rests`).
 */
export function judgeHealth(url: string, answer: EndpointAnswer, rests = false): CheckEvidence {
  const about = { area: 'health', subject: url, certainty: 'proven' } as const
  if (answer.kind === 'answer' && answer.status === 200)
    return { ...about, outcome: 'holds', why: 'It answers 200.' }
  const why =
    answer.kind === 'answer' ? `It answers ${answer.status}, not 200.` : `It does not answer: ${answer.why}`
  if (rests && (answer.kind === 'silence' || answer.status >= 500))
    return {
      ...about,
      outcome: 'nothing-to-check',
      certainty: 'not checked',
      why: `Every machine of the app is stopped, which is allowed. ${why}`,
    }
  return {
    ...about,
    outcome: 'broken',
    why,
    next: nextFor(url, answer),
  }
}

function nextFor(url: string, answer: EndpointAnswer): string {
  if (answer.kind === 'answer' || answer.code !== 'ENOTFOUND')
    return 'Read the log of the app and check `health` in the configuration; the app also needs a public address.'
  const app = new URL(url).hostname.split('.')[0]
  return `The app has no public address: see \`flyctl ips list -a ${app}\`. A deploy of the app by this action allocates it; by hand: \`flyctl ips allocate-v4 --shared -a ${app}\` and \`flyctl ips allocate-v6 -a ${app}\`.`
}

/** Metrics must not be readable on the public address. */
export function judgeExposure(url: string, answer: EndpointAnswer): CheckEvidence {
  const about = { area: 'metrics-exposure', subject: url } as const
  if (answer.kind === 'silence')
    return {
      ...about,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: `It does not answer: ${answer.why}`,
    }
  if (answer.status >= 500)
    return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${answer.status}.` }
  if (
    answer.status === 200 &&
    /^# (TYPE|HELP) |^[a-zA-Z_:][\w:]*(\{.*\})? [-+\d.eENaInf]+( \d+)?$/m.test(answer.text)
  )
    return {
      ...about,
      outcome: 'warning',
      certainty: 'proven',
      why: 'Anyone can read the metrics on the public address.',
      next: 'Serve them on a separate port that only the private network can reach.',
    }
  return {
    ...about,
    outcome: 'holds',
    certainty: 'proven',
    why: `No metrics on the public address (HTTP ${answer.status}).`,
  }
}

/** Prometheus must reject requests without the password, unless access is public. */
export function judgeAccess(
  url: string,
  access: Config['monitoring']['access'],
  answer: EndpointAnswer,
): CheckEvidence {
  const about = { area: 'access', subject: url } as const
  if (answer.kind === 'silence')
    return {
      ...about,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: `It does not answer: ${answer.why}`,
    }
  if (answer.status >= 500)
    return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${answer.status}.` }
  // Prometheus itself does not answer 403: what it requires cannot be seen from here.
  if (answer.status === 403)
    return {
      ...about,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: 'What answers in front of Prometheus forbids it (HTTP 403), with or without a password.',
    }
  const open = answer.status === 200
  if (access === 'public')
    return {
      ...about,
      outcome: open ? 'warning' : 'broken',
      certainty: 'proven',
      why: open
        ? 'Anyone can read all metrics, as configured.'
        : `Access is configured as public, but it answers ${answer.status}.`,
      next: open
        ? 'Set `access: password` unless public access is intended.'
        : 'Deploy the monitoring app again.',
    }
  if (answer.status === 401)
    return { ...about, outcome: 'holds', certainty: 'proven', why: 'Without credentials it answers 401.' }
  return {
    ...about,
    outcome: 'broken',
    certainty: 'proven',
    why: open
      ? 'It answers without a password: anyone can read all metrics.'
      : `Without credentials it answers ${answer.status}, not 401.`,
    next: 'Deploy the monitoring app again: its `--web.config.file` is not in effect.',
  }
}
