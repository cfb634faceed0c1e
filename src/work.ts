import type { Dispatcher } from 'undici'
import type { FlyContext } from './apply/fly/run-changes.ts'
import type { Desired } from './desired.ts'
import type { Inputs } from './inputs.ts'
import type { Project } from './project.ts'
import type { Journal } from './report/journal.ts'
import type { Prometheus } from './verify/answers.ts'

/** What the stages of one run share: what is wanted, what to reach it with, and where it is written down. */
export interface Work {
  inputs: Inputs
  project: Project
  desired: Desired
  fly: FlyContext
  pool: Dispatcher
  prometheus: Prometheus
  journal: Journal
  /** Aborted when the workflow is cancelled. */
  cancel: AbortSignal
  /** Aborted when the workflow is cancelled or the time is up. */
  signal: AbortSignal
}
