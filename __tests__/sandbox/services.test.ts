import { expect, test } from '@jest/globals'
import { parse } from 'valibot'
import { declaredMetrics } from '../../src/config/declared-metrics.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { configSchema } from '../../src/config/schema.ts'
import { isOnFly } from '../../src/config/services.ts'
import { behaviourOf } from './services/behaviours.ts'
import { createMeter, MODELS } from './services/metrics.ts'
import { isService, PORTS } from './services/ports.ts'

const PRESET = parse(configSchema, presetConfig({})).services
const typesIn = (page: string): Record<string, string> =>
  Object.fromEntries([...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name, type]))

function meter(name: string, summaries = false) {
  if (!isService(name)) throw new Error(`the sandbox has no service ${name}`)
  return createMeter(MODELS[name], summaries)
}

test('the services are those of the preset, on its ports', () => {
  expect(PORTS).toEqual(Object.fromEntries(PRESET.filter(isOnFly).map(({ name, port }) => [name, port])))
})

test.each(PRESET)(
  '$name exposes exactly the metrics of the preset, by their declared types',
  async (service) => {
    const { traffic, expose } = meter(service.name)
    traffic()
    const declared = Object.fromEntries(declaredMetrics(service).map(({ name, type }) => [name, type]))
    expect(typesIn(await expose())).toEqual(declared)
  },
)

test.each(PRESET)('before traffic $name shows its gauges only', async (service) => {
  const gauges = declaredMetrics(service).filter(({ type }) => type === 'gauge')
  const page = await meter(service.name).expose()
  expect(typesIn(page)).toEqual(Object.fromEntries(gauges.map(({ name }) => [name, 'gauge'])))
})

test('counters grow, and histograms have buckets unless summaries are asked for', async () => {
  const live = meter('bot_server')
  const total = async () => {
    const page = await live.expose()
    return Number(/^bot_embeddings_generated_total\S* (\d+)$/m.exec(page)?.[1])
  }
  live.traffic()
  const first = await total()
  live.traffic()
  expect(await total()).toBeGreaterThan(first)
  expect(await live.expose()).toContain('bot_processing_duration_seconds_bucket')

  const today = meter('bot_server', true)
  today.traffic()
  const page = await today.expose()
  expect(typesIn(page).bot_processing_duration_seconds).toBe('summary')
  expect(page).toContain('quantile="0.999"')
  expect(page).not.toContain('_bucket')
})

test('a misbehaviour belongs to one service, and an unknown one is an error', () => {
  const env = { FECHATTER_BROKEN: 'notify_server:hang,bot_server:html' }
  expect(behaviourOf('bot_server', env).misbehaviour).toBe('html')
  expect(behaviourOf('analytics_server', env).misbehaviour).toBeUndefined()
  expect(() => behaviourOf('notify_server', { FECHATTER_BROKEN: 'notify_server:hagn' })).toThrow('hagn')
})
