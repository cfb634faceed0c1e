import type { Dispatcher } from 'undici'
import type { FlyTomlContext } from '../apply/fly/run-changes.ts'
import { createFlyctl, type FlyctlStart } from '../clients/flyctl/client.ts'
import { findFlyctl } from '../clients/flyctl/install.ts'
import { createPrometheus } from '../clients/prometheus/client.ts'
import { type Project, readProject, throwIfAny } from '../config/project.ts'
import { type Desired, desiredState } from '../desired/desired.ts'
import { PROMETHEUS_USER } from '../desired/prometheus.ts'
import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { createPool } from '../lib/http.ts'
import { count } from '../lib/text.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import type { Prometheus } from '../model/prometheus.ts'
import { checkShipped } from './check.ts'
import type { ModeContext } from './context.ts'
import { askFlyctl, needAddresses, readFlyConfigurations } from './fly-configurations.ts'
import type { ReportBuilder } from './record.ts'

/** What the stages of one run share: what is wanted, what to reach it with, and where it is written down. */
export interface Session {
  inputs: Inputs
  project: Project
  desired: Desired
  fly: FlyTomlContext
  pool: Dispatcher
  prometheus: Prometheus
  journal: ReportBuilder
  /** Aborted when the workflow is cancelled. */
  cancel: AbortSignal
  /** Aborted when the workflow is cancelled or the time is up. */
  signal: AbortSignal
}

/** Reads and checks everything, and opens what the stages work with; nothing is changed before all of it is right. */
export async function openSession(
  inputs: Inputs,
  journal: ReportBuilder,
  around: ModeContext,
): Promise<Session> {
  const { project, problems } = readProject(inputs, workspaceRoot(around.env))
  // Only a deploy reads the apps' Fly configurations.
  const tomls = inputs.mode === 'deploy' ? readFlyConfigurations(project) : { found: [], problems: [] }
  throwIfAny([...problems, ...tomls.problems])
  failOnErrors(
    tomls.found.flatMap((file) => file.problems),
    journal,
  )
  await checkShipped(project, inputs, around)
  const desired = desiredState(project, inputs, {
    commit: around.env.GITHUB_SHA,
    needAddresses: needAddresses(tomls.found),
  })
  announce(desired, journal)
  const signal = AbortSignal.any([around.signal, around.timeUp])
  const fly = await openFly(inputs, around, { until: around.until, signal })
  failOnErrors(await askFlyctl(tomls.found, project, fly.flyctl), journal)
  const pool = createPool(around.env)
  const prometheus = createPrometheus({ ...addressOf(desired), pool, signal })
  return { inputs, project, desired, fly, pool, prometheus, journal, cancel: around.signal, signal }
}

/** Stops before anything is changed when flyctl would refuse a file; warnings go on. */
function failOnErrors(problems: readonly Diagnostic[], journal: ReportBuilder): void {
  journal.problems.push(...problems.filter(({ severity }) => severity === 'warning'))
  throwIfAny(problems.filter(({ severity }) => severity === 'error'))
}

/** What is known before anything happens. */
function announce({ monitoring, prometheusUrl, health, skipped }: Desired, journal: ReportBuilder): void {
  const { app, password } = monitoring
  journal.monitoring = { app, url: prometheusUrl, password: password !== undefined }
  journal.health = health
  journal.skipped = skipped
}

async function openFly(
  inputs: Inputs,
  around: ModeContext,
  limits: { until: number; signal: AbortSignal },
): Promise<FlyTomlContext> {
  const { env, log, scratch } = around
  const starts: FlyctlStart[] = []
  const binary = await findFlyctl({
    env,
    log,
    workspaceRoot: workspaceRoot(around.env),
    signal: limits.signal,
    scratch,
    starts,
    ...inputs.flyctl,
  })
  // Only a cancelled workflow interrupts flyctl; when the time is up, the deadline of its own call does, and says so.
  const flyctl = createFlyctl({
    binary,
    token: inputs.flyToken,
    scratch,
    log,
    signal: around.signal,
    until: limits.until,
    starts,
    environment: env,
  })
  return { flyctl, log, ...limits }
}

function addressOf({ monitoring: { password }, prometheusUrl }: Desired) {
  const credentials = password === undefined ? undefined : { user: PROMETHEUS_USER, password }
  return { url: prometheusUrl, credentials }
}

export const describeStarts =
  ({ fly: { flyctl } }: Session) =>
  (): string => {
    const all = flyctl.starts()
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0)
    return `${count(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`
  }
