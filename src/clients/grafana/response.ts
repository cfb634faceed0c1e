import * as v from 'valibot'
import { type ActionError, platformError } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaResponse } from './request.ts'

/** A value as one segment of a path. */
export const pathSegment = encodeURIComponent

/** The body, if it has this shape; an answer of another shape is reported as an error. */
export function parseResponse<T>(
  { status, body }: GrafanaResponse,
  shape: v.GenericSchema<unknown, T>,
  to: string,
): T {
  const parsed = v.safeParse(shape, body)
  if (parsed.success) return parsed.output
  throw oddAnswer(status, to, parsed.issues[0])
}

function oddAnswer(status: number, to: string, issue: v.BaseIssue<unknown>): ActionError {
  const where = ` (${v.getDotPath(issue) ?? 'body'}: ${oneLine(issue.message, 100)})`
  return platformError(
    'grafana-odd-answer',
    `Grafana, asked to ${to}, answered HTTP ${status} in an unknown form${where}.`,
    'Grafana 10.1 and 12.4 are known to work. Does GRAFANA_URL point to Grafana itself?',
  )
}
