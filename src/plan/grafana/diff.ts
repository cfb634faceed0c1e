import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaDesired } from '../../model/grafana.ts'
import { type GrafanaChange, grafanaChange } from './actions.ts'
import { diffAnnotation } from './annotation.ts'
import { diffDashboard } from './dashboards.ts'
import { type DataSourceHealth, diffDataSource } from './data-source.ts'
import type { NormalFiles } from './files.ts'
import { missingLibraryPanels } from './library-panels.ts'
import { type AlertRouting, notifiedByPolicies, receiversOf } from './notification.ts'
import type { ObservedGrafana } from './observe.ts'
import { failedObject, isChange, type PlannedObject } from './outcome.ts'
import { diffRuleGroups, forgetsReceivers } from './rule-groups.ts'
import { assignUids, storedAs } from './uids.ts'

/** The change or the result of every object, and what its verification needs. Plain data, without a secret. */
export interface GrafanaPlan {
  dataSource: PlannedObject
  /** uid of the data source that dashboards and rules query; undefined where it is not known. */
  dataSourceUid: string | undefined
  /** The health of a data source that needs no change, as last read. */
  health: DataSourceHealth | undefined
  /** For a data source that needs no change: the change once Prometheus rejects the password that Grafana has. */
  resendPassword: GrafanaChange | undefined
  folder: PlannedObject
  /** Those that can be stored, followed by those that cannot. */
  dashboards: readonly PlannedObject[]
  /** Those that are defined, followed by those that no longer are. */
  ruleGroups: readonly PlannedObject[]
  /** What the run does in spite of it. */
  warnings: readonly Diagnostic[]
  /** At most one. */
  annotation: readonly PlannedObject[]
  /** Undefined without rules. */
  routing: AlertRouting | undefined
}

/** Every object of a plan, in the order in which they are carried out. */
export const objectsOf = (plan: GrafanaPlan): PlannedObject[] => [
  ...[plan.dataSource, plan.folder],
  ...[...plan.dashboards, ...plan.ruleGroups, ...plan.annotation],
]

/** Every change of a plan, in the same order. */
export const changesOf = (plan: GrafanaPlan): GrafanaChange[] => objectsOf(plan).filter(isChange)

/** The change or the result of each object, from the desired state and the current one. `url`: of Grafana, for links. */
export function diffGrafana(
  desired: GrafanaDesired,
  { good, bad }: NormalFiles,
  observed: ObservedGrafana,
  url: string,
): GrafanaPlan {
  const { planned, uid, resendPassword } = diffDataSource(
    desired.dataSource,
    observed.dataSource,
    observed.health,
    url,
  )
  const folder = diffFolder(desired.folder, observed.folder, url)
  const noFolder = failureOf(folder)
  const { dashboards, moved } = assignUids(good, observed.dashboards, desired.deployment)
  const { notification, rules } = observed
  return {
    dataSource: planned,
    dataSourceUid: uid,
    health: observed.health,
    resendPassword,
    folder,
    dashboards: [
      ...dashboards.map((dashboard) =>
        diffDashboard(dashboard, storedAs(observed.dashboards, dashboard.uid), {
          ...{ desired, url, blocked: noFolder },
          ...{ apiVersions: observed.apiVersions, libraryPanels: observed.libraryPanels },
        }),
      ),
      ...bad,
    ],
    ruleGroups: diffRuleGroups(desired, rules, {
      ...{ dataSource: uid, moved, url, blocked: noFolder ?? failureOf(planned) },
      contactPoints: notification?.contactPoints ?? { ok: true, value: [] },
    }),
    annotation: diffAnnotation(desired, observed.annotation),
    warnings: dashboards.flatMap(
      (dashboard) => missingLibraryPanels(dashboard, observed.libraryPanels) ?? [],
    ),
    routing: notification && {
      receivers: receiversOf(desired.ruleGroups),
      isIgnored: forgetsReceivers(rules),
      policies: notifiedByPolicies(notification),
    },
  }
}

/** Why an object cannot be used by others, when that is known before anything is written. */
const failureOf = (planned: PlannedObject): Diagnostic | undefined =>
  !isChange(planned) && planned.state === 'failed' ? planned.problem : undefined

/** The folder by its uid: created, or renamed. A hidden one may exist: only creating it shows. */
function diffFolder(
  folder: GrafanaDesired['folder'],
  read: ObservedGrafana['folder'],
  url: string,
): PlannedObject {
  const { uid, title } = folder
  const object = { kind: 'folder', name: title, url: `${url}/dashboards/f/${uid}` } as const
  if (!read.ok) return failedObject(object, read.problem)
  const stored = read.value
  if (stored === undefined || stored === 'hidden') {
    const action = { kind: 'create-folder', uid, title } as const
    return grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', action })
  }
  if (stored.title === title) return { ...object, state: 'unchanged' }
  const reason = `renamed from "${oneLine(stored.title, 100)}"`
  const action = { kind: 'rename-folder', uid, title } as const
  return grafanaChange(object, { becomes: 'updated', owner: 'ours', reason, action })
}
