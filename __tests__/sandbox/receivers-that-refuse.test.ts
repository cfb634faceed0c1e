import { expect } from '@jest/globals'
import { EDGE } from './addresses.ts'
import { alerting } from './alerting.ts'
import { inWorld, QUICK } from './suite.ts'

const { act } = alerting()

inWorld({ platform: QUICK }, (test) => {
  test('receivers that refuse are red and named, and the verdict on targets stays', async (world) => {
    const result = await act(
      world,
      {
        'notify-webhook-url': '/404/secret-hook',
        'slack-webhook-url': '/403/secret-channel',
        'discord-webhook-url': '/500/secret-channel',
        'heartbeat-url': '/429/secret-ping',
      },
      { webhook: {}, slack: {}, discord: { severities: ['critical'] } },
    )
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'targets-up': '4' } })
    expect(result.summary).toContain('\n\nFailed: 4 of 4 targets scraped after this deploy; ')
    expect(result.summary).toMatch(/\*\*slack\*\*.*403.*SLACK_WEBHOOK_URL/)
    expect(result.summary).toMatch(/\*\*webhook\*\*.*404.*NOTIFY_WEBHOOK_URL/)
    expect(result.summary).toMatch(/\*\*discord\*\*.*500/)
    expect(result.summary).toMatch(/\*\*heartbeat\*\*.*429.*limits the number of messages.*30 s/)
  })

  test('a drill names receivers that refuse, and does not wait for them', async (world) => {
    const result = await act(
      world,
      {
        mode: 'drill',
        'notify-webhook-url': '/404/secret-hook',
        'slack-webhook-url': '/403/secret-channel',
        'discord-webhook-url': '/500/secret-channel',
      },
      { webhook: {}, slack: {}, discord: { severities: ['critical'] } },
    )
    expect(result.summary).toContain('Drill: 0 of 3 receivers accepted the alert')
    expect(result.summary).toMatch(/\*\*slack\*\*.*The alert fired, and it refused it.*403/)
    expect(result.summary).toMatch(/\*\*discord\*\*.*500/)
    expect(result.code).toBe(1)
  })

  test('a receiver without its secret stops the deploy before anything is changed', async (world) => {
    const before = (await world.platform.calls()).filter(({ argv }) => argv[0] === 'deploy').length
    const result = await act(world, {}, { slack: {} })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.stdout).toMatch(/::error title=input\/receiver-missing,file=monitoring\.yml,line=\d+/)
    expect((await world.platform.calls()).filter(({ argv }) => argv[0] === 'deploy')).toHaveLength(before)
  })

  test('receivers that hang, that have another certificate, or that do not exist are named', async (world) => {
    const result = await act(
      world,
      {
        'notify-webhook-url': '/hang/secret-hook',
        'slack-webhook-url': `https://${EDGE.ipv4}/secret-channel`,
        'discord-webhook-url': 'https://nowhere.invalid/secret-channel',
        'ntfy-url': '/401',
      },
      { webhook: {}, slack: {}, discord: {}, ntfy: {} },
    )
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'targets-up': '4' } })
    expect(result.summary).toMatch(/\*\*webhook\*\*.*does not answer within 10 s/)
    expect(result.summary).toMatch(/\*\*ntfy\*\*.*401.*does not accept the address or the key.*NTFY_URL/)
    expect(result.summary).toMatch(/\*\*slack\*\*.*TLS connection.*SLACK_WEBHOOK_URL/)
    expect(result.summary).toMatch(/\*\*discord\*\*.*no DNS entry.*DISCORD_WEBHOOK_URL/)
  })
})
