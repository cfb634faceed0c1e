import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { desiredDashboards } from '../../src/desired/dashboards/shipped.ts'
import { renderedFiles } from '../../src/desired/manual/files.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'

const TARGETS = [
  { url: 'https://mimir.example/api/v1/push', user: '17', password_env: 'MIMIR_KEY' },
  {
    ...{ name: 'long-term', url: 'http://vm.internal:8428/api/v1/write' },
    ...{ keep: ['web_.*', 'go_goroutines'], drop: ['web_debug_.*'] },
    queue_config: { max_shards: 9, batch_send_deadline: '2s', retry_on_http_429: true },
  },
]
const INPUT = { url: 'https://cloud.example/api/prom/push', user: '1', key: 'k' }

const configWith = (remote_write: unknown) =>
  parseConfig({ ...(presetConfig({}) as object), ...(remote_write !== null && { remote_write }) })

function rendered(remoteWrite: typeof INPUT | undefined, targets: unknown = TARGETS) {
  const scrapes = new Map([['MIMIR_KEY', 'geheim-1']])
  const secrets = { flyToken: 't', password: undefined, remoteWrite, receivers: {}, scrapes }
  const app = renderMonitoring(configWith(targets), secrets, { rules: '', own: [] })
  const file = app.files.find(({ name }) => name === 'prometheus.yml')?.content ?? ''
  return { app, text: file, section: (parse(file) as { remote_write?: object[] }).remote_write }
}

test('each target is a section of its own, after the one of the inputs', () => {
  const { section } = rendered(INPUT)
  expect(section).toEqual([
    {
      url: INPUT.url,
      follow_redirects: false,
      basic_auth: { username: '1', password_file: '/etc/prometheus/remote-write-key' },
      queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    },
    {
      url: 'https://mimir.example/api/v1/push',
      name: 'mimir.example',
      follow_redirects: false,
      basic_auth: { username: '17', password_file: '/etc/prometheus/secrets/MIMIR_KEY' },
      queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    },
    {
      url: 'http://vm.internal:8428/api/v1/write',
      name: 'long-term',
      follow_redirects: false,
      write_relabel_configs: [
        // `up` shows that samples arrive.
        { source_labels: ['__name__'], regex: 'up|web_.*|go_goroutines', action: 'keep' },
        { source_labels: ['__name__'], regex: 'web_debug_.*', action: 'drop' },
      ],
      queue_config: {
        ...{ max_shards: 9, capacity: 2500, max_samples_per_send: 500 },
        ...{ batch_send_deadline: '2s', retry_on_http_429: true },
      },
    },
  ])
})

test('without the section nothing changes, whether the inputs are set or not', () => {
  expect(rendered(undefined, []).section).toBeUndefined()
  expect(rendered(INPUT, []).text).toBe(rendered(INPUT, null).text)
})

test('a key is only in a secret, and no file has it', () => {
  const { app } = rendered(INPUT)
  expect(app.secrets).toContainEqual({ name: 'MONITORING_SCRAPE_MIMIR_KEY', value: 'geheim-1' })
  expect(app.flyToml + app.files.map(({ content }) => content).join()).not.toContain('geheim-1')
})

test('the panels about remote write show every target, and those without the section are unchanged', () => {
  const project = (config: ReturnType<typeof configWith>) =>
    ({ config, dashboards: [] }) as unknown as Parameters<typeof desiredDashboards>[0]
  const delays = (targets: unknown) =>
    JSON.stringify(desiredDashboards(project(configWith(targets)))).match(
      /max by \(remote_name, url\) \(prometheus_remote_storage_queue_highest_sent/g,
    )
  expect(delays(TARGETS)).toHaveLength(2)
  expect(delays([])).toBeNull()
})

test('files for a manual deploy have the targets too', () => {
  const file = renderedFiles(configWith(TARGETS), 'monitoring.yml', []).find(({ path }) =>
    path.endsWith('prometheus-fly.yml'),
  )
  const { remote_write } = parse(file?.text ?? '') as { remote_write: { url: string }[] }
  expect(remote_write.map(({ url }) => url)).toEqual([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the entrypoint fills it in
    '${GRAFANA_PROMETHEUS_URL}',
    ...TARGETS.map(({ url }) => url),
  ])
})
