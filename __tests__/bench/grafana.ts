import { type Child, startChild } from './child.ts'
import type { Started } from './grafana-server.ts'
import type { Imported } from './importer.ts'
import { bound, interleaved, median, ratio, table } from './numbers.ts'

const ROUNDS = 5

interface Run {
  first: Imported
  again: Imported
  /** Requests of each. */
  asked: [string[], string[]]
}

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
  const rows = (['first', 'again'] as const).flatMap((pass, i) => {
    const times = (way: keyof typeof runs) => runs[way].map((run) => run[pass].milliseconds)
    const of = ratio(times('ours'), times('bare'))
    return (['bare', 'ours'] as const).map((way) => [
      `${pass === 'first' ? 'first import' : 'unchanged again'}, ${way}`,
      `${median(times(way)).toFixed(0)} ms`,
      `${median(runs[way].map((run) => run[pass].cpu)).toFixed(2)} s of CPU`,
      `${runs[way][0]?.asked[i]?.length} requests`,
      ...(way === 'ours' ? [`${of.toFixed(2)} ×`, bound(Number(of.toFixed(2)), 1.3, ' ×')] : []),
    ])
  })
  console.log(table(rows))
  const [ours] = runs.ours
  const more = ours?.asked[1].map((asked) => asked.replace(/\?.*/, '')) ?? []
  console.log(`  unchanged again, ours: ${more.join(', ')}`)
}

/** Into an empty Grafana, and the same again; every import by a program that just started. */
async function oneRun(way: 'ours' | 'bare', server: Child): Promise<Run> {
  const started = await server.ask<Started>('anew')
  const first = await oneImport(way, started)
  const asked = await server.ask<string[]>('requests')
  const again = await oneImport(way, started)
  return { first, again, asked: [asked, await server.ask<string[]>('requests')] }
}

async function oneImport(way: string, started: Started): Promise<Imported> {
  await using importer = startChild('importer.ts', way)
  await importer.next()
  return await importer.ask<Imported>(started)
}
