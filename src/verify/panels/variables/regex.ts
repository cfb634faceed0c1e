import { within } from '../../../lib/time-limit.ts'

/** An entry in the list of a variable: what is shown, and what is inserted. */
export interface VariableOption {
  text: string
  value: string
}

/** Far more than any expression on a list of label values needs. */
const LIMIT_MS = 200

/** Expressions that took too long, so that they are not tried in every round. */
const slow = new Set<string>()

/**
 * The options that the `regex` of a variable leaves, as Grafana applies it: only matching values; of those the groups
 * `value` and `text`, the first group, or the whole. Grafana uses the expressions of JavaScript, whose time is limited
 * here. The error is a sentence.
 */
export function applyVariableRegex(
  regex: string,
  values: readonly string[],
): { ok: true; options: VariableOption[] } | { ok: false; error: string } {
  if (regex === '') return { ok: true, options: values.map((value) => ({ text: value, value })) }
  const pattern = compile(regex)
  if (!pattern) return { ok: false, error: 'Its `regex` is not a valid regular expression.' }
  const found = slow.has(regex)
    ? ({ done: false } as const)
    : within(LIMIT_MS, () => values.flatMap((value) => matched(pattern, value)))
  if (found.done) return { ok: true, options: found.value }
  slow.add(regex)
  return { ok: false, error: `Its \`regex\` took longer than ${LIMIT_MS} ms and was stopped.` }
}

/** `/pattern/flags`; anything else is a pattern for the whole value. */
function compile(regex: string): RegExp | undefined {
  const end = regex.lastIndexOf('/')
  try {
    if (!regex.startsWith('/')) return new RegExp(`^${regex}$`)
    return end > 0 ? new RegExp(regex.slice(1, end), regex.slice(end + 1)) : undefined
  } catch {
    return undefined
  }
}

function matched(pattern: RegExp, value: string): VariableOption[] {
  const matches = allMatches(pattern, value)
  if (matches.length === 0) return []
  const group = (name: string) => matches.find((match) => match.groups?.[name])?.groups?.[name]
  const [named, shown] = [group('value'), group('text')]
  if (named !== undefined || shown !== undefined)
    return [{ value: named ?? shown ?? '', text: shown ?? named ?? '' }]
  const captured = matches.find((match) => match.length > 1)
  if (!captured) return [{ text: value, value }]
  const texts = matches.length > 1 ? matches.map((match) => match[1]) : [captured[1]]
  return texts.map((text = '') => ({ text, value: text }))
}

function allMatches(pattern: RegExp, value: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
    found.push(match)
    if (!pattern.global || match[0] === '') break
  }
  return found
}

/** Grafana's orders of options, by the number in `sort`; 0 keeps the order of the answer. */
export function sortOptions(options: readonly VariableOption[], sort: unknown): VariableOption[] {
  const unique = [
    ...new Map(options.toReversed().map((option) => [option.value, option])).values(),
  ].toReversed()
  const order = typeof sort === 'number' ? ORDERS[Math.ceil(sort / 2)] : undefined
  if (!order) return unique
  const sorted = unique.toSorted((a, b) => order(a.text, b.text))
  return Number(sort) % 2 === 0 ? sorted.toReversed() : sorted
}

const natural = new Intl.Collator('en', { sensitivity: 'accent', numeric: true })
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
const firstNumber = (text: string): number => Number.parseInt(/\d+/.exec(text)?.[0] ?? '-1', 10)

const ORDERS: readonly (((a: string, b: string) => number) | undefined)[] = [
  undefined,
  byText,
  (a, b) => firstNumber(a) - firstNumber(b),
  (a, b) => byText(a.toLowerCase(), b.toLowerCase()),
  (a, b) => natural.compare(a, b),
]
