import { setTimeout as sleep } from 'node:timers/promises'
import type { Grafana } from '../../clients/grafana/client.ts'
import { ActionError, platformError } from '../../lib/errors.ts'
import { count } from '../../lib/text.ts'
import type { GrafanaRemoval } from '../../plan/grafana/actions.ts'
import { whyKept } from '../../plan/grafana/removal.ts'
import { deleteRule } from './rules.ts'
import { type GrafanaSession, writeOnce } from './writes.ts'

/** Sends the requests of a removal. What changed since the plan was shown is not removed. */
export async function removeObject(session: GrafanaSession, action: GrafanaRemoval): Promise<undefined> {
  const { grafana } = session
  switch (action.kind) {
    case 'remove-rules':
      for (const uid of action.uids) await deleteRule(session, uid)
      return
    case 'remove-dashboard':
      return removeDashboard(grafana, action)
    case 'remove-folder':
      return removeFolder(session, action.uid)
    case 'remove-data-source': {
      const isGone = async () => (await grafana.dataSource('uid', action.uid)) === undefined
      await writeOnce(() => grafana.deleteDataSource(action.uid), isGone)
    }
  }
}

async function removeDashboard(
  grafana: Grafana,
  { uid, deployment, evenEdited }: Extract<GrafanaRemoval, { kind: 'remove-dashboard' }>,
): Promise<undefined> {
  const stored = await grafana.dashboard(uid)
  if (!stored) return
  const edited = whyKept(stored, { deployment, overwrite: evenEdited ? 'always' : 'unless-edited' })
  if (edited) throw new ActionError('platform', [{ ...edited, severity: 'error' }])
  const isGone = async () => (await grafana.dashboard(uid)) === undefined
  await writeOnce(() => grafana.deleteDashboard(uid), isGone)
}

/** Grafana's search may still show for a while what was just removed. */
const TRIES = 5
const PAUSE_MS = 1_000

/** Removes the folder if it is empty: Grafana would remove dashboards and folders in it without asking. */
async function removeFolder({ grafana, signal }: GrafanaSession, uid: string): Promise<undefined> {
  for (let tries = 1; ; tries++) {
    const left = await contentsOf(grafana, uid)
    if (left === 0) break
    if (tries === TRIES)
      throw platformError(
        'grafana-folder-not-empty',
        `The folder ${uid} still has ${count(left, 'object')} in it. It was left unchanged.`,
        'See in Grafana what is in it: move or delete that, and then run again.',
      )
    await sleep(PAUSE_MS, undefined, { ...(signal && { signal }) })
  }
  const isGone = async () => {
    const folder = await grafana.folder(uid)
    return folder === undefined || folder === 'hidden'
  }
  await writeOnce(() => grafana.deleteFolder(uid), isGone)
}

/** How many objects are in the folder: by what can be listed, and by what Grafana counts, which has the other kinds. */
async function contentsOf(grafana: Grafana, uid: string): Promise<number> {
  const [items, rules, counted] = await Promise.all([
    grafana.itemsIn(uid),
    grafana.rules(),
    grafana.countIn(uid),
  ])
  const listed = items.length + rules.filter((rule) => rule.folderUID === uid).length
  return Math.max(listed, counted ?? 0)
}
