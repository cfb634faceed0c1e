import { FLY_INTERVAL_MS, FLY_LAG_MS, type FlyMetrics } from '../../model/fly-series.ts'
import type { Scrape } from '../targets/scrape-history.ts'
import { newestTime, type RawSeries, readRaw, selectorOf } from './samples.ts'

/** What Fly's scraper stored of one machine. */
export interface MachineScrapes {
  /** In order of time. */
  scrapes: readonly Scrape[]
  /** When the series of its scrapes ended; undefined while they go on. */
  endedAt: number | undefined
}

/** What Fly's managed Prometheus has of an app, as far as it shows that the app is scraped, and how late. */
export interface AppPulse {
  /** The clock of the server when it answered, in milliseconds. */
  clock: number
  /** The newest stored sample of the app; undefined: none in the last hour. */
  newest: number | undefined
  machines: ReadonlyMap<string, MachineScrapes>
}

/** `up` says whether a scrape succeeded, `fly_instance_up` comes from Fly itself, whether the app is scraped or not. */
const PULSE = ['up', 'fly_instance_up', 'scrape_samples_scraped', 'process_start_time_seconds'] as const

/** How far back the scrapes of a machine are looked at. */
const RECENT_MS = 10 * 60_000
/** How far behind is still found out. */
const FAR_MS = 60 * 60_000

/** Reads the scrapes of the last minutes; of an app without any, whether there were some within the last hour. */
export async function readPulse(source: Pick<FlyMetrics, 'query'>, app: string): Promise<AppPulse> {
  const recent = await readRaw(source, selectorOf(PULSE, app), RECENT_MS)
  if (recent.series.length > 0) return pulseOf(recent)
  const { clock, series } = await readRaw(source, selectorOf(['up', 'fly_instance_up'], app), FAR_MS)
  return { ...pulseOf({ clock, series }), machines: new Map() }
}

function pulseOf({ clock, series }: { clock: number; series: readonly RawSeries[] }): AppPulse {
  const times = series.map(newestTime)
  return {
    clock,
    newest: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
    machines: new Map(
      [...Map.groupBy(series, ({ labels }) => labels.instance ?? '')].map(([id, own]) => [
        id,
        scrapesOf(own),
      ]),
    ),
  }
}

const FIELDS = {
  scrape_samples_scraped: 'sent',
  process_start_time_seconds: 'startedAt',
} as const

/** The scrapes of one machine, from the series that the scraper stored with the times of its scrapes. */
function scrapesOf(series: readonly RawSeries[]): MachineScrapes {
  const ups = ofScraper(series.filter(({ labels }) => labels.__name__ === 'up'))
  const values = (name: string) =>
    new Map(
      series
        .filter(({ labels }) => labels.__name__ === name)
        .flatMap(({ samples }) => samples.map(({ at, value }) => [at, value] as const)),
    )
  const fields = Object.entries(FIELDS).map(([name, field]) => ({ field, known: values(name) }))
  const scrapes = ups
    .flatMap(({ samples }) => samples)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, value }): Scrape => {
      const up = value === 1
      const more = fields.flatMap(({ field, known }) => (up && known.has(at) ? [[field, known.get(at)]] : []))
      return { at, up, ...Object.fromEntries(more) }
    })
  const newest = ups.toSorted((a, b) => newestTime(b) - newestTime(a))[0]
  return { scrapes, endedAt: newest?.endedAt }
}

/**
 * A service may send a series `up` itself, which has more labels. A machine that moved to another host has two of the scraper,
 * and the older one has ended.
 */
function ofScraper(ups: readonly RawSeries[]): readonly RawSeries[] {
  const labelsOf = ({ labels }: RawSeries) => Object.keys(labels).length
  const fewest = Math.min(...ups.map(labelsOf))
  return ups.filter((one) => labelsOf(one) === fewest)
}

/** How far the data of an app is behind, in milliseconds; undefined where it has none. */
export const lagOf = ({ clock, newest }: AppPulse): number | undefined =>
  newest === undefined ? undefined : Math.max(0, clock - newest)

/**
 * How far back the samples from after `since` are, with those that are late and the ones of a scrape before. The clock may be
 * behind the samples.
 */
export const windowSince = (pulse: AppPulse, since: number): number =>
  Math.max(0, pulse.clock - since) + Math.min(lagOf(pulse) ?? 0, FLY_LAG_MS) + 2 * FLY_INTERVAL_MS
