import type { FlyMetrics } from '../../model/fly-series.ts'
import { mergeScrapes, type Scrape } from '../targets/scrape-history.ts'
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

/** Several series called `up` may be of one machine: a service that sends one itself has more labels. */
function scrapesOf(series: readonly RawSeries[]): MachineScrapes {
  const [up] = series
    .filter(({ labels }) => labels.__name__ === 'up')
    .toSorted((a, b) => Object.keys(a.labels).length - Object.keys(b.labels).length)
  let scrapes: readonly Scrape[] = (up?.samples ?? []).map(({ at, value }) => ({ at, up: value === 1 }))
  for (const [name, field] of Object.entries(FIELDS)) {
    const values = new Map(
      series
        .filter(({ labels }) => labels.__name__ === name)
        .flatMap(({ samples }) => samples.map(({ at, value }) => [at, value] as const)),
    )
    scrapes = mergeScrapes(
      scrapes,
      scrapes.flatMap((scrape) => {
        const value = scrape.up ? values.get(scrape.at) : undefined
        return value === undefined ? [] : [{ ...scrape, [field]: value }]
      }),
    )
  }
  return { scrapes, endedAt: up?.endedAt }
}

/** How far the data of an app is behind, in milliseconds; undefined where it has none. */
export const lagOf = ({ clock, newest }: AppPulse): number | undefined =>
  newest === undefined ? undefined : Math.max(0, clock - newest)
