import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { exitCodeOf } from '../../src/cli/exit-code.ts'
import type { RunReport } from '../../src/report/report.ts'
import { run } from '../../src/run/run.ts'
import { scratchFolder } from '../support/scratch.ts'
import { endpoint, metrics, startPrometheus } from './verify-world.ts'

const PAGE = `# TYPE web_requests_total counter
web_requests_total{method="GET",status="200"} 3
# TYPE web_connections gauge
web_connections 2
# TYPE process_open_fds gauge
process_open_fds 9
`

const monitoring = (services: string) => `monitoring: { app: mon, access: public }
apps:
  - { app: chat } # the chat
services:
${services}`

const log = { info: () => {}, debug: () => {}, problem: () => {}, block: () => {} }

/** Runs mode contract in a folder with this monitoring.yml. */
async function contract(text: string, inputs: Record<string, string>, files: Record<string, string> = {}) {
  using folder = scratchFolder()
  const workspace = join(folder.path, 'repository')
  mkdirSync(workspace)
  mkdirSync(join(folder.path, 'scratch'))
  const all = { ...(text === '' ? {} : { 'monitoring.yml': text }), ...files }
  for (const [name, content] of Object.entries(all)) writeFileSync(join(workspace, name), content)
  const env = {
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    INPUT_MODE: 'contract',
    GITHUB_WORKSPACE: workspace,
    PATH: process.env.PATH,
    WEB_TOKEN: 'a token of web',
  }
  const scratch = join(folder.path, 'scratch')
  const report = await run({ env, log, signal: new AbortController().signal, scratch })
  const file = join(workspace, 'monitoring.yml')
  return { report, text: existsSync(file) ? readFileSync(file, 'utf8') : '' }
}

const found = ({ problems }: RunReport) =>
  problems.map(({ at, code, message }) => `${at ? `${at.line}:${at.column} ` : ''}${code} ${message}`)

test('the metrics of a running service are declared, and everything else in the file stays', async () => {
  await using service = await endpoint(metrics(PAGE))
  const before = monitoring('  - name: web # the only one\n    app: chat\n    port: 9090\n')
  const url = `http://[::1]:${service.port}/metrics`
  const { report, text } = await contract(before, { url })
  expect(text).toBe(
    `${before}    metrics:
      web_requests_total: { type: counter, expect: after-traffic, labels: [method, status] }
      web_connections: gauge
`,
  )
  expect(exitCodeOf(report, false)).toBe(0)
  expect(report.skipped.map(({ part }) => part)).toEqual(['web: process_open_fds'])
  const again = await contract(text, { url, check: 'true' })
  expect([found(again.report), exitCodeOf(again.report, false)]).toEqual([[], 0])
})

test('check writes nothing, and names what is renamed, retyped, without its labels or new', async () => {
  const before = monitoring(`  - name: web
    app: chat
    port: 9090
    metrics:
      web_requests: { type: counter, expect: after-traffic }
      web_connections: counter
      web_gone: gauge
      web_later_total: { type: counter, expect: after-traffic }
      web_errors_total: { type: counter, labels: [code] }
`)
  const page = `${PAGE}# TYPE web_errors_total counter\nweb_errors_total{kind="x"} 1\n`
  const { report, text } = await contract(before, { file: 'page.txt', check: 'true' }, { 'page.txt': page })
  expect(found(report)).toEqual([
    '9:7 contract-missing web_requests is declared and is not on the page page.txt, which has web_requests_total.',
    '10:7 contract-type web_connections is declared as counter, and the page page.txt has it as gauge.',
    '11:7 contract-missing web_gone is declared and is not on the page page.txt.',
    '13:7 contract-labels web_errors_total has series without the declared label code on the page page.txt; all have kind.',
    '5:11 contract-undeclared web exposes 1 metric that is not declared: web_requests_total.',
  ])
  expect(exitCodeOf(report, false)).toBe(1)
  expect(text).toBe(before)
})

test('a page that Prometheus would refuse changes nothing', async () => {
  const before = monitoring('  - { name: web, app: chat, port: 9090, sample_limit: 1 }\n')
  const page = `${PAGE}<html>\n`
  const { report, text } = await contract(before, { file: 'page.txt' }, { 'page.txt': page })
  expect(found(report)).toEqual([
    "contract-format Line 7 of the page page.txt is not in Prometheus' format: The line does not begin with the name of a metric.",
    'contract-too-many-samples The page page.txt has 3 samples; the scrape job of web accepts 1.',
  ])
  expect([text, exitCodeOf(report, false)]).toEqual([before, 1])
})

test('a page is judged as Prometheus 3 reads it: compressed or not, by its Content-Type', async () => {
  const before = monitoring('  - { name: web, app: chat, port: 9090, metrics: { web_connections: gauge } }\n')
  const answers: Record<string, readonly [headers: Record<string, string>, body: string | Buffer]> = {
    gzip: [{ 'content-type': 'text/plain', 'content-encoding': 'gzip' }, gzipSync(PAGE)],
    json: [{ 'content-type': 'application/json' }, PAGE],
    none: [{}, PAGE],
    cut: [{ 'content-type': 'application/openmetrics-text; version=1.0.0' }, PAGE],
    login: [{ 'content-type': 'text/html' }, '<!doctype html>\n'],
    moved: [{ location: '/gzip' }, ''],
  }
  await using service = await endpoint(({ url = '' }, response) => {
    const [headers, body] = answers[url.slice(1)] ?? [{}, '']
    response.writeHead('location' in headers ? 302 : 200, headers).end(body)
  })
  const at = (name: string) => `http://[::1]:${service.port}/${name}`
  const told = async (name: string) =>
    found((await contract(before, { url: at(name), check: 'true' })).report).filter(
      (one) => !one.includes('contract-undeclared'),
    )
  expect(await told('gzip')).toEqual([])
  expect(await told('json')).toEqual([
    `contract-format The page ${at('json')} is sent with the Content-Type application/json: Prometheus 3 refuses it.`,
  ])
  expect(await told('none')).toEqual([
    `contract-format The page ${at('none')} is sent without a Content-Type: Prometheus 3 refuses it.`,
  ])
  expect(await told('cut')).toEqual([expect.stringContaining('the page is not complete')])
  // What is declared is not missing: the page is another one.
  expect(await told('login')).toEqual([expect.stringContaining('does not begin with the name of a metric')])
  expect(await told('moved')).toEqual([
    `contract-page The page ${at('moved')} could not be read: the answer is HTTP 302, a redirect to /gzip.`,
  ])
})

test('pages that cannot be read are reported together', async () => {
  const before = monitoring(
    '  - { name: web, app: chat, port: 9090 }\n  - { name: worker, app: chat, port: 9091 }\n',
  )
  const { report, text } = await contract(before, { file: 'web=a.txt\nworker=b.txt' })
  expect([found(report), text]).toEqual([
    ['contract-page The page a.txt does not exist.', 'contract-page The page b.txt does not exist.'],
    before,
  ])
})

/** The metrics that the contract has after it was written from a page. */
async function writtenFrom(page: string) {
  const before = monitoring('  - name: web\n    app: chat\n    port: 9090\n')
  const { report, text } = await contract(before, { file: 'page.txt' }, { 'page.txt': page })
  const lines = text.slice(before.length).split('\n').slice(1, -1)
  return { report, lines: lines.map((line) => line.trim()) }
}

test('what exists only with traffic, or belongs to another metric, is not expected from the start', async () => {
  const { report, lines } = await writtenFrom(`# TYPE jobs_total counter
jobs_total{kind="mail"} 2
# TYPE jobs_created gauge
jobs_created{kind="mail"} 1.7e+09
# TYPE http_seconds summary
http_seconds_count{status="200"} 1
http_seconds_sum{status="200"} 1
# TYPE http_seconds_max gauge
http_seconds_max{status="200"} 1
# TYPE announced_total counter
# TYPE tickets_created gauge
tickets_created 3
# TYPE mixed_total counter
mixed_total{a="1",b="2"} 1
mixed_total{a="1"} 1
# TYPE erlang_vm_memory_bytes_total gauge
erlang_vm_memory_bytes_total{kind="system"} 1
# TYPE "a b" gauge
{"a b","c d"="1"} 1
# TYPE null gauge
null{"c.d"="1"} 1
`)
  expect(report.skipped.map(({ part }) => part)).toEqual(['web: erlang_vm_memory_bytes_total', 'web: a b'])
  expect(lines).toEqual([
    'jobs_total: { type: counter, expect: after-traffic, labels: [kind] }',
    'http_seconds: { type: summary, expect: after-traffic, labels: [status] }',
    'http_seconds_max: { type: gauge, expect: after-traffic, labels: [status] }',
    'tickets_created: gauge',
    'mixed_total: { type: counter, expect: after-traffic, labels: [a] }',
    '"null": gauge',
    'announced_total: { type: counter, expect: after-traffic }',
  ])
})

test('what libraries add is left out, and what a program calls by the same words is not', async () => {
  const { report, lines } = await writtenFrom(`# TYPE ruby_http_requests_total counter
ruby_http_requests_total{status="200"} 5
# TYPE ruby_rss gauge
ruby_rss{pid="12"} 102
# TYPE process_orders_total counter
process_orders_total 1
# TYPE process_cpu_seconds_total counter
process_cpu_seconds_total 1
# TYPE my_prom_ex_beam_memory_atom_total_bytes gauge
my_prom_ex_beam_memory_atom_total_bytes 1
# TYPE statsd_exporter_events_total counter
statsd_exporter_events_total{type="counter"} 3
# TYPE orders_total counter
orders_total{country="de",otel_scope_name="shop",otel_scope_version="1"} 3
`)
  expect(lines).toEqual([
    'ruby_http_requests_total: { type: counter, expect: after-traffic, labels: [status] }',
    'process_orders_total: counter',
    'orders_total: { type: counter, expect: after-traffic, labels: [country] }',
  ])
  expect(report.skipped.map(({ part }) => part)).toEqual([
    'web: ruby_rss, process_cpu_seconds_total, my_prom_ex_beam_memory_atom_total_bytes and statsd_exporter_events_total',
  ])
})

test('a contract that was written from OpenMetrics holds for the text format of the same service', async () => {
  const page = (types: [string, string, string], end = '') =>
    `# TYPE build_info gauge\nbuild_info{version="1"} 1\n`.replace('build_info gauge', types[0]) +
    `# TYPE door ${types[1]}\ndoor{door="open"} 1\n# TYPE other ${types[2]}\nother 1\n${end}`
  const open = page(['build info', 'stateset', 'unknown'], '# EOF\n')
  const before = monitoring('  - name: web\n    app: chat\n    port: 9090\n')
  const { text } = await contract(before, { file: 'page.txt' }, { 'page.txt': open })
  expect(text).toContain('build_info: { type: info, labels: [version] }')
  for (const same of [open, page(['build_info gauge', 'gauge', 'untyped'])]) {
    const { report } = await contract(text, { file: 'page.txt', check: 'true' }, { 'page.txt': same })
    expect(found(report)).toEqual([])
  }
})

test('a page without any metric is an error', async () => {
  const { report } = await writtenFrom('\n')
  expect([found(report), exitCodeOf(report, false)]).toEqual([
    ['contract-empty The page page.txt has no metrics.'],
    1,
  ])
})

test('a page that Prometheus scrapes and promtool does not read is a warning, and is declared', async () => {
  const { report, lines } = await writtenFrom('web_x{a="1"} 1\n# TYPE web_x counter\n')
  expect(found(report)[0]).toMatch(/^contract-format promtool refuses/)
  expect([exitCodeOf(report, false), lines]).toEqual([
    0,
    ['web_x: { type: counter, expect: after-traffic, labels: [a] }'],
  ])
  expect(found((await writtenFrom('# TYPE x gauge\nx 1')).report)).toEqual([])
})

test('the contract of another service, which an alias shares, stays', async () => {
  const before = monitoring(
    '  - { name: web, app: chat, port: 9090, metrics: &m { web_connections: gauge } }\n  - { name: bot, app: chat, port: 9091, metrics: *m }\n',
  )
  const { report, text } = await contract(before, { file: 'web=page.txt' }, { 'page.txt': PAGE })
  expect(found(report)[0]).toMatch(/contract-not-written/)
  expect(text).toBe(before)
})

test('promtool is asked what only a parser of Prometheus knows', async () => {
  const page = 'web_x{a="1"} 1\n# TYPE web_x counter\nweb_x{a="1"} 2\n'
  const { report } = await contract(
    monitoring('  - { name: web, app: chat, port: 9090 }\n'),
    { file: 'page.txt' },
    { 'page.txt': page },
  )
  expect(found(report)[0]).toMatch(/^contract-format promtool refuses the page page.txt: .*TYPE/)
})

test.each([
  ['no configuration', '', { url: 'http://[::1]:1/metrics' }, 'config/missing', 2],
  ['a page of an unknown service', 'web', { file: 'bot=page.txt' }, 'contract-service', 2],
  ['a file that does not exist', 'web', { file: 'other.txt' }, 'contract-page', 2],
  ['an address where nothing listens', 'web', { url: 'http://[::1]:1/metrics' }, 'contract-page', 3],
  ['an address that is not a URL', 'web', { url: 'localhost:9090' }, 'input/url', 2],
  ['two pages of one service', 'web', { file: 'page.txt\nweb=page.txt' }, 'contract-service', 2],
])('%s is one clear error', async (_, service, inputs, code, exit) => {
  const text = service === '' ? '' : monitoring(`  - { name: ${service}, app: chat, port: 9090 }\n`)
  const { report } = await contract(text, inputs, { 'page.txt': PAGE })
  expect(report.problems.map((problem) => problem.code)).toEqual([code])
  expect(exitCodeOf(report, false)).toBe(exit)
})

test('without a page, the metrics that Prometheus has scraped are declared', async () => {
  await using service = await endpoint(metrics(PAGE))
  await using prometheus = await startPrometheus({
    global: { scrape_interval: '1s' },
    scrape_configs: [
      {
        job_name: 'web',
        static_configs: [{ targets: [`[::1]:${service.port}`], labels: { service: 'web', app: 'chat' } }],
      },
    ],
  })
  for (let tries = 0; tries < 60; tries++) {
    const up = await prometheus.prometheus.targets().catch(() => [])
    if (up.some(({ health }) => health === 'up')) break
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const { report, text } = await contract(monitoring('  - { name: web, app: chat, port: 9090 }\n'), {
    'prometheus-url': prometheus.url,
  })
  expect(found(report)).toEqual([])
  expect(text).toContain(
    'web_requests_total: { type: counter, expect: after-traffic, labels: [method, status] }',
  )
  expect(text).toContain('web_connections: gauge')
  expect(text).not.toContain('scrape_duration_seconds')
})

test('a page behind a token is requested with the token that the service names', async () => {
  await using service = await endpoint((request, response) => {
    if (request.headers.authorization === 'Bearer a token of web') return metrics(PAGE)(request, response)
    response.writeHead(401).end()
  })
  const url = `http://[::1]:${service.port}/metrics`
  const text = (more: string) => monitoring(`  - { name: web, app: chat, port: 9090${more} }\n`)
  const token = (name: string) => text(`, authorization: { credentials_env: ${name} }`)
  expect(exitCodeOf((await contract(token('WEB_TOKEN'), { url })).report, false)).toBe(0)
  const hints = async (config: string) =>
    (await contract(config, { url })).report.problems.map(({ hint }) => hint)
  expect(await hints(token('OTHER_TOKEN'))).toEqual([expect.stringContaining('OTHER_TOKEN')])
  expect(await hints(text(''))).toEqual([expect.stringContaining('Set authorization or basic_auth for web')])
})
