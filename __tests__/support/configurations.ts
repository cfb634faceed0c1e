import { parseConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/schema.ts'
import { fc } from './property.ts'

const metricTypes = ['counter', 'gauge', 'histogram', 'summary'] as const
const metric = fc.oneof(
  fc.constantFrom(...metricTypes),
  fc.record({
    type: fc.constantFrom(...metricTypes),
    expect: fc.constantFrom('always' as const, 'after-traffic' as const),
  }),
)

/** Any valid configuration, within reason: one or two apps, up to six services with any names and metrics. */
export const configurations: fc.Arbitrary<Config> = fc
  .record({
    apps: fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/), { minLength: 1, maxLength: 2 }),
    services: fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,20}$/),
        app: fc.nat(1),
        may_stop: fc.boolean(),
        metrics: fc.dictionary(fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,20}$/), metric, { maxKeys: 5 }),
      }),
      { minLength: 1, maxLength: 6, selector: (service) => service.name },
    ),
    scrape_interval: fc.constantFrom('1s', '15s', '1m30s'),
    size_gb: fc.integer({ min: 1, max: 500 }),
    fly_metrics: fc.boolean(),
  })
  .filter(({ services }) => services.every(({ name }) => name !== 'prometheus' && name !== 'fly'))
  .map(({ apps, services, scrape_interval, size_gb, fly_metrics }) =>
    parseConfig({
      monitoring: { app: 'the-monitoring', scrape_interval, volume: { size_gb }, fly_metrics },
      apps: apps.map((app) => ({ app })),
      services: services.map((service, i) => ({
        ...service,
        app: apps[service.app % apps.length],
        port: 9000 + i,
      })),
    }),
  )
