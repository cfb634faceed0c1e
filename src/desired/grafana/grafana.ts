import { storeOf } from '../../config/engine.ts'
import { isOnFlysPrometheus } from '../../config/fly-engine.ts'
import type { Config } from '../../config/schema.ts'
import { longestInterval } from '../../config/scrape-options.ts'
import type { Project } from '../../config/sources/project.ts'
import type { Inputs } from '../../inputs/types.ts'
import { flyTokenScheme } from '../../lib/fly-token.ts'
import { withoutEndSlash } from '../../lib/text.ts'
import { FLY_METRICS_TOKEN, flyMetricsUrl } from '../../model/fly-series.ts'
import type { ExistingDataSource, GrafanaDesired } from '../../model/grafana.ts'
import { desiredDashboards, isInGrafana } from '../dashboards/shipped.ts'
import { derivePassword } from '../derived-password.ts'
import { PROMETHEUS_USER, prometheusAddress } from '../prometheus-access.ts'
import type { ScrapeSecrets } from '../scrape-secrets.ts'
import { annotationTags, IMPORT_TAG } from './annotations.ts'
import { folderTitle, folderUid } from './folder.ts'
import { renderGrafanaRules } from './rules.ts'
import { uidFor } from './uids.ts'

/** The data source that every Grafana Cloud stack has for metrics that arrive by remote write. */
const CLOUD_DATA_SOURCE = 'grafanacloud-prom'

/**
 * The desired state of Grafana; undefined when no Grafana is configured. Pure. `secrets`: the values of the variables that the
 * configuration names, as far as they are known.
 */
export function desiredGrafana(
  project: Project,
  inputs: Inputs,
  { commit, secrets }: { commit: string | undefined; secrets: ScrapeSecrets },
): GrafanaDesired | undefined {
  if (!inputs.grafana) return undefined
  const { config, ruleSources } = project
  const { app } = config.monitoring
  const { uid } = ownName(app)
  const asked = askedOf(config, inputs, secrets)
  const existing = existingDataSource(config, inputs, asked)
  return {
    deployment: app,
    folder: { uid: folderUid(app), title: folderTitle(config) },
    dataSource: existing ?? ownDataSource(config, asked),
    dashboards: desiredDashboards(project),
    overwrite: config.grafana.overwrite,
    // With an Alertmanager, rules in Grafana would notify people a second time.
    ruleGroups: config.alerts.notify
      ? []
      : renderGrafanaRules(config, {
          remoteWrite: inputs.remoteWrite !== undefined,
          dataSourceUid: existing?.existing ?? uid,
          own: ruleSources,
          isInGrafana: isInGrafana(project),
          ...(config.alerts.receiver !== undefined && { receiver: config.alerts.receiver }),
        }),
    ...(commit !== undefined && { annotation: annotationOf(app, commit, inputs.mode) }),
  }
}

/** Mode `dashboards` deploys nothing, and its annotation says so. */
function annotationOf(
  app: string,
  commit: string,
  mode: Inputs['mode'],
): NonNullable<GrafanaDesired['annotation']> {
  const tags = [...annotationTags(app), 'deploy-monitoring', commit]
  const short = commit.slice(0, 12)
  return mode === 'dashboards'
    ? { text: `Dashboards of ${short} imported`, tags: [...tags, IMPORT_TAG] }
    : { text: `Deployed ${short}`, tags }
}

/** The objects in Grafana that belong to a deployment, by names that depend on nothing but its app. */
export interface GrafanaBelongings {
  deployment: string
  folderUid: string
  /** uid of the managed data source; undefined where the configuration uses it as one that exists already. */
  dataSourceUid: string | undefined
  /** Whether dashboards that were edited by hand may be replaced. */
  overwrite: Config['grafana']['overwrite']
}

/** Where the objects of a deployment are, whatever the files in the repository say today. */
export function grafanaBelongings({ monitoring, grafana }: Config): GrafanaBelongings {
  const { uid } = ownName(monitoring.app)
  return {
    deployment: monitoring.app,
    folderUid: folderUid(monitoring.app),
    dataSourceUid: grafana.datasource === uid ? undefined : uid,
    overwrite: grafana.overwrite,
  }
}

/** What Grafana asks: Prometheus, or the store of an agent. */
interface Asked {
  url: string
  /** Undefined where it needs no credentials. */
  user: string | undefined
  password: string | undefined
  /** The header Authorization, where it is not that of basic auth. */
  authorization?: string | undefined
  /** Whether the password may be sent to Grafana for this URL. */
  isKnown: boolean
}

function askedOf(config: Config, inputs: Inputs, secrets: ScrapeSecrets): Asked {
  if (isOnFlysPrometheus(config.monitoring)) return askedFly(config, inputs, secrets.get(FLY_METRICS_TOKEN))
  const store = storeOf(config, inputs)
  if (!store) return askedPrometheus(config, inputs)
  const password = store.variable === undefined ? inputs.remoteWrite?.key : secrets.get(store.variable)
  const { queryUrl: url, user } = store
  return { url, user, password: user && password, isKnown: user === undefined || password !== undefined }
}

/** Fly's managed Prometheus has an address of its own, and a token that no file names. */
const askedFly = (config: Config, inputs: Inputs, token: string | undefined): Asked => ({
  ...{ url: prometheusUrlOf(config, inputs), user: undefined, password: undefined },
  authorization: token && `${flyTokenScheme(token)} ${token}`,
  isKnown: token !== undefined,
})

/**
 * Mode `dashboards` makes no request to Fly, so an app that only a file names may belong to anyone: then the data source that
 * an earlier deploy has written is used.
 */
function askedPrometheus(config: Config, inputs: Inputs): Asked {
  const password = passwordOf(config, inputs)
  const isNamed = inputs.mode !== 'dashboards' || inputs.prometheusUrl !== undefined
  return {
    url: prometheusUrlOf(config, inputs),
    user: password && PROMETHEUS_USER,
    password,
    isKnown: config.monitoring.access === 'public' || (isNamed && password !== undefined),
  }
}

/** An existing data source: the configured one, or that of the Grafana Cloud stack when samples are written to it. */
function existingDataSource(
  config: Config,
  inputs: Inputs,
  { url, isKnown }: Asked,
): ExistingDataSource | undefined {
  if (config.grafana.datasource !== undefined) return { existing: config.grafana.datasource }
  const isCloud = (text: string | undefined) => URL.parse(text ?? '')?.host.endsWith('.grafana.net')
  if (isCloud(inputs.grafana?.url) && (isCloud(inputs.remoteWrite?.url) || isCloud(url)))
    return { existing: CLOUD_DATA_SOURCE }
  const own = ownName(config.monitoring.app)
  return isKnown ? undefined : { existing: own.uid, own }
}

/** uid and name of the managed data source: dashboards contain both, and are the same for every run. */
const ownName = (app: string): { uid: string; name: string } => ({
  uid: uidFor(app),
  name: `Prometheus of ${app}`,
})

const ownDataSource = (
  config: Config,
  { url, user, password, authorization }: Asked,
): GrafanaDesired['dataSource'] => ({
  ...ownName(config.monitoring.app),
  url,
  ...(user !== undefined && password !== undefined && { user, password }),
  ...(authorization !== undefined && { authorization }),
  timeInterval: longestInterval(config),
})

/** The URL of Prometheus, without a slash at the end. */
export const prometheusUrlOf = ({ monitoring }: Config, { prometheusUrl }: Inputs): string =>
  withoutEndSlash(
    prometheusUrl ??
      (isOnFlysPrometheus(monitoring)
        ? flyMetricsUrl(monitoring.organization)
        : prometheusAddress(monitoring)),
  )

/** The password of Prometheus: configured, or derived from the Fly token. Undefined: not needed, or not known. */
export function passwordOf(
  { monitoring }: Config,
  { prometheusPassword, flyToken }: Inputs,
): string | undefined {
  if (monitoring.access === 'public' || isOnFlysPrometheus(monitoring)) return undefined
  return prometheusPassword ?? (flyToken === '' ? undefined : derivePassword(flyToken, monitoring.app))
}
