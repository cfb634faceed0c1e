import { count, few, list } from '../lib/text.ts'
import type { Evidence, TargetEvidence } from '../verify/evidence.ts'
import { actionItems } from './action-items.ts'
import type { RunReport } from './report.ts'

/** What is wrong first of all, and why, in one sentence without a full stop; undefined when nothing is. */
export function culprit(report: RunReport): string | undefined {
  const items = actionItems(report).filter(({ severity, outcome }) => severity === 'error' || outcome)
  const [first] = items
  if (!first) return undefined
  const more = items.length === 1 ? '' : `, and ${count(items.length - 1, 'more problem')}`
  // A diagnostic names its subject in its first clause.
  if (first.outcome === undefined)
    return `${first.at ? `\`${first.subject}\`: ` : ''}${clauseOf(first.what, /[;.](?=\s|$)/)}${more}`
  const cause = clauseOf(first.what, /[:;.](?=\s|$)/)
  const down = first.code.startsWith('target-') && report.evidence ? downTargets(report.evidence) : undefined
  if (first.subject === '') return `${cause}${more}`
  // Services that are named already are not named again.
  const told = cause.replace(/ of [\w-]+(?:, [\w-]+)* and [\w-]+(?: more)?(?= on )/, '')
  return `${down ?? first.subject}: ${inSentence(down ? told : cause)}${more}`
}

/** `notify_server is down`, `all 3 targets of api are down`, `2 of 12 targets of api are down, all of them in fra`. */
function downTargets({ targets }: Evidence): string | undefined {
  const down = targets.filter(({ state }) => state === 'down')
  const [group] = [...Map.groupBy(down, causeOf).values()].toSorted((a, b) => b.length - a.length)
  if (!group) return undefined
  const services = [...new Set(group.map(({ service }) => service))]
  const expected = targets.filter(({ state, service }) => state !== 'resting' && services.includes(service))
  const verb = (n: number) => (n === 1 ? 'is' : 'are')
  if (group.length < expected.length)
    return `${group.length} of ${count(expected.length, 'target')} of ${few(services)} ${verb(group.length)} down${onlyIn(group, expected)}`
  const all = new Set(targets.map(({ service }) => service))
  if (services.length === all.size && services.length > 1) return `All ${services.length} services are down`
  return `${few(services)} ${verb(services.length)} down`
}

/** The regions of a part of the targets, where no other target is in them: then it is a matter of the region. */
function onlyIn(group: readonly TargetEvidence[], expected: readonly TargetEvidence[]): string {
  const regions = [...new Set(group.map(({ region }) => region))]
  const isWhole = expected.every((one) => !regions.includes(one.region) || group.includes(one))
  return isWhole && regions.length < 4 && !regions.includes('') ? `, all targets in ${list(regions)}` : ''
}

const causeOf = ({ shared, reason }: TargetEvidence): string => (shared ?? reason)?.why ?? ''

const LONGEST = 160

/** The beginning of a text, up to the first sign that ends a clause. */
function clauseOf(text: string, sign: RegExp): string {
  const start = text.slice(0, LONGEST * 2)
  const end = sign.exec(start)?.index ?? start.length
  return end > LONGEST ? `${start.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : start.slice(0, end)
}

/** A clause after a colon begins with a small letter, unless its first word is a name. */
const inSentence = (clause: string): string =>
  /^[A-Z][a-z]* /.test(clause) && !/^(?:Prometheus|Grafana|Alertmanager|Fly|Port) /.test(clause)
    ? clause.charAt(0).toLowerCase() + clause.slice(1)
    : clause
