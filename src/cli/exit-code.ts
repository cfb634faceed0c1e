import type { RunReport } from '../report/report.ts'
import { exitCode } from '../run/exit-code.ts'

/** Exit code of a run that was interrupted. */
export const INTERRUPTED = 130

/** 0 good, 1 not healthy, 2 wrong inputs or files, 3 the platform refused or failed, 130 interrupted. */
export function exitCodeOf(report: RunReport, interrupted: boolean): number {
  if (interrupted) return INTERRUPTED
  if (exitCode(report) === 0) return 0
  if (report.verdict.failures.some(({ decides }) => decides)) return 1
  // A page that differs from the contract is an answer, not a failure of a server.
  if (report.mode === 'contract' && !report.refused && report.checked) return 1
  return report.refused || report.mode === 'plan' ? 2 : 3
}

/** As of a run: 0 removed, 2 not agreed to or wrong inputs, 3 Fly or Grafana refused or failed, 130 interrupted. */
export function exitCodeOfRemoval({ problems, refused }: RunReport, interrupted: boolean): number {
  if (interrupted) return INTERRUPTED
  if (problems.every(({ severity }) => severity !== 'error')) return 0
  return refused ? 2 : 3
}
