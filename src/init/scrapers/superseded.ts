import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import { type FoundPrometheus, initNote, isLoss } from '../findings.ts'

/** "Remove it" is said only of what is wholly taken over. */
export function superseded(
  { file, rules, what, scrapes, hasLabels, copiedBy, sendsTo = [] }: FoundPrometheus,
  notes: readonly Diagnostic[],
): Diagnostic[] {
  const isPartial = notes.some((note) => isLoss(note) && [file, ...rules].includes(note.at?.file ?? ''))
  const subject = what === undefined ? 'this Prometheus' : 'this file'
  const message = `The targets of ${subject} on Fly are in monitoring.yml now`
  const note = (text: string, hint: string) => [initNote(file, { line: 1, column: 1 }, text, hint)]
  const sends = sendsTo.length === 0 ? '' : ` (${few(sendsTo.map(quoted))})`
  const labels = hasLabels ? ', its external labels' : ''
  if (scrapes !== undefined)
    return note(
      `This file is ${what}, which scrapes ${scrapes}. It is left alone: where it sends the samples${sends}${labels}, and its other parts, are not in the draft.`,
      'It keeps running where it runs now. `remote_write` in monitoring.yml sends the samples of the new Prometheus on: with the same destination every sample arrives twice, so remove its scrapes then.',
    )
  if (isPartial)
    return note(
      `${message}, but not all of its settings are${what === undefined ? '' : `, and neither is where it sends the samples${sends}${labels && ', nor its external labels'}, nor its other parts`}.`,
      'Keep it until the notes about this file are settled.',
    )
  if (what !== undefined)
    return note(
      `${message}. It is ${what}: where it sends the samples${sends}${labels}, and its other parts, are not taken over.`,
      'Remove its scrapes when the new Prometheus runs, and keep what else it does. `remote_write` in monitoring.yml sends the samples on.',
    )
  return note(
    `${message}.`,
    copiedBy === undefined
      ? 'Remove this file when the new Prometheus runs: monitoring/prometheus-fly.yml replaces it.'
      : `monitoring/prometheus-fly.yml replaces it. ${copiedBy} copies it, and its build fails without it: remove them together, when nothing else that this image runs is used.`,
  )
}
