import { capitalised, count, list } from '../lib/text.ts'
import type { PlannedChange, PlannedDeploy, RuleBacktest } from '../model/planned.ts'
import type { RunReport } from './report.ts'

/** The parts of a plan that both the job summary and the terminal show. Texts are raw. */

const EFFECTS = ['add', 'change', 'remove'] as const

/** `2 to change, 1 to add`; what every deploy does is not counted. */
export function countChanges(changes: readonly PlannedChange[]): string {
  const counted = changes.filter(({ routine, certain }) => !routine && certain)
  const parts = EFFECTS.flatMap((effect) => {
    const n = counted.filter((one) => one.effect === effect).length
    return n > 0 ? [`${n} to ${effect}`] : []
  })
  const unknown = changes.filter(({ certain }) => !certain).length
  const more = unknown > 0 ? [`${unknown} not known`] : []
  return [...(parts.length > 0 ? parts : ['no changes']), ...more].join(', ')
}

/** The same with the platform, where only one was compared. */
export function plannedCounts({ changes, compared }: PlannedDeploy): string {
  const [only, ...others] = compared
  const place = only === undefined || others.length > 0 ? '' : only === 'Fly' ? ' at Fly' : ` in ${only}`
  return `${countChanges(changes)}${place}`
}

/** Empty when there is nothing to show. */
export function plannedTitle({ mode, planned }: Pick<RunReport, 'mode' | 'planned'>): string {
  if (!planned) return ''
  return mode === 'plan' ? 'What deploy would change' : 'Changes in detail'
}

/** What every deploy does, in one sentence; empty when there is none of it. */
export function routineText({ changes }: PlannedDeploy): string {
  const releases = changes.filter(({ routine, platform }) => routine && platform === 'Fly')
  const annotates = changes.some(({ routine, platform }) => routine && platform === 'Grafana')
  const parts = [
    ...(releases.length > 0 ? [`makes a release of ${list(releases.map(({ subject }) => subject))}`] : []),
    ...(annotates ? ['writes an annotation to Grafana'] : []),
  ]
  return parts.length > 0 ? `Every deploy also ${list(parts)}.` : ''
}

/** What a plan has read. */
export const comparedText = ({ compared }: PlannedDeploy): string =>
  `Compared with ${list(compared)}; nothing was written.`

/** The result for one alert: `would have fired 41 times in the last 7 days, for 3 hours in all`. */
export function backtestText(one: RuleBacktest): string {
  const { fired, firingSeconds = 0, firingNow, period = WHOLE, note } = one
  if (fired === undefined) return note
  const times = fired === 1 ? 'once' : `${fired} times`
  const often = fired === 0 ? 'would not have fired' : `would have fired ${times}`
  const long = firingSeconds > 0 ? `, for ${durationText(firingSeconds)} in all` : ''
  const limits = [...(period === WHOLE ? [] : ['there is no older data']), ...(note === '' ? [] : [note])]
  const ending = limits.length > 0 ? ` (${limits.join('; ')})` : ''
  return `${often} in the last ${period.replace(/^1 /, '')}${long}${firingNow ? ', and would fire now' : ''}${ending}`
}

/** What limits the trial of alerts, or why there was none; empty when nothing does. */
export function backtestNoteText({ backtest, backtestNote: note }: PlannedDeploy): string {
  if (note === undefined) return ''
  return backtest.length > 0 ? note : `New and changed alerts were not tried on past data: ${note}`
}

/** About how much it costs, as a sentence; empty when that is not known. */
export const priceText = ({ price }: PlannedDeploy): string =>
  price === undefined ? '' : `${capitalised(price)}.`

const WHOLE = '7 days'

function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 5_400) return count(Math.round(seconds / 60), 'minute')
  return seconds < 172_800
    ? count(Math.round(seconds / 3_600), 'hour')
    : count(Math.round(seconds / 86_400), 'day')
}
