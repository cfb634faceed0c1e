import type { Project } from '../config/project.ts'
import type { Inputs } from '../inputs/types.ts'
import type { SkippedPart } from '../model/change.ts'
import { publicUrl } from '../model/fly-names.ts'
import type { GrafanaDesired } from '../model/grafana.ts'
import type { AppOrder } from './app.ts'
import { desiredGrafana, passwordOf, prometheusUrlOf } from './grafana/grafana.ts'
import { type MonitoringApp, renderMonitoring } from './monitoring-app.ts'
import { renderRules } from './prometheus-rules.ts'

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
  skipped: SkippedPart[]
}

/** What is known of a run besides its configuration and its inputs. */
export interface RunFacts {
  /** Names the deployment in Grafana's annotations. */
  commit: string | undefined
  /** Apps whose first deploy needs addresses that flyctl would ask a person about. */
  needAddresses: ReadonlySet<string>
}

/** From configuration and inputs to what should be. Pure. */
export function desiredState(project: Project, inputs: Inputs, { commit, needAddresses }: RunFacts): Desired {
  const { config, workspace } = project
  const rules = renderRules(config, {
    remoteWrite: inputs.remoteWrite !== undefined,
    ...(inputs.grafana && { grafanaUrl: inputs.grafana.url }),
  })
  const { flyToken, remoteWrite } = inputs
  const password = passwordOf(config, inputs)
  const monitoring = renderMonitoring(config, { flyToken, password, remoteWrite }, rules)
  return {
    monitoring,
    prometheusUrl: prometheusUrlOf(config, inputs),
    orders: config.apps.map((app) => ({
      app,
      workspace: workspace.folder,
      organization: config.monitoring.organization,
      needsAddresses: needAddresses.has(app.app),
      mayStop: config.services
        .filter((service) => service.app === app.app)
        .every((service) => service.may_stop),
    })),
    grafana: desiredGrafana(project, inputs, commit),
    health: config.apps.flatMap(({ app, health }) =>
      health === undefined ? [] : [`${publicUrl(app)}${health}`],
    ),
    skipped: skipped(inputs),
  }
}

/** Three steps, for who has none. */
const GET_GRAFANA =
  '1. Take a Grafana: a free stack at grafana.com, or one of your own. ' +
  '2. There, under Administration → Users and access → Service accounts, make one with the role Admin and a token for it (glsa_…). ' +
  '3. Store both as secrets and pass them as grafana-url (the address of the start page) and grafana-api-key.'

function skipped(inputs: Inputs): SkippedPart[] {
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
