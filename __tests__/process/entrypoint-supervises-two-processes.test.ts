import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { renderedFiles } from '../../src/desired/manual/files.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { until } from '../sandbox/until.ts'
import { type FlyImage, flyImage } from '../support/fly-image.ts'

const RECEIVERS = {
  'notify-webhook-url': "http://127.0.0.1:9999/200/it's-secret",
  'slack-webhook-url': 'http://127.0.0.1:9999/403/slack',
  'heartbeat-url': 'http://127.0.0.1:9999/200/heartbeat',
}

/** The monitoring app of a configuration with receivers, as a deploy renders it. */
function rendered() {
  const config = parseConfig({
    monitoring: {
      app: 'mon',
      access: 'public',
      image: 'registry.fly.io/mon:v2.42.0',
      scrape_interval: '1s',
    },
    apps: [{ app: 'chat' }],
    services: [{ name: 'web', app: 'chat', port: 9999 }],
    alerts: { notify: { webhook: {}, slack: { severities: ['critical'] } } },
  })
  const secrets = { flyToken: 't', password: undefined, remoteWrite: undefined, receivers: RECEIVERS }
  return renderMonitoring(config, secrets, { rules: renderRules(config, { remoteWrite: false }), own: [] })
}

/** Its files where [[files]] puts them, and the arguments of the entrypoint. */
function machineOf({ flyToml, files, secrets }: ReturnType<typeof rendered>) {
  const values = new Map(secrets.map(({ name, value }) => [name, value]))
  const secretFiles = [...flyToml.matchAll(/guest_path = "(.+)"\nsecret_name = "(.+)"/g)]
  const placed = {
    ...Object.fromEntries(files.map(({ guestPath, content }) => [guestPath, content])),
    ...Object.fromEntries(secretFiles.map(([, path = '', name = '']) => [path, values.get(name) ?? ''])),
  }
  const args = [...(/^cmd = \[(.*)\]$/m.exec(flyToml)?.[1] ?? '').matchAll(/"([^"]*)"/g)].map(
    ([, flag = '']) => flag,
  )
  return { files: placed, args }
}

const MANUAL = parseConfig({
  monitoring: { app: 'mon', access: 'public', image: 'registry.fly.io/mon:v2.42.0', scrape_interval: '1s' },
  apps: [{ app: 'chat' }],
  services: [{ name: 'web', app: 'chat', port: 9999 }],
  alerts: { notify: { ntfy: {} } },
})
const PLACED = /guest_path = "(.+)"\nlocal_path = "(.+)"/g

const arrived = async (machine: FlyImage, path: string) =>
  (await machine.received()).filter((message) => message.path.includes(path))

// A process may end between two looks at it.
const processes = (machine: FlyImage) =>
  machine.sh(
    "for p in /proc/[0-9]*; do { tr '\\0' ' ' <$p/cmdline && stat -c ' uid=%u' $p; } 2>/dev/null || :; done",
  )

// Each on a machine of its own; they mostly wait for alerts.
for (const shell of ['dash', 'busybox'] as const) {
  test.concurrent(`${shell}: the Watchdog arrives at receiver and heartbeat, and no secret is in an argument`, async () => {
    const { files, args } = machineOf(rendered())
    await using machine = flyImage(shell, files)
    await machine.receive()
    await machine.start({ args, env: { MONITORING_NOTIFY_WEBHOOK_URL: 'in the environment' } })
    await until('a message', async () => (await arrived(machine, "/200/it's-secret")).length > 0)
    await until('a ping', async () => (await arrived(machine, '/200/heartbeat')).length > 0)
    const [message] = await arrived(machine, "/200/it's-secret")
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      status: 'firing',
      commonLabels: { alertname: 'Watchdog' },
      commonAnnotations: { runbook_url: expect.stringContaining('Watchdog.md') },
      externalURL: 'https://mon.fly.dev',
    })
    const running = await processes(machine)
    expect(running).toMatch(/prometheus --config\.file=\S+ .* uid=65534\n/)
    expect(running).toMatch(/alertmanager --config\.file=\S+ .* uid=65534\n/)
    expect(running).not.toContain("it's-secret")
    expect(
      await machine.sh(
        "for p in /proc/[0-9]*; do tr '\\0' '\\n' <$p/environ | grep 'in the environment' && ls -l $p/exe || :; done",
      ),
    ).toBe('')
    const stopped = await machine.stop()
    expect(stopped.code).toBe(0)
    expect(stopped.seconds).toBeLessThan(20)
    expect(await processes(machine)).not.toMatch(/--config\.file/)
  }, 120_000)

  test.concurrent(`${shell}: either process ending ends the machine, and silences outlive it`, async () => {
    const { files, args } = machineOf(rendered())
    await using machine = flyImage(shell, files)
    await machine.start({ args })
    const silences = 'amtool silence query'
    const add = 'amtool silence add alertname=TargetDown -d 8h -c night'
    const tool = shell === 'busybox' ? 'PATH=/image/busybox:/image' : 'PATH=/image:/usr/bin:/bin'
    await until('a silence', () =>
      machine.sh(`${tool} ${add}`).then(
        () => true,
        () => false,
      ),
    )
    for (const program of ['alertmanager', 'prometheus']) {
      const killed = `for p in /proc/[0-9]*; do if tr '\\0' ' ' <$p/cmdline | grep -q '^${program} '; then kill -9 "\${p#/proc/}"; fi; done`
      // Silences are written when an Alertmanager ends in order, and every quarter of an hour.
      if (program === 'alertmanager') {
        await machine.stop()
        await machine.start({ args })
        await until('both', () =>
          machine.sh(`${tool} ${silences}`).then(
            () => true,
            () => false,
          ),
        )
      }
      await machine.sh(killed)
      expect(await machine.exited()).toEqual({ code: 1 })
      expect(await machine.output()).toContain('so the machine ends')
      expect(await processes(machine)).not.toMatch(/--config\.file/)
      await machine.start({ args })
      await until('the silence', () =>
        machine.sh(`${tool} ${silences}`).then(
          (text) => text.includes('TargetDown'),
          () => false,
        ),
      )
    }
    await machine.stop()
  }, 180_000)

  test.concurrent(`${shell}: a receiver without its secret and an image without an Alertmanager are named`, async () => {
    const { files, args } = machineOf(rendered())
    const { '/etc/alertmanager/secrets/notify-webhook-url': _, ...without } = files
    await using machine = flyImage(shell, without)
    await machine.start({ args })
    expect(await machine.exited()).toEqual({ code: 1 })
    expect(await machine.output()).toContain('NOTIFY_WEBHOOK_URL is not set')
  }, 60_000)

  test.concurrent(`${shell}: a manual deploy has a heartbeat and a token of ntfy when their secrets are set`, async () => {
    const files = new Map(renderedFiles(MANUAL, 'monitoring.yml', []).map(({ path, text }) => [path, text]))
    const placed = [...(files.get('fly.monitoring.toml') ?? '').matchAll(PLACED)].map(
      ([, guest = '', path = '']) => [guest, files.get(path) ?? ''],
    )
    await using machine = flyImage(shell, Object.fromEntries(placed))
    await machine.receive()
    const env = { PROMETHEUS_ACCESS: 'public', NTFY_URL: 'http://127.0.0.1:9999/topic' }
    await machine.start({ env })
    await until('a message', async () => (await arrived(machine, '/topic')).length > 0)
    const [without] = await arrived(machine, '/topic')
    expect(without).toMatchObject({ path: '/topic?template=alertmanager' })
    expect(without?.headers.authorization).toBeUndefined()
    expect(await arrived(machine, '/ping')).toEqual([])
    await machine.stop()
    await machine.start({
      env: { ...env, NTFY_TOKEN: 'tk_secret', HEARTBEAT_URL: 'http://127.0.0.1:9999/ping' },
    })
    await until('a ping', async () => (await arrived(machine, '/ping')).length > 0)
    await until('a message with the token', async () =>
      (await arrived(machine, '/topic')).some(({ headers }) => headers.authorization === 'Bearer tk_secret'),
    )
    await machine.stop()
  }, 120_000)
}
