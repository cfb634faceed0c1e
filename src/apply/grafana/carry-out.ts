import { annotationTags } from '../../desired/grafana/annotations.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { Annotate, GrafanaAction } from '../../plan/grafana/actions.ts'
import { annotationsSince, isAnnotated } from '../../plan/grafana/annotation.ts'
import { notAttempted } from '../../plan/grafana/attempt.ts'
import { withPassword } from '../../plan/grafana/data-source.ts'
import { failedObject, type GrafanaResult, isChange, type PlannedObject } from '../../plan/grafana/outcome.ts'
import { saveDashboard } from './dashboards.ts'
import { removeObject } from './remove-object.ts'
import { writeRuleGroup } from './rules.ts'
import { attemptWrite, type GrafanaSession, writeOnce } from './writes.ts'

/** Carries out the plan of one object. `blocked`: why something that its change needs does not exist. */
export async function carryOut(
  session: GrafanaSession,
  planned: PlannedObject,
  blocked?: Diagnostic,
): Promise<GrafanaResult> {
  if (!isChange(planned)) return planned
  const { object, becomes, reason } = planned
  const failed = (problem: Diagnostic) => ({ ...failedObject(object, problem), change: planned })
  if (blocked) return failed(notAttempted(blocked))
  const done = await attemptWrite(session, () => perform(session, planned.action))
  if (!done.ok) return failed(done.problem)
  if (done.value === 'unchanged') return { ...object, state: 'unchanged' }
  return { ...object, change: planned, state: becomes, why: reason }
}

/** Sends the requests of an action. `unchanged`: the object existed already. */
async function perform(session: GrafanaSession, action: GrafanaAction): Promise<'unchanged' | undefined> {
  const { grafana, dataSource } = session
  switch (action.kind) {
    case 'create-data-source': {
      const body = withPassword(action.body, dataSource)
      const isDone = async () => (await grafana.dataSource('uid', action.uid)) !== undefined
      await writeOnce(() => grafana.createDataSource(body), isDone)
      return
    }
    case 'update-data-source':
      await grafana.updateDataSource(action.uid, withPassword(action.body, dataSource))
      return
    case 'create-folder':
      return createFolder(session, action)
    case 'rename-folder':
      await grafana.renameFolder(action)
      return
    case 'save-dashboard':
      await saveDashboard(session, action)
      return
    case 'write-rule-group':
      await writeRuleGroup(session, action)
      return
    case 'annotate':
      await annotate(session, action)
      return
    default:
      return removeObject(session, action)
  }
}

/**
 * An Editor cannot distinguish a missing folder from a hidden one (both 403), so creating it decides: 412 means that it
 * exists. When the answer got lost, a second attempt finds the folder that the first one created.
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
      const folder = await grafana.folder(uid)
      return folder !== undefined && folder !== 'hidden'
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
