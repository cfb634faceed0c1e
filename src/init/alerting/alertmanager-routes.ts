import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { parseDuration } from '../../lib/duration.ts'
import { quoted } from '../../lib/quote.ts'
import { few, list } from '../../lib/text.ts'

/** A severity that a receiver of the configuration can be limited to. */
type Severity = 'critical' | 'warning' | 'info'
const SEVERITIES: readonly string[] = ['critical', 'warning', 'info']

/** A receiver of an Alertmanager that gets alerts, with the alerts of all its routes. */
export interface ReceiverUse {
  receiver: string
  /** Its first route. */
  at: Tree
  /** Undefined: all alerts. */
  severities: Severity[] | undefined
  /** Whether all its routes choose alerts by something that the configuration cannot express. */
  isOther: boolean
}

/** The receivers that the routes of an Alertmanager lead to, that of the first route first. */
export function receiverUses(root: Tree): ReceiverUse[] {
  const top = get(root, 'route')
  const receiver = scalarText(get(top, 'receiver'))
  const first =
    top && receiver !== undefined ? [{ receiver, at: top, severities: undefined, isOther: false }] : []
  const all = [...first, ...below(top, { inherited: receiver, isNested: false })]
  return [...Map.groupBy(all, (use) => use.receiver).values()].flatMap(merged)
}

/** Routes below one that chooses too have a choice of both. */
function below(
  route: Tree | undefined,
  { inherited, isNested }: { inherited: string | undefined; isNested: boolean },
): ReceiverUse[] {
  return items(get(route, 'routes')).flatMap((at) => {
    const receiver = scalarText(get(at, 'receiver')) ?? inherited
    const chosen = isNested ? OTHER : choiceOf(at)
    const own = receiver === undefined ? [] : [{ receiver, at, ...chosen }]
    return [...own, ...below(at, { inherited: receiver, isNested: isNested || chosen !== ALL })]
  })
}

/** Whether a route is for an alert that always fires, so that its absence is noticed elsewhere. */
export const isHeartbeat = ({ at }: ReceiverUse): boolean =>
  matchersOf(at).some((one) => /^\s*\{?\s*alertname\b.*(?:watchdog|dead-?man|heartbeat)/i.test(one))

type Choice = Pick<ReceiverUse, 'severities' | 'isOther'>
const ALL: Choice = { severities: undefined, isOther: false }
const OTHER: Choice = { severities: undefined, isOther: true }

function merged(uses: readonly ReceiverUse[]): ReceiverUse[] {
  const plain = uses.filter(({ isOther }) => !isOther)
  const [first] = plain.length > 0 ? plain : uses
  return first ? [{ ...first, severities: severitiesOfAll(plain) }] : []
}

/** The severities of several routes together; undefined: all alerts. */
export function severitiesOfAll(uses: readonly Pick<ReceiverUse, 'severities'>[]): Severity[] | undefined {
  const all = uses.map(({ severities }) => severities)
  return all.length === 0 || all.includes(undefined)
    ? undefined
    : [...new Set(all.flatMap((one) => one ?? []))]
}

/** A longer matcher is not about severities alone. */
const MAX_MATCHER = 100

function matchersOf(route: Tree): string[] {
  const matchers = items(get(route, 'matchers')).map((one) => (scalarText(one) ?? '').slice(0, MAX_MATCHER))
  const old = ['match', 'match_re'].flatMap((key) => {
    const table = get(route, key)
    return table?.kind === 'table'
      ? [...table.entries].map(([label, value]) => `${label}=~"${scalarText(value) ?? ''}"`)
      : []
  })
  return [...matchers, ...old]
}

function choiceOf(route: Tree): Choice {
  const [only, ...more] = matchersOf(route)
  if (only === undefined) return ALL
  const found = /^\s*\{?\s*severity\s*=~?\s*["']?\^?\(?([\w|]+)\)?\$?["']?\s*\}?\s*$/.exec(only)?.[1]
  const names = found?.split('|') ?? []
  const isKnown = more.length === 0 && names.length > 0 && names.every((name) => SEVERITIES.includes(name))
  return isKnown ? { severities: names as Severity[], isOther: false } : OTHER
}

const TIMES = ['group_wait', 'group_interval', 'repeat_interval'] as const

/**
 * The times that routes have of their own, in words: those of the first route are only named when alerts are repeated after
 * another time than `repeated`. Undefined when there are none.
 */
export function lostTimes(root: Tree, repeated: string | undefined): { at: Tree; what: string } | undefined {
  const top = get(root, 'route')
  const first = get(top, 'repeat_interval')
  const isOther = first && parseDuration(scalarText(first) ?? '') !== parseDuration(repeated ?? '')
  const below = routesBelow(top).flatMap((route) => {
    const times = TIMES.flatMap((key) => timeOf(route, key))
    return times.length > 0 ? [{ at: route, what: `${receiverOf(route)}${list(times)}` }] : []
  })
  const all = [...(isOther ? [{ at: first, what: list(timeOf(top, 'repeat_interval')) }] : []), ...below]
  const [one] = all
  return one && { at: one.at, what: few(all.map(({ what }) => what)) }
}

const routesBelow = (route: Tree | undefined): Tree[] =>
  items(get(route, 'routes')).flatMap((one) => [one, ...routesBelow(one)])

function timeOf(route: Tree | undefined, key: (typeof TIMES)[number]): string[] {
  const value = scalarText(get(route, key))
  return value === undefined ? [] : [`\`${key}\` ${value}`]
}

function receiverOf(route: Tree): string {
  const name = scalarText(get(route, 'receiver'))
  return name === undefined ? '' : `those to ${quoted(name)} have `
}
