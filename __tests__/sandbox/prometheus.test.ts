import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { createApp, deploy, flyctl } from './flyctl.ts'
import type { World } from './harness.ts'
import { copyRepository } from './repository.ts'
import { inWorld, QUICK } from './suite.ts'
import { until } from './until.ts'

const APP = 'fechatter-monitoring'

const FLY_TOML = `
app = "${APP}"
primary_region = "nrt"
kill_signal = "SIGTERM"

[experimental]
  cmd = ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus", "--web.listen-address=[::]:9090"]

[[mounts]]
  source = "prometheus_data"
  destination = "/prometheus"

[[services]]
  internal_port = 9090
  protocol = "tcp"
  [[services.ports]]
    port = 443
    handlers = ["tls", "http"]

[[files]]
  guest_path = "/etc/prometheus/prometheus.yml"
  local_path = "prometheus.yml"
`

const config = (interval: string) => `
global: { scrape_interval: ${interval} }
scrape_configs:
  - job_name: fechatter_server
    dns_sd_configs: [{ names: [fechatter.internal], type: AAAA, port: 9090, refresh_interval: 1s }]
  - job_name: outside
    static_configs: [{ targets: ['1.1.1.1:80'] }]
`

interface Target {
  labels: { job: string }
  health: string
  lastError: string
}

async function deployPrometheus(world: World, folder: string, interval: string): Promise<void> {
  await writeFile(join(folder, 'prometheus.yml'), config(interval))
  await deploy(world, folder, { name: APP, image: `registry.fly.io/${APP}:${world.ready.monitoringTag}` })
}

async function api<T>(world: World, path: string): Promise<T> {
  const { body } = await world.fetch(`https://${APP}.fly.dev/api/v1/${path}`)
  return (JSON.parse(body) as { data: T }).data
}

const target = (world: World, job: string) =>
  until(`the target ${job} was scraped`, async () => {
    const { activeTargets } = await api<{ activeTargets: Target[] }>(world, 'targets')
    return activeTargets.find(({ labels, health }) => labels.job === job && health !== 'unknown')
  })

inWorld({ platform: QUICK }, (test) => {
  test('a real Prometheus scrapes the services and reaches nothing else', async (world) => {
    await using repository = await copyRepository({ monitoringTag: world.ready.monitoringTag })
    await deploy(world, repository.path, { name: 'fechatter', image: 'registry.fly.io/fechatter:v1' })
    const folder = await mkdtemp(join(tmpdir(), 'prometheus-'))
    await writeFile(join(folder, 'fly.toml'), FLY_TOML)
    await createApp(world, folder, APP)
    await flyctl(
      world,
      folder,
      ...`volumes create prometheus_data -a ${APP} --region nrt --size 1 --yes --json`.split(' '),
    )
    await deployPrometheus(world, folder, '1s')
    expect(await target(world, 'fechatter_server')).toMatchObject({ health: 'up' })
    expect(await target(world, 'outside')).toMatchObject({
      health: 'down',
      lastError: expect.stringContaining('network is unreachable'),
    })

    // One byte of a file is one byte of the running configuration; the volume keeps what was measured before.
    const before = await api<{ yaml: string }>(world, 'status/config')
    expect(before.yaml).toContain('scrape_interval: 1s')
    const samples = async () => {
      const { result } = await api<{ result: { values: unknown[] }[] }>(
        world,
        'query?query=up{job="outside"}[1h]',
      )
      return result[0]?.values.length ?? 0
    }
    await until('a sample is stored', async () => (await samples()) > 0)
    await deployPrometheus(world, folder, '2s')
    const after = await until('it is ready again', () => api<{ yaml: string }>(world, 'status/config'))
    expect(after.yaml).toContain('scrape_interval: 2s')
    expect(await until('it has read its volume', async () => (await samples()) > 0)).toBe(true)
    await rm(folder, { recursive: true })
  })
})
