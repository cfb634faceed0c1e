import type { Grafana } from '../../clients/grafana/client.ts'
import type { FolderItem } from '../../clients/grafana/folders.ts'
import type { GrafanaBelongings } from '../../desired/grafana/grafana.ts'
import type { Attempt } from '../../lib/attempt.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { count, few, oneLine } from '../../lib/text.ts'
import type { StoredDashboard, StoredDataSource, StoredFolder, StoredRule } from '../../model/grafana.ts'
import { type GrafanaObject, type GrafanaRemoval, grafanaChange } from './actions.ts'
import { attemptRead, notAttempted } from './attempt.ts'
import { wrongType } from './data-source.ts'
import { READS_AT_ONCE } from './observe-dashboards.ts'
import { failedObject, isChange, type PlannedObject } from './outcome.ts'
import { isStillOurs, writerOf } from './ownership.ts'
import { isOwnRule } from './rules.ts'

/** What is in Grafana of a deployment, and what else is in its folder. */
export interface ObservedBelongings {
  rules: Attempt<readonly StoredRule[]>
  /** `hidden`: it does not exist, or this token cannot see it. */
  folder: Attempt<StoredFolder | 'hidden' | undefined>
  /** Everything in the folder but rules. */
  items: Attempt<readonly FolderItem[]>
  /** The dashboards among them, by uid. */
  dashboards: ReadonlyMap<string, Attempt<StoredDashboard | undefined>>
  dataSource: Attempt<StoredDataSource | undefined>
}

/**
 * Reads what a deployment has in Grafana. The files in the repository are not needed: what was written carries its mark.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid
 */
export async function observeBelongings(
  grafana: Grafana,
  { folderUid, dataSourceUid }: GrafanaBelongings,
): Promise<ObservedBelongings> {
  const read = <T>(operation: () => Promise<T>) => attemptRead(grafana, operation)
  const [rules, folder, dataSource] = await Promise.all([
    read(() => grafana.rules()),
    read(() => grafana.folder(folderUid)),
    read(async () => (dataSourceUid === undefined ? undefined : grafana.dataSource('uid', dataSourceUid))),
  ])
  const isThere = folder.ok && folder.value !== undefined
  const items = await read(async () => (isThere ? grafana.itemsIn(folderUid) : []))
  const uids = items.ok ? items.value.filter(isDashboard).map(({ uid }) => uid) : []
  const dashboards = await mapConcurrently(
    uids,
    READS_AT_ONCE,
    async (uid) => [uid, await read(() => grafana.dashboard(uid))] as const,
  )
  return { rules, folder, items, dashboards: new Map(dashboards), dataSource }
}

const ABSENT = { ok: true, value: undefined } as const

const isDashboard = ({ type }: FolderItem): boolean => type === 'dash-db'

/** The removal of each object, or why it is kept; empty when nothing is left. */
export interface GrafanaRemovalPlan {
  rules: readonly PlannedObject[]
  dashboards: readonly PlannedObject[]
  /** At most one. */
  folder: readonly PlannedObject[]
  /** At most one. */
  dataSource: readonly PlannedObject[]
}

/** Plans the removal of everything that this deployment has written; what others made or edited is kept. */
export function planGrafanaRemoval(own: GrafanaBelongings, observed: ObservedBelongings): GrafanaRemovalPlan {
  const rules = removedRules(own, observed)
  const dashboards = removedDashboards(own, observed)
  return {
    rules,
    dashboards,
    folder: removedFolder(own, observed, [...rules, ...dashboards]),
    dataSource: removedDataSource(observed),
  }
}

const REASON = 'It was requested.'

const removal = (object: GrafanaObject, action: GrafanaRemoval, diff?: string): PlannedObject =>
  grafanaChange(object, {
    ...{ becomes: 'removed', reason: REASON, owner: 'ours', action },
    ...(diff !== undefined && { diff }),
  })

const kept = (object: GrafanaObject, code: string, message: string, hint: string): PlannedObject => ({
  ...object,
  state: 'kept',
  problem: { code, severity: 'warning', message, hint },
})

/** By the prefix of their uids, also where someone has moved them to another folder. */
function removedRules({ deployment }: GrafanaBelongings, { rules }: ObservedBelongings): PlannedObject[] {
  if (!rules.ok) return [failedObject({ kind: 'rule group', name: 'alert rules' }, rules.problem)]
  const own = rules.value.filter((rule) => isOwnRule(deployment, rule))
  const groups = Map.groupBy(own, ({ folderUID, ruleGroup }) => JSON.stringify([folderUID, ruleGroup]))
  return [...groups.values()].map((group) => {
    const object = { kind: 'rule group', name: group[0]?.ruleGroup ?? '' } as const
    const diff = group.map(({ title }) => `- rule "${oneLine(title, 100)}"`).join('\n')
    return removal(object, { kind: 'remove-rules', uids: group.map(({ uid }) => uid) }, diff)
  })
}

function removedDashboards(own: GrafanaBelongings, observed: ObservedBelongings): PlannedObject[] {
  const { items, dashboards } = observed
  if (!items.ok) return [failedObject({ kind: 'dashboard', name: 'dashboards' }, items.problem)]
  return items.value.filter(isDashboard).map(({ uid, title }): PlannedObject => {
    const object = { kind: 'dashboard', name: title } as const
    const read = dashboards.get(uid) ?? ABSENT
    if (!read.ok) return failedObject(object, read.problem)
    const evenEdited = own.overwrite === 'always'
    const why = whyKept(read.value, own)
    if (why) return { ...object, state: 'kept', problem: why }
    return removal(object, { kind: 'remove-dashboard', uid, deployment: own.deployment, evenEdited })
  })
}

/** Why a dashboard in the folder is not removed: it holds the work of people, or it is not this deployment's. */
export function whyKept(
  stored: StoredDashboard | undefined,
  { deployment, overwrite }: Pick<GrafanaBelongings, 'deployment' | 'overwrite'>,
): Diagnostic | undefined {
  const isReplaceable = overwrite === 'always' && stored && writerOf(stored) === deployment
  if (stored && !stored.manager && (isReplaceable || isStillOurs(stored, deployment))) return undefined
  const title = stored ? `"${oneLine(String(stored.json.title), 100)}" (${stored.uid})` : 'in the folder'
  const why = !stored
    ? 'cannot be read with this token'
    : stored.manager
      ? 'is managed by a file, Git Sync or another tool'
      : writerOf(stored) === deployment
        ? 'was changed in Grafana since this action last wrote it'
        : 'was created or changed manually in Grafana, or belongs to another deployment'
  return {
    code: 'grafana-dashboard-kept',
    severity: 'warning',
    message: `The dashboard ${title} ${why}. It was left unchanged.`,
    hint: 'Delete it in Grafana if it is no longer needed, and then run again to remove the folder.',
  }
}

/** The folder, if everything in it goes as well: Grafana would remove the dashboards of others together with it. */
function removedFolder(
  { deployment, folderUid }: GrafanaBelongings,
  { folder, items, rules }: ObservedBelongings,
  inside: readonly PlannedObject[],
): PlannedObject[] {
  if (!folder.ok) return [failedObject({ kind: 'folder', name: folderUid }, folder.problem)]
  if (!folder.value) return []
  if (folder.value === 'hidden')
    return [
      kept(
        { kind: 'folder', name: folderUid },
        'grafana-folder-hidden',
        `The folder ${folderUid} does not exist, or it is hidden from this token, with the dashboards in it: Grafana answers both alike.`,
        'To be sure, look in Grafana, or run again with a token that has the Admin role.',
      ),
    ]
  const object = { kind: 'folder', name: folder.value.title } as const
  const failed = inside.find((one) => !isChange(one) && one.state === 'failed')
  if (failed && 'problem' in failed) return [failedObject(object, notAttempted(failed.problem))]
  const others = [
    ...(items.ok ? items.value.filter((item) => !isDashboard(item)).map(({ title }) => title) : []),
    ...inside.flatMap((one) => (isChange(one) ? [] : [one.name])),
    ...(rules.ok ? rules.value : [])
      .filter((rule) => rule.folderUID === folderUid && !isOwnRule(deployment, rule))
      .map(({ title }) => title),
  ]
  if (others.length === 0) return [removal(object, { kind: 'remove-folder', uid: folderUid })]
  return [
    kept(
      object,
      'grafana-folder-kept',
      `The folder "${oneLine(object.name, 100)}" has ${count(others.length, 'object')} that this action did not make or that someone has edited: ${oneLine(few(others, 5), 300)}. It was left unchanged.`,
      'Move or delete them in Grafana, and then run again.',
    ),
  ]
}

function removedDataSource({ dataSource }: ObservedBelongings): PlannedObject[] {
  if (!dataSource.ok) return [failedObject({ kind: 'data source', name: 'Prometheus' }, dataSource.problem)]
  const stored = dataSource.value
  if (!stored) return []
  const { uid, name, type, readOnly } = stored
  const object = { kind: 'data source', name } as const
  if (type !== 'prometheus')
    return [{ ...object, state: 'kept', problem: { ...wrongType(stored), severity: 'warning' } }]
  if (!readOnly) return [removal(object, { kind: 'remove-data-source', uid })]
  return [
    kept(
      object,
      'grafana-datasource-provisioned',
      `The data source "${oneLine(name, 100)}" is provisioned from a file on the Grafana server. It was left unchanged.`,
      'Remove it from that file.',
    ),
  ]
}
