import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/schema.ts'
import { renderedFiles } from '../../src/desired/manual/files.ts'
import type { Diagnostic } from '../../src/lib/errors.ts'
import { lintConfiguration } from '../../src/lint/config/lint.ts'
import { contractOf } from '../../src/lint/contract.ts'
import { lintFlyToml } from '../../src/lint/fly/lint.ts'
import { lintPrometheusConfig } from '../../src/lint/prometheus/lint.ts'
import { prometheusContext } from '../../src/lint/prometheus/subject.ts'
import { lintRules, recordedIn } from '../../src/lint/rules/lint.ts'
import { silenceByComments } from '../../src/lint/silence.ts'
import { fc } from '../support/property.ts'

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
const path = fc.stringMatching(/^\/[!-~]{0,12}$/)
const image = fc.constantFrom(
  'registry.fly.io/m:v3.13.0',
  'registry.fly.io/m:v2.42.0',
  'ghcr.io/x/y@sha256:abc',
)

const service = (app: string) =>
  fc.record(
    {
      name: fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,10}$/).filter((name) => name !== 'prometheus'),
      app: fc.constant(app),
      port: fc.integer({ min: 1, max: 65535 }),
      path,
      process: fc.stringMatching(/^[a-zA-Z0-9_-]{1,8}$/),
      may_stop: fc.boolean(),
      metrics: fc.dictionary(
        fc.stringMatching(/^[a-z_]{1,12}(?:_total)?$/),
        fc.constantFrom('counter', 'gauge', 'histogram', 'summary'),
      ),
    },
    { requiredKeys: ['name', 'app', 'port'] },
  )

/** Whatever the schema takes, with strange values where it takes any. */
const configs = fc.record(
  {
    monitoring: fc.record(
      {
        app: fc.constant('mon'),
        organization: fc.string({ minLength: 1 }),
        region: fc.constantFrom('nrt', 'fra'),
        access: fc.constantFrom('password', 'public'),
        scrape_interval: fc.constantFrom('1s', '15s', '2m'),
        retention: fc.constantFrom('2h', '15d', '1y'),
        vm: fc.record(
          {
            size: fc.oneof(word, fc.constantFrom('shared-cpu-1x', 'performance-2x')),
            memory_mb: fc.integer({ min: 256, max: 20_000 }),
          },
          { requiredKeys: [] },
        ),
        volume: fc.record({
          name: fc.stringMatching(/^[a-z0-9_]{1,30}$/),
          size_gb: fc.integer({ min: 1, max: 500 }),
        }),
        image,
      },
      { requiredKeys: ['app'] },
    ),
    apps: fc.constant([{ app: 'chat' }]),
    services: fc.uniqueArray(service('chat'), { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
    alerts: fc.record({ receiver: fc.string({ minLength: 1 }) }, { requiredKeys: [] }),
  },
  { requiredKeys: ['monitoring', 'apps', 'services'] },
)

function rendered(config: Config): Diagnostic[] {
  return renderedFiles(config, 'monitoring.yml', []).flatMap(({ path: file, text }) => {
    if (file.endsWith('.toml'))
      return lintFlyToml(text, file, { app: 'mon', services: config.services, role: 'monitoring' })
    const context = prometheusContext(config, () => true)
    const contract = contractOf(config, { recorded: recordedIn(text), assumed: false })
    const problems = /^groups:/m.test(text)
      ? lintRules(text, file, { contract })
      : lintPrometheusConfig(text, file, context)
    return silenceByComments(problems, text, file)
  })
}

test('every configuration that the schema accepts renders without errors, except machines that Fly does not have', () => {
  fc.assert(
    fc.property(configs, (value) => {
      const text = JSON.stringify(value)
      let config: Config
      try {
        config = loadConfig(text, 'monitoring.yml')
      } catch {
        // Ports that are taken twice.
        fc.pre(false)
        return
      }
      const own = lintConfiguration(config, { file: 'monitoring.yml', text })
      // The smallest machine exists, and is reported as too small.
      const all = rendered(config).filter(({ code }) => code !== 'fly/memory')
      expect(all.filter(({ code }) => code !== 'fly/machine-size')).toEqual([])
      expect(all.length).toBe(own.length)
    }),
    {
      numRuns: 200,
      examples: [
        [
          {
            monitoring: { app: 'mon' },
            apps: [{ app: 'chat' }],
            services: [
              { name: 'A', app: 'chat', port: 1, metrics: { up: 'counter' } },
              { name: 'a', app: 'chat', port: 1, process: '0' },
            ],
          },
        ],
      ],
    },
  )
})

test('a metric may be called like a word of PromQL', () => {
  const words = [
    'on',
    'Bool',
    'ignoring',
    'group_left',
    'group_right',
    'inf',
    'NaN',
    'atan2',
    'by',
    'and',
    'sum',
  ]
  const metrics = Object.fromEntries(words.map((name) => [name, 'gauge']))
  const services = [{ name: 'web', app: 'chat', port: 9090, metrics }]
  const text = JSON.stringify({ monitoring: { app: 'mon' }, apps: [{ app: 'chat' }], services })
  expect(rendered(loadConfig(text, 'monitoring.yml'))).toEqual([])
})

test.each([
  ['size: huge', '2:15', 'The machine size "huge" does not exist.'],
  ['memory_mb: 4096', '2:20', 'A machine of size shared-cpu-1x cannot have 4096 MB of memory.'],
  [
    'size: performance-1x, memory_mb: 512',
    '2:42',
    'A machine of size performance-1x cannot have 512 MB of memory.',
  ],
  ['size: performance-2x', '2:7', 'A machine of size performance-2x cannot have 512 MB of memory.'],
])('a machine with %s is refused at its place in the configuration', (vm, at, message) => {
  const text = `monitoring:\n  vm: { ${vm} }\n  app: mon\napps: [{ app: chat }]\nservices: [{ name: web, app: chat, port: 9090 }]\n`
  const found = lintConfiguration(loadConfig(text, 'monitoring.yml'), { file: 'monitoring.yml', text })
  expect(found.map((one) => `${one.at?.line}:${one.at?.column} ${one.message}`)).toEqual([`${at} ${message}`])
})
