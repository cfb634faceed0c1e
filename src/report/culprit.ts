import { count, cut, few, list, oneLine } from '../lib/text.ts'
import type { Evidence, TargetEvidence } from '../verify/evidence.ts'
import { type ActionItem, actionItems, countItems } from './action-items.ts'
import type { RunReport } from './report.ts'

/** What is wrong first of all, and why, in one sentence without a full stop; undefined when nothing is. */
export function culprit(report: RunReport): string | undefined {
  const items = actionItems(report).filter(({ severity, outcome }) => severity === 'error' || outcome)
  const [first] = items
  if (!first) return undefined
  const others = countItems(items) - 1
  const more = others === 0 ? '' : `, and ${count(others, 'more problem')}`
  // A diagnostic names its subject in its first clause.
  if (first.outcome === undefined)
    return `${first.at ? `\`${first.subject}\`: ` : ''}${clauseOf(first.what, LATER)}${more}`
  const down = report.evidence && whichTargets(first, report.evidence)
  // Of a target that is down, possible causes follow a colon; of all else, the cause.
  const cause = clauseOf(first.what, down && first.code !== NOT_CHECKED ? SOONER : LATER)
  const isNamed = first.subject === '' || cause.toLowerCase().startsWith(`${first.subject.toLowerCase()} `)
  if (isNamed && down === undefined) return `${cause}${more}`
  // Services that are named already are not named again.
  const told = cause.replace(/ of [\w-]+(?:, [\w-]+)* and [\w-]+(?: more)?(?= on )/, '')
  return `${down ?? shortened(oneLine(first.subject, 2 * LONGEST_SUBJECT), LONGEST_SUBJECT)}: ${inSentence(down ? told : cause)}${more}`
}

/**
 * The targets that an item is about, as the subject of a sentence: `notify_server is down`, `2 of 12 targets of api are
 * down, all targets in fra`. Undefined for other items.
 */
function whichTargets({ code, what }: ActionItem, { targets }: Evidence): string | undefined {
  if (code === NOT_CHECKED)
    return targets.some(({ state }) => state === 'up' || state === 'down')
      ? undefined
      : 'No target could be checked'
  const down = targets.filter(({ state }) => state === 'down')
  const group = down.filter((one) => code === `target-${one.reason?.class}` && what.startsWith(causeOf(one)))
  if (group.length === 0) return undefined
  const [all, broken, services] = [targets, down, group].map((some) => [
    ...new Set(some.map(({ service }) => service)),
  ]) as [string[], string[], string[]]
  const isEverything = targets.every(({ state }) => state === 'down' || state === 'resting')
  if (isEverything && broken.length === all.length && all.length > 1)
    return `All ${all.length} services are down${group.length < down.length ? `; ${few(services)}` : ''}`
  const expected = targets.filter(({ state, service }) => state !== 'resting' && services.includes(service))
  const verb = (n: number) => (n === 1 ? 'is' : 'are')
  if (group.length < expected.length)
    return `${group.length} of ${count(expected.length, 'target')} of ${few(services)} ${verb(group.length)} down${placeOf(group, expected)}`
  return `${few(services)} ${verb(services.length)} down`
}

/**
 * Where a part of the targets is: the machine of a single one; the regions, where no other target is in them, because then
 * it is a matter of the region.
 */
function placeOf(group: readonly TargetEvidence[], expected: readonly TargetEvidence[]): string {
  const [{ machine, region } = { machine: '', region: '' }, ...others] = group
  if (others.length === 0) return machine === '' ? '' : `, machine ${machine}${region && ` in ${region}`}`
  const regions = [...new Set(group.map((one) => one.region))]
  const isWhole = expected.every((one) => !regions.includes(one.region) || group.includes(one))
  return isWhole && regions.length < 4 && !regions.includes('') ? `, all targets in ${list(regions)}` : ''
}

const causeOf = ({ shared, reason }: TargetEvidence): string => (shared ?? reason)?.why ?? ''

const NOT_CHECKED = 'target-not-checked'

const LONGEST = 160
/** The subject may have any length; the cause after it must still be read. */
const LONGEST_SUBJECT = 100
/** What ends a clause; the two dots of a path do not. */
const LATER = /(?:;|(?<!\.)\.)(?=\s|$)/
const SOONER = /(?:[:;]|(?<!\.)\.)(?=\s|$)/

/** The beginning of a text, up to the first sign that ends a clause. */
function clauseOf(text: string, sign: RegExp): string {
  const start = oneLine(text, LONGEST * 2)
  const end = sign.exec(start)?.index ?? start.length
  return end > LONGEST ? shortened(start, LONGEST) : start.slice(0, end)
}

/** A text that ends after a whole word. */
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${cut(text, most).replace(/\s+\S*$/, '')} …`

/** A clause after a colon begins with a small letter, unless its first word is a name. */
const inSentence = (clause: string): string =>
  /^[A-Z][a-z]* /.test(clause) && !/^(?:Prometheus|Grafana|Alertmanager|Fly) /.test(clause)
    ? clause.charAt(0).toLowerCase() + clause.slice(1)
    : clause
