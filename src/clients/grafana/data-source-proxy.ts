import * as v from 'valibot'
import { type ActionError, platformError } from '../../lib/errors.ts'
import type { HttpResponse } from '../../lib/http.ts'
import { oneLine } from '../../lib/text.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import { createPrometheus } from '../prometheus/client.ts'
import { failureBody } from '../prometheus/errors.ts'
import { grafanaRefusal, jsonBodyOf } from './errors.ts'
import { baseUrlOf, describeServer, type GrafanaServer } from './request.ts'
import { pathSegment } from './response.ts'

/**
 * Prometheus the way a viewer's browser asks it: through Grafana's proxy in front of the data source. `kind`: what the data
 * source leads to, where it is not Prometheus.
 */
export function createDataSourceProxy(server: GrafanaServer, uid: string, kind?: 'store'): Prometheus {
  const { token, pool, signal } = server
  return createPrometheus({
    ...{ url: `${baseUrlOf(server.url)}/api/datasources/proxy/uid/${pathSegment(uid)}`, pool, signal },
    credentials: { token },
    ...(kind && { kind }),
    refused: (answer) => refusedByGrafana(answer, uid, server),
  })
}

/** The refusal of Grafana itself in place of Prometheus' answer; undefined where Prometheus answered. */
function refusedByGrafana(answer: HttpResponse, uid: string, server: GrafanaServer): ActionError | undefined {
  const name = oneLine(uid, 100)
  // Grafana turns Prometheus' 401 into a 400, so that a browser does not take it for Grafana's; it is not JSON
  // (measured on 10.1).
  if (answer.status === 400 && /^authentication to data source failed/i.test(answer.text))
    return platformError(
      'grafana-datasource-unhealthy',
      `Prometheus refuses the password that Grafana has for the data source "${name}".`,
      'Deploy again, which sets the right one, or correct it in the data source.',
    )
  const body = jsonBodyOf(answer)
  const isClientError = answer.status >= 400 && answer.status < 500
  if (!isClientError || v.is(failureBody, body)) return undefined
  const said = (body ?? {}) as { message?: unknown }
  if (typeof said.message !== 'string') return notFromPrometheus(answer, name)
  if (answer.status === 401 || answer.status === 403)
    return grafanaRefusal(answer, { to: `ask the data source "${name}"`, ...describeServer(server) })
  if (answer.status !== 404) return notFromPrometheus(answer, name, said.message)
  return platformError(
    'grafana-datasource-missing',
    `Grafana has no data source "${name}" yet.`,
    'Run mode deploy, which creates it together with the dashboards; if grafana.datasource in monitoring.yml names it, correct that.',
  )
}

/** Neither Prometheus' form nor a known refusal: it comes from Grafana, or from what its data source leads to. */
const notFromPrometheus = ({ status, text }: HttpResponse, name: string, said = text): ActionError =>
  platformError(
    'grafana-datasource-refused',
    `Grafana answers HTTP ${status} in place of Prometheus, asked through the data source "${name}": ${oneLine(said, 200) || 'no text'}`,
    'Open the data source in Grafana (Connections, Data sources) and press "Save & test": its URL must lead to Prometheus, and no proxy may refuse the request.',
  )
