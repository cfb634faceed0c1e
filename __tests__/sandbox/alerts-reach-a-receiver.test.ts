import { beforeAll, expect } from '@jest/globals'
import type { World } from './harness.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { copyRepository } from './repository.ts'
import { inWorld, QUICK } from './suite.ts'

const PASSWORD = 'correct horse battery'
let receiver: Receiver | undefined

/** Runs the shipped action on a repository with these receivers. */
async function act(world: World, inputs: Record<string, string>, notify: object = { webhook: {} }) {
  receiver ??= await startReceiver(world)
  await using workspace = await copyRepository({
    monitoringTag: world.ready.monitoringTag,
    set: { 'monitoring.scrape_interval': '1s', 'alerts.notify': notify },
  })
  const given = Object.entries(inputs).map(([name, value]) => [
    name,
    value.startsWith('/') ? (receiver as Receiver).url(value) : value,
  ])
  const result = await world.action({
    workspace: workspace.path,
    inputs: {
      'fly-api-token': 'fake-org-token',
      'prometheus-password': PASSWORD,
      ...Object.fromEntries(given),
    },
  })
  for (const text of [result.stdout.replaceAll(/^::add-mask::.*$/gm, ''), result.stderr, result.summary])
    expect(text).not.toMatch(/secret-(?:hook|channel|ping)/)
  return result
}

const arrived = (path: string) =>
  receiver?.messages().filter((message) => message.path.startsWith(path)) ?? []

beforeAll(() => {
  receiver = undefined
})

inWorld({ platform: QUICK }, (test) => {
  test('a deploy proves that receiver and heartbeat accept what is sent to them', async (world) => {
    const result = await act(world, {
      'notify-webhook-url': '/200/secret-hook',
      'heartbeat-url': '/200/secret-ping',
    })
    expect(result.summary).toContain('# ✅ Proven: 4 of 4 targets scraped after this deploy')
    expect(result.summary).toMatch(/webhook.*accepted \d+ message/)
    expect(result.summary).toMatch(/heartbeat.*accepted \d+ message/)
    expect(result.summary).toContain('amtool silence add')
    expect(result.code).toBe(0)
    expect(JSON.parse(arrived('/200/secret-hook')[0]?.body ?? '')).toMatchObject({
      commonLabels: { alertname: 'Watchdog' },
    })
    expect(arrived('/200/secret-ping').length).toBeGreaterThan(0)
  })

  test('receivers that refuse are red and named, and the verdict on targets stays', async (world) => {
    const result = await act(
      world,
      {
        'notify-webhook-url': '/404/secret-hook',
        'slack-webhook-url': '/403/secret-channel',
        'discord-webhook-url': '/500/secret-channel',
      },
      { webhook: {}, slack: {}, discord: { severities: ['critical'] } },
    )
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'targets-up': '4' } })
    expect(result.summary).toContain('# ❌ Failed: 4 of 4 targets scraped after this deploy; ')
    expect(result.summary).toMatch(/\*\*slack\*\*.*403.*SLACK_WEBHOOK_URL/)
    expect(result.summary).toMatch(/\*\*webhook\*\*.*404.*NOTIFY_WEBHOOK_URL/)
    expect(result.summary).toMatch(/\*\*discord\*\*.*500/)
  })

  test('a receiver without its secret stops the deploy before anything is changed', async (world) => {
    const before = (await world.platform.calls()).filter(({ argv }) => argv[0] === 'deploy').length
    const result = await act(world, {}, { slack: {} })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.stdout).toMatch(/::error title=input\/receiver-missing,file=monitoring\.yml,line=\d+/)
    expect((await world.platform.calls()).filter(({ argv }) => argv[0] === 'deploy')).toHaveLength(before)
  })
})
