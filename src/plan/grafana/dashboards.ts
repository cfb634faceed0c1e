import type { Attempt } from '../../lib/attempt.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { few, list, oneLine } from '../../lib/text.ts'
import type {
  DashboardManager,
  GrafanaDesired,
  NormalDashboard,
  StoredDashboard,
} from '../../model/grafana.ts'
import { type GrafanaObject, grafanaChange, type SaveDashboard } from './actions.ts'
import { notAttempted } from './attempt.ts'
import { dashboardDifferences, newPanels } from './dashboard-differences.ts'
import { libraryPanelNote, type ObservedLibraryPanels } from './library-panels.ts'
import { apiVersionFor } from './observe-v2.ts'
import { failedObject, type PlannedObject } from './outcome.ts'
import { OWNERS, type Ownership, ownershipOf, writerOf } from './ownership.ts'

/** What the comparison of one dashboard needs to know besides itself. */
interface DashboardContext {
  desired: GrafanaDesired
  /** Of Grafana, for links. */
  url: string
  /** Why nothing can be written to its folder. */
  blocked: Diagnostic | undefined
  /** The versions of the API that Grafana serves; undefined where no file has schema v2. */
  apiVersions: Attempt<readonly string[]> | undefined
  libraryPanels: ObservedLibraryPanels
}

/** The change of one dashboard, or its result. */
export function diffDashboard(
  dashboard: NormalDashboard,
  read: Attempt<StoredDashboard | undefined>,
  context: DashboardContext,
): PlannedObject {
  const { desired, blocked, apiVersions } = context
  const { uid, json } = dashboard
  const object = objectOf(dashboard, context)
  if (blocked) return failedObject(object, notAttempted(blocked))
  if (!read.ok) return failedObject(object, read.problem)
  const isV2 = dashboard.apiVersions !== undefined
  const apiVersion = apiVersionFor(dashboard, apiVersions)
  if (isV2 && apiVersion === undefined) return failedObject(object, withoutSchemaV2(dashboard, apiVersions))
  const stored = read.value
  const folderUid = desired.folder.uid
  const ownership = ownershipOf({ json, isV2 }, stored, { deployment: desired.deployment, folderUid })
  if (ownership === 'unchanged') return { ...object, state: 'unchanged' }
  const refused = objection(dashboard, stored, ownership, desired)
  if (refused) return { ...object, state: refused.severity === 'error' ? 'failed' : 'kept', problem: refused }
  const action: SaveDashboard = {
    kind: 'save-dashboard',
    ...{ uid, deployment: desired.deployment, folderUid, json, overwrite: stored !== undefined },
    ...(apiVersion !== undefined && { v2: { apiVersion, generation: (stored?.generation ?? 0) + 1 } }),
  }
  if (!stored) {
    const diff = newPanels({ json, isV2 })
    return grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', diff, action })
  }
  const owner = OWNERS[ownership]
  return grafanaChange(object, {
    becomes: 'updated',
    reason: REASONS[ownership]?.(dashboard) ?? 'overwritten, as configured',
    diff: dashboardDifferences(stored, { json, folderUid, isV2 }),
    ...(owner && { owner }),
    action,
  })
}

const REASONS: Partial<Record<Ownership, (dashboard: NormalDashboard) => string>> = {
  changed: ({ file, made }) => (made ? 'this action makes another one now' : `changed in ${file}`),
  moved: () => 'moved back to its folder, as configured',
}

function objectOf(dashboard: NormalDashboard, { url, libraryPanels }: DashboardContext): GrafanaObject {
  const { title, file, uid, otherDataSources } = dashboard
  const notes = [
    otherDataSources.length > 0
      ? `it also uses other data sources, which are left unchanged: ${oneLine(few(otherDataSources, 5), 300)}`
      : undefined,
    libraryPanelNote(dashboard, libraryPanels),
  ].filter((note) => note !== undefined)
  return {
    ...{ kind: 'dashboard', name: title, file, url: `${url}/d/${uid}` },
    ...(notes.length > 0 && { note: notes.join('; ') }),
  }
}

function withoutSchemaV2(
  { file, apiVersions = [] }: NormalDashboard,
  served: Attempt<readonly string[]> | undefined,
): Diagnostic {
  if (served && !served.ok) return served.problem
  return {
    ...{ code: 'grafana-dashboard-v2', severity: 'error', at: { file, line: 1, column: 1 } },
    message: `${file} is a dashboard of schema v2, and this Grafana serves none of its APIs (${list(apiVersions.map((version) => `\`dashboard.grafana.app/${version}\``))}).`,
    hint: 'Update Grafana (12.4 serves v2beta1, 13 also v2), or export the dashboard with the model "Classic" or "V1 Resource" where Grafana offers that.',
  }
}

/**
 * Why a stored dashboard is not changed: a warning where it belongs to this deployment, an error where its uid belongs to
 * another dashboard.
 */
function objection(
  { file, made, title, uid }: NormalDashboard,
  stored: StoredDashboard | undefined,
  ownership: Ownership,
  { overwrite, folder }: GrafanaDesired,
): Diagnostic | undefined {
  const place = made ? {} : { at: { file, line: 1, column: 1 } }
  const source = made ? 'the one that this action makes' : file
  const name = `"${oneLine(title, 100)}" (${uid})`
  const always = overwrite === 'always'
  const warning = (code: string, message: string, hint: string): Diagnostic => ({
    ...{ code, severity: 'warning', hint, ...place },
    message: `The dashboard ${name} ${message}`,
  })
  if (ownership === 'moved' && !always)
    return warning(
      'grafana-dashboard-moved',
      `was moved in Grafana to ${folderName(stored)}. It was left there, unchanged.`,
      `Move it back to the folder "${oneLine(folder.title, 100)}", or set \`grafana.overwrite: always\` in monitoring.yml to have that done.`,
    )
  if (ownership === 'edited' && !always) {
    // Grafana's editor drops the mark, so a dashboard without one may also never have been written by this action.
    const why =
      stored && writerOf(stored) !== undefined
        ? 'was changed in Grafana since this action last wrote it'
        : `was created or changed manually in Grafana and differs from ${source}`
    return warning(
      'grafana-dashboard-edited',
      `${why}. It was left unchanged.`,
      made
        ? 'Set `grafana.overwrite: always` in monitoring.yml to replace it; to keep the change, save a copy under another name first.'
        : `Copy the change to ${file}, or set \`grafana.overwrite: always\` in monitoring.yml to replace it.`,
    )
  }
  if (ownership === 'provisioned')
    return warning(
      'grafana-dashboard-provisioned',
      `is ${managerName(stored?.manager)} and differs from ${source}. It was left unchanged.`,
      `Change or remove it there${made ? '' : `, or give the dashboard in ${file} another uid`}.`,
    )
  if (ownership === 'other-deployment' || (ownership === 'unmanaged' && !always))
    return {
      ...place,
      ...clash({ file, made, name, folder: folderName(stored), isUnmanaged: ownership === 'unmanaged' }),
    }
  return undefined
}

const folderName = (stored: StoredDashboard | undefined): string =>
  stored?.folderUid ? `the folder with the uid ${oneLine(stored.folderUid, 60)}` : 'the folder General'

function clash(found: {
  file: string
  made: true | undefined
  name: string
  folder: string
  isUnmanaged: boolean
}): Diagnostic {
  const { file, made, name, folder, isUnmanaged } = found
  const other = made
    ? 'Remove it in Grafana, if it is not needed'
    : `Give the dashboard in ${file} another uid`
  const whose = isUnmanaged ? `is in ${folder}` : 'belongs to another deployment'
  return {
    ...{ code: 'grafana-dashboard-clash', severity: 'error' },
    message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by this deployment.`,
    hint: `${other}${isUnmanaged ? ', or set `grafana.overwrite: always` in monitoring.yml to replace it' : ''}.`,
  }
}

/** The tools by which Grafana lets dashboards be managed. */
const MANAGERS: Readonly<Record<string, string>> = {
  repo: 'Git Sync',
  terraform: 'Terraform',
  kubectl: 'kubectl',
  plugin: 'a plugin',
}

function managerName(manager: DashboardManager | undefined): string {
  const { kind = '', id = '' } = manager ?? {}
  if (kind === '' || kind.includes('file-provisioning'))
    return 'provisioned from a file on the Grafana server'
  const name = MANAGERS[kind] ?? oneLine(kind, 60)
  return `managed by ${name}${id === '' ? '' : ` (${oneLine(id, 60)})`}`
}
