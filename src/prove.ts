import { seenMachine } from './apply/changes.ts'
import type { FlyResult } from './apply/fly/run-changes.ts'
import { listMachines } from './clients/flyctl/commands.ts'
import { throughDataSource } from './clients/grafana/through.ts'
import { createPrometheus } from './clients/prometheus.ts'
import type { Deployed } from './deploy.ts'
import { RECORD } from './plan/fly/state.ts'
import { normaliseDashboard } from './plan/grafana-dashboard.ts'
import type { Dashboard } from './verify/dashboards.ts'
import type { Evidence } from './verify/evidence.ts'
import type { Machines } from './verify/expect.ts'
import { queryUrl } from './verify/remote-write.ts'
import { type VerifyRequest, verify } from './verify/verify.ts'
import type { Work } from './work.ts'

/** Asks the running system whether it is what was wanted. */
export function prove(work: Work, deployed: Deployed): Promise<Evidence> {
  const { project, desired, fly, pool, prometheus } = work
  const isOurs = shippedBy(desired.monitoring.digest, deployed.apps[0])
  const text = (name: string) =>
    isOurs ? desired.monitoring.files.find((file) => file.name === name)?.content : undefined
  const request: VerifyRequest = {
    config: project.config,
    machines: machinesOf(deployed.apps),
    refreshMachines: () => machinesNow(work),
    deadline: new Date(fly.until),
    prometheusUrl: desired.prometheusUrl,
    dashboards: dashboardsOf(work),
    ...given('shippedConfig', text('prometheus.yml')),
    ...given('shippedRules', text('rules.yml')),
    ...given('dashboardSource', deployed.dataSource && throughGrafana(work, deployed.dataSource)),
    ...given('remoteWrite', remoteWrite(work)),
  }
  return verify(request, { prometheus, pool, log: fly.log, signal: work.cancel })
}

/** In mode `verify` the machine may run what another commit or other inputs have made of it: nothing to compare with. */
const shippedBy = (digest: string, monitoring: FlyResult | undefined): boolean =>
  monitoring?.machines.some(({ env }) => env[RECORD.digest] === digest) ?? false

const machinesOf = (apps: readonly FlyResult[]): Machines =>
  new Map(apps.map(({ app, machines }) => [app, machines.map(seenMachine)]))

async function machinesNow({ project, fly }: Work): Promise<Machines> {
  const apps = [...new Set(project.config.services.map((service) => service.app))]
  const lists = apps.map(
    async (app) => [app, (await listMachines(fly.flyctl, app)).map(seenMachine)] as const,
  )
  return new Map(await Promise.all(lists))
}

/** In the form in which they are in Grafana; one that has none was refused there and is told already. */
function dashboardsOf({ project, desired }: Work): Dashboard[] {
  const { app } = project.config.monitoring
  const home = { deployment: app, dataSource: { uid: app, name: app } }
  return (desired.grafana?.dashboards ?? project.dashboards).flatMap((file) => {
    const normal = normaliseDashboard(file, home)
    return normal.kind === 'dashboard' ? [normal.dashboard] : []
  })
}

/** Panels are asked the way a viewer's browser asks them. */
const throughGrafana = ({ inputs, pool, signal }: Work, uid: string) =>
  inputs.grafana && throughDataSource({ ...inputs.grafana, pool, signal }, uid)

function remoteWrite({ inputs, project, pool, signal }: Work): VerifyRequest['remoteWrite'] {
  if (!inputs.remoteWrite) return undefined
  const { url, user, key } = inputs.remoteWrite
  const back = queryUrl(url)
  const readBack = back && createPrometheus({ url: back, credentials: { user, password: key }, pool, signal })
  return { url, monitor: project.config.monitoring.app, ...(readBack && { readBack }) }
}

/** A property that is there, or not at all. */
function given<const K extends string, V>(key: K, value: V | undefined | ''): { [P in K]?: V } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: V }
}
