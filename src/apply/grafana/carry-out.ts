import { annotationTags } from '../../desired/grafana/dashboard.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { Annotate, GrafanaAction } from '../../plan/grafana/actions.ts'
import { annotationsSince, isAnnotated } from '../../plan/grafana/annotation.ts'
import { notAttempted } from '../../plan/grafana/attempt.ts'
import { withPassword } from '../../plan/grafana/data-source.ts'
import { failedObject, type GrafanaResult, isChange, type PlannedObject } from '../../plan/grafana/outcome.ts'
import { attemptWrite, type GrafanaSession, writeOnce } from './attempt.ts'
import { saveDashboard } from './dashboards.ts'
import { deleteRule, writeRuleGroup } from './rules.ts'

/** What becomes of one planned object. `blocked`: why something that its change needs is not there. */
export async function carryOut(
  work: GrafanaSession,
  planned: PlannedObject,
  blocked?: Diagnostic,
): Promise<GrafanaResult> {
  if (!isChange(planned)) return planned
  const { object, becomes, reason } = planned
  const failed = (problem: Diagnostic) => ({ ...failedObject(object, problem), change: planned })
  if (blocked) return failed(notAttempted(blocked))
  const done = await attemptWrite(work, () => perform(work, planned.action))
  if (!done.ok) return failed(done.problem)
  if (done.value === 'unchanged') return { ...object, state: 'unchanged' }
  return { ...object, change: planned, state: becomes, why: reason }
}

/** `unchanged`: it was there already. */
async function perform(work: GrafanaSession, action: GrafanaAction): Promise<'unchanged' | undefined> {
  const { grafana, desired } = work
  switch (action.kind) {
    case 'create-data-source': {
      const body = withPassword(action.body, desired.dataSource)
      const isDone = async () => (await grafana.dataSource('uid', action.uid)) !== undefined
      await writeOnce(() => grafana.createDataSource(body), isDone)
      return
    }
    case 'update-data-source':
      await grafana.updateDataSource(action.uid, withPassword(action.body, desired.dataSource))
      return
    case 'create-folder':
      return createFolder(work, action)
    case 'rename-folder':
      await grafana.renameFolder(action)
      return
    case 'save-dashboard':
      await saveDashboard(work, action)
      return
    case 'write-rule-group':
      await writeRuleGroup(work, action)
      return
    case 'remove-rules':
      for (const uid of action.uids) await deleteRule(work, uid)
      return
    case 'annotate':
      await annotate(work, action)
      return
  }
}

/**
 * An Editor cannot tell a missing folder from a hidden one (both 403), so creating decides: 412 means that it is there.
 * When the answer got lost, a second try finds the folder taken: by us.
 */
async function createFolder(
  { grafana }: GrafanaSession,
  { uid, title }: { uid: string; title: string },
): Promise<'unchanged' | undefined> {
  let isTaken = false
  await writeOnce(
    async () => {
      isTaken = (await grafana.createFolder({ uid, title })) === 'taken'
    },
    async () => {
      const there = await grafana.folder(uid)
      return there !== undefined && there !== 'hidden'
    },
  )
  return isTaken ? 'unchanged' : undefined
}

async function annotate({ grafana }: GrafanaSession, { deployment, text, tags }: Annotate): Promise<void> {
  const time = Date.now()
  await writeOnce(
    () => grafana.annotate({ time, text, tags }),
    async () =>
      isAnnotated(tags, await grafana.lastAnnotation(annotationTags(deployment), annotationsSince())),
  )
}
