import type { z } from 'zod'
import { type ActionError, platformError } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { Answered } from './request.ts'

/** A value as one segment of a path. */
export const segment = encodeURIComponent

/** The body, if it has this shape; an answer of another shape is a refusal too. */
export function shaped<T>({ status, body }: Answered, shape: z.ZodType<T>, to: string): T {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  throw oddAnswer(status, to, parsed.error)
}

function oddAnswer(status: number, to: string, { issues: [issue] }: z.ZodError): ActionError {
  const where = issue ? ` (${issue.path.join('.') || 'body'}: ${oneLine(issue.message, 100)})` : ''
  return platformError(
    'grafana-odd-answer',
    `Grafana, asked to ${to}, answered HTTP ${status} in a form that we do not know${where}.`,
    'Grafana 12.4 is known to work. Does GRAFANA_URL point to Grafana itself?',
  )
}
