import { isUnsure, type StoredFolder } from '../clients/grafana.ts'
import { ActionError, type Problem } from '../lib/errors.ts'
import type { GrafanaResult } from '../plan/grafana.ts'
import { type Attempt, attempt, type GrafanaWork } from './grafana-work.ts'

export interface FolderState {
  result: GrafanaResult
  /** Why nothing can be put into it. */
  blocked?: Problem
}

/**
 * The folder by its uid: created, or given the title that is wanted. An Editor cannot tell a missing folder from a
 * hidden one (both 403), so creating decides: 412 means that it is there.
 */
export async function applyFolder(
  work: GrafanaWork,
  read: Attempt<StoredFolder | 'hidden' | undefined>,
): Promise<FolderState> {
  const { grafana, desired } = work
  const { folder } = desired
  const about = {
    kind: 'folder',
    name: folder.title,
    url: `${grafana.url}/dashboards/f/${folder.uid}`,
  } as const
  const failed = (problem: Problem): GrafanaResult => ({ ...about, state: 'failed', problem })
  if (!read.ok) return { result: failed(read.problem), blocked: read.problem }
  const stored = read.value
  if (stored === undefined || stored === 'hidden') {
    const made = await attempt(work, () => createFolder(work))
    if (!made.ok) return { result: failed(made.problem), blocked: made.problem }
    return { result: { ...about, state: made.value === 'created' ? 'created' : 'unchanged' } }
  }
  if (stored.title === folder.title) return { result: { ...about, state: 'unchanged' } }
  const renamed = await attempt(work, () => grafana.renameFolder(folder))
  if (!renamed.ok) return { result: failed(renamed.problem) }
  return { result: { ...about, state: 'updated', why: `renamed from "${stored.title}"` } }
}

/** When the answer got lost, a second try finds the folder taken: by us. */
async function createFolder({ grafana, desired: { folder } }: GrafanaWork): Promise<'created' | 'taken'> {
  try {
    return await grafana.createFolder(folder)
  } catch (error) {
    if (!(error instanceof ActionError) || !isUnsure(error)) throw error
    const there = await grafana.folder(folder.uid)
    return there && there !== 'hidden' ? 'created' : grafana.createFolder(folder)
  }
}
