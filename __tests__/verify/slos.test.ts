import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { ActionError } from '../../src/lib/errors.ts'
import type { QueryAnswer } from '../../src/model/prometheus.ts'
import { judgeSlos } from '../../src/verify/slos.ts'

const config = parseConfig({
  monitoring: { app: 'shop-monitoring' },
  apps: [{ app: 'shop' }],
  services: [
    {
      ...{ name: 'web', app: 'shop', port: 9090 },
      metrics: { http_requests_total: 'counter', http_request_duration_seconds: 'histogram' },
    },
  ],
  slos: [
    { service: 'web', errors: 'status=~"5.."', of: 'http_requests_total', objective: 99.9 },
    { service: 'web', slower_than: '1s', of: 'http_request_duration_seconds', objective: 99 },
  ],
})

const vector = (rows: Record<string, string>[], value: string): QueryAnswer => ({
  result: {
    resultType: 'vector',
    result: rows.map((metric) => ({ metric, value: [0, value] as [number, string] })),
  },
  ...{ warnings: [], infos: [] },
})

/** Prometheus with these labels of the metrics and this budget; without one, the buckets. */
const server = (labels: string[], left: string | undefined, bounds: string[] = []) => ({
  labelNames: async () => labels,
  query: async (promql: string) =>
    promql.startsWith('slo:')
      ? vector(left === undefined ? [] : [{}], left ?? '')
      : vector(
          bounds.map((le) => ({ le })),
          '1',
        ),
})
const judged = (...args: Parameters<typeof server>) => judgeSlos(config, server(...args), Date.now())

test('the budget that is left is said', async () => {
  expect(await judged(['__name__', 'status', 'le'], '0.4567')).toEqual([
    {
      ...{ area: 'slo', subject: 'web-errors', outcome: 'holds', certainty: 'proven' },
      why: '45.7 % of the error budget is left (objective 99.9 % of http_requests_total).',
    },
    expect.objectContaining({ subject: 'web-latency', outcome: 'holds' }),
  ])
})

test('a budget that is overspent is a warning: it is measured, and the objective is missed', async () => {
  const [errors] = await judged(['__name__', 'status', 'le'], '-1.229')
  expect(errors).toMatchObject({
    ...{ outcome: 'warning', certainty: 'proven' },
    why: 'The objective is missed (99.9 % of http_requests_total): 222.9 % of the error budget is spent.',
  })
})

test('a label that no series has counts nothing as failed, however full the budget looks', async () => {
  const [errors] = await judged(['__name__', 'code'], '1')
  expect(errors).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('has no label `status`'),
    next: expect.stringContaining('code'),
  })
})

test('a bound that no bucket has is named with those that exist', async () => {
  const [errors, latency] = await judged(['__name__', 'status'], undefined, ['0.5', '2.5', '+Inf'])
  expect(errors).toMatchObject({ outcome: 'not-checked' })
  expect(latency).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('no bucket that ends at 1s'),
    next: expect.stringContaining('0.5 and 2.5'),
  })
})

test('before the first request there is nothing to check, and without an answer nothing is known', async () => {
  expect(await judged([], undefined)).toMatchObject([
    { outcome: 'nothing-to-check' },
    { outcome: 'nothing-to-check' },
  ])
  const silent = async () => {
    throw new ActionError('platform', [])
  }
  expect(await judgeSlos(config, { query: silent, labelNames: silent }, 0)).toMatchObject([
    { outcome: 'not-checked', certainty: 'not checked' },
    { outcome: 'not-checked' },
  ])
})
