import { evaluatesRules } from '../config/engine.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import { servicesOfApp } from '../config/services.ts'
import type { Project } from '../config/sources/project.ts'
import type { Inputs } from '../inputs/types.ts'
import type { SkippedPart } from '../model/change.ts'
import { publicUrl } from '../model/fly-names.ts'
import type { GrafanaDesired } from '../model/grafana.ts'
import type { AppOrder } from './app.ts'
import { isInGrafana } from './dashboards/shipped.ts'
import { desiredGrafana, passwordOf, prometheusUrlOf } from './grafana/grafana.ts'
import { type MonitoringApp, renderMonitoring } from './monitoring-app.ts'
import { renderRules } from './prometheus-rules.ts'
import type { ScrapeSecrets } from './scrape-secrets.ts'

/** The desired state at the end of the run; computed without a request to any service. */
export interface Desired {
  /** With `engine: fly` it is not deployed. */
  monitoring: MonitoringApp
  /** The URL of Prometheus, without a slash at the end. */
  prometheusUrl: string
  /** The main apps, in the order of the configuration. */
  orders: readonly AppOrder[]
  /** Undefined when no Grafana is configured. */
  grafana: GrafanaDesired | undefined
  /** Public health endpoints of the main apps. */
  health: string[]
  /** Parts that are skipped because their inputs are not set. */
  skipped: SkippedPart[]
}

/** Facts about a run in addition to its configuration and its inputs. */
export interface RunFacts {
  /** Shown in the deploy annotation in Grafana. */
  commit: string | undefined
  /** Apps whose first deploy needs addresses that flyctl would ask a person about. */
  needAddresses: ReadonlySet<string>
  /** The process groups of each app that is deployed. */
  groups: ReadonlyMap<string, readonly string[]>
  /** The region of each app that is deployed and whose Fly configuration names one. */
  regions?: ReadonlyMap<string, string>
  /** Apps that are deployed with strategy `immediate`. */
  immediate?: ReadonlySet<string>
  /** The secrets with which services are scraped. */
  scrapes: ScrapeSecrets
}

/** The desired state of a configuration and inputs. Pure. */
export function desiredState(project: Project, inputs: Inputs, facts: RunFacts): Desired {
  const { config, workspace, ruleSources: own } = project
  const rules = evaluatesRules(config.monitoring)
    ? renderRules(config, {
        remoteWrite: inputs.remoteWrite !== undefined,
        isInGrafana: isInGrafana(project),
        ...(inputs.grafana && { grafanaUrl: inputs.grafana.url }),
      })
    : ''
  const { flyToken, remoteWrite, receivers } = inputs
  const password = passwordOf(config, inputs)
  const { scrapes } = facts
  const secrets = { flyToken, password, remoteWrite, receivers, scrapes }
  const monitoring = renderMonitoring(config, secrets, { rules, own })
  return {
    monitoring,
    prometheusUrl: prometheusUrlOf(config, inputs),
    orders: config.apps.map((app) => ({
      app,
      workspace: workspace.folder,
      organization: config.monitoring.organization,
      needsAddresses: facts.needAddresses.has(app.app),
      groups: facts.groups.get(app.app) ?? [],
      region: facts.regions?.get(app.app),
      isImmediate: facts.immediate?.has(app.app) ?? false,
      mayStop: servicesOfApp(config.services, app.app).every((service) => service.may_stop),
    })),
    grafana: desiredGrafana(project, inputs, { commit: facts.commit, secrets: scrapes }),
    health: config.apps.flatMap(({ app, health }) =>
      health === undefined ? [] : [`${publicUrl(app)}${health}`],
    ),
    skipped: skipped(config, inputs),
  }
}

/** How to get a Grafana, in three steps. */
const GET_GRAFANA =
  '1. Create a free Grafana stack at grafana.com, or use your own Grafana. ' +
  '2. In Grafana, under Administration → Users and access → Service accounts, create a service account with the role Admin and a token for it (glsa_…). ' +
  '3. Store both as secrets and pass them as grafana-url (the URL of the home page) and grafana-api-key.'

function skipped({ remote_write: targets, monitoring }: Project['config'], inputs: Inputs): SkippedPart[] {
  return [
    ...(inputs.grafana
      ? []
      : [
          {
            part: 'Grafana: data source and dashboards',
            why: 'No Grafana is configured: there are no dashboards.',
            set: GET_GRAFANA,
          },
        ]),
    ...(inputs.remoteWrite || targets.length > 0 || isOnFlysPrometheus(monitoring)
      ? []
      : [
          {
            part: 'Remote write',
            why: 'No target is configured: samples are kept on the monitoring machine only.',
            set: 'grafana-prometheus-url, grafana-prometheus-user and grafana-prometheus-api-key',
          },
        ]),
  ]
}
