import { oneLine } from '../../lib/text.ts'
import type { PanelSeries } from '../../model/panel-series.ts'
import { type Html, markup, NOTHING } from './markup.ts'

const WIDTH = 340
const HEIGHT = 110
const LEFT = 42
const RIGHT = 4
const TOP = 8
const BOTTOM = 16
/** The shortest time that is shown, in seconds: of a first deployment there is half a minute. */
const SHORTEST = 300

/** A line for each series over time, as an inline SVG with a legend; empty without a point. */
export function chart(title: string, all: readonly PanelSeries[]): Html {
  const series = all.filter(({ points }) => points.length > 0).slice(0, MOST_LINES)
  if (series.length === 0) return NOTHING
  const scale = scaleOf(series.flatMap(({ points }) => points))
  const lines = series.map(({ points }, i) => line(points, scale, i))
  const names = distinctNames(series)
  const label = `${title}: ${series.length} series from ${clock(scale.from)} to ${clock(scale.to)} UTC, values from ${short(scale.low)} to ${short(scale.high)}`
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${axes(scale)}${lines}</svg>
<ul class="legend">${series.map(({ name, points }, i) => markup`<li class="l${i}"><span>${oneLine(names[i] || name || title, 120)}</span><b>${short(points.at(-1)?.[1] ?? 0)}</b></li>`)}</ul>`
}

/** Names without the labels that all of them have. */
function distinctNames(series: readonly PanelSeries[]): string[] {
  const labels = series.map(({ name }) => name.split(', '))
  return labels.map((own) =>
    own.filter((label) => !labels.every((other) => other.includes(label))).join(', '),
  )
}

/** As many as there are colours. */
const MOST_LINES = 8

interface Scale {
  from: number
  to: number
  low: number
  high: number
}

function scaleOf(points: readonly (readonly [number, number])[]): Scale {
  let [from, to, low, high] = [Infinity, -Infinity, 0, -Infinity]
  for (const [time, value] of points) {
    from = Math.min(from, time)
    to = Math.max(to, time)
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return { from: Math.min(from, to - SHORTEST), to, low, high: high > low ? high : low + 1 }
}

const x = (time: number, { from, to }: Scale): number =>
  LEFT + ((time - from) / (to - from)) * (WIDTH - LEFT - RIGHT)
const y = (value: number, { low, high }: Scale): number =>
  HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM)
const round = (value: number): string => value.toFixed(1).replace(/\.0$/, '')

/** A single point is a short line, or it would not be seen. */
function line(points: PanelSeries['points'], scale: Scale, i: number): Html {
  const [first] = points
  const all: PanelSeries['points'] =
    points.length === 1 && first ? [[first[0] - (scale.to - scale.from) / 60, first[1]], first] : points
  const path = all.map(([time, value]) => `${round(x(time, scale))},${round(y(value, scale))}`).join(' ')
  return markup`<polyline class="s${i}" points="${path}"/>`
}

function axes(scale: Scale): Html {
  const { from, to, low, high } = scale
  const [top, base] = [TOP, HEIGHT - BOTTOM]
  return markup`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${base}" y2="${base}"/><line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${top}" y2="${top}"/><text x="${LEFT - 4}" y="${top + 4}" text-anchor="end">${short(high)}</text><text x="${LEFT - 4}" y="${base + 3}" text-anchor="end">${short(low)}</text><text x="${LEFT}" y="${HEIGHT - 3}">${clock(from)}</text><text x="${WIDTH - RIGHT}" y="${HEIGHT - 3}" text-anchor="end">${clock(to)} UTC</text>`
}

/** A value in at most six characters, as `12.3k`. */
function short(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 0.001 || size >= 1e15)) return value.toExponential(1)
  for (const [limit, unit] of UNITS)
    if (size >= limit) return `${Number((value / limit).toPrecision(3))}${unit}`
  return String(Number(value.toPrecision(3)))
}

const UNITS = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const

const clock = (seconds: number): string => {
  const time = new Date(seconds * 1_000)
  return Number.isNaN(time.getTime()) ? '?' : time.toISOString().slice(11, 16)
}
