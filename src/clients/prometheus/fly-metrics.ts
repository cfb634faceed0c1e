import type { Dispatcher } from 'undici'
import { ActionError, platformError } from '../../lib/errors.ts'
import { flyTokenScheme } from '../../lib/fly-token.ts'
import type { HttpResponse } from '../../lib/http.ts'
import { oneLine } from '../../lib/text.ts'
import { FLY_METRICS_TOKEN, type FlyMetrics, MAKE_FLY_METRICS_TOKEN } from '../../model/fly-series.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import { type AuthScheme, createPrometheus } from './client.ts'

export interface FlyMetricsServer {
  /** Without a slash at the end: `https://api.fly.io/prometheus/acme`. */
  url: string
  /** The slug, for messages. */
  organization: string
  /** Without its scheme. */
  token: string
  pool: Dispatcher
  signal?: AbortSignal | undefined
}

/**
 * Fly's managed Prometheus, read only. A 401 also means that the token was sent with the wrong scheme: the other one is tried
 * once, and kept if it is accepted.
 */
export function createFlyMetrics(server: FlyMetricsServer): FlyMetrics {
  const connect = (scheme: AuthScheme) =>
    createPrometheus({
      ...server,
      credentials: { token: server.token, scheme },
      refused: (answer) => refusalOf(answer, server.organization),
    })
  const usual = flyTokenScheme(server.token)
  let client = connect(usual)
  let other: Prometheus | undefined = connect(usual === 'FlyV1' ? 'Bearer' : 'FlyV1')

  const asked = async <T>(ask: (prometheus: Prometheus) => Promise<T>): Promise<T> => {
    try {
      return await ask(client)
    } catch (error) {
      const next = other
      if (!isUnauthorized(error) || !next) throw error
      const answer = await ask(next).catch((again: unknown) => {
        throw isUnauthorized(again) ? error : again
      })
      client = next
      return answer
    } finally {
      other = undefined
    }
  }
  return {
    query: (promql, at) => asked((prometheus) => prometheus.query(promql, at)),
    labelNames: (selector, from) => asked((prometheus) => prometheus.labelNames(selector, from)),
    seriesNames: (selector, from) => asked((prometheus) => prometheus.seriesNames(selector, from)),
    types: async (names) => {
      const all = await asked((prometheus) => prometheus.metricTypes()).catch(undefinedIfRefused)
      return (
        all && new Map(names.flatMap((name) => (all.has(name) ? [[name, all.get(name) ?? []] as const] : [])))
      )
    },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof ActionError ? (error.problems[0]?.code ?? '') : ''

const isUnauthorized = (error: unknown): boolean => codeOf(error) === 'fly-metrics-unauthorized'

/** Nothing is documented about types: any answer but a list of them says that they are not known. */
function undefinedIfRefused(error: unknown): undefined {
  if (error instanceof ActionError && codeOf(error) !== 'prometheus-cancelled') return undefined
  throw error
}

const NEW_TOKEN = `Create a read-only token of the organization with \`${MAKE_FLY_METRICS_TOKEN}\` and store it as ${FLY_METRICS_TOKEN}.`

/** What the refusals of Fly mean, as others measured them; errors of queries are JSON. */
function refusalOf(answer: HttpResponse, organization: string): ActionError | undefined {
  const said = oneLine(answer.text, 200)
  const quoted = said === '' ? '' : `: "${said}"`
  switch (answer.status) {
    case 401:
      return platformError(
        'fly-metrics-unauthorized',
        `Fly's managed Prometheus answers HTTP 401${quoted}, whether the token is sent as \`FlyV1\` or as \`Bearer\`: for this token there is no organization \`${organization}\`. Either \`monitoring.organization\` is not its slug, or the token is of another organization or has expired.`,
        `Compare \`monitoring.organization\` with \`flyctl orgs list\`. If it is right: ${NEW_TOKEN}`,
      )
    case 403:
      return platformError(
        'fly-metrics-forbidden',
        `Fly's managed Prometheus answers HTTP 403${quoted}: the token may not read the organization \`${organization}\`. A deploy token is for one app only.`,
        NEW_TOKEN,
      )
    case 400:
      return answer.json === undefined
        ? platformError(
            'prometheus-query',
            `Fly's managed Prometheus refuses the request (HTTP 400)${quoted}.`,
            'Its language is MetricsQL: correct the query so that Prometheus and VictoriaMetrics both accept it.',
          )
        : undefined
    default:
      return undefined
  }
}
