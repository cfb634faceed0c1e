import { expect, test } from '@jest/globals'
import { EDGE } from './addresses.ts'
import { type Directory, resolve } from './dns.ts'
import type { MachineView } from './platform/platform.ts'

const machine = (id: string, rest: Partial<MachineView> = {}): MachineView => ({
  app: 'chat',
  id,
  address: `fdaa:0:1::${id}`,
  state: 'started',
  region: 'nrt',
  processGroup: 'app',
  services: [],
  ...rest,
})

const directory: Directory = {
  machines: () => [
    machine('1'),
    machine('2', { region: 'fra', processGroup: 'worker' }),
    machine('3', { state: 'stopped' }),
    machine('4', { app: 'other' }),
  ],
  hasPublicAddress: (app) => app === 'chat',
}

const found = (name: string) =>
  resolve(name, directory)
    ?.AAAA.map((address) => address.at(-1))
    .join('')

test.each([
  ['chat.internal', '12'],
  ['CHAT.internal.', '12'],
  ['global.chat.internal', '12'],
  ['worker.process.chat.internal', '2'],
  ['fra.chat.internal', '2'],
  ['1.vm.chat.internal', '1'],
  ['top1.nearest.of.chat.internal', '1'],
  ['top9.nearest.of.chat.internal', '12'],
])('%s is the machines %s', (name, machines) => {
  expect(found(name)).toBe(machines)
  expect(resolve(name, directory)?.A).toEqual([])
})

test.each([
  ['a stopped machine', '3.vm.chat.internal'],
  ['another app’s machine', '4.vm.chat.internal'],
  ['an empty process group', 'none.process.chat.internal'],
  ['an unknown app', 'nobody.internal'],
  ['an app without a public address', 'other.fly.dev'],
  ['a name beneath a public one', 'x.chat.fly.dev'],
  ['the internet', 'api.github.com'],
])('there is no name for %s', (_what, name) => {
  expect(resolve(name, directory)).toBeUndefined()
})

test('public names lead to the edge', () => {
  expect(resolve('chat.fly.dev', directory)).toEqual({ A: [EDGE.ipv4], AAAA: [EDGE.ipv6] })
  expect(resolve('grafana.sandbox.test', directory)).toEqual({ A: [EDGE.ipv4], AAAA: [EDGE.ipv6] })
})
