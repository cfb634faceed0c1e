import { explain } from '../apply/fly/wait-for-machines.ts'
import type { Machine } from '../model/fly.ts'
import { diagnoseMachines } from '../plan/fly/diagnose-machines.ts'
import { wrongRegion } from '../plan/fly/region.ts'
import type { VerifyRequest } from '../verify/request.ts'
import type { Session } from './session.ts'

/** States in which a machine is not running, and Fly starts it on a request. */
const AT_REST = new Set(['stopped', 'suspended', 'created'])

/**
 * Looks at the machine of Prometheus before it is asked: a request to its public address would start a stopped machine,
 * and then it would look as if it had scraped all the time. Records a problem for a machine that has failed.
 */
export async function checkPrometheusMachine(
  { fly, desired, report }: Session,
  listed: readonly Machine[],
): Promise<Pick<VerifyRequest, 'atRest'> | 'failed'> {
  const { app, region } = desired.monitoring
  const misplaced = wrongRegion({ app, region, key: '`monitoring.region`' }, listed)
  if (misplaced) report.problems.push(misplaced)
  // Also a machine that no deploy has made may run Prometheus.
  const machines = listed
    .filter(({ standby }) => !standby)
    .map((machine) => ({ releaseVersion: 0, ...machine }))
  const expected = { app, mayStop: false }
  const found = diagnoseMachines(expected, machines)
  if (!found || machines.some(({ state }) => !AT_REST.has(state) && state !== 'failed')) return {}
  const problem = await explain(found.problem, { expected, machines }, fly)
  if (problem.code === 'fly-stopped' || problem.code === 'fly-not-started')
    return {
      atRest: {
        subject: app,
        why: `${problem.message} While it is stopped, nothing is scraped and no alert fires; it was not asked, because that could start it.`,
        next: problem.hint,
      },
    }
  report.problems.push(problem)
  return 'failed'
}
