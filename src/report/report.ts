import type { Mode } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { ChangeReport, DashboardReport, SkippedPart } from '../model/change.ts'
import type { PlannedDeploy } from '../model/planned.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Verdict } from '../verify/failure.ts'

export interface Timing {
  step: string
  seconds: number
  /** Number of programs started or requests sent. */
  note?: string
}

/** A main app after the run. */
export interface AppReport {
  app: string
  deployed: boolean
  machines: number
}

/** Everything that a run found out and did: the source of the summary, the outputs and the exit code. */
export interface RunReport {
  /** Undefined when the inputs were not valid. */
  mode: Mode | undefined
  verdict: Verdict
  /** Inputs or files were not valid, so nothing was started. */
  refused: boolean
  /** The commit whose files this run uses; undefined when it is not known. */
  commit: string | undefined
  /** Who started the workflow; undefined outside of one. */
  actor?: string | undefined
  /** Undefined when the run ended before the configuration was read. */
  monitoring: { app: string; url: string; password: boolean; silence?: string } | undefined
  apps: AppReport[]
  /** Public health endpoints of the main apps. */
  health: string[]
  changes: ChangeReport[]
  dashboards: DashboardReport[]
  evidence: Evidence | undefined
  /** Errors and warnings of every stage, in the order in which they occurred. */
  problems: Diagnostic[]
  skipped: SkippedPart[]
  /** Mode `plan`: how many files of each kind were checked. */
  checked: Readonly<Record<string, number>> | undefined
  timings: Timing[]
  /** What a deploy would change, or what this one set out to change; absent when nothing was compared. */
  planned?: PlannedDeploy
}

/** What a run knows before it ends: its report without the verdict. */
export type RunSoFar = Omit<RunReport, 'verdict'>

/** What a run knows when it starts. */
export const emptyRun = (): RunSoFar => ({
  mode: undefined,
  refused: false,
  commit: undefined,
  monitoring: undefined,
  apps: [],
  health: [],
  changes: [],
  dashboards: [],
  evidence: undefined,
  problems: [],
  skipped: [],
  checked: undefined,
  timings: [],
})
