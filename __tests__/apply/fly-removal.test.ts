import { expect, test } from '@jest/globals'
import { removeApp } from '../../src/apply/fly/remove-app.ts'
import { notOurs, observeContents, planRemoval } from '../../src/plan/fly/removal.ts'
import type { ApiFault } from '../sandbox/platform/faults.ts'
import { addApp } from '../sandbox/platform/state.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'

// Hashing a password takes a while.
const MONITORING = monitoringApp()

const deploy = (fly: InsideFly) =>
  deployMonitoring({ desired: MONITORING, templates: TEMPLATES }, fly.context())

const contents = (fly: InsideFly, app = 'mon') => observeContents(app, fly.context().flyctl)

test('the plan names everything that is lost, and the app is gone afterwards', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const found = await contents(fly)
  if (!found) throw new Error('the app is missing')
  expect(notOurs('mon', MONITORING.volume.name, found)).toBeUndefined()
  const { what, diff } = planRemoval('mon', found)
  expect(what).toBe('destroy the app')
  expect(diff?.replace(/\b(?:vol_)?[0-9a-z]{14,}\b/g, 'ID').split('\n')).toEqual([
    '- machine ID in nrt (started)',
    `- volume ${MONITORING.volume.name} (ID), ${MONITORING.volume.sizeGb} GB in nrt, with its data`,
    ...MONITORING.secrets.map(({ name }) => `- secret ${name}`).toSorted(),
  ])
  await removeApp('mon', fly.context().flyctl)
  expect(fly.platform.state.apps.has('mon')).toBe(false)
  expect(await contents(fly)).toBeUndefined()
})

const FAULTS: Readonly<Record<string, Omit<ApiFault, 'kind'>>> = {
  '429': { status: 429, body: { error: 'injected fault 429' } },
  '500': { status: 500, body: { error: 'injected fault 500' } },
  '503': { status: 503, body: { error: 'unavailable' } },
  'a dropped connection': { drop: true },
  'a lost answer (503)': { status: 503, late: true },
  'a lost answer (500)': { status: 500, late: true },
  'a lost connection after the work': { drop: true, late: true },
}

test.each(Object.entries(FAULTS))('%s at any request: the app is gone in the same run', async (_, fault) => {
  for (let at = 0; ; at++) {
    await using fly = insideFly()
    addApp(fly.platform.state, { name: 'mon', org: 'acme' })
    fly.onRequest = (_, n) => (n === at ? ({ kind: 'api', ...fault } as ApiFault) : undefined)
    await removeApp('mon', fly.context().flyctl)
    expect([at, fly.platform.state.apps.has('mon')]).toEqual([at, false])
    if (fly.requests.length <= at) {
      expect(at).toBeGreaterThan(3)
      return
    }
  }
})

test.each(['interrupted', 'killed'])(
  'a removal that was %s at any request: the next one finishes, and other apps stay',
  async (how) => {
    for (let at = 0; ; at++) {
      await using fly = insideFly()
      for (const name of ['mon', 'web']) addApp(fly.platform.state, { name, org: 'acme' })
      const before = [...fly.platform.state.apps.keys()]
      const cancel = new AbortController()
      const killed = Promise.withResolvers<void>()
      fly.onRequest = (_, n) => {
        if (n === at && how === 'killed') {
          fly.kill()
          killed.resolve()
        } else if (n === at) cancel.abort(Object.assign(new Error('cancelled'), { name: 'AbortError' }))
        return undefined
      }
      const first = removeApp('mon', fly.context({ signal: cancel.signal }).flyctl)
      await Promise.race([first.catch(() => undefined), killed.promise])
      fly.onRequest = () => undefined
      const isOver = fly.requests.length <= at
      await removeApp('mon', fly.context().flyctl)
      expect([...fly.platform.state.apps.keys()]).toEqual(before.filter((name) => name !== 'mon'))
      if (isOver) {
        expect(at).toBeGreaterThan(3)
        return
      }
    }
  },
)

test('a refusal is final and says what token is needed', async () => {
  await using fly = insideFly()
  addApp(fly.platform.state, { name: 'mon', org: 'acme' })
  fly.onRequest = ({ method, path }) =>
    method === 'DELETE' && path === '/v1/apps/mon'
      ? ({ kind: 'api', status: 403, body: { error: 'unauthorized' } } as ApiFault)
      : undefined
  await expect(removeApp('mon', fly.context().flyctl)).rejects.toMatchObject({
    problems: [
      { code: 'fly-token-cannot-destroy', hint: expect.stringContaining('flyctl tokens create org') },
    ],
  })
  expect(fly.platform.state.apps.has('mon')).toBe(true)
})

const machine = (env: Record<string, string>) => ({ id: 'd1', region: 'nrt', state: 'started', env })
const volume = (name: string) => ({ id: 'vol_1', name, region: 'nrt', sizeGb: 1 })

test('an app that no deploy has recorded itself in is not ours', () => {
  const empty = { machines: [], volumes: [], secrets: [] }
  const isOurs = (more: Partial<Parameters<typeof notOurs>[2]>) =>
    notOurs('mon', 'prometheus_data', { ...empty, ...more }) === undefined
  const record = { DEPLOY_MONITORING_DIGEST: 'x' }
  expect(isOurs({ machines: [machine(record)], volumes: [volume('other')] })).toBe(true)
  expect(isOurs({ machines: [machine({})], volumes: [volume('prometheus_data')] })).toBe(false)
  expect(isOurs({})).toBe(true)
  expect(isOurs({ volumes: [volume('prometheus_data')], secrets: [{ name: 'PROMETHEUS_WEB_CONFIG' }] })).toBe(
    true,
  )
  expect(isOurs({ volumes: [volume('pg_data')] })).toBe(false)
  expect(isOurs({ secrets: [{ name: 'DATABASE_URL' }] })).toBe(false)
})
