import type { Dispatcher } from 'undici'
import type { FlyContext } from '../apply/fly/run-changes.ts'
import { createFlyctl, type FlyctlStart } from '../clients/flyctl/client.ts'
import { findFlyctl } from '../clients/flyctl/install.ts'
import type { Tunnel } from '../clients/flyctl/tunnel.ts'
import { createPrometheus } from '../clients/prometheus/client.ts'
import { throwIfAny } from '../config/configuration.ts'
import { isAgent } from '../config/engine.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import type { Config } from '../config/schema.ts'
import { type Project, readProject } from '../config/sources/project.ts'
import { silenceCommand } from '../desired/alertmanager/silence.ts'
import { type Desired, desiredState } from '../desired/desired.ts'
import { prometheusCredentials } from '../desired/prometheus-access.ts'
import type { ScrapeSecrets } from '../desired/scrape-secrets.ts'
import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { commitOf } from '../lib/git.ts'
import { createPool } from '../lib/http.ts'
import { resolves } from '../lib/resolves.ts'
import { count } from '../lib/text.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import { FLY_METRICS_TOKEN, type FlyMetrics } from '../model/fly-series.ts'
import type { Prometheus } from '../model/prometheus.ts'
import { checkShipped } from './check.ts'
import type { ModeContext } from './context.ts'
import { askFlyctl, flyFacts, readFlyConfigurations } from './fly-configurations.ts'
import { openJournal } from './journal.ts'
import { readScrapeSecrets } from './read-scrape-secrets.ts'
import { receiverProblems } from './receivers.ts'
import type { ReportBuilder } from './report-builder.ts'
import { type OpenStore, openStore } from './store.ts'

/** What the stages of one run share: the desired state, the clients, and the report. */
export interface Session extends AsyncDisposable {
  inputs: Inputs
  project: Project
  desired: Desired
  /** The values of the variables that the configuration names. */
  scrapes: ScrapeSecrets
  fly: FlyContext
  pool: Dispatcher
  /** Asks Prometheus; with private access through the tunnel. An agent is asked together with its store. */
  prometheus: Prometheus
  /** Undefined where Prometheus itself has the samples. */
  store: OpenStore | undefined
  /** Fly's managed Prometheus, which takes the place of ours; undefined with any other engine. */
  flyMetrics: FlyMetrics | undefined
  prometheusUrl: string
  /** Undefined where Prometheus has an address that can be reached from here. */
  tunnel: Tunnel | undefined
  report: ReportBuilder
  /** Whether the report has charts, whose samples are read after the verification. */
  charts: boolean
  /** Aborted when the workflow is cancelled. */
  cancel: AbortSignal
  /** Aborted when the workflow is cancelled or the time is up. */
  signal: AbortSignal
}

/** Reads and checks everything, and opens the clients of the stages; nothing is changed before everything is valid. */
export async function openSession(
  inputs: Inputs,
  report: ReportBuilder,
  context: ModeContext,
): Promise<Session> {
  const { project, problems } = readProject(inputs, workspaceRoot(context.env))
  const scrapes = readScrapeSecrets(project, context.env)
  // Only a deploy reads the apps' Fly configurations.
  const tomls = inputs.mode === 'deploy' ? readFlyConfigurations(project) : { found: [], problems: [] }
  throwIfAny([...problems, ...scrapes.problems, ...tomls.problems])
  failOnErrors(
    tomls.found.flatMap((file) => file.problems),
    report,
  )
  await checkShipped(project, inputs, context)
  failOnErrors(receiverProblems(project, inputs), report)
  const desired = desiredState(project, inputs, {
    commit: context.env.GITHUB_SHA,
    ...flyFacts(tomls.found),
    scrapes: scrapes.secrets,
  })
  announce(desired, project.config, inputs.grafana?.url, report)
  report.commit = context.env.GITHUB_SHA ?? (await commitOf(workspaceRoot(context.env)))
  report.accept = project.config.verify.accept
  const signal = AbortSignal.any([context.signal, context.timeUp])
  const fly = await openFly(inputs, context, { until: context.until, signal })
  failOnErrors(await askFlyctl(tomls.found, project, fly.flyctl), report)
  const pool = createPool(context.env)
  const tunnel = await tunnelOf(project, inputs, fly)
  const prometheusUrl = tunnel?.url ?? desired.prometheusUrl
  const credentials = prometheusCredentials(desired.monitoring.password)
  const kind = isAgent(project.config.monitoring) ? ('agent' as const) : undefined
  const own = createPrometheus({ url: prometheusUrl, credentials, pool, signal, ...(kind && { kind }) })
  const charts = context.charts === true
  const flyMetrics = await flyMetricsOf(project, scrapes.secrets, { url: prometheusUrl, pool, signal })
  const given = { inputs, project, desired, scrapes: scrapes.secrets, report, charts }
  const store = kind && (await openStore(own, { ...given, pool, signal }))
  const prometheus = store?.view ?? own
  const asked = {
    ...{ prometheus, store, flyMetrics, prometheusUrl, tunnel },
    [Symbol.asyncDispose]: async () => tunnel?.close(),
  }
  return { ...given, fly, pool, ...asked, cancel: context.signal, signal }
}

/** Stops before anything is changed when flyctl would refuse a file; warnings are recorded. */
function failOnErrors(problems: readonly Diagnostic[], report: ReportBuilder): void {
  report.problems.push(...problems.filter(({ severity }) => severity === 'warning'))
  throwIfAny(problems.filter(({ severity }) => severity === 'error'))
}

/** Records what is known before anything happens. */
function announce(
  { monitoring, prometheusUrl, health, skipped, grafana }: Desired,
  config: Config,
  grafanaUrl: string | undefined,
  report: ReportBuilder,
): void {
  const { app, password, alertmanager } = monitoring
  const silence = alertmanager
    ? silenceCommand(app, 'TargetDown')
    : grafana && `${grafanaUrl}/alerting/silences`
  // Fly's Prometheus has no pages to look at.
  if (!isOnFlysPrometheus(config.monitoring))
    report.monitoring = {
      app,
      url: prometheusUrl,
      password: password !== undefined,
      ...(silence && { silence }),
    }
  report.health = health
  report.skipped = skipped
}

/** Finds flyctl, and opens it for this run. */
export async function openFly(
  inputs: Inputs,
  context: ModeContext,
  limits: { until: number; signal: AbortSignal },
): Promise<FlyContext> {
  const { env, log, scratch, activities } = context
  const starts: FlyctlStart[] = []
  const binary = await findFlyctl({
    env,
    log,
    workspaceRoot: workspaceRoot(context.env),
    signal: limits.signal,
    scratch,
    starts,
    ...inputs.flyctl,
  })
  // Only a cancelled workflow interrupts flyctl; when the time is up, the deadline of its own call does, with its own
  // message.
  const flyctl = createFlyctl({
    binary,
    token: inputs.flyToken,
    scratch,
    log,
    signal: context.signal,
    until: limits.until,
    starts,
    environment: env,
    activities,
  })
  return { flyctl, log, activities, resolves, journal: openJournal(scratch), ...limits }
}

/** The way to a Prometheus without a public address, unless an input names another one. It is not open yet. */
async function tunnelOf(
  { config: { monitoring } }: Project,
  { prometheusUrl }: Inputs,
  { flyctl }: FlyContext,
): Promise<Tunnel | undefined> {
  if (monitoring.access !== 'private' || prometheusUrl !== undefined) return undefined
  const { createTunnel } = await import('../clients/flyctl/tunnel.ts')
  return createTunnel(flyctl, monitoring.app, 9090)
}

/** Fly's managed Prometheus, where it is the one that scrapes. Its token was checked with the configuration. */
async function flyMetricsOf(
  { config: { monitoring } }: Project,
  secrets: ScrapeSecrets,
  server: { url: string; pool: Dispatcher; signal: AbortSignal },
): Promise<FlyMetrics | undefined> {
  if (!isOnFlysPrometheus(monitoring)) return undefined
  const { createFlyMetrics } = await import('../clients/prometheus/fly-metrics.ts')
  const { organization } = monitoring
  return createFlyMetrics({ ...server, organization, token: secrets.get(FLY_METRICS_TOKEN) ?? '' })
}

export const describeStarts =
  ({ fly: { flyctl } }: Session) =>
  (): string => {
    const all = flyctl.starts()
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0)
    return `${count(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`
  }
