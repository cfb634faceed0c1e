import { expect, test } from '@jest/globals'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { renderedFiles } from '../../src/desired/manual/files.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'
import { splitCommand } from '../sandbox/platform/shellWords.ts'

interface Toml {
  processes?: Record<string, string>
  experimental?: { cmd: string[] }
  mounts: { processes?: string[] }[]
  services: { processes?: string[] }[]
  restart: { processes?: string[] }[]
  files: { processes?: string[] }[]
}

const configOf = (monitoring: Record<string, unknown>) =>
  parseConfig({
    monitoring: { app: 'mon', engine: 'agent', ...monitoring },
    apps: [{ app: 'web' }],
    services: [
      { name: 'web', app: 'web', port: 9090, labels: { team: 'a' } },
      { name: 'bot', discovery: 'static', addresses: ['bot.example:443'] },
    ],
  })

function rendered(monitoring: Record<string, unknown>) {
  const app = renderMonitoring(
    configOf(monitoring),
    { flyToken: 't', password: 'long enough', remoteWrite: undefined, receivers: {} },
    { rules: '', own: [] },
  )
  return { app, toml: parseToml(app.flyToml) as unknown as Toml }
}

const FOUR = ['app', 'shard2', 'shard3', 'shard4']

test('each shard is a process group, whose command names its configuration', () => {
  const { app, toml } = rendered({ shards: 4, region: 'fra' })
  expect(app).toMatchObject({ regions: ['fra', 'fra', 'fra', 'fra'], groups: FOUR })
  expect(Object.keys(toml.processes ?? {})).toEqual(FOUR)
  expect(toml).not.toHaveProperty('experimental')
  const { cmd = [] } = rendered({}).toml.experimental ?? {}
  for (const [i, command] of Object.values(toml.processes ?? {}).entries()) {
    const file = i === 0 ? 'prometheus.yml' : `prometheus-shard${i + 1}.yml`
    const expected = cmd.map((flag) =>
      flag.replace('/etc/prometheus/prometheus.yml', `/etc/prometheus/${file}`),
    )
    // As flyctl splits it.
    expect(splitCommand(command)).toEqual(expected)
    expect(app.files.map(({ guestPath }) => guestPath)).toContain(`/etc/prometheus/${file}`)
  }
})

test('every section that flyctl gives to one group only names all of them', () => {
  const { toml } = rendered({ shards: 4 })
  const sections = ['mounts', 'services', 'restart', 'files'] as const
  for (const section of sections) {
    const all = toml[section]
    expect(all.length).toBeGreaterThan(0)
    for (const one of all) expect([section, one.processes]).toEqual([section, FOUR])
  }
})

test('the jobs of a shard keep the addresses of that shard, and its scrape of itself names it', () => {
  const { app } = rendered({ shards: 4, fly_metrics: true })
  const configs = app.files.map(({ content }) => parseYaml(content))
  expect(configs).toHaveLength(4)
  for (const [i, { global, scrape_configs: jobs }] of configs.entries()) {
    // What a target is called does not depend on the shard, so that it stays the same series when it moves.
    expect(global.external_labels).toEqual({ monitor: 'mon' })
    for (const name of ['web', 'bot', 'fly']) {
      const job = jobs.find((one: { job_name: string }) => one.job_name === name)
      expect(job.relabel_configs.slice(0, 2)).toEqual([
        { source_labels: ['__address__'], modulus: 4, target_label: '__tmp_shard', action: 'hashmod' },
        { source_labels: ['__tmp_shard'], regex: String(i), action: 'keep' },
      ])
    }
    const self = jobs.find((one: { job_name: string }) => one.job_name === 'prometheus')
    expect(self.relabel_configs).toBeUndefined()
    expect(self.static_configs[0].labels).toEqual({ service: 'prometheus', app: 'mon', shard: String(i + 1) })
  }
})

test('the files for a manual deploy have one configuration, which the entrypoint completes by the process group', () => {
  const files = new Map(
    renderedFiles(configOf({ shards: 4 }), 'monitoring.yml', []).map(({ path, text }) => [path, text]),
  )
  const prometheus = files.get('monitoring/prometheus-fly.yml') ?? ''
  expect(prometheus).toMatch(/modulus: 4[\s\S]*regex: \$\{SHARD_HASH\}[\s\S]*shard: \$\{SHARD\}/)
  const toml = parseToml(files.get('fly.monitoring.toml') ?? '')
  expect(toml.processes).toEqual({ app: '', shard2: '', shard3: '', shard4: '' })
  expect(toml.mounts).toMatchObject([{ processes: FOUR }])
})

test('one shard is a single machine', () => {
  const one = rendered({ shards: 1 })
  expect(one).toEqual(rendered({}))
  expect(one.app).toMatchObject({ regions: ['nrt'], groups: ['app'] })
  expect(one.app.flyToml).not.toMatch(/processes|shard/)
  expect(JSON.stringify(one.app.files)).not.toMatch(/hashmod|shard/)
})
