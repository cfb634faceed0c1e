import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { machineFault } from '../../src/lint/fly/machine-size.ts'
import { tooSmall } from '../../src/plan/fly/capacity.ts'
import { scrapeLoad } from '../../src/run/scrape-load.ts'

const configOf = (monitoring: object, services: object[] = [{ name: 'web', app: 'chat', port: 1 }]) =>
  parseConfig({ monitoring: { app: 'mon', ...monitoring }, apps: [{ app: 'chat' }], services })

test('targets count by how often they are scraped', () => {
  const config = configOf({ scrape_interval: '30s' }, [
    { name: 'web', app: 'chat', port: 1 },
    { name: 'fast', app: 'chat', port: 2, scrape_interval: '5s' },
  ])
  expect(scrapeLoad(config, () => 10)).toEqual({ targets: 20, asMeasured: 10 / 2 + 10 * 3 })
})

const every15s = (n: number) => ({ targets: n, asMeasured: n })

test.each([
  ['as measured: 600 targets on the smallest machine', {}, every15s(600), undefined],
  ['one more', {}, every15s(601), 'size: shared-cpu-2x, memory_mb: 512'],
  ['2,000 targets', {}, every15s(2000), 'size: shared-cpu-4x, memory_mb: 1024'],
  ['scraped every minute', {}, { targets: 2000, asMeasured: 500 }, undefined],
  [
    'scraped every minute, too many for the memory',
    {},
    { targets: 2100, asMeasured: 525 },
    'size: shared-cpu-1x, memory_mb: 768',
  ],
  ['more than shared CPUs carry', {}, every15s(6000), 'size: performance-1x, memory_mb: 2048'],
  [
    'a machine that is large enough',
    { vm: { size: 'performance-1x', memory_mb: 4096 } },
    every15s(9000),
    undefined,
  ],
  [
    'more than one Prometheus carries',
    {},
    every15s(50_000),
    'engine: agent, shards: 12, vm: { size: shared-cpu-8x, memory_mb: 2048 }',
  ],
  ['more than all shards carry', {}, every15s(500_000), 'divide the services'],
  ['an agent: 2,000 targets', { engine: 'agent' }, every15s(2000), 'Set `monitoring.shards: 4`'],
  ['as many shards as were named', { engine: 'agent', shards: 4 }, every15s(2000), undefined],
  ['too few shards', { engine: 'agent', shards: 2 }, every15s(2000), 'Set `monitoring.shards: 4`'],
  [
    'a machine whose limits were not measured',
    { vm: { size: 'a10', memory_mb: 512 } },
    every15s(50_000),
    undefined,
  ],
])('%s', (_, monitoring, load, hint) => {
  const found = tooSmall(configOf(monitoring).monitoring, load)
  expect(found.map((one) => one.severity)).toEqual(hint === undefined ? [] : ['warning'])
  if (hint !== undefined) expect(found[0]?.hint).toContain(hint)
})

test('so many shards as are named are enough', () => {
  for (let n = 601; n < 60_000; n += 397) {
    const [warning] = tooSmall(configOf({ engine: 'agent' }).monitoring, every15s(n))
    const shards = Number(/shards: (\d+)/.exec(warning?.hint ?? '')?.[1])
    const [, size, memory] =
      /vm: \{ size: (\S+), memory_mb: (\d+)/.exec(warning?.hint.split('. Or')[0] ?? '') ?? []
    const vm = size === undefined ? {} : { vm: { size, memory_mb: Number(memory) } }
    expect(tooSmall(configOf({ engine: 'agent', shards, ...vm }).monitoring, every15s(n))).toEqual([])
  }
})

test('the size that is named exists, and is large enough', () => {
  for (let n = 601; n < 19_000; n += 97) {
    const [warning] = tooSmall(configOf({}).monitoring, every15s(n))
    const [, size = '', memory = ''] = /size: (\S+), memory_mb: (\d+)/.exec(warning?.hint ?? '') ?? []
    expect(machineFault(size, Number(memory))).toBeUndefined()
    expect(tooSmall(configOf({ vm: { size, memory_mb: Number(memory) } }).monitoring, every15s(n))).toEqual(
      [],
    )
  }
})
