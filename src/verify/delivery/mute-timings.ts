import { isJsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
]

/** Whether any of the intervals of a mute timing contains this moment. */
export const isMutedNow = (intervals: readonly unknown[], now: Date): boolean =>
  intervals.some((interval) => contains(interval, now))

/** An interval without conditions is always; each condition that exists must hold. */
function contains(interval: unknown, now: Date): boolean {
  if (!isJsonObject(interval)) return false
  const at = partsOf(now, stringIn(interval.location) || 'UTC')
  if (!at) return false
  const holds = (ranges: unknown, value: number, names: readonly string[] = [], first = 0): boolean => {
    const list = Array.isArray(ranges) ? ranges : []
    return (
      list.length === 0 ||
      list.some((range) => inRange(String(range), value, { names, first, days: at.days }))
    )
  }
  const times = objectsIn(interval.times)
  return (
    (times.length === 0 ||
      times.some((time) => inTime(stringIn(time.start_time), stringIn(time.end_time), at.minutes))) &&
    holds(interval.weekdays, at.weekday, DAYS) &&
    holds(interval.days_of_month, at.day) &&
    holds(interval.months, at.month, MONTHS, 1) &&
    holds(interval.years, at.year)
  )
}

/** The moment in a time zone; undefined for a zone that does not exist. */
function partsOf(now: Date, timeZone: string) {
  try {
    const local = new Date(now.toLocaleString('en-US', { timeZone }))
    const [year, month] = [local.getFullYear(), local.getMonth() + 1]
    return {
      ...{ year, month, day: local.getDate(), weekday: local.getDay() },
      minutes: local.getHours() * 60 + local.getMinutes(),
      days: new Date(year, month, 0).getDate(),
    }
  } catch {
    return undefined
  }
}

/** `monday:friday`, `1:5`, `-1` (the last day of the month), `may:august`. */
function inRange(
  range: string,
  value: number,
  { names, first, days }: { names: readonly string[]; first: number; days: number },
): boolean {
  const number = (text: string) => {
    const named = names.indexOf(text.trim().toLowerCase())
    const n = named === -1 ? Number(text) : named + first
    return n < 0 ? days + 1 + n : n
  }
  const [from = '', to = from] = range.split(':')
  return value >= number(from) && value <= number(to)
}

function inTime(start: string, end: string, minutes: number): boolean {
  const of = (text: string) => {
    const [hours = 0, rest = 0] = text.split(':').map(Number)
    return hours * 60 + rest
  }
  return minutes >= of(start) && minutes < of(end)
}
