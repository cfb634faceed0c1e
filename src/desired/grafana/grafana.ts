import type { Project } from '../../config/project.ts'
import type { Config } from '../../config/schema.ts'
import type { Inputs } from '../../inputs/types.ts'
import { publicUrl } from '../../model/fly-names.ts'
import type { ExistingDataSource, GrafanaDesired } from '../../model/grafana.ts'
import { derivePassword } from '../derive.ts'
import { PROMETHEUS_USER } from '../prometheus.ts'
import { renderGrafanaRules } from './rules.ts'
import { uidFor } from './uids.ts'

/** The data source that every Grafana Cloud stack has for the metrics that are written to it. */
const CLOUD_DATA_SOURCE = 'grafanacloud-prom'

/** What Grafana is to have; undefined when none was given. Pure. */
export function desiredGrafana(
  { config, dashboards }: Project,
  inputs: Inputs,
  commit: string | undefined,
): GrafanaDesired | undefined {
  if (!inputs.grafana) return undefined
  const { app } = config.monitoring
  const { uid } = ownName(app)
  const existing = existingDataSource(config, inputs)
  return {
    deployment: app,
    // In older versions folders and dashboards share their uids (measured on 10.1).
    folder: { uid: `${uidFor(app, 33)}-folder`, title: config.grafana.folder },
    dataSource: existing ?? ownDataSource(config, inputs),
    dashboards,
    overwrite: config.grafana.overwrite,
    ruleGroups: renderGrafanaRules(config, {
      remoteWrite: inputs.remoteWrite !== undefined,
      dataSourceUid: existing?.existing ?? uid,
      ...(config.alerts.receiver !== undefined && { receiver: config.alerts.receiver }),
    }),
    ...(commit !== undefined && {
      annotation: {
        text: `Deployed ${commit.slice(0, 12)}`,
        tags: ['deploy', 'deploy-monitoring', app, commit],
      },
    }),
  }
}

/** A data source that is there already: the one that is named, or the stack's own when samples are written to it. */
function existingDataSource(config: Config, inputs: Inputs): ExistingDataSource | undefined {
  if (config.grafana.datasource !== undefined) return { existing: config.grafana.datasource }
  const isCloud = (url: string | undefined) => URL.parse(url ?? '')?.host.endsWith('.grafana.net')
  if (isCloud(inputs.grafana?.url) && isCloud(inputs.remoteWrite?.url)) return { existing: CLOUD_DATA_SOURCE }
  const own = ownName(config.monitoring.app)
  return mayShowPassword(config, inputs) ? undefined : { existing: own.uid, own }
}

/**
 * Whether Grafana may be given the password for the address of Prometheus. Mode `dashboards` asks nothing of Fly, so
 * an app that only a file names may be anybody's: it takes the data source that an earlier deploy has written.
 */
function mayShowPassword(config: Config, inputs: Inputs): boolean {
  if (config.monitoring.access !== 'password') return true
  const isNamed = inputs.mode !== 'dashboards' || inputs.prometheusUrl !== undefined
  return isNamed && passwordOf(config, inputs) !== undefined
}

/** What our own data source is called, whoever makes it: dashboards hold both, and are the same for every run. */
const ownName = (app: string): { uid: string; name: string } => ({
  uid: uidFor(app),
  name: `Prometheus of ${app}`,
})

function ownDataSource(config: Config, inputs: Inputs): GrafanaDesired['dataSource'] {
  const { app, scrape_interval } = config.monitoring
  const password = passwordOf(config, inputs)
  return {
    ...ownName(app),
    url: prometheusUrlOf(config, inputs),
    ...(password !== undefined && { user: PROMETHEUS_USER, password }),
    timeInterval: scrape_interval,
  }
}

/** Where Prometheus answers, without a slash at the end. */
export const prometheusUrlOf = ({ monitoring }: Config, { prometheusUrl }: Inputs): string =>
  (prometheusUrl ?? publicUrl(monitoring.app)).replace(/(?<!\/)\/+$/, '')

/** The password of Prometheus: given, or derived from the Fly token. Undefined: it is open, or nobody can know it. */
export function passwordOf(
  { monitoring }: Config,
  { prometheusPassword, flyToken }: Inputs,
): string | undefined {
  if (monitoring.access !== 'password') return undefined
  return prometheusPassword ?? (flyToken === '' ? undefined : derivePassword(flyToken, monitoring.app))
}
