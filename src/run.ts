import type { Dispatcher } from 'undici'
import { flyChanges, grafanaChanges, grafanaDashboards, grafanaSkips, seenMachine } from './apply/changes.ts'
import type { FlyContext, FlyResult } from './apply/fly.ts'
import { watchApp } from './apply/fly.ts'
import { deployApp } from './apply/fly-app.ts'
import { deployMonitoring } from './apply/fly-monitoring.ts'
import { applyGrafana } from './apply/grafana.ts'
import { assetPath } from './assets.ts'
import { createFlyctl } from './clients/flyctl/client.ts'
import { listMachines } from './clients/flyctl/commands.ts'
import { createGrafana } from './clients/grafana.ts'
import { findFlyctl } from './clients/install.ts'
import { createPrometheus } from './clients/prometheus.ts'
import { type Desired, desire } from './desired.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { ActionError } from './lib/errors.ts'
import { basicAuth, createPool } from './lib/http.ts'
import type { Log } from './lib/log.ts'
import { count } from './lib/text.ts'
import { lintFlyToml } from './lint/fly-toml.ts'
import { type Project, readProject } from './project.ts'
import { PROMETHEUS_USER } from './render/prometheus.ts'
import { type Journal, openJournal } from './report/journal.ts'
import type { Report } from './report/report.ts'
import type { Prometheus } from './verify/answers.ts'
import type { Machines } from './verify/expect.ts'
import { reach } from './verify/reach.ts'
import { verify } from './verify/verify.ts'

/** What a run gets from where it was started. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  log: Log
  /** Cancels the run. */
  signal: AbortSignal
  /** A folder of this run, outside the workspace. */
  scratch: string
}

/** What the stages of one run share. */
interface Work {
  inputs: Inputs
  desired: Desired
  ctx: FlyContext
  pool: Dispatcher
  prometheus: Prometheus
  journal: Journal
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
  lint(project, journal)
  const desired = desire(project, inputs, around.env.GITHUB_SHA)
  tell(desired, journal, around.log)
  const ctx = await openFly(inputs, until, around)
  const pool = createPool()
  const prometheus = openPrometheus(desired, pool, ctx)
  const work: Work = { inputs, desired, ctx, pool, prometheus, journal }
  const deployed = await journal.timed('deploy', () => deployAll(work), starts(ctx))
  if (deployed.some(({ problems }) => problems.length > 0)) return
  const request = {
    config: project.config,
    machines: machinesOf(deployed),
    deadline: new Date(until),
    refreshMachines: () => lookAgain(project, ctx),
  }
  journal.evidence = await journal.timed('verify', () =>
    verify(request, { prometheus, log: around.log, signal: around.signal }),
  )
}

/** Stops before anything is changed when flyctl would refuse a file; warnings go on. */
function lint({ flyTomls, config }: Project, journal: Journal): void {
  const problems = flyTomls.flatMap(({ app: { app }, toml }) =>
    lintFlyToml(toml.text, toml.file, {
      app,
      services: config.services.filter((service) => service.app === app),
    }),
  )
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
  const { log, scratch } = around
  const signal = AbortSignal.any([around.signal, AbortSignal.timeout(until - Date.now())])
  const binary = await findFlyctl({ env: around.env, log, signal, ...inputs.flyctl })
  const flyctl = createFlyctl({
    binary,
    token: inputs.flyToken,
    scratch,
    log,
    signal: around.signal,
    environment: around.env,
  })
  return { flyctl, log, until, signal }
}

function openPrometheus(
  { monitoring, prometheusUrl }: Desired,
  pool: Dispatcher,
  { signal }: FlyContext,
): Prometheus {
  const { password } = monitoring
  const credentials = password === undefined ? undefined : { user: PROMETHEUS_USER, password }
  return createPrometheus({ url: prometheusUrl, credentials, pool, signal })
}

/** Side by side what does not depend on each other: Prometheus and then Grafana, which asks it; the main apps. */
async function deployAll(work: Work): Promise<FlyResult[]> {
  const { desired, ctx, journal } = work
  const monitoring = deployMonitoring({ desired: desired.monitoring, templates: assetPath('templates') }, ctx)
  const grafana = monitoring.then(({ problems }) => bringGrafana(work, problems.length === 0))
  const apps = desired.orders.map((order) =>
    order.app.deploy ? deployApp(order, ctx) : watchApp(order.app.app, ctx),
  )
  const others = await Promise.all(apps)
  const results = [await monitoring, ...others]
  for (const result of results) {
    journal.changes.push(...flyChanges(result))
    journal.problems.push(...result.problems, ...result.warnings)
  }
  journal.apps = others.map(({ app, outcomes, machines }) => ({
    app,
    deployed: outcomes.length > 0,
    machines: machines.length,
  }))
  await grafana
  return results
}

/** Data source, dashboards and rules; what Grafana refuses is told and does not stop the proof. */
async function bringGrafana(
  { desired, inputs, ctx, journal, prometheus, pool }: Work,
  deployed: boolean,
): Promise<void> {
  const { grafana } = desired
  if (!grafana || !inputs.grafana) return
  const notRun = (why: string) =>
    journal.changes.push({ subject: 'Grafana', what: 'bring dashboards', result: 'not-run', why })
  if (!deployed) return void notRun('Prometheus was not deployed.')
  const { kind } = await reach(prometheus, { deadline: new Date(ctx.until), signal: ctx.signal })
  if (kind === 'unreached') return void notRun('Prometheus did not get ready.')
  try {
    const client = createGrafana({ ...inputs.grafana, pool })
    const outcome = await journal.timed(
      'Grafana',
      () => applyGrafana(client, grafana, ctx.log, ctx.signal),
      () => 'beside the main apps',
    )
    journal.changes.push(...grafanaChanges(outcome))
    journal.dashboards = grafanaDashboards(outcome)
    journal.skipped.push(...grafanaSkips(outcome))
    journal.problems.push(
      ...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])),
    )
  } catch (error) {
    journal.failed(error)
  }
}

const machinesOf = (results: readonly FlyResult[]): Machines =>
  new Map(results.map(({ app, machines }) => [app, machines.map(seenMachine)]))

/** Machines of every app that has services, as they are now. */
async function lookAgain({ config }: Project, { flyctl }: FlyContext): Promise<Machines> {
  const apps = [...new Set(config.services.map((service) => service.app))]
  return new Map(
    await Promise.all(
      apps.map(async (app) => [app, (await listMachines(flyctl, app)).map(seenMachine)] as const),
    ),
  )
}

const starts =
  ({ flyctl }: FlyContext) =>
  () => {
    const all = flyctl.starts()
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0)
    return `${count(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`
  }
