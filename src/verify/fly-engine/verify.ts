import type { Config } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import { promqlAnyOf } from '../../formats/promql/literals.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { FlyMetrics } from '../../model/fly-series.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { Evidence } from '../evidence.ts'
import { onPrometheusClock } from '../history.ts'
import { uncheckedContract } from '../metrics/contract.ts'
import { readLibraryPanels } from '../panels/library-panels.ts'
import { beforeDeadline, cutShort, type PollLimits } from '../poll.ts'
import type { VerifyRequest, VerifyTools } from '../request.ts'
import { type GrafanaAlertQuery, readGrafanaRules } from '../rules/in-grafana.ts'
import { checkPublicEndpoints } from '../server/endpoints.ts'
import { waitUntilReady } from '../server/reach.ts'
import { serviceEvidence, uncheckedTargets } from '../targets/evidence.ts'
import { expectTargets } from '../targets/expect.ts'
import { flyClaims } from './claims.ts'
import { judgeFlyContract } from './contract.ts'
import { flyTargetEvidence } from './evidence.ts'
import { judgeFlyPanels } from './panels.ts'
import { newestTime, readRaw } from './samples.ts'
import { CLOCK_MS } from './state.ts'
import { watchMachines } from './watch.ts'

export type FlyVerifyRequest = Pick<
  VerifyRequest,
  | 'config'
  | 'machines'
  | 'refreshMachines'
  | 'deadline'
  | 'deployBegan'
  | 'dashboards'
  | 'dashboardSource'
  | 'readLibraryPanel'
  | 'grafanaDelivery'
  | 'isNobodyNotified'
> & {
  /** The alerts of this deployment in Grafana; none without one. */
  grafanaAlerts: readonly GrafanaAlertQuery[]
}

export type FlyVerifyTools = Pick<VerifyTools, 'pool' | 'log' | 'signal'> & { fly: FlyMetrics }

/**
 * Checks whether the running system works, where Fly's managed Prometheus scrapes: by machine id, from raw samples that are
 * newer than the start of the verification. Errors become evidence; only a bug in this action throws.
 */
export async function verifyOnFly(request: FlyVerifyRequest, tools: FlyVerifyTools): Promise<Evidence> {
  const began = new Date().toISOString()
  const { fly, log, signal } = tools
  const limits: PollLimits = {
    ...{ deadline: beforeDeadline(request.deadline), signal },
    log: (line: string) => log.info(line),
  }
  const reached = await waitUntilReady(readinessOf(fly, request.config), limits)
  const found =
    reached.kind === 'reached'
      ? await proof(request, reached.verifyStart, { ...tools, limits })
      : { ...unproven(request, reached.problems), ...cutOf(limits) }
  const deployBegan = onPrometheusClock(request.deployBegan, { began, mark: found.mark })
  return { began, ended: new Date().toISOString(), ...found, ...(deployBegan && { deployBegan }) }
}

/**
 * It always runs; its clock is the header `Date` of an answer, which has whole seconds, as `time()` is half a minute behind
 * there. A scrape that is stored already is not one of after that, whatever the header says.
 */
const readinessOf = (fly: FlyMetrics, { services }: Config): Pick<Prometheus, 'ready' | 'now'> => ({
  ready: async () => true,
  now: async () => {
    const apps = services.filter(isOnFly).map(({ app }) => app)
    const { clock, series } = await readRaw(fly, `{__name__="up",app=~${promqlAnyOf(apps)}}`, STORED_MS)
    const known = series.map(newestTime).filter((at) => at <= clock + CLOCK_MS)
    return known.reduce((latest, at) => Math.max(latest, at), clock + 1_000)
  },
})

/** Scrapes of the last minute. */
const STORED_MS = 60_000

type FlyFound = Omit<Evidence, 'began' | 'ended'>

async function proof(
  request: FlyVerifyRequest,
  verifyStart: number,
  { limits, ...tools }: FlyVerifyTools & { limits: PollLimits },
): Promise<FlyFound> {
  const { config, dashboards = [] } = request
  const { fly, pool } = tools
  const source = request.dashboardSource ?? fly
  const localStart = Date.now()
  const libraryPanels = await readLibraryPanels(dashboards, request.readLibraryPanel)
  const [{ now, isCertain, problems }, endpoints, inGrafana] = await Promise.all([
    watchMachines(request, { ...tools, verifyStart, limits }),
    checkPublicEndpoints(request, { pool, limits }),
    request.grafanaDelivery?.() ?? [],
  ])
  if (!now || problems.length > 0) return { ...unproven(request, problems), ...cutOf(limits) }
  const contract = await judgeFlyContract(config.services, now, { fly, verifyStart })
  const panels = await judgeFlyPanels({
    ...{ config, dashboards, libraryPanels, fly, limits, verifyStart, localStart },
    ...{ watch: now, names: contract.names, source },
  })
  const targets = flyTargetEvidence(now.machines, verifyStart, config.monitoring.organization)
  const { grafanaAlerts, isNobodyNotified = false } = request
  const ruled = await readGrafanaRules(grafanaAlerts, source, undefined)
  return {
    mark: new Date(verifyStart).toISOString(),
    ...(isCertain ? {} : cutOf(limits)),
    ...{ targets, services: serviceEvidence(config.services, targets), unexpected: [] },
    ...{ metrics: contract.metrics, undeclared: contract.undeclared, panels },
    ...{ rules: ruled.rules, alerts: [], problems: [] },
    checks: [
      ...flyClaims(now, { config, verifyStart, isNobodyNotified, hasAlerts: grafanaAlerts.length > 0 }),
      ...ruled.checks,
      ...inGrafana,
      ...endpoints,
    ],
  }
}

function cutOf(limits: PollLimits): Pick<FlyFound, 'cutShort'> {
  const cut = cutShort(limits)
  return cut ? { cutShort: cut } : {}
}

/** The evidence when Fly's Prometheus could not be asked. */
function unproven({ config, machines }: FlyVerifyRequest, problems: readonly Diagnostic[]): FlyFound {
  const targets = uncheckedTargets(expectTargets(config, machines).targets)
  return {
    ...{ targets, services: serviceEvidence(config.services, targets), unexpected: [] },
    ...{ metrics: uncheckedContract(config.services).metrics, undeclared: [], panels: [] },
    ...{ rules: [], alerts: [], checks: [] },
    problems: problems.filter(({ code }) => code !== 'prometheus-cancelled'),
  }
}
