import type { Dispatcher } from 'undici'
import { createGrafana } from '../clients/grafana/client.ts'
import { credentialVariables } from '../config/credentials.ts'
import type { Project } from '../config/sources/project.ts'
import { desiredGrafana } from '../desired/grafana/grafana.ts'
import type { Inputs } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import type { PlannedChange } from '../model/planned.ts'
import { plannedGrafana } from '../plan/diff/grafana.ts'
import { type GrafanaPlan, objectsOf } from '../plan/grafana/diff.ts'
import { isChange } from '../plan/grafana/outcome.ts'
import { planGrafana } from '../plan/grafana/plan.ts'
import { asWarning } from './compare-fly.ts'

export interface GrafanaComparison {
  isRead: boolean
  changes: PlannedChange[]
  problems: Diagnostic[]
}

/** Reads Grafana and compares it; nothing is written. Undefined without Grafana. */
export async function compareGrafana(
  project: Project,
  given: Inputs,
  tools: { commit: string | undefined; pool: Dispatcher; signal: AbortSignal },
): Promise<GrafanaComparison | undefined> {
  const { grafana } = given
  const desired = desiredGrafana(project, withPassword(given), {
    commit: tools.commit,
    secrets: new Map(credentialVariables(project.config).map((name) => [name, NOT_GIVEN])),
  })
  if (!grafana || !desired) return undefined
  try {
    const client = createGrafana({ ...grafana, pool: tools.pool, signal: tools.signal })
    const plan = await planGrafana(client, desired)
    return { isRead: true, changes: plannedGrafana(plan), problems: problemsIn(plan) }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return { isRead: false, changes: [], problems: error.problems.map(asWarning) }
  }
}

const NOT_GIVEN = 'not given'

/** A deploy always knows a password: whether Grafana has one is compared, its value never is. */
const withPassword = (inputs: Inputs): Inputs =>
  inputs.flyToken === '' && inputs.prometheusPassword === undefined
    ? { ...inputs, prometheusPassword: NOT_GIVEN }
    : inputs

/** Failures that the repository or Grafana's content decides, and so a deploy has, too. All others may be those of this token. */
const DECIDED = new Set([
  ...['grafana-dashboard-clash', 'grafana-dashboard-duplicate', 'grafana-dashboard-v2'],
  ...['grafana-datasource-type', 'grafana-datasource-missing', 'grafana-receiver'],
])

/** What follows from another problem is counted there. */
function problemsIn(plan: GrafanaPlan): Diagnostic[] {
  const found = objectsOf(plan).flatMap((one) => (!isChange(one) && 'problem' in one ? [one.problem] : []))
  return [...found, ...plan.warnings]
    .filter(({ code }) => code !== 'grafana-not-tried')
    .map((problem) => (problem.at || DECIDED.has(problem.code) ? problem : asWarning(problem)))
}
