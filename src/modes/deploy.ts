import type { FlyContext } from '../apply/fly/run-changes.ts'
import { createFlyctl, type Start } from '../clients/flyctl/client.ts'
import { findFlyctl } from '../clients/install.ts'
import { createPrometheus } from '../clients/prometheus.ts'
import { type Deployed, deployAll, lookAtAll } from '../deploy.ts'
import { type Desired, desire } from '../desired.ts'
import { askFlyctl, needAddresses, readFlyTomls } from '../fly-tomls.ts'
import type { Inputs } from '../inputs.ts'
import type { Problem } from '../lib/errors.ts'
import { createPool } from '../lib/http.ts'
import { count } from '../lib/text.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import { insist, readProject } from '../project.ts'
import { prove } from '../prove.ts'
import { PROMETHEUS_USER } from '../render/prometheus.ts'
import type { Journal } from '../report/journal.ts'
import type { ModeContext, Story } from '../run.ts'
import type { Work } from '../work.ts'

/** Everything: deploy, bring dashboards, prove. */
export const deploy: Story = async (inputs, journal, around) => {
  const work = await open(inputs, journal, around)
  const deployed = await journal.timed('deploy', () => deployAll(work), startsOf(work))
  if (hasFailed(deployed)) return
  await journal.timed('verify', () => proveAll(work, deployed))
}

/** Only the proof, of what is there. */
export const verify: Story = async (inputs, journal, around) => {
  const work = await open(inputs, journal, around)
  const found = await journal.timed('look', () => lookAtAll(work), startsOf(work))
  if (hasFailed(found)) return
  await journal.timed('verify', () => proveAll(work, found))
}

/** Reads and checks everything, and opens what the stages work with; nothing is changed before all of it is right. */
async function open(inputs: Inputs, journal: Journal, around: ModeContext): Promise<Work> {
  const { project, problems } = readProject(inputs, workspaceRoot(around.env))
  // Only a deploy reads the apps' Fly configurations.
  const tomls = inputs.mode === 'deploy' ? readFlyTomls(project) : { found: [], problems: [] }
  insist([...problems, ...tomls.problems])
  refuse(
    tomls.found.flatMap((file) => file.problems),
    journal,
  )
  const desired = desire(project, inputs, {
    commit: around.env.GITHUB_SHA,
    needAddresses: needAddresses(tomls.found),
  })
  tell(desired, journal)
  const signal = AbortSignal.any([around.signal, around.timeUp])
  const fly = await openFly(inputs, around, { until: around.until, signal })
  refuse(await askFlyctl(tomls.found, project, fly.flyctl), journal)
  const pool = createPool(around.env)
  const prometheus = createPrometheus({ ...addressOf(desired), pool, signal })
  return { inputs, project, desired, fly, pool, prometheus, journal, cancel: around.signal, signal }
}

async function proveAll(work: Work, deployed: Deployed): Promise<void> {
  const evidence = await prove(work, deployed)
  work.journal.evidence = evidence
  work.journal.problems.push(...evidence.problems)
}

const hasFailed = ({ apps }: Deployed): boolean => apps.some(({ problems }) => problems.length > 0)

/** Stops before anything is changed when flyctl would refuse a file; warnings go on. */
function refuse(problems: readonly Problem[], journal: Journal): void {
  journal.problems.push(...problems.filter(({ severity }) => severity === 'warning'))
  insist(problems.filter(({ severity }) => severity === 'error'))
}

/** What is known before anything happens. */
function tell({ monitoring, prometheusUrl, health, skipped }: Desired, journal: Journal): void {
  const { app, password } = monitoring
  journal.monitoring = { app, url: prometheusUrl, password: password !== undefined }
  journal.health = health
  journal.skipped = skipped
}

async function openFly(
  inputs: Inputs,
  around: ModeContext,
  limits: { until: number; signal: AbortSignal },
): Promise<FlyContext> {
  const { env, log, scratch } = around
  const starts: Start[] = []
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

const startsOf =
  ({ fly: { flyctl } }: Work) =>
  (): string => {
    const all = flyctl.starts()
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0)
    return `${count(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`
  }
