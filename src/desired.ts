import type { AppOrder } from './apply/fly-app.ts'
import type { Config } from './config/schema.ts'
import type { Inputs } from './inputs.ts'
import type { GrafanaDesired } from './plan/grafana.ts'
import type { Project } from './project.ts'
import { derivePassword } from './render/access.ts'
import { renderGrafanaRules } from './render/grafana-rules.ts'
import { type MonitoringApp, renderMonitoring } from './render/monitoring.ts'
import { PROMETHEUS_USER } from './render/prometheus.ts'
import { renderRules } from './render/rules.ts'
import type { Skip } from './report/report.ts'

/** Everything as it should be at the end of the run: nothing here was asked of anybody. */
export interface Desired {
  monitoring: MonitoringApp
  /** Where Prometheus answers, without a slash at the end. */
  prometheusUrl: string
  /** The main apps, in the order of the configuration. */
  orders: readonly AppOrder[]
  /** Undefined when no Grafana was given. */
  grafana: GrafanaDesired | undefined
  /** Public health endpoints of the main apps. */
  health: string[]
  /** Parts that nothing was given for. */
  skipped: Skip[]
}

/** From configuration and inputs to what should be. Pure. `commit` names the deployment in Grafana's annotations. */
export function desire(project: Project, inputs: Inputs, commit: string | undefined): Desired {
  const { config, workspace, flyTomls } = project
  const rules = renderRules(config, {
    remoteWrite: inputs.remoteWrite !== undefined,
    ...(inputs.grafana && { grafanaUrl: inputs.grafana.url }),
  })
  const { flyToken, remoteWrite } = inputs
  const password = passwordOf(config, inputs)
  const monitoring = renderMonitoring(config, { flyToken, password, remoteWrite }, rules)
  return {
    monitoring,
    prometheusUrl: urlOf(config, inputs),
    orders: config.apps.map((app) => ({
      app,
      workspace: workspace.folder,
      organization: config.monitoring.organization,
      needsAddresses: flyTomls.some(
        (file) => file.app === app && file.problems.some(({ code }) => code === 'fly-toml-dedicated-ip'),
      ),
      mayStop: config.services
        .filter((service) => service.app === app.app)
        .every((service) => service.may_stop),
    })),
    grafana: desireGrafana(project, inputs, commit),
    health: config.apps.flatMap(({ app, health }) =>
      health === undefined ? [] : [`https://${app}.fly.dev${health}`],
    ),
    skipped: skipped(inputs),
  }
}

/** The data source that every Grafana Cloud stack has for the metrics that are written to it. */
const CLOUD_DATA_SOURCE = 'grafanacloud-prom'

/** What Grafana is to have; undefined when none was given. Pure. */
export function desireGrafana(
  { config, dashboards }: Project,
  inputs: Inputs,
  commit: string | undefined,
): GrafanaDesired | undefined {
  if (!inputs.grafana) return undefined
  const { app } = config.monitoring
  const uid = app.slice(0, 40)
  const existing = existingDataSource(config, inputs)
  return {
    deployment: app,
    // In older versions folders and dashboards share their uids (measured on 10.1).
    folder: { uid: `${app.slice(0, 33)}-folder`, title: config.grafana.folder },
    dataSource: existing ?? ownDataSource(config, inputs, uid),
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
function existingDataSource(config: Config, inputs: Inputs): { existing: string; uid?: string } | undefined {
  if (config.grafana.datasource !== undefined) return { existing: config.grafana.datasource }
  const isCloud = (url: string | undefined) => URL.parse(url ?? '')?.host.endsWith('.grafana.net')
  if (isCloud(inputs.grafana?.url) && isCloud(inputs.remoteWrite?.url)) return { existing: CLOUD_DATA_SOURCE }
  const uid = config.monitoring.app.slice(0, 40)
  return mayShowPassword(config, inputs) ? undefined : { existing: uid, uid }
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

function ownDataSource(config: Config, inputs: Inputs, uid: string): GrafanaDesired['dataSource'] {
  const { app, scrape_interval } = config.monitoring
  const password = passwordOf(config, inputs)
  return {
    uid,
    name: `Prometheus of ${app}`,
    url: urlOf(config, inputs),
    ...(password !== undefined && { user: PROMETHEUS_USER, password }),
    timeInterval: scrape_interval,
  }
}

const urlOf = ({ monitoring }: Config, { prometheusUrl }: Inputs): string =>
  (prometheusUrl ?? `https://${monitoring.app}.fly.dev`).replace(/\/+$/, '')

/** The password of Prometheus: given, or derived from the Fly token. Undefined: it is open, or nobody can know it. */
function passwordOf({ monitoring }: Config, { prometheusPassword, flyToken }: Inputs): string | undefined {
  if (monitoring.access !== 'password') return undefined
  return prometheusPassword ?? (flyToken === '' ? undefined : derivePassword(flyToken, monitoring.app))
}

/** Three steps, for who has none. */
const GET_GRAFANA =
  '1. Take a Grafana: a free stack at grafana.com, or one of your own. ' +
  '2. There, under Administration → Users and access → Service accounts, make one with the role Admin and a token for it (glsa_…). ' +
  '3. Store both as secrets and pass them as grafana-url (the address of the start page) and grafana-api-key.'

function skipped(inputs: Inputs): Skip[] {
  return [
    ...(inputs.grafana
      ? []
      : [
          {
            part: 'Grafana: data source, dashboards and alerts',
            why: 'No Grafana was given: nobody sees the dashboards, and nobody is told of an alert.',
            set: GET_GRAFANA,
          },
        ]),
    ...(inputs.remoteWrite
      ? []
      : [
          {
            part: 'Remote write',
            why: 'No target was given; samples stay on the monitoring machine.',
            set: 'grafana-prometheus-url, grafana-prometheus-user and grafana-prometheus-api-key',
          },
        ]),
  ]
}
