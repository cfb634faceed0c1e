import { applyToGrafana } from '../bring.ts'
import { desireGrafana } from '../desired-grafana.ts'
import { createPool } from '../lib/http.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import { insist, readProject } from '../project.ts'
import type { Story } from '../run.ts'

/**
 * Only the Grafana part: no Fly, and no question to Prometheus. The data source is made when it may be (given
 * `prometheus-url`, and the password where there is one), else it is the one that an earlier run has made; until it is
 * there, the dashboards are written and the rules are not.
 */
export const dashboards: Story = async (inputs, journal, { env, log, signal: cancel, timeUp }) => {
  const { project, problems } = readProject(inputs, workspaceRoot(env))
  insist(problems)
  const grafana = desireGrafana(project, inputs, undefined)
  const signal = AbortSignal.any([cancel, timeUp])
  if (grafana)
    await journal.timed('Grafana', () =>
      applyToGrafana(grafana, inputs, journal, { log, signal, pool: createPool(env) }),
    )
}
