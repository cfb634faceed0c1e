import { type ActionError, platformError } from '../../lib/errors.ts'
import type { HttpResponse } from '../../lib/http.ts'
import { oneLine } from '../../lib/text.ts'
import type { Prometheus } from '../../verify/answers.ts'
import { createPrometheus } from '../prometheus.ts'
import { bodyOf, refusal } from './errors.ts'
import { baseOf, type GrafanaServer, whereOf } from './request.ts'
import { segment } from './shaped.ts'

/** Prometheus the way a viewer's browser asks it: through Grafana's proxy in front of the data source. */
export function throughDataSource(server: GrafanaServer, uid: string): Prometheus {
  const { token, pool, signal } = server
  return createPrometheus({
    ...{ url: `${baseOf(server.url)}/api/datasources/proxy/uid/${segment(uid)}`, pool, signal },
    credentials: { token },
    refused: (answer) => refusedByGrafana(answer, uid, server),
  })
}

/** What Grafana itself answers in the place of Prometheus; undefined where the words are Prometheus' own. */
function refusedByGrafana(answer: HttpResponse, uid: string, server: GrafanaServer): ActionError | undefined {
  const name = oneLine(uid, 100)
  // Grafana makes a 400 of Prometheus' 401, lest a browser takes it for its own; it is not even JSON (measured on 10.1).
  if (answer.status === 400 && /^authentication to data source failed/i.test(answer.text))
    return platformError(
      'grafana-datasource-unhealthy',
      `Prometheus refuses the password that Grafana has for the data source "${name}".`,
      'Deploy again, which sends the right one, or correct it in the data source.',
    )
  const said = (bodyOf(answer) ?? {}) as { message?: unknown }
  if (typeof said.message !== 'string') return undefined
  if (answer.status === 401 || answer.status === 403)
    return refusal(answer, { to: `ask the data source "${name}"`, ...whereOf(server) })
  if (answer.status !== 404) return undefined
  return platformError(
    'grafana-datasource-missing',
    `Grafana has no data source "${name}" yet.`,
    'Run mode deploy, which makes it together with the dashboards; where grafana.datasource in monitoring.yml names it, correct that.',
  )
}
