import type { Dispatcher } from 'undici'
import type { Config } from '../../config/schema.ts'
import { messageOf } from '../../lib/errors.ts'
import { exchange, type HttpResponse } from '../../lib/http.ts'
import { publicUrl } from '../../model/fly-names.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { expectTargets, type MachinesByApp } from '../targets/expect.ts'

/** What came from a public address: an answer, or why there was none. */
export type EndpointAnswer =
  | { kind: 'answer'; status: number; text: string }
  | { kind: 'silence'; why: string; code: string }

/** A service that starts may take this long to be healthy. */
const HEALTH_MS = 30_000

/** Asks every public address that this configuration makes a claim about, side by side. */
export async function checkEndpoints(
  { config, machines, prometheusUrl }: { config: Config; machines: MachinesByApp; prometheusUrl: string },
  { pool, limits }: { pool: Dispatcher; limits: PollLimits },
): Promise<CheckEvidence[]> {
  const began = performance.now()
  const hear = (url: string) => ask(url, pool, limits.signal)
  const byApp = Map.groupBy(expectTargets(config, machines).targets, ({ app }) => app)
  const health = async (app: string, path: string) => {
    const url = `${publicUrl(app)}${path}`
    const rests = byApp.get(app)?.every(({ state }) => state === 'resting') ?? false
    return poll(async () => {
      const value = judgeHealth(url, await hear(url), rests)
      const done = value.outcome !== 'broken' || performance.now() - began > HEALTH_MS
      return { done, value, waitsFor: `${url}. ${value.why}` }
    }, limits)
  }
  return Promise.all([
    ...config.apps.flatMap(({ app, health: path }) => (path === undefined ? [] : health(app, path))),
    ...config.apps.map(async ({ app }) => {
      const url = `${publicUrl(app)}/metrics`
      return judgeExposure(url, await hear(url))
    }),
    hear(`${prometheusUrl.replace(/(?<!\/)\/+$/, '')}/api/v1/status/buildinfo`).then((heard) =>
      judgeAccess(prometheusUrl, config.monitoring.access, heard),
    ),
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

/** The health address of a main app must answer 200, unless all of its machines `rest`: they are stopped and may be. */
export function judgeHealth(url: string, heard: EndpointAnswer, rests = false): CheckEvidence {
  const about = { area: 'health', subject: url, certainty: 'proven' } as const
  if (heard.kind === 'answer' && heard.status === 200)
    return { ...about, outcome: 'holds', why: 'It answers 200.' }
  const why =
    heard.kind === 'answer' ? `It answers ${heard.status}, not 200.` : `It does not answer: ${heard.why}`
  if (rests && (heard.kind === 'silence' || heard.status >= 500))
    return {
      ...about,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: `Every machine of the app is stopped, as it may be. ${why}`,
    }
  return {
    ...about,
    outcome: 'broken',
    why,
    next: 'Read the log of the app, and check health in the configuration; the app needs a public address.',
  }
}

/** A metrics endpoint on the public address tells everybody what happens inside. */
export function judgeExposure(url: string, heard: EndpointAnswer): CheckEvidence {
  const about = { area: 'metrics-exposure', subject: url } as const
  if (heard.kind === 'silence')
    return {
      ...about,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: `It does not answer: ${heard.why}`,
    }
  if (heard.status >= 500)
    return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${heard.status}.` }
  if (
    heard.status === 200 &&
    /^# (TYPE|HELP) |^[a-zA-Z_:][\w:]*(\{.*\})? [-+\d.eENaInf]+( \d+)?$/m.test(heard.text)
  )
    return {
      ...about,
      outcome: 'warning',
      certainty: 'proven',
      why: 'Metrics stand open to everybody on the public address.',
      next: 'Serve them on a port of their own, which stays on the private network.',
    }
  return {
    ...about,
    outcome: 'holds',
    certainty: 'proven',
    why: `No metrics on the public address (HTTP ${heard.status}).`,
  }
}

/** Prometheus must refuse who comes without the password, unless it is meant to be open. */
export function judgeAccess(
  url: string,
  access: Config['monitoring']['access'],
  heard: EndpointAnswer,
): CheckEvidence {
  const about = { area: 'access', subject: url } as const
  if (heard.kind === 'silence')
    return {
      ...about,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: `It does not answer: ${heard.why}`,
    }
  if (heard.status >= 500)
    return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${heard.status}.` }
  const open = heard.status === 200
  if (access === 'public')
    return {
      ...about,
      outcome: open ? 'warning' : 'broken',
      certainty: 'proven',
      why: open
        ? 'Everybody can read all metrics, as the configuration asks.'
        : `It is meant to be open and answers ${heard.status}.`,
      next: open ? 'Set access: password unless that is really meant.' : 'Deploy the monitoring app again.',
    }
  if (heard.status === 401)
    return { ...about, outcome: 'holds', certainty: 'proven', why: 'Without credentials it answers 401.' }
  return {
    ...about,
    outcome: 'broken',
    certainty: 'proven',
    why: open
      ? 'It answers everybody without a password: all metrics are open to the world.'
      : `Without credentials it answers ${heard.status}, not 401.`,
    next: 'Deploy the monitoring app again; its --web.config.file is not in force.',
  }
}
