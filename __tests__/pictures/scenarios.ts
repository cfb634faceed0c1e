import type { Labels, Series, Span } from './backfill.ts'
import { STEP } from './backfill.ts'

export const SCENARIOS = ['health', 'incident', 'outage'] as const
export type Scenario = (typeof SCENARIOS)[number]

const at = (text: string) => Date.parse(text) / 1000

/** When one looks, in seconds since the epoch: Wednesdays at half past two, a week apart. */
export const NOW: Readonly<Record<Scenario, number>> = {
  health: at('2026-03-04T14:30:00Z'),
  incident: at('2026-03-11T14:30:00Z'),
  outage: at('2026-03-18T14:30:00Z'),
}

const HOUR = 3600
/** What is scraped of each scenario; before it only what was recorded is known. */
const SCRAPED = 8 * HOUR
/** Where rules are evaluated: what a dashboard shows, and the time before it that alerts need. */
const EVALUATED = 2 * HOUR

export const spans = (): Span[] => SCENARIOS.map((one) => ({ start: NOW[one] - EVALUATED, end: NOW[one] }))

/** The deployment that an incident began with: minutes before now. */
export const DEPLOYED = 19
/** Minutes before now at which an outage began. */
export const VANISHED = 9

/** A moment of a scenario. */
export interface Moment {
  scenario: Scenario
  /** Minutes before now. */
  ago: number
  /** Between -1 and 1, different for each moment and the same in every run: no real curve is smooth. */
  noise: number
}

/** One series: a gauge by its value at a moment, a counter by its rate per second; undefined: not scraped. */
export interface Scripted {
  name: string
  labels: Labels
  kind: 'gauge' | 'counter'
  of: (moment: Moment) => number | undefined
}

/** During the incident: from 0 to 1 within two minutes of the deployment. */
export const trouble = ({ scenario, ago }: Moment): number =>
  scenario === 'incident' ? Math.min(1, Math.max(0, (DEPLOYED - 1 - ago) / 2)) : 0

/** Whether what vanishes in the outage is still there. */
export const remains = ({ scenario, ago }: Moment): boolean => scenario !== 'outage' || ago > VANISHED

/** The samples of all series in all scenarios. */
export function play(scripted: readonly Scripted[]): Series[] {
  return SCENARIOS.flatMap((scenario) =>
    scripted.map(({ name, labels, kind, of }, index) => {
      const samples: [number, number][] = []
      let total = 0
      for (let time = NOW[scenario] - SCRAPED; time <= NOW[scenario]; time += STEP) {
        const ago = (NOW[scenario] - time) / 60
        const value = of({ scenario, ago, noise: noise(index, time) })
        if (value === undefined) continue
        total += value * STEP
        samples.push([time, kind === 'counter' ? total : value])
      }
      return { name, labels, samples }
    }),
  )
}

/** A value that was recorded in the days before what was scraped, every five minutes. */
export const past = (name: string, labels: Labels, days: number, of: (hour: number) => number): Series[] =>
  SCENARIOS.map((scenario) => {
    const end = NOW[scenario] - EVALUATED - 5 * 60
    const count = Math.floor((days * 24 * HOUR) / 300)
    const times = Array.from({ length: count }, (_, i) => end - (count - 1 - i) * 300)
    return { name, labels, samples: times.map((time) => [time, of((time / HOUR) % 24)] as const) }
  })

/** Pseudo-random, by series and minute, with something slow in it. */
function noise(index: number, time: number): number {
  const fast = Math.sin(index * 127.1 + time * 311.7) * 43758.5453
  return 0.5 * (2 * (fast - Math.floor(fast)) - 1) + 0.5 * Math.sin(time / 700 + index)
}
