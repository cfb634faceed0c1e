import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openWorkspace } from '../../src/lib/workspace.ts'
import { checkWorkspace } from '../../src/lint/plan.ts'
import { CLEAN } from '../support/lint-examples.ts'
import { paceOf } from '../support/pace.ts'
import { scratchFolder } from '../support/scratch.ts'

/** What `plan` says about a Prometheus of the team, in a repository with a configuration that is right. */
async function findingsOf(files: Readonly<Record<string, string>>) {
  using scratch = scratchFolder()
  for (const [name, text] of Object.entries({ ...CLEAN, ...files })) {
    mkdirSync(dirname(join(scratch.path, name)), { recursive: true })
    writeFileSync(join(scratch.path, name), text)
  }
  const { problems } = await checkWorkspace({
    workspace: openWorkspace(scratch.path, '.'),
    config: { path: 'monitoring.yml', explicit: false },
    names: {},
    inputs: [],
    remoteWrite: false,
    validators: { skipped: () => [], check: async () => [], test: async () => [] },
    pace: paceOf(),
  })
  return problems
    .filter(({ at }) => at?.file.startsWith('prom/'))
    .map(({ code, severity }) => `${severity} ${code}`)
}

const job = (target: string, name = 'old') =>
  `scrape_configs:\n  - job_name: ${name}\n    static_configs: [{ targets: ["${target}"] }]\n`
const OPEN = `remote_write: [{ url: "\${STORE_URL}" }]\n`
const COMPOSE =
  'services:\n  prometheus:\n    volumes: [./prom/prometheus.yml:/etc/prometheus/prometheus.yml]\n'
const IMAGE = 'FROM prom/prometheus\nCOPY prom/prometheus.yml /etc/prometheus/prometheus.yml\n'

test('a placeholder in a Prometheus that runs elsewhere is an error, and in one that the configuration replaces a warning', async () => {
  const old = job('chat.internal:9090') + OPEN
  const compose = { 'compose.yml': COMPOSE, 'prom/prometheus.yml': old }
  expect(await findingsOf(compose)).toContain('warning prometheus/placeholder')
  const errors = [
    { ...compose, 'prom/prometheus.yml': job('redis:9121') + OPEN },
    { ...compose, 'prom/prometheus.yml': job('other.internal:9090') + old.replace('scrape_configs:\n', '') },
    { ...compose, 'prom/Dockerfile': IMAGE },
  ]
  for (const files of errors) expect(await findingsOf(files)).toContain('error prometheus/placeholder')
})

test.each([
  ['entrypoint.sh', 'envsubst </etc/prometheus/prometheus.tmpl.yml >/tmp/prometheus.yml\n'],
  ['prom/start.sh', 'sed -i "s|\\${STORE_URL}|$STORE_URL|" \\\n  /etc/prometheus/prometheus.yml\n'],
  ['prom/entrypoint', 'eval "cat <<EOF\n$(cat /etc/prometheus/prometheus.yml)\nEOF\n" >/tmp/c\n'],
  ['Makefile', 'config:\n\tgomplate -f prom/prometheus.yml\n'],
  ['compose.yml', `${COMPOSE}    command: sh -c "envsubst < /etc/prometheus/prometheus.yml > /tmp/c"\n`],
  [
    '.github/workflows/deploy.yml',
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: envsubst < prom/prometheus.yml > c && flyctl deploy -a prom\n',
  ],
])('a placeholder that %s fills in is right', async (file, text) => {
  const files = { Dockerfile: IMAGE, 'prom/prometheus.yml': job('redis:9121') + OPEN }
  expect(await findingsOf(files)).toContain('error prometheus/placeholder')
  expect(await findingsOf({ ...files, [file]: text })).toEqual([])
})

test.each([
  ['Dockerfile', `${IMAGE}COPY ops/alerts.yml /etc/prometheus/alerts.yml\n`],
  ['compose.yml', `${COMPOSE}      - ./ops/alerts.yml:/etc/prometheus/alerts.yml\n`],
  ['compose.yml', `${COMPOSE}      - ./ops/a.yml:/etc/prometheus/alerts.yml:ro\n`],
])('a rule file that %s puts beside Prometheus exists', async (file, text) => {
  const files = { Dockerfile: IMAGE, 'prom/prometheus.yml': `rule_files: [alerts.yml]\n${job('redis:9121')}` }
  const rules = 'groups: []\n'
  expect(await findingsOf({ ...files, [file]: text })).toContain('error prometheus/rule-file')
  const copied = { ...files, [file]: text, 'ops/alerts.yml': rules, 'ops/a.yml': rules }
  expect(await findingsOf(copied)).toEqual([])
})

test('rules of another Prometheus select its jobs; without it, the name of an app is a mistake', async () => {
  const rules = {
    'compose.yml': `${COMPOSE}      - ./prom/rules.yml:/etc/prometheus/rules.yml\n`,
    'prom/rules.yml': `groups:\n  - name: a\n    rules:\n      - { record: "a:b", expr: 'users{job="chat"}' }\n      - { record: "b:c", expr: 'up{job="web-collector"}' }\n`,
  }
  const found = await findingsOf({ ...rules, 'prom/prometheus.yml': job('redis:9121', 'redis') })
  expect(found).toEqual(['error query/never-matches'])
  expect(await findingsOf({ ...rules, 'prom/prometheus.yml': job('redis:9121', 'chat') })).toEqual([])
})

test('of a rule file that a copy of `init` replaces, only what no Prometheus reads is reported', async () => {
  const rules = (record: string, expr: string) =>
    `groups:\n  - name: a\n    rules:\n      - record: ${record}\n        expr: ${expr}\n`
  const wrong = 'a:ratio',
    join = 'depth{kind="all"} / sum by (pool) (rate(jobs_total[5m]))'
  const files = (path: string, expr = join) => ({
    'monitoring.yml': `${CLEAN['monitoring.yml']}alerts: { rules: [${path}] }\n`,
    'prom/prometheus.yml': `rule_files: [rules.yml]\n${job('redis:9121')}`,
    'prom/rules.yml': rules(wrong, expr),
    'prom/Dockerfile': IMAGE,
    [path]: rules('b:depth', 'sum by (pool) (depth)'),
  })
  expect(await findingsOf(files('other/prom/rules.yml'))).toEqual(['error query/never-matches'])
  expect(await findingsOf(files('monitoring/own-rules/prom/rules.yml'))).toEqual([])
  expect(await findingsOf(files('monitoring/own-rules/prom/rules.yml', 'sum('))).toEqual([
    'error query/syntax',
  ])
})
