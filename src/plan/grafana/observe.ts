import type { Grafana } from '../../clients/grafana/client.ts'
import { annotationTags } from '../../desired/grafana/annotations.ts'
import { type Attempt, attempt } from '../../lib/attempt.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ActionError, platformError } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { ExistingDataSource, GrafanaDesired, StoredDataSource } from '../../model/grafana.ts'
import { annotationsSince } from './annotation.ts'
import { attemptRead } from './attempt.ts'
import { type DataSourceHealth, isAsWanted, wrongType } from './data-source.ts'
import type { NormalFiles } from './files.ts'
import { type ObservedLibraryPanels, observeLibraryPanels } from './library-panels.ts'
import type { ObservedNotification } from './notification.ts'
import { observeDashboards, READS_AT_ONCE } from './observe-dashboards.ts'
import { observeSchemaV2 } from './observe-v2.ts'
import type { ObservedRules } from './rule-groups.ts'
import type { StoredDashboards } from './uids.ts'

/** The current state in Grafana of every object that a deployment defines. */
export interface ObservedGrafana {
  /** The managed one by its uid (undefined where it does not exist yet), or the one that the configuration names. */
  dataSource: Attempt<StoredDataSource | undefined>
  /** Undefined where it was not read: for a data source that must be written first. */
  health: DataSourceHealth | undefined
  /** `hidden`: it does not exist, or this token may not see it. */
  folder: Attempt<GrafanaDesired['folder'] | 'hidden' | undefined>
  dashboards: StoredDashboards
  /** The versions of the API of dashboards; undefined where no file has schema v2. */
  apiVersions: Attempt<readonly string[]> | undefined
  libraryPanels: ObservedLibraryPanels
  rules: ObservedRules
  /** Undefined without rules. */
  notification: ObservedNotification | undefined
  /** Tags of the last deploy annotation; undefined where no annotation is to be written. */
  annotation: Attempt<readonly string[] | undefined> | undefined
}

/**
 * Reads everything concurrently. `reading` is the data source, which the files wait for, and `forming` the files.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid.
 */
export async function observeGrafana(
  grafana: Grafana,
  desired: GrafanaDesired,
  reading: Promise<ObservedGrafana['dataSource']>,
  forming: Promise<NormalFiles>,
): Promise<ObservedGrafana> {
  const { deployment, folder, ruleGroups, annotation } = desired
  const health = observeHealth(grafana, desired.dataSource, reading)
  // The list takes longest and so is requested first.
  const dashboards = observeDashboards(grafana, desired, forming)
  const schemaV2 = observeSchemaV2(grafana, desired, forming, dashboards)
  const libraryPanels = observeLibraryPanels(grafana, forming)
  const folderNow = attemptRead(grafana, () => grafana.folder(folder.uid))
  const rules = observeRules(grafana, desired)
  const notification = ruleGroups.length > 0 ? observeNotification(grafana) : undefined
  const last =
    annotation && attempt(() => grafana.lastAnnotation(annotationTags(deployment), annotationsSince()))
  const all = await Promise.all([
    ...([reading, health, folderNow, schemaV2, rules, notification, last, libraryPanels] as const),
    // Awaited by some of these only later: an error of theirs would end the program before anyone handles it.
    ...([dashboards, forming] as const),
  ])
  return {
    ...{ dataSource: all[0], health: all[1], folder: all[2], dashboards: all[3].dashboards, rules: all[4] },
    ...{ notification: all[5], annotation: all[6] },
    ...{ apiVersions: all[3].versions, libraryPanels: all[7] },
  }
}

/** Reads the data source that the dashboards and rules of a deployment query. */
export function observeDataSource(
  grafana: Grafana,
  wanted: GrafanaDesired['dataSource'],
): Promise<ObservedGrafana['dataSource']> {
  return attemptRead<StoredDataSource | undefined>(grafana, () =>
    'existing' in wanted ? existingDataSource(grafana, wanted) : grafana.dataSource('uid', wanted.uid),
  )
}

/** Types of data sources that accept PromQL. */
const PROMETHEUS = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource']

/** An existing data source, by uid or else by name; with `own`, the one that a deploy creates for this deployment. */
export async function existingDataSource(
  grafana: Grafana,
  { existing, own }: ExistingDataSource,
): Promise<StoredDataSource> {
  const found = (await byUid(grafana, existing)) ?? (await grafana.dataSource('name', existing))
  if (found && PROMETHEUS.includes(found.type)) return found
  if (found) throw new ActionError('platform', [wrongType(found)])
  const name = oneLine(existing, 100)
  throw own === undefined
    ? platformError(
        'grafana-datasource-missing',
        `Grafana has no data source with the uid or name "${name}".`,
        'Set `grafana.datasource` in monitoring.yml to the Prometheus data source that has these metrics; Grafana lists them under Connections, Data sources.',
      )
    : platformError(
        'grafana-datasource-missing',
        `Grafana does not have the data source "${name}" of this deployment yet; the dashboards show data as soon as it exists.`,
        'Mode `deploy` creates it. Mode `dashboards` does too, with `prometheus-url` and the password (`prometheus-password`, or `fly-api-token` to derive it).',
      )
}

/** A name may contain characters that a uid cannot. */
const byUid = async (grafana: Grafana, value: string) =>
  /^[a-zA-Z0-9_-]{1,40}$/.test(value) ? grafana.dataSource('uid', value) : undefined

/** The health of a data source that needs no change; for one that is written first it would mean nothing. */
async function observeHealth(
  grafana: Grafana,
  wanted: GrafanaDesired['dataSource'],
  reading: Promise<ObservedGrafana['dataSource']>,
): Promise<DataSourceHealth | undefined> {
  const read = await reading
  const stored = read.ok ? read.value : undefined
  if (!stored || !('existing' in wanted || isAsWanted(stored, wanted))) return undefined
  return attempt(() => grafana.dataSourceHealth(stored.uid))
}

async function observeRules(
  grafana: Grafana,
  { folder, ruleGroups }: GrafanaDesired,
): Promise<ObservedRules> {
  const all = await attempt(() => grafana.rules())
  if (!all.ok) return { all, groups: new Map() }
  const inFolder = all.value.filter((rule) => rule.folderUID === folder.uid)
  const existing = new Set(inFolder.map((rule) => rule.ruleGroup))
  const wanted = ruleGroups.map(({ title }) => title).filter((title) => existing.has(title))
  const read = async (title: string) =>
    [title, await attempt(() => grafana.ruleGroup(folder.uid, title))] as const
  return {
    all,
    groups: new Map(await mapConcurrently(wanted, READS_AT_ONCE, read)),
  }
}

async function observeNotification(grafana: Grafana): Promise<ObservedNotification> {
  const [contactPoints, policies] = await Promise.all([
    attempt(() => grafana.contactPoints()),
    attempt(() => grafana.policies()),
  ])
  return { contactPoints, policies }
}
