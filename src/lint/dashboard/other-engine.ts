import { initMarkOf } from '../../desired/manual/mark.ts'
import { BY_NPX } from '../../lib/documentation.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { diagnostic, type Entry } from '../rule.ts'

/** A file of the repository that an earlier configuration led to. */
export const dashboardOfOtherEngine: Entry = {
  code: 'dashboard/other-engine',
  severity: 'error',
  what: 'A dashboard that `init` wrote is for a Prometheus that this action deploys, and the configuration has `engine: fly`.',
  why: "Its queries select by the label `service` or read recorded series. Fly's managed Prometheus has neither, so that its panels stay empty.",
}

/** What the dashboards that this action makes for its own Prometheus ask for, as JSON has it. */
const ASKS_OWN = /\bservice=~?\\"|\bservice:targets:/

/** Dashboards that this action makes for a service, which it makes for every engine. */
const OF_SERVICE = /"uid": "deploy-monitoring-(?!slos")/

/** One finding in place of one for each query, where Fly's managed Prometheus is asked with a dashboard for another engine. */
export function ofOtherEngine(file: string, text: string, found: Diagnostic[]): Diagnostic[] {
  const mark = initMarkOf(text)
  const others = found.filter(({ code }) => !code.startsWith('query/'))
  if (!mark || others.length === found.length || !ASKS_OWN.test(text)) return found
  const init = `Run \`${BY_NPX} init${mark.changed ? ' --force' : ''}\`, which writes it again, and commit the result.`
  const finding = diagnostic(
    dashboardOfOtherEngine,
    { file, line: 1, column: 1 },
    `This dashboard was written by \`init\` for a Prometheus that this action deploys; with \`engine: fly\`, ${found.length - others.length} of its queries return nothing.`,
    OF_SERVICE.test(text) ? init : 'Remove the file: there is no such dashboard with `engine: fly`.',
  )
  return [finding, ...others]
}
