import type { AppOrder } from './apply/fly-app.ts'
import type { Inputs } from './inputs.ts'
import type { GrafanaDesired } from './plan/grafana.ts'
import type { Project } from './project.ts'
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
  const { flyToken, prometheusPassword: password, remoteWrite } = inputs
  const monitoring = renderMonitoring(config, { flyToken, password, remoteWrite }, rules)
  const prometheusUrl = (inputs.prometheusUrl ?? `https://${config.monitoring.app}.fly.dev`).replace(
    /\/+$/,
    '',
  )
  return {
    monitoring,
    prometheusUrl,
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
    grafana: inputs.grafana && grafana(project, inputs, { monitoring, prometheusUrl, commit }),
    health: config.apps.flatMap(({ app, health }) =>
      health === undefined ? [] : [`https://${app}.fly.dev${health}`],
    ),
    skipped: skipped(inputs),
  }
}

/** The data source that every Grafana Cloud stack has for the metrics that are written to it. */
const CLOUD_DATA_SOURCE = 'grafanacloud-prom'

interface Known {
  monitoring: MonitoringApp
  prometheusUrl: string
  commit: string | undefined
}

function grafana({ config, dashboards }: Project, inputs: Inputs, known: Known): GrafanaDesired {
  const { app, scrape_interval } = config.monitoring
  const { monitoring, prometheusUrl, commit } = known
  const isCloud = [inputs.grafana?.url, inputs.remoteWrite?.url].every((url) =>
    new URL(url ?? 'none:').host.endsWith('.grafana.net'),
  )
  const existing = config.grafana.datasource ?? (isCloud ? CLOUD_DATA_SOURCE : undefined)
  const uid = app.slice(0, 40)
  return {
    deployment: app,
    folder: { uid, title: config.grafana.folder },
    dataSource:
      existing === undefined
        ? {
            uid,
            name: `Prometheus of ${app}`,
            url: prometheusUrl,
            ...(monitoring.password !== undefined && {
              user: PROMETHEUS_USER,
              password: monitoring.password,
            }),
            timeInterval: scrape_interval,
          }
        : { existing },
    dashboards,
    overwrite: config.grafana.overwrite,
    ruleGroups: renderGrafanaRules(config, {
      remoteWrite: inputs.remoteWrite !== undefined,
      dataSourceUid: existing ?? uid,
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

function skipped(inputs: Inputs): Skip[] {
  return [
    ...(inputs.grafana
      ? []
      : [
          {
            part: 'Grafana: data source and dashboards',
            why: 'No Grafana was given.',
            set: 'grafana-url and grafana-api-key',
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
