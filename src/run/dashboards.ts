import { readProject, throwIfAny } from '../config/project.ts'
import { desiredGrafana } from '../desired/grafana/grafana.ts'
import { createPool } from '../lib/http.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import { applyToGrafana } from './apply-grafana.ts'
import { checkShipped } from './check.ts'
import type { ModeHandler } from './context.ts'

/**
 * Only the Grafana part: no Fly, and no question to Prometheus. The data source is made when it may be (given
 * `prometheus-url`, and the password where there is one), else it is the one that an earlier run has made; until it is
 * there, the dashboards are written and the rules are not.
 */
export const dashboardsMode: ModeHandler = async (inputs, journal, context) => {
  const { env, log, signal: cancel, timeUp } = context
  const { project, problems } = readProject(inputs, workspaceRoot(env))
  throwIfAny(problems)
  await checkShipped(project, inputs, context)
  const grafana = desiredGrafana(project, inputs, undefined)
  const signal = AbortSignal.any([cancel, timeUp])
  if (grafana)
    await journal.timed('Grafana', () =>
      applyToGrafana(grafana, inputs, journal, { log, signal, pool: createPool(env) }),
    )
}
