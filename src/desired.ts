import type { AppOrder } from './apply/fly-app.ts'
import type { Inputs } from './inputs.ts'
import type { Project } from './project.ts'
import { type MonitoringApp, renderMonitoring } from './render/monitoring.ts'
import type { Skip } from './report/report.ts'

/** Everything as it should be at the end of the run: nothing here was asked of anybody. */
export interface Desired {
  monitoring: MonitoringApp
  /** Where Prometheus answers, without a slash at the end. */
  prometheusUrl: string
  /** The main apps, in the order of the configuration. */
  orders: readonly AppOrder[]
  /** Public health endpoints of the main apps. */
  health: string[]
  /** Parts that nothing was given for. */
  skipped: Skip[]
}

/** From configuration and inputs to what should be. Pure. */
export function desire({ config, workspace }: Project, inputs: Inputs): Desired {
  const monitoring = renderMonitoring(
    config,
    { flyToken: inputs.flyToken, password: inputs.prometheusPassword, remoteWrite: inputs.remoteWrite },
    '',
  )
  return {
    monitoring,
    prometheusUrl: (inputs.prometheusUrl ?? `https://${config.monitoring.app}.fly.dev`).replace(/\/+$/, ''),
    orders: config.apps.map((app) => ({
      app,
      workspace: workspace.folder,
      mayStop: config.services
        .filter((service) => service.app === app.app)
        .every((service) => service.may_stop),
    })),
    health: config.apps.flatMap(({ app, health }) =>
      health === undefined ? [] : [`https://${app}.fly.dev${health}`],
    ),
    skipped: skipped(inputs),
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
