import type { FlyAppResult } from '../apply/fly/run-changes.ts'
import { listMachines, listReleases } from '../clients/flyctl/commands.ts'
import { createGrafana } from '../clients/grafana/client.ts'
import { createDataSourceProxy } from '../clients/grafana/data-source-proxy.ts'
import { isOnFly } from '../config/services.ts'
import { hasShards } from '../config/shards.ts'
import { desiredDashboards } from '../desired/dashboards/shipped.ts'
import type { Desired } from '../desired/desired.ts'
import { normaliseDashboard } from '../desired/grafana/dashboard.ts'
import { isRuleFile } from '../desired/monitoring-app.ts'
import { configFile } from '../desired/prometheus.ts'
import { classicView } from '../formats/dashboard-v2.ts'
import { attempt } from '../lib/attempt.ts'
import type { Prometheus } from '../model/prometheus.ts'
import { RECORD_VARIABLES } from '../plan/fly/state.ts'
import type { Evidence } from '../verify/evidence.ts'
import { verifyOnFly } from '../verify/fly-engine/verify.ts'
import type { WrittenDashboard } from '../verify/panels/panel-queries.ts'
import { verifyReplicas } from '../verify/replicas/verify.ts'
import type { VerifyRequest } from '../verify/request.ts'
import type { GrafanaAlertQuery } from '../verify/rules/in-grafana.ts'
import { type ShardsView, verifyShards } from '../verify/shards/verify.ts'
import type { MachinesByApp } from '../verify/targets/expect.ts'
import { verify } from '../verify/verify.ts'
import type { DeployResult } from './apply.ts'
import { deliveryOf } from './delivery.ts'
import { grafanaDeliveryOf } from './grafana-delivery.ts'
import { remoteWriteTargets } from './remote-write.ts'
import { replicasOf, shardsOf } from './replicas.ts'
import { serviceMachineOf } from './service-machine.ts'
import type { Session } from './session.ts'
import { type OpenStore, openStore } from './store.ts'

/** Checks that the running system matches the desired state. */
export async function verifyDeployment(
  session: Session,
  deployed: DeployResult,
  more: Pick<VerifyRequest, 'atRest' | 'deployBegan'>,
): Promise<Evidence> {
  const { project, desired, fly, pool, prometheus, flyMetrics } = session
  const shared = sharedRequest(session, deployed, more)
  if (flyMetrics) {
    return verifyOnFly(
      { ...shared, grafanaAlerts: alertsInGrafana(desired) },
      { fly: flyMetrics, pool, log: fly.log, signal: session.cancel },
    )
  }
  // What this run has deployed must be what runs, whatever the machine says about itself.
  const isOurs = session.inputs.mode === 'deploy' || shippedBy(desired.monitoring.digest, deployed.apps[0])
  const text = (name: string) =>
    isOurs ? desired.monitoring.files.find((file) => file.name === name)?.content : undefined
  const request: VerifyRequest = {
    ...shared,
    readReleases: () => releasesOf(session),
    prometheusUrl: session.prometheusUrl,
    ...optional('shippedConfig', text(configFile().name)),
    ...(isOurs && { shippedRules: desired.monitoring.files.filter(isRuleFile).map((file) => file.content) }),
    remoteWrite: remoteWriteTargets(session),
    ...optional('delivery', deliveryOf(session, isOurs)),
    ...(session.store && {
      store: askedStore(session.store),
      grafanaAlerts: alertsInGrafana(desired),
    }),
  }
  const tools = { prometheus, pool, log: fly.log, signal: session.cancel }
  const machines = deployed.apps[0]?.machines ?? []
  if (hasShards(project.config.monitoring) && !request.atRest) {
    return verifyShards(request, tools, {
      ...shardsOf(session, machines),
      shippedConfig: (shard) => text(configFile(shard).name),
      view: (agent) => viewOf(session, agent, deployed.dataSource),
    })
  }
  const replicas = replicasOf(session, machines)
  if (!replicas || request.atRest) return verify(request, tools)
  return verifyReplicas(request, tools, replicas)
}

/** The store of an agent, as verification needs it in addition to the answers. */
const askedStore = ({ name, view: { settle, lost } }: OpenStore): NonNullable<VerifyRequest['store']> => ({
  name,
  settle,
  lost,
})

/** What does not depend on which Prometheus is asked. */
function sharedRequest(
  session: Session,
  deployed: DeployResult,
  more: Pick<VerifyRequest, 'atRest' | 'deployBegan'>,
) {
  const { project, desired, fly } = session
  return {
    config: project.config,
    machines: machinesOf(deployed.apps),
    refreshMachines: () => machinesNow(session),
    deadline: new Date(fly.until),
    dashboards: dashboardsOf(session, deployed.dataSource),
    ...more,
    ...optional('dashboardSource', deployed.dataSource && throughGrafana(session, deployed.dataSource)),
    ...optional('readLibraryPanel', libraryPanels(session)),
    ...optional('grafanaDelivery', grafanaDeliveryOf(session)),
    isNobodyNotified: !project.config.alerts.notify && !desired.grafana,
  }
}

/** What Grafana evaluates, with the expressions that it sends. */
const alertsInGrafana = ({ grafana }: Desired): GrafanaAlertQuery[] =>
  (grafana?.ruleGroups ?? []).flatMap(({ title: group, rules }) =>
    rules.map(({ title: name, data }) => ({ group, name, expr: String(data[0]?.model.expr ?? '') })),
  )

/** How samples are read that all shards together send: from their store. */
async function viewOf(
  session: Session,
  agent: Prometheus,
  dataSource: string | undefined,
): Promise<ShardsView> {
  const store = await openStore(agent, session)
  return {
    prometheus: store?.view ?? agent,
    ...(store && { store: askedStore(store) }),
    ...optional('dashboardSource', dataSource && throughGrafana({ ...session, store }, dataSource)),
  }
}

/** In mode `verify` the machine may run the files of another commit or of other inputs, which cannot be compared. */
const shippedBy = (digest: string, monitoring: FlyAppResult | undefined): boolean =>
  monitoring?.machines.some(({ env }) => env[RECORD_VARIABLES.digest] === digest) ?? false

const machinesOf = (apps: readonly FlyAppResult[]): MachinesByApp =>
  new Map(apps.map(({ app, machines }) => [app, machines.map(serviceMachineOf)]))

async function machinesNow({ project, fly }: Session): Promise<MachinesByApp> {
  const apps = [...new Set(project.config.services.filter(isOnFly).map(({ app }) => app))]
  const lists = apps.map(
    async (app) => [app, (await listMachines(fly.flyctl, app)).map(serviceMachineOf)] as const,
  )
  return new Map(await Promise.all(lists))
}

/** Only tells a deploy from a crash: without an answer, a process that lived for seconds counts as one that died. */
async function releasesOf({ desired, fly }: Session): Promise<number[]> {
  const releases = await attempt(() => listReleases(fly.flyctl, desired.monitoring.app))
  return releases.ok ? releases.value.map(({ createdAt }) => createdAt.getTime()) : []
}

/**
 * The dashboards in the form in which they are in Grafana; one without such a form was refused and reported already.
 * `uid`: the data source that this run found or wrote.
 */
function dashboardsOf({ project, desired }: Session, uid: string | undefined): WrittenDashboard[] {
  const { app } = project.config.monitoring
  const asked = desired.grafana?.dataSource
  const own =
    asked && ('existing' in asked ? (asked.own ?? { uid: asked.existing, name: asked.existing }) : asked)
  const home = { deployment: app, dataSource: { uid: uid ?? own?.uid ?? app, name: own?.name ?? app } }
  return (desired.grafana?.dashboards ?? desiredDashboards(project)).flatMap((file) => {
    const normal = normaliseDashboard(file, home)
    if (normal.kind !== 'dashboard') return []
    const { dashboard } = normal
    return [dashboard.apiVersions ? { ...dashboard, json: classicView(dashboard.json) } : dashboard]
  })
}

/** Grafana has the models of library panels. */
const libraryPanels = ({ inputs, pool, signal }: Session): VerifyRequest['readLibraryPanel'] =>
  inputs.grafana && createGrafana({ ...inputs.grafana, pool, signal }).libraryPanel

/** Panels are queried as a viewer's browser queries them. */
function throughGrafana(
  { inputs, pool, signal, store }: Pick<Session, 'inputs' | 'pool' | 'signal' | 'store'>,
  uid: string,
) {
  if (!inputs.grafana) return undefined
  const source = createDataSourceProxy({ ...inputs.grafana, pool, signal }, uid, store && 'store')
  return store ? store.view.limited(source) : source
}

/** A property that exists, or is absent. */
function optional<const K extends string, V>(key: K, value: V | undefined | ''): { [P in K]?: V } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: V }
}
