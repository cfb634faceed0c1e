import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { CODES, isSilenceable } from '../../src/model/diagnostic-codes.ts'
import { OLD_CODES, REMOVED, RENAMED, REPLACED } from '../../src/model/old-diagnostic-codes.ts'
import { CLEAN, planOf, SUBJECTS } from '../support/lint-examples.ts'

const ROOT = join(import.meta.dirname, '../..')
const entries = Object.values(SUBJECTS).flatMap((subject) => subject.entries)

/** Every name that a diagnostic had before names became `subject/what`. */
const BEFORE = `
  workspace-missing input-working-directory input-value input-half-group input-url
  input-url-credentials input-timeout input-password input-fly-token-missing input-fly-token-quoted
  input-fly-token-broken input-grafana-missing input-grafana-token input-flyctl-version
  input-flyctl-sha256 input-beside-file config-syntax config-too-large config-aliases
  config-unknown-key config-missing config-value config-not-yet config-duplicate
  config-duplicate-port config-unknown-app config-reserved-name config-monitoring-app
  config-plain-image config-leftover promtool flyctl file-missing file-unreadable file-outside
  file-too-large yaml-syntax fly-toml-syntax fly-toml-type fly-toml-check-type
  fly-toml-service-processes fly-toml-unknown-process fly-toml-duration fly-toml-strategy
  fly-toml-mount fly-toml-restart-policy fly-toml-command fly-toml-compression fly-toml-check-port
  fly-toml-vm promql-syntax rule-experimental metric-bucket-of-summary metric-no-such-series
  promql-never promql-no-le prometheus-leftover prometheus-url prometheus-shape
  prometheus-unknown-key prometheus-duration prometheus-timeout prometheus-job-name
  prometheus-target prometheus-dns prometheus-dns-type prometheus-regex prometheus-relabel
  prometheus-auth prometheus-rule-file rules-shape rules-unknown-key rules-duplicate-group
  rules-duration rules-label rules-template rule-result workflow-pull-request-target
  workflow-if-secrets dashboard-json dashboard-shape dashboard-title dashboard-uid-form
  dashboard-duplicate-uid fly-toml-secret-in-env workflow-secret fly-toml-prometheus-open
  fly-toml-app-name fly-toml-scale-to-zero fly-toml-metrics-public fly-toml-metrics-private
  fly-toml-metrics-first fly-toml-metrics-coverage fly-toml-no-such-process fly-toml-process-ignored
  fly-toml-ipv4-bind fly-toml-no-checks fly-toml-immediate fly-toml-bluegreen-volume
  fly-toml-volume-size fly-toml-retention-size fly-toml-memory fly-toml-dedicated-ip
  fly-toml-service-ports fly-toml-check-limits fly-toml-file-path fly-toml-raw-value
  fly-toml-dockerfile fly-toml-builds metric-undeclared metric-unrecorded metric-maybe-summary
  metric-counter-raw metric-rate-of-gauge promql-experimental promql-limit workflow-no-token
  workflow-deploy-pull-request workflow-any-branch workflow-paths workflow-concurrency
  workflow-cancel workflow-permissions workflow-unpinned workflow-ignored workflow-input
  prometheus-secret prometheus-static-internal prometheus-instance-label prometheus-app-unknown
  prometheus-port-unknown prometheus-public-target prometheus-empty rules-duplicate rules-documents
  rule-record-name alert-no-for alert-no-severity ignore-no-reason ignore-unused dashboard-uid
  dashboard-datasource-undefined dashboard-datasource-fixed dashboard-variable-undefined
  dashboard-duplicate-id dashboard-foreign rules-foreign panel-no-query panel-no-unit file-drift
  fly-toml-unknown-key
`
  .trim()
  .split(/\s+/)

test('every name of before is accepted, and leads to a name of today', () => {
  const removed = Object.keys(REMOVED).filter((code) => code.includes('/'))
  expect([...OLD_CODES].toSorted()).toEqual([...BEFORE, ...removed].toSorted())
  for (const code of [...Object.values(RENAMED), ...Object.values(REPLACED)]) expect(CODES).toContain(code)
})

test('every code is described once, errors before warnings', () => {
  expect(entries.map(({ code }) => code).toSorted()).toEqual([...CODES].toSorted())
  const severities = CODES.map((code) => entries.find((entry) => entry.code === code)?.severity)
  expect(severities).toEqual(severities.toSorted())
  for (const { code, severity } of entries) if (!isSilenceable(code)) expect(severity).toBe('error')
})

test('whatever code the source names exists', () => {
  const subjects = Object.keys(SUBJECTS).join('|')
  const named = globSync('src/**/*.ts', { cwd: ROOT }).flatMap((file) => [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(new RegExp(`'((?:${subjects})/[a-z0-9-]+)'`, 'g')),
  ])
  const codes = new Set(named.map(([, code = '']) => code))
  expect([...codes].filter((code) => !CODES.some((one) => one === code) && !(code in REMOVED))).toEqual([])
  // Made by hand, in different rooms.
  for (const code of ['input/url', 'config/value', 'file/outside', 'dashboard/json'])
    expect(codes).toContain(code)
})

const told = async (files: Record<string, string>) =>
  (await planOf(files)).map(({ code, at, message }) => `${at?.file}:${at?.line} ${code} ${message}`)
const env = (comment: string) => ({
  ...CLEAN,
  'fly.toml': `${CLEAN['fly.toml']}[env]\nPASSWORD = "hunter2"${comment}\n`,
})
const ignoring = (code: string) => ({
  ...env(''),
  'monitoring.yml': `${CLEAN['monitoring.yml']}lint: { ignore: [{ code: ${code}, reason: a demo }] }\n`,
})

test('an exception with an old code has an effect, and the new code is reported', async () => {
  const renamed = 'ignore/renamed The code fly-toml-secret-in-env is now fly/secret-in-env.'
  const comment = ' # deploy-monitoring ignore fly-toml-secret-in-env: a demo'
  expect(await told(env(comment))).toEqual([`fly.toml:9 ${renamed}`])
  expect(await told(ignoring('fly-toml-secret-in-env'))).toEqual([`monitoring.yml:1 ${renamed}`])
})

test('an exception for what is no longer reported is accepted, and reported', async () => {
  const removed =
    'monitoring.yml:1 ignore/renamed The code fly/private-metrics no longer exists: a metrics port that is not public is right.'
  expect(await told({ ...ignoring('fly/private-metrics'), 'fly.toml': CLEAN['fly.toml'] })).toEqual([removed])
})

test('an exception for a check that another program makes now has no effect, which is reported', async () => {
  const secret = 'fly.toml:9 fly/secret-in-env [env] has a secret in PASSWORD.'
  const replaced =
    'ignore/renamed The code fly-toml-mount no longer exists: its findings are reported as fly/flyctl.'
  const comment = ' # deploy-monitoring ignore fly-toml-mount: a demo'
  expect(await told(env(comment))).toEqual([secret, `fly.toml:9 ${replaced}`])
  expect(await told(ignoring('fly-toml-mount'))).toEqual([secret, `monitoring.yml:1 ${replaced}`])
})
