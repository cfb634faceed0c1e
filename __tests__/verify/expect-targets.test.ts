import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { hostPort, scrapeAddress } from '../../src/verify/targets/address.ts'
import { expectTargets, type ServiceMachine } from '../../src/verify/targets/expect.ts'
import { fc } from '../support/property.ts'
import { machine } from './fixtures.ts'

const config = (service: object = {}) =>
  parseConfig({
    monitoring: { app: 'mon' },
    apps: [{ app: 'shop' }],
    services: [{ name: 'api', app: 'shop', port: 9090, ...service }],
  })

const expected = (machines: ServiceMachine[], service?: object) =>
  expectTargets(config(service), new Map([['shop', machines]]))

test('a service is expected on every machine of its app, in the order of ids', () => {
  const { targets, absent } = expected([
    machine({ id: 'b', privateIp: 'fdaa::2' }),
    machine({ id: 'a', privateIp: 'fdaa::1' }),
  ])
  expect(targets.map((t) => [t.machine?.id, t.address, t.state])).toEqual([
    ['a', '[fdaa::1]:9090', 'running'],
    ['b', '[fdaa::2]:9090', 'running'],
  ])
  expect(absent).toEqual([])
})

test('a service without a machine is named', () => {
  expect(expected([]).absent.map(({ name }) => name)).toEqual(['api'])
  expect(expectTargets(config(), new Map()).absent).toHaveLength(1)
  expect(expected([machine({ state: 'destroyed' })]).absent).toHaveLength(1)
  expect(expected([machine({ processGroup: 'worker' })], { process: 'web' }).absent).toHaveLength(1)
})

test.each([
  ['started', 'running'],
  ['starting', 'running'],
  ['replacing', 'running'],
  ['stopped', 'stopped'],
  ['stopping', 'stopped'],
  ['suspended', 'stopped'],
  ['created', 'stopped'],
  ['failed', 'stopped'],
  ['a word of the future', 'stopped'],
])('a machine that is %s is %s', (state, wanted) => {
  expect(expected([machine({ state })]).targets[0]?.state).toBe(wanted)
})

test('a machine that may stop is resting unless it failed, like a standby machine', () => {
  const state = (given: Partial<ServiceMachine>, service?: object) =>
    expected([machine(given)], service).targets[0]?.state
  expect(state({ state: 'stopped' }, { may_stop: true })).toBe('resting')
  expect(state({ state: 'failed' }, { may_stop: true })).toBe('stopped')
  expect(state({ state: 'stopped', standby: true })).toBe('resting')
  expect(state({ state: 'started', standby: true })).toBe('running')
})

test("machines of other process groups and Fly's own helpers are not expected", () => {
  const machines = [
    machine({ id: 'web', processGroup: 'web' }),
    machine({ id: 'worker', processGroup: 'worker' }),
    machine({ id: 'release', processGroup: 'fly_app_release_command', state: 'stopped' }),
    machine({ id: 'console', processGroup: 'fly_app_console' }),
  ]
  const ids = (service?: object) => expected(machines, service).targets.map((t) => t.machine?.id)
  expect(ids()).toEqual(['web', 'worker'])
  expect(ids({ process: 'web' })).toEqual(['web'])
})

test('an address is equal in any notation', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
  const spelling = fc.record({ upper: fc.boolean(), zeros: fc.boolean(), short: fc.boolean() })
  const write = (numbers: number[], how: { upper: boolean; zeros: boolean; short: boolean }): string => {
    const text = numbers.map((n) => n.toString(16).padStart(how.zeros ? 4 : 1, '0')).join(':')
    const shortened = how.short ? text.replace(/(^|:)0+(:0+)+(:|$)/, '::') : text
    return how.upper ? shortened.toUpperCase() : shortened
  }
  fc.assert(
    fc.property(groups, spelling, spelling, fc.integer({ min: 1, max: 65535 }), (numbers, a, b, port) => {
      const fromFly = hostPort(write(numbers, a), port)
      expect(scrapeAddress(`http://[${write(numbers, b)}]:${port}/metrics`)).toBe(fromFly)
      expect(fromFly.endsWith(`:${port}`)).toBe(true)
    }),
  )
})

test('default ports are added, and a text that is not a URL has no address', () => {
  expect(scrapeAddress('http://[FDAA:0::1]/metrics')).toBe('[fdaa::1]:80')
  expect(scrapeAddress('https://127.0.0.1/metrics')).toBe('127.0.0.1:443')
  expect(scrapeAddress('http://Shop.internal.:9090/metrics')).toBe('shop.internal:9090')
  expect(scrapeAddress('no url')).toBe('')
})

test('a service with static addresses is expected at each of them, whatever machines there are', () => {
  const service = {
    name: 'db',
    discovery: 'static',
    scheme: 'https',
    addresses: ['DB.example.com:9187', '[2001:DB8::1]:9100'],
    authorization: { credentials_env: 'DB_TOKEN' },
  }
  const config = parseConfig({ monitoring: { app: 'mon' }, apps: [{ app: 'shop' }], services: [service] })
  const { targets, absent } = expectTargets(config, new Map([['shop', [machine()]]]))
  expect(targets).toEqual(
    ['db.example.com:9187', '[2001:db8::1]:9100'].map((address) => ({
      service: 'db',
      app: 'db',
      machine: undefined,
      address,
      path: '/metrics',
      onlyAfterTraffic: false,
      credentials: { key: 'authorization', variable: 'DB_TOKEN' },
      state: 'running',
    })),
  )
  expect(absent).toEqual([])
})
