import { expect, test } from '@jest/globals'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'

const PASSWORD = monitoringApp()
const PRIVATE = monitoringApp({ access: 'private' })

async function deploy(fly: InsideFly, desired: typeof PRIVATE) {
  const { problems, outcomes } = await deployMonitoring({ desired, templates: TEMPLATES }, fly.context())
  expect(problems).toEqual([])
  return outcomes.map(({ change }) => change.what)
}

const addresses = (fly: InsideFly) => fly.platform.state.apps.get('mon')?.ips.map(({ type }) => type)

test('a private Prometheus has a check and no public address, and a second run finds nothing to do', async () => {
  await using fly = insideFly()
  expect((await deploy(fly, PRIVATE)).filter((what) => /address/.test(what))).toEqual([])
  expect(addresses(fly)).toEqual([])
  const [machine] = fly.platform.state.apps.get('mon')?.machines ?? []
  expect(machine?.config.services).toBeUndefined()
  expect(machine?.checks).toMatchObject([{ name: 'prometheus', status: 'passing' }])
  expect(machine?.config.files?.map(({ guest_path }) => guest_path)).toContain('/etc/prometheus/web.yml')
  expect(await deploy(fly, PRIVATE)).toEqual([])
})

test('a change of the access releases the public addresses, and allocates them again', async () => {
  await using fly = insideFly()
  await deploy(fly, PASSWORD)
  expect(addresses(fly)).toEqual(['v6', 'shared_v4'])
  const steps = await deploy(fly, PRIVATE)
  expect(steps.filter((what) => what.startsWith('release the public address'))).toHaveLength(2)
  expect(addresses(fly)).toEqual([])
  expect((await deploy(fly, PASSWORD)).filter((what) => /^allocate/.test(what))).toHaveLength(2)
  expect(addresses(fly)?.toSorted()).toEqual(['shared_v4', 'v6'])
})

test('an address that someone has given it is released', async () => {
  await using fly = insideFly()
  await deploy(fly, PRIVATE)
  await fly.context().flyctl.run({ command: 'ips allocate-v6', app: 'mon' })
  expect(await deploy(fly, PRIVATE)).toEqual([expect.stringMatching(/^release the public address 2001:/)])
})
