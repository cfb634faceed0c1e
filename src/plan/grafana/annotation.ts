import { annotationTags, IMPORT_TAG } from '../../desired/grafana/annotations.ts'
import type { Attempt } from '../../lib/attempt.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaDesired } from '../../model/grafana.ts'
import { grafanaChange } from './actions.ts'
import { failedObject, type PlannedObject } from './outcome.ts'

const WEEK_MS = 7 * 86_400_000

/** The start of the time range in which annotations are searched, in milliseconds since the epoch. */
export const annotationsSince = (): number => Date.now() - WEEK_MS

/**
 * Whether the last annotation has all of these tags. The one of a deploy stands for an import of the same commit, too,
 * but not the other way round.
 */
export const isAnnotated = (tags: readonly string[], last: readonly string[] | undefined): boolean =>
  last !== undefined &&
  tags.every((tag) => tag === IMPORT_TAG || last.includes(tag)) &&
  (tags.includes(IMPORT_TAG) || !last.includes(IMPORT_TAG))

/**
 * Grafana accepts the same annotation twice, so the last one is read first. Only the last: a commit that is deployed
 * again after another one, to go back to it, is annotated again.
 */
export function diffAnnotation(
  { annotation, deployment }: GrafanaDesired,
  last: Attempt<readonly string[] | undefined> | undefined,
): PlannedObject[] {
  if (!annotation || !last) return []
  const { text } = annotation
  const tags = [...new Set([...annotationTags(deployment), ...annotation.tags])]
  const object = { kind: 'annotation', name: oneLine(text, 80) } as const
  if (!last.ok) return [failedObject(object, last.problem)]
  if (isAnnotated(tags, last.value)) return [{ ...object, state: 'unchanged' }]
  const action = { kind: 'annotate', deployment, text, tags } as const
  return [grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', action })]
}
