import type { FlyContext } from './apply/fly.ts'
import { createFlyctl } from './clients/flyctl/client.ts'
import { findFlyctl } from './clients/install.ts'
import { createPrometheus } from './clients/prometheus.ts'
import { deployAll } from './deploy.ts'
import { type Desired, desire } from './desired.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { ActionError } from './lib/errors.ts'
import { basicAuth, createPool } from './lib/http.ts'
import type { Log } from './lib/log.ts'
import { count } from './lib/text.ts'
import { type Project, readProject } from './project.ts'
import { prove } from './prove.ts'
import { PROMETHEUS_USER } from './render/prometheus.ts'
import { type Journal, openJournal } from './report/journal.ts'
import type { Report } from './report/report.ts'
import type { Work } from './work.ts'

/** What a run gets from where it was started. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  log: Log
  /** Cancels the run. */
  signal: AbortSignal
  /** A folder of this run, outside the workspace. */
  scratch: string
}

/** From inputs to a report, top to bottom. It never throws: whatever stops it is part of the report. */
export async function run(around: Surroundings): Promise<Report> {
  const journal = openJournal(around.log)
  let failOn: Inputs['failOn'] = 'targets'
  try {
    const inputs = readInputs(around.env)
    failOn = inputs.failOn
    await deployAndProve(inputs, journal, around)
  } catch (error) {
    journal.failed(error)
  }
  return journal.close(failOn)
}

async function deployAndProve(inputs: Inputs, journal: Journal, around: Surroundings): Promise<void> {
  const until = Date.now() + inputs.timeoutMs
  const project = readProject(inputs, around.env.GITHUB_WORKSPACE ?? process.cwd())
  refuse(project, journal)
  const desired = desire(project, inputs, around.env.GITHUB_SHA)
  tell(desired, journal, around.log)
  const fly = await openFly(inputs, until, around)
  const pool = createPool()
  const prometheus = createPrometheus({ ...addressOf(desired), pool, signal: fly.signal })
  const work: Work = { inputs, project, desired, fly, pool, prometheus, journal, cancel: around.signal }

  const deployed = await journal.timed('deploy', () => deployAll(work), startsOf(fly))
  if (deployed.apps.some(({ problems }) => problems.length > 0)) return
  journal.evidence = await journal.timed('verify', () => prove(work, deployed))
  journal.problems.push(...journal.evidence.problems)
}

/** Stops before anything is changed when flyctl would refuse a file; warnings go on. */
function refuse({ flyTomls }: Project, journal: Journal): void {
  const problems = flyTomls.flatMap((file) => file.problems)
  journal.problems.push(...problems.filter(({ severity }) => severity === 'warning'))
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new ActionError('configuration', errors)
}

/** What is known before anything happens; values that were derived are masked before they can be printed. */
function tell({ monitoring, prometheusUrl, health, skipped }: Desired, journal: Journal, log: Log): void {
  const { app, password, secrets } = monitoring
  for (const { value } of secrets) log.secret(Buffer.from(value).toString('base64'))
  if (password !== undefined) {
    log.secret(password)
    log.secret(basicAuth(PROMETHEUS_USER, password).replace('Basic ', ''))
  }
  journal.monitoring = { app, url: prometheusUrl, password: password !== undefined }
  journal.health = health
  journal.skipped = skipped
}

async function openFly(inputs: Inputs, until: number, around: Surroundings): Promise<FlyContext> {
  const { env, log, scratch } = around
  const signal = AbortSignal.any([around.signal, AbortSignal.timeout(until - Date.now())])
  const binary = await findFlyctl({ env, log, signal, ...inputs.flyctl })
  const token = inputs.flyToken
  // Only a cancelled workflow interrupts flyctl; when the time is up, its own deadline does, and says so.
  const flyctl = createFlyctl({ binary, token, scratch, log, signal: around.signal, environment: env })
  return { flyctl, log, until, signal }
}

function addressOf({ monitoring: { password }, prometheusUrl }: Desired) {
  const credentials = password === undefined ? undefined : { user: PROMETHEUS_USER, password }
  return { url: prometheusUrl, credentials }
}

const startsOf =
  ({ flyctl }: FlyContext) =>
  (): string => {
    const all = flyctl.starts()
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0)
    return `${count(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`
  }
