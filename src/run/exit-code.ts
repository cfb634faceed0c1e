import type { RunReport } from '../report/report.ts'

/** Exit code of a run: 1 when something failed, or when something that `fail-on` requires is not proven. */
export const exitCode = ({ verdict }: RunReport): 0 | 1 =>
  verdict.kind === 'failed' || verdict.failures.some(({ decides }) => decides) ? 1 : 0
