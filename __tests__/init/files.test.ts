import { expect, test } from '@jest/globals'
import { parse as parseToml } from 'smol-toml'
import { parse } from 'yaml'
import { loadConfig } from '../../src/config/load.ts'
import { renderedFiles } from '../../src/desired/manual/files.ts'
import { initMarkOf, withInitMark } from '../../src/desired/manual/mark.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'
import { decide } from '../../src/init/decide.ts'
import { atReference, starterFiles } from '../../src/init/starters.ts'
import { INPUTS } from '../../src/inputs/names.ts'
import { findDrift } from '../../src/lint/drift.ts'
import { lintWorkflow } from '../../src/lint/workflow/lint.ts'
import { draftOf } from '../support/init-draft.ts'

const CONFIG = (interval: string) => `
monitoring: { app: chat-monitoring, organization: acme, region: fra, scrape_interval: ${interval} }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 9090 }]
grafana: { dashboards: [grafana-dashboards] }
`
const config = (interval = '15s') => loadConfig(CONFIG(interval), 'monitoring.yml')
const file = (text: string) => ({ path: 'a.yml', text, executable: false })

test('the mark tells what a file was made from, and whether it was changed since', () => {
  const text = withInitMark('#!/bin/sh\necho\n', 'monitoring.yml')
  expect(text).toMatch(
    /^#!\/bin\/sh\n# Written by deploy-monitoring init from monitoring\.yml; change that file and run init again\. \[[0-9a-f]{16}\]\necho\n$/,
  )
  expect(initMarkOf(text)).toEqual({ source: 'monitoring.yml', changed: false })
  expect(initMarkOf(text.replaceAll('\n', '\r\n'))).toEqual({ source: 'monitoring.yml', changed: false })
  expect(initMarkOf(`${text}more\n`)).toEqual({ source: 'monitoring.yml', changed: true })
  expect(initMarkOf(text.replace('from monitoring.yml', 'from other.yml'))).toEqual({
    source: 'other.yml',
    changed: true,
  })
  expect(initMarkOf(withInitMark('x\n', undefined))).toEqual({ source: undefined, changed: false })
  expect(initMarkOf('x\n')).toBeUndefined()
})

test('work of people is never lost without force', () => {
  const old = withInitMark('old\n', 'monitoring.yml')
  const fresh = file(withInitMark('new\n', 'monitoring.yml'))
  const kinds = (before: string | undefined) =>
    [false, true].map((force) => decide(fresh, before, force).kind)
  expect(kinds(undefined)).toEqual(['create', 'create'])
  expect(kinds(fresh.text)).toEqual(['unchanged', 'unchanged'])
  expect(kinds(fresh.text.replaceAll('\n', '\r\n'))).toEqual(['unchanged', 'unchanged'])
  expect(kinds(old)).toEqual(['update', 'update'])
  expect(kinds(`${old}by hand\n`)).toEqual(['keep', 'replace'])
  expect(kinds('by hand\n')).toEqual(['keep', 'replace'])
})

test('a dashboard of init is brought up to date by the next init, also when the draft was not complete', () => {
  const [first] = starterFiles(undefined, options).filter(({ path }) => path.endsWith('.json'))
  const [next] = starterFiles(config(), options).filter(({ path }) => path.endsWith('.json'))
  if (!first || !next) throw new Error('There is no dashboard.')
  expect(first.text).not.toBe(next.text)
  expect(decide(next, first.text, false).kind).toBe('update')
  expect(decide(next, first.text.replace('Monitoring', 'Mine'), false)).toMatchObject({
    kind: 'keep',
    whose: 'changed',
  })
})

test('the rendered files hold no placeholder but those of the entrypoint, and no secret', () => {
  const files = new Map(renderedFiles(config(), 'monitoring.yml', []).map(({ path, text }) => [path, text]))
  expect([...files.keys()]).toEqual([
    'monitoring/prometheus-fly.yml',
    'monitoring/rules.yml',
    'fly.monitoring.toml',
  ])
  expect([...(files.get('monitoring/prometheus-fly.yml') ?? '').matchAll(/\$\{\w+\}/g)].map(String)).toEqual([
    `\${GRAFANA_PROMETHEUS_URL}`,
    `\${GRAFANA_PROMETHEUS_USER}`,
  ])
  expect(files.get('fly.monitoring.toml')).toContain('local_path = "monitoring/prometheus-fly.yml"')
  expect(files.get('fly.monitoring.toml')).toContain('PROMETHEUS_ACCESS = "password"')
})

test('the rule files of a team are shipped by hand too, at the paths of a deploy by the action', () => {
  const own = ['monitoring/rules/team.yml', 'other/team.yml']
  const files = new Map(renderedFiles(config(), 'monitoring.yml', own).map(({ path, text }) => [path, text]))
  expect(parse(files.get('monitoring/prometheus-fly.yml') ?? '').rule_files).toEqual([
    '/etc/prometheus/rules.yml',
    '/etc/prometheus/rules/rules-1-team.yml',
    '/etc/prometheus/rules/rules-2-team.yml',
  ])
  const flyToml = parseToml(files.get('fly.monitoring.toml') ?? '') as { files: object[] }
  expect(flyToml.files).toContainEqual({
    guest_path: '/etc/prometheus/rules/rules-1-team.yml',
    local_path: 'monitoring/rules/team.yml',
  })
  const secrets = { flyToken: 't', password: 'p', remoteWrite: undefined, receivers: {} }
  const texts = { rules: 'groups: []\n', own: own.map((path) => ({ file: path, text: 'groups: []\n' })) }
  const deployed = renderMonitoring(config(), secrets, texts).files.map(({ guestPath }) => guestPath)
  expect(deployed).toContain('/etc/prometheus/rules/rules-2-team.yml')
})

test('drift: files that are not what the configuration says now, and those that were changed by hand', async () => {
  const files = new Map(renderedFiles(config(), 'monitoring.yml', []).map(({ path, text }) => [path, text]))
  const read = (path: string) => {
    const text = files.get(path)
    return text === undefined ? undefined : { file: `sub/${path}`, text }
  }
  const drift = async (interval = '15s', source = 'monitoring.yml') =>
    (await findDrift(config(interval), source, { read, ownRules: () => [] })).map(({ code, at, message }) => [
      code,
      `${at?.file}:${at?.line}`,
      message,
    ])

  expect(await drift()).toEqual([])
  expect(await drift('30s')).toEqual([
    [
      'file/drift',
      'sub/monitoring/prometheus-fly.yml:3',
      'This file was made from monitoring.yml and no longer matches it.',
    ],
  ])
  expect(await drift('30s', 'monitoring.staging.yml')).toEqual([])
  files.set('fly.monitoring.toml', files.get('fly.monitoring.toml')?.replace('512mb', '256mb') ?? '')
  expect(await drift()).toEqual([
    [
      'file/drift',
      expect.stringMatching(/^sub\/fly\.monitoring\.toml:\d+$/),
      'This file was changed by hand and does not match monitoring.yml.',
    ],
  ])
  files.set('fly.monitoring.toml', 'app = "of somebody else"\n')
  files.delete('monitoring/rules.yml')
  expect(await drift()).toEqual([])
})

const options = {
  branch: 'main',
  workingDirectory: '.',
  source: 'monitoring.yml',
  others: [],
  program: 'github:fechatter/deploy-monitoring#v1.2.3',
  dashboards: new Map(),
}

test('what everybody gets: entrypoint, Dockerfile, scripts, workflow, dashboards', () => {
  const files = starterFiles(config(), options)
  expect(files.map(({ path, executable }) => [path, executable])).toEqual([
    ['monitoring/docker-entrypoint.sh', true],
    ['Dockerfile.monitoring', false],
    ['scripts/deploy-with-monitoring.sh', true],
    ['scripts/import-grafana-dashboards.sh', true],
    ['.github/workflows/deploy-monitoring.yml', false],
    ['grafana-dashboards/deploy-monitoring.json', false],
  ])
})

test('the scripts start what they are told to, and name no package of the npm registry', () => {
  const scripts = starterFiles(config(), options).filter(({ path }) => path.endsWith('.sh'))
  for (const { text } of scripts.filter(({ text }) => text.includes('npx'))) {
    expect(text.match(/npx .*?(?=[)}])/g)).toEqual(
      Array(2).fill(`npx --yes --allow-git=root ${options.program}`),
    )
    expect(text).not.toContain('@fechatter')
  }
  expect(scripts.filter(({ text }) => text.includes('npx'))).toHaveLength(2)
})

test('the workflow knows the branch, the working directory and the configuration', () => {
  const workflow = (over: Partial<typeof options>) => {
    const text = starterFiles(config(), { ...options, ...over }).find(({ path }) =>
      path.endsWith('.yml'),
    )?.text
    const { on, jobs } = parse(text ?? '')
    return {
      branches: on.push.branches,
      with: [jobs.plan, jobs.deploy, jobs.verify].map((job) => job.steps[1].with),
    }
  }
  expect(workflow({})).toMatchObject({ branches: ['main'], with: [{ mode: 'plan' }, {}, { mode: 'verify' }] })
  expect(workflow({}).with[0]).toEqual({ mode: 'plan' })
  const other = workflow({ branch: 'a, b]', workingDirectory: 'apps/chat', source: 'monitoring.staging.yml' })
  expect(other.branches).toEqual(['a, b]'])
  for (const given of other.with)
    expect(given).toMatchObject({ 'working-directory': 'apps/chat', config: 'monitoring.staging.yml' })
})

test('the workflow passes every secret that the configuration needs, to the deploy and to the verification', () => {
  const more = `
alerts: { notify: { ntfy: {}, slack: {} } }
remote_write: [{ url: 'https://store.example/api/v1/write', user: u, password_env: STORE_KEY }]
`
  const whole = loadConfig(
    CONFIG('15s').replace('monitoring: {', 'monitoring: { fly_metrics: true,') + more,
    'm',
  )
  const text = starterFiles(whole, options).find(({ path }) => path.endsWith('.yml'))?.text
  const [plan, ...others] = ['plan', 'deploy', 'verify'].map((job) => parse(text ?? '').jobs[job].steps[1])
  expect([plan.with, plan.env]).toEqual([{ mode: 'plan' }, undefined])
  for (const step of others)
    expect(step).toMatchObject({
      with: {
        'slack-webhook-url': `\${{ secrets.SLACK_WEBHOOK_URL }}`,
        'ntfy-url': `\${{ secrets.NTFY_URL }}`,
        'ntfy-token': `\${{ secrets.NTFY_TOKEN }}`,
        'heartbeat-url': `\${{ secrets.HEARTBEAT_URL }}`,
      },
      env: {
        STORE_KEY: `\${{ secrets.STORE_KEY }}`,
        FLY_METRICS_TOKEN: `\${{ secrets.FLY_METRICS_TOKEN }}`,
      },
    })
  expect(lintWorkflow(text ?? '', 'a.yml', { inputs: INPUTS })).toEqual([])
})

test("with Fly's own Prometheus there is no machine to deploy, and files of an earlier one are named", async () => {
  const onFly = loadConfig(CONFIG('15s').replace(/region.*15s/, 'engine: fly'), 'monitoring.yml')
  expect(renderedFiles(onFly, 'monitoring.yml', [])).toEqual([])
  const paths = starterFiles(onFly, options).map(({ path }) => path)
  expect(paths.filter((path) => /entrypoint|Dockerfile/.test(path))).toEqual([])
  const [old] = renderedFiles(config(), 'monitoring.yml', [])
  const read = (path: string) => (path === old?.path ? { file: path, text: old.text } : undefined)
  expect(await findDrift(onFly, 'monitoring.yml', { read, ownRules: () => [] })).toMatchObject([
    { code: 'file/drift', message: expect.stringContaining('needs it no longer') },
  ])
})

test('workflow and schema are those of the program that wrote them', () => {
  const uses = (program: string) => {
    const files = starterFiles(config(), { ...options, program })
    return files.find(({ path }) => path.endsWith('.yml'))?.text.match(/fechatter\/deploy-monitoring@.*/g)
  }
  const commit = '0123456789abcdef0123456789abcdef01234567'
  expect(uses(`github:fechatter/deploy-monitoring#${commit}`)).toEqual(
    Array(3).fill(expect.stringMatching(new RegExp(`@${commit} # the commit that wrote this file`))),
  )
  expect(uses('github:fechatter/deploy-monitoring#v1')).toEqual(
    Array(3).fill('fechatter/deploy-monitoring@v1'),
  )
  const schema = (at: string) =>
    `https://raw.githubusercontent.com/fechatter/deploy-monitoring/${at}/templates/monitoring.schema.json`
  expect(atReference(schema('v1'), `x#${commit}`)).toBe(schema(commit))
})

test('a dashboard that is somewhere else already is not written a second time', () => {
  const dashboards = new Map([['deploy-monitoring', 'grafana/mine.json']])
  const paths = starterFiles(config(), { ...options, dashboards }).map(({ path }) => path)
  expect(paths.filter((path) => path.endsWith('.json'))).toEqual([])
})

test('the dashboard about the monitoring has names of Fechatter only for Fechatter', () => {
  const textOf = (services: string) =>
    starterFiles(loadConfig(CONFIG('15s').replace('port: 9090', services), 'monitoring.yml'), options).find(
      ({ path }) => path.endsWith('-monitoring.json'),
    )
  const other = textOf('port: 9090')
  expect(other?.path).toBe('grafana-dashboards/deploy-monitoring.json')
  expect(other?.text.replaceAll('fechatter/deploy-monitoring', '')).not.toMatch(/fechatter/i)
  expect(JSON.parse(other?.text ?? '')).toMatchObject({
    uid: 'deploy-monitoring',
    title: 'Monitoring',
    tags: ['deploy-monitoring'],
  })
  const own = textOf('port: 9090, metrics: { fechatter_http_requests_total: counter }')
  expect(own?.path).toBe('grafana-dashboards/fechatter-monitoring.json')
  expect(JSON.parse(own?.text ?? '')).toMatchObject({
    uid: 'fechatter-monitoring',
    title: 'Fechatter Monitoring',
  })
})

test.each<[string, string]>([
  ['concurrency: { group: web, cancel-in-progress: true }', 'fly-production'],
  ['concurrency: fly-production', 'fly-chat-monitoring'],
  ['concurrency:\n  group: "fly-production" # one at a time', 'fly-chat-monitoring'],
  ['concurrency: { group: Fly-Production }', 'fly-chat-monitoring'],
  ['concurrency: { group: "fly-${{ inputs.stage }}" }', 'deploy-monitoring-chat-monitoring'],
  ['concurrency: ${{ github.workflow }}-${{ github.ref }}', 'fly-production'],
])('the workflow is in a group of its own: next to %s, %s', (other, group) => {
  const files = starterFiles(config(), { ...options, others: [`on: push\n${other}\njobs: {}\n`] })
  const workflow = files.find(({ path }) => path.endsWith('deploy-monitoring.yml'))?.text ?? ''
  const { jobs } = parse(workflow) as { jobs: { deploy: { concurrency: { group: string } } } }
  expect(jobs.deploy.concurrency.group).toBe(group)
})

test('the hint about a job without a group has one that no other workflow is in', async () => {
  const deploy = (more: string, step: string) =>
    `on: push\n${more}permissions: { contents: read }\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`
  const { problems } = await draftOf({
    'fly.toml': 'app = "chat"\nprimary_region = "fra"\n[metrics]\nport = 9091\npath = "/metrics"\n',
    '.github/workflows/a.yml': deploy('concurrency: fly-production\n', 'run: flyctl deploy'),
    '.github/workflows/b.yml': deploy('', 'uses: acme/deploy-monitoring@v1'),
  })
  const found = problems.find(({ code, at }) => code === 'workflow/concurrency' && at?.file.endsWith('b.yml'))
  expect(found?.hint).toContain('group: "fly-chat-monitoring"')
})
