import { type Child, startChild } from './child.ts'
import { wholeRuns } from './grafana-run.ts'
import type { Started } from './grafana-server.ts'
import type { Imported } from './importer.ts'
import { bound, interleaved, median, ratio, table } from './numbers.ts'

const ROUNDS = 5

interface Run {
  first: Imported
  again: Imported
  /** Requests of each. */
  asked: Record<'first' | 'again', Asked>
}

interface Asked {
  /** About dashboards: what the bare loop asks too. */
  dashboards: number
  /** About data source, folder and rules, as `GET /api/folders/…`. */
  others: string[]
}

const NAMES = { first: 'first import', again: 'unchanged again' }

/** At most this many requests about dashboards, and this many times what the bare loop takes. */
const BOUNDS = { first: { asked: 201, ratio: 1.3 }, again: { asked: 1, ratio: 1.3 } }

/** 200 dashboards into a Grafana stand-in as slow as the real one: ours against a bare loop. */
export async function grafana(): Promise<void> {
  await using server = startChild('grafana-server.ts')
  await server.next()
  const runs = await interleaved(ROUNDS, {
    bare: () => oneRun('bare', server),
    ours: () => oneRun('ours', server),
  })
  console.log(
    `grafana: 200 dashboards of 19 kB, ${ROUNDS} interleaved runs, medians; a save takes 32 ms, two at a time`,
  )
  const passes = ['first', 'again'] as const
  console.log(table(passes.flatMap((pass) => [row(runs, 'bare', pass), row(runs, 'ours', pass)])))
  for (const pass of passes)
    console.log(`  ${NAMES[pass]}, ours, besides: ${runs.ours[0]?.asked[pass].others.join(', ')}`)
  await wholeRuns()
}

function row(runs: Record<'bare' | 'ours', Run[]>, way: 'bare' | 'ours', pass: 'first' | 'again'): string[] {
  const times = (of: Run[]) => of.map((run) => run[pass].milliseconds)
  const cpu = (of: Run[]) => of.map((run) => run[pass].cpu)
  const { dashboards = Number.NaN, others = [] } = runs[way][0]?.asked[pass] ?? {}
  const cells = [
    `${NAMES[pass]}, ${way}`,
    `${median(times(runs[way])).toFixed(0)} ms`,
    `${median(cpu(runs[way])).toFixed(2)} s of CPU`,
    `${dashboards}${others.length > 0 ? ` + ${others.length}` : ''} requests`,
  ]
  if (way === 'bare') return cells
  const slower = Number(ratio(times(runs.ours), times(runs.bare)).toFixed(2))
  const most = BOUNDS[pass]
  return [
    ...cells,
    bound(dashboards, most.asked),
    `${slower.toFixed(2)} ×`,
    bound(slower, most.ratio, ' ×'),
    `CPU ${ratio(cpu(runs.ours), cpu(runs.bare)).toFixed(2)} ×`,
  ]
}

/** Into an empty Grafana, and the same again; every import by a program that just started. */
async function oneRun(way: 'ours' | 'bare', server: Child): Promise<Run> {
  const started = await server.ask<Started>('anew')
  const first = await oneImport(way, started)
  const asked = sorted(await server.ask<string[]>('requests'))
  const again = await oneImport(way, started)
  return { first, again, asked: { first: asked, again: sorted(await server.ask<string[]>('requests')) } }
}

function sorted(asked: readonly string[]): Asked {
  const others = asked.filter((line) => !/\/api\/(dashboards|search)|\/dashboard\.grafana\.app\//.test(line))
  return { dashboards: asked.length - others.length, others: others.map((line) => line.replace(/\?.*/, '')) }
}

async function oneImport(way: string, started: Started): Promise<Imported> {
  await using importer = startChild('importer.ts', way)
  await importer.next()
  return await importer.ask<Imported>(started)
}
