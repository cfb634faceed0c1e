import { expect } from '@jest/globals'
import { alerting } from './alerting.ts'
import { flyctl } from './flyctl.ts'
import { copyRepository } from './repository.ts'
import { inWorld, QUICK } from './suite.ts'
import { until } from './until.ts'

const { act, arrived } = alerting()

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

  test('a service that dies is told with links, and its return too', async (world) => {
    const inputs = { 'notify-webhook-url': '/200/secret-hook', 'slack-webhook-url': '/200/secret-channel' }
    expect((await act(world, inputs, { webhook: {}, slack: { severities: ['critical'] } })).code).toBe(0)
    const machine = (await world.platform.machines()).find(({ app }) => app === 'fechatter')?.id ?? ''
    const about = (path: string, status: string) =>
      arrived(path).filter(({ body }) => body.includes('NotifyServerDown') && body.includes(status))
    await world.platform.kill(machine, 'service.ts notify_server')
    await until('the alert', async () => about('/200/secret-hook', 'firing').length > 0)
    await until('the alert in Slack', async () => about('/200/secret-channel', '').length > 0)
    const [slack] = about('/200/secret-channel', '')
    expect(JSON.parse(slack?.body ?? '').attachments[0]).toMatchObject({
      title: '🔥 NotifyServerDown · notify_server',
      text: 'notify_server is down\n<https://runbooks.example/notify|Runbook> · <https://grafana.example/d/notify|Dashboard> · <https://fechatter-monitoring.fly.dev/alerts|Prometheus>',
      color: 'danger',
    })
    await using workspace = await copyRepository({ monitoringTag: world.ready.monitoringTag })
    for (const what of ['stop', 'start'])
      await flyctl(world, workspace.path, 'machine', what, machine, '-a', 'fechatter')
    const ended = () => about('/200/secret-hook', '"status":"resolved"').length > 0
    await until('its end', async () => ended())
  })

  test('a drill says when each receiver accepted the alert', async (world) => {
    const inputs = { 'notify-webhook-url': '/200/secret-hook', 'slack-webhook-url': '/200/secret-channel' }
    const result = await act(
      world,
      { ...inputs, mode: 'drill' },
      { webhook: {}, slack: { severities: ['critical'] } },
    )
    expect(result.summary).toContain('# ✅ Drill: 2 of 2 receivers accepted the alert')
    expect(result.summary).toMatch(/It accepted the alert after \d+ s\./)
    // The address is tried with an empty message too, at any time.
    const messages = arrived('/200/secret-channel').map(({ body }) => body)
    expect(messages).toContainEqual(expect.stringContaining('🧪 Drill'))
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'proven', changed: 'false' } })
  })

  test('an Alertmanager that is killed ends the machine, and its silences are still there', async (world) => {
    const inputs = { 'notify-webhook-url': '/200/secret-hook' }
    expect((await act(world, inputs)).code).toBe(0)
    const machine =
      (await world.platform.machines()).find(({ app }) => app === 'fechatter-monitoring')?.id ?? ''
    const asRoot = (...typed: string[]) => {
      const [command = '', ...args] = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), ...typed]
      return world.run({ command, args })
    }
    const amtool = (...args: string[]) =>
      asRoot(
        ...['nsenter', `--net=/run/netns/${machine}`, 'amtool', ...args],
        '--alertmanager.url=http://127.0.0.1:9093',
      )
    const added = await amtool('silence', 'add', 'alertname=NotifyServerDown', '-d', '8h', '-c', 'night')
    expect(added).toMatchObject({ code: 0 })
    const ps = await world.run({
      command: 'sh',
      args: ['-c', 'for p in /proc/[0-9]*; do tr "\\0" " " <$p/cmdline; echo; done'],
    })
    expect(ps.stdout).toContain('--web.listen-address=127.0.0.1:9093')
    expect(ps.stdout).not.toMatch(/secret-(?:hook|channel|ping)/)
    const silence = added.stdout.trim()
    await until('the silence is on the volume', async () => {
      const search = 'grep -qs "$0" /proc/[0-9]*/root/prometheus/alertmanager/silences'
      return (await asRoot('sh', '-c', search, silence)).code === 0
    })
    expect(await world.platform.kill(machine, 'alertmanager --config')).toBeGreaterThan(0)
    await until('the machine ends', async () =>
      world.log().includes('Alertmanager has ended, so the machine ends'),
    )
    await until('its silence is back', async () =>
      (await amtool('silence', 'query', '-q')).stdout.includes(silence),
    )
    const result = await act(world, { ...inputs, mode: 'verify' })
    expect(result.summary).toContain('1 silence is active')
  })
})
