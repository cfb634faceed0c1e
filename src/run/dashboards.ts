import { throwIfAny } from '../config/configuration.ts'
import { readProject } from '../config/sources/project.ts'
import { desiredGrafana } from '../desired/grafana/grafana.ts'
import { createPool } from '../lib/http.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import { applyToGrafana } from './apply-grafana.ts'
import { checkShipped } from './check.ts'
import type { ModeHandler } from './context.ts'
import { readScrapeSecrets } from './read-scrape-secrets.ts'

/**
 * Only the Grafana part: no request to Fly or Prometheus. The data source is created when it can be (with
 * `prometheus-url`, and the password if there is one), else the one of an earlier run is used; until it exists, the
 * dashboards are written and the rules are not.
 */
export const dashboardsMode: ModeHandler = async (inputs, report, context) => {
  const { env, log, signal: cancel, timeUp } = context
  const { project, problems } = readProject(inputs, workspaceRoot(env))
  throwIfAny(problems)
  await checkShipped(project, inputs, context)
  const { secrets } = readScrapeSecrets(project, env)
  const grafana = desiredGrafana(project, inputs, { commit: env.GITHUB_SHA, secrets })
  const signal = AbortSignal.any([cancel, timeUp])
  if (grafana)
    await report.timed('Grafana', () =>
      applyToGrafana(grafana, inputs, report, { log, signal, pool: createPool(env) }),
    )
}
