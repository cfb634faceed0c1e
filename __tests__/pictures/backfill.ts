import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'yaml'
import { secondsOf } from '../../src/config/thresholds.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { freePort } from '../support/free-port.ts'

export type Labels = Readonly<Record<string, string>>

/** Samples of one series: seconds since the epoch, and values. */
export interface Series {
  name: string
  labels: Labels
  samples: readonly (readonly [time: number, value: number])[]
}

/** The distance of two scrapes and of two evaluations, in seconds. */
export const STEP = 15

/** A span of time in which rules are evaluated: seconds since the epoch. */
export interface Span {
  start: number
  end: number
}

interface Rule {
  record?: string
  alert?: string
  expr: string
  for?: string
  labels?: Labels
}

/** Runs Prometheus on the blocks of a folder while `use` runs. It scrapes nothing. */
export async function withPrometheus<T>(folder: string, use: (url: string) => Promise<T>): Promise<T> {
  const config = join(folder, 'prometheus.yml')
  writeFileSync(config, '{}')
  const port = await freePort()
  const address = `127.0.0.1:${port}`
  const flags = ['--storage.tsdb.retention.time=100y', '--query.lookback-delta=1m', '--log.level=error']
  const child = spawn(
    process.env.PROMETHEUS ?? 'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      ...flags,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  try {
    for (let i = 0; i < 100; i++) {
      if ((await fetch(`http://${address}/-/ready`).catch(() => undefined))?.ok) break
      await sleep(100)
    }
    return await use(`http://${address}`)
  } finally {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
}

/**
 * Writes a past into blocks: what was scraped, then what the rules record from it, then the alerts that fired. Rules are
 * evaluated by Prometheus itself, those that read recorded series after those that record them.
 */
export async function backfill(
  folder: string,
  { scraped, rules, spans }: { scraped: readonly Series[]; rules: string; spans: readonly Span[] },
): Promise<void> {
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeBlocks(folder, scraped)
  const { groups } = parse(rules) as { groups: { rules: Rule[] }[] }
  let waiting = groups.flatMap((group) => group.rules)
  while (waiting.length > 0) {
    const recorded = new Set(waiting.flatMap(({ record }) => record ?? []))
    const [blocked, ready] = partition(waiting, ({ expr }) =>
      parsePromql(expr).selectors.some(({ metric }) => recorded.has(metric ?? '')),
    )
    if (ready.length === 0) throw new Error('rules that read each other')
    writeBlocks(
      folder,
      await withPrometheus(folder, async (url) => {
        const all: Series[] = []
        for (const rule of ready) for (const span of spans) all.push(...(await evaluated(url, rule, span)))
        return all
      }),
    )
    waiting = blocked
  }
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}

/** What a rule would have recorded, or the alerts that it would have fired. */
async function evaluated(url: string, rule: Rule, { start, end }: Span): Promise<Series[]> {
  const query = new URLSearchParams({
    query: rule.expr,
    ...{ start: String(start), end: String(end), step: String(STEP) },
  })
  const response = await fetch(`${url}/api/v1/query_range`, { method: 'POST', body: query })
  const { data, error } = (await response.json()) as {
    data?: { result: { metric: Record<string, string>; values: [number, string][] }[] }
    error?: string
  }
  if (!data) throw new Error(`${rule.expr}: ${error}`)
  return data.result.flatMap(({ metric, values }) => {
    const { __name__: _, ...labels } = { ...metric, ...rule.labels }
    const samples = values.map(([time, value]) => [time, Number(value)] as const)
    if (rule.record !== undefined) return [{ name: rule.record, labels, samples }]
    return fired({ ...labels, alertname: rule.alert ?? '' }, samples, secondsOf(rule.for ?? '0s'))
  })
}

/** `ALERTS` and `ALERTS_FOR_STATE` of an alert, as Prometheus keeps them. */
function fired(labels: Labels, samples: Series['samples'], wait: number): Series[] {
  let since = 0
  let last = 0
  const states = samples.map(([time]) => {
    if (time - last > STEP) since = time
    last = time
    return { time, since, firing: time - since >= wait }
  })
  const of = (alertstate: string, firing: boolean): Series => ({
    name: 'ALERTS',
    labels: { ...labels, alertstate },
    samples: states.filter((one) => one.firing === firing).map(({ time }) => [time, 1]),
  })
  const state = states.map(({ time, since: from }) => [time, from] as const)
  return [of('pending', false), of('firing', true), { name: 'ALERTS_FOR_STATE', labels, samples: state }]
}

function writeBlocks(folder: string, all: readonly Series[]): void {
  const lines = all.flatMap(({ name, labels, samples }) => {
    const series = `${name}{${Object.entries(labels)
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      .join(',')}}`
    return samples.map(([time, value]) => `${series} ${value} ${time}`)
  })
  if (lines.length === 0) return
  const file = join(folder, 'samples.txt')
  writeFileSync(file, `${lines.join('\n')}\n# EOF\n`)
  const promtool = process.env.PROMTOOL ?? 'promtool'
  const { status, stderr } = spawnSync(
    promtool,
    ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', file, join(folder, 'data')],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`promtool tsdb create-blocks-from: ${stderr}`)
}
