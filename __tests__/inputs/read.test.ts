import { expect, test } from '@jest/globals'
import { secretsIn } from '../../src/inputs/names.ts'
import { readInputs } from '../../src/inputs/read.ts'
import { ActionError } from '../../src/lib/errors.ts'

const TOKEN = { 'INPUT_FLY-API-TOKEN': 'FlyV1 fm2_abc' }

const messages = (env: Record<string, string>): string[] => {
  try {
    readInputs(env)
  } catch (error) {
    if (error instanceof ActionError) return error.problems.map((p) => `${p.message} ${p.hint}`)
    throw error
  }
  return []
}

test('a token alone is enough', () => {
  expect(readInputs(TOKEN)).toEqual({
    mode: 'deploy',
    config: { path: 'monitoring.yml', explicit: false },
    workingDirectory: '.',
    names: {},
    flyToken: 'FlyV1 fm2_abc',
    flyctl: {},
    remoteWrite: undefined,
    rollback: false,
    grafana: undefined,
    prometheusPassword: undefined,
    prometheusUrl: undefined,
    contract: { pages: [], check: false },
    receivers: {},
    failOn: 'targets',
    timeoutMs: 900_000,
  })
})

test('inputs win over variables, an empty input counts as not given', () => {
  const env = {
    'INPUT_FLY-API-TOKEN': '',
    FLY_API_TOKEN: ' variable\n',
    GRAFANA_URL: 'https://a.example/',
    GRAFANA_API_KEY: 'glsa_v',
    'INPUT_GRAFANA-API-KEY': 'glsa_i',
  }
  expect(readInputs(env)).toMatchObject({
    flyToken: 'variable',
    grafana: { url: 'https://a.example', token: 'glsa_i' },
  })
})

test('names that Fly would not take are told as inputs, not at places of a file that is not there', () => {
  expect(
    messages({ ...TOKEN, INPUT_APP: 'My App', 'INPUT_MONITORING-APP': 'My App', INPUT_REGION: 'tokyo' }),
  ).toEqual([
    'Input app is "My App", which is not a valid name. A Fly app name has lowercase letters, digits and dashes.',
    'Input monitoring-app is "My App", which is not a valid name. A Fly app name has lowercase letters, digits and dashes.',
    'Input region is "tokyo", which is not a valid name. A Fly region has three letters, such as nrt or fra.',
    'Input monitoring-app is My App, which is the main app. Prometheus needs a separate app.',
  ])
  expect(messages({ ...TOKEN, 'INPUT_MONITORING-APP': 'fechatter' })).toEqual([
    'Input monitoring-app is fechatter, which is the main app. Prometheus needs a separate app.',
  ])
})

test('half a group names what is missing, everything wrong is told at once', () => {
  expect(
    messages({
      INPUT_MODE: 'deplyo',
      'INPUT_GRAFANA-URL': 'grafana.example',
      'INPUT_GRAFANA-PROMETHEUS-URL': 'https://u:p@prom.example/push',
      'INPUT_GRAFANA-PROMETHEUS-USER': '1',
      INPUT_TIMEOUT: '5 minutes',
      'INPUT_FAIL-ON': 'everything',
      'INPUT_PROMETHEUS-PASSWORD': 'secret\n',
      'INPUT_ROLLBACK-ON-FAILURE': 'yes',
    }),
  ).toEqual([
    'Input mode is "deplyo", which is not a valid value. Did you mean "deploy"?',
    'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set. Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN of the repository, or set it in your shell (export FLY_API_TOKEN=…). Pull requests from forks get no secrets.',
    'Remote write: grafana-prometheus-url and grafana-prometheus-user are set, grafana-prometheus-api-key is missing. Set grafana-prometheus-api-key too (an empty secret counts as missing), or none of them to skip this part.',
    'Input grafana-prometheus-url has a user or a password in the URL. Use the inputs for credentials instead; URLs end up in logs.',
    'Grafana: grafana-url is set, grafana-api-key is missing. Set grafana-api-key too (an empty secret counts as missing), or none of them to skip this part.',
    'Input grafana-url is not a URL. Write the whole address, starting with https://.',
    'prometheus-password starts or ends with white space. Store the secret without it; a newline at the end often comes from "echo".',
    'Input fail-on is "everything", which is not a valid value. Use one of: never, targets, metrics, panels.',
    'Input rollback-on-failure is "yes", which is not a valid value. Use true or false.',
    'Input timeout is "5 minutes", which is not a duration from 1s to 1d. Use a value such as 15m or 90s.',
  ])
})

test.each([
  ['in quotes', { 'INPUT_FLY-API-TOKEN': '"fm2_x"' }, 'The Fly token is in quotes.'],
  [
    'wrapped by a terminal',
    { 'INPUT_FLY-API-TOKEN': 'FlyV1 fm2_x\ny' },
    'The Fly token has white space or a line break inside.',
  ],
  [
    'more time than a timer holds',
    { ...TOKEN, INPUT_TIMEOUT: '30d' },
    'Input timeout is "30d", which is not a duration from 1s to 1d.',
  ],
  [
    'a flyctl that is no release',
    { ...TOKEN, 'INPUT_FLYCTL-VERSION': 'latest' },
    'Input flyctl-version is "latest", which is not a version.',
  ],
  [
    'an address with a query',
    { ...TOKEN, 'INPUT_PROMETHEUS-URL': 'https://p.example/?x=1' },
    'has a "?" or a "#"',
  ],
  ['a digest that is none', { ...TOKEN, 'INPUT_FLYCTL-SHA256': 'abc' }, 'not a sha256'],
  [
    'a password of 73 bytes',
    { ...TOKEN, 'INPUT_PROMETHEUS-PASSWORD': `${'ä'.repeat(36)}x` },
    'longer than 72 bytes',
  ],
  ['a password with a tab', { ...TOKEN, 'INPUT_PROMETHEUS-PASSWORD': 'a\tb' }, 'control character'],
  [
    'a password that is short',
    { ...TOKEN, PROMETHEUS_PASSWORD: '0123456789a' },
    'shorter than 12 characters',
  ],
  [
    'a Grafana Cloud policy token',
    { ...TOKEN, 'INPUT_GRAFANA-URL': 'https://g', 'INPUT_GRAFANA-API-KEY': 'glc_x' },
    'access policy token',
  ],
])('%s is refused', (_, env, part) => {
  expect(messages(env)).toEqual([expect.stringContaining(part)])
})

test('a password of twelve characters is long enough', () => {
  expect(readInputs({ ...TOKEN, PROMETHEUS_PASSWORD: '0123456789ab' }).prometheusPassword).toHaveLength(12)
})

test('every secret that a process is given is known before anything is checked, whichever way it comes', () => {
  const secrets = (env: Record<string, string>) => secretsIn(env).toSorted()
  expect(
    secrets({
      'INPUT_FLY-API-TOKEN': ' FlyV1 fm2_abc, fm2_def\nfm2_ghi\n',
      FLY_API_TOKEN: 'another',
      FLY_ACCESS_TOKEN: 'fo1_somebody-elses',
      'INPUT_PROMETHEUS-PASSWORD': ' p w',
      GRAFANA_API_KEY: 'k',
      GRAFANA_PROMETHEUS_API_KEY: 'r',
      'INPUT_GITHUB-TOKEN': 'ghs_of-the-workflow',
      GITHUB_TOKEN: 'ghs_of-the-job',
    }),
  ).toEqual(
    [
      ...['fm2_abc', 'fm2_def', 'fm2_ghi', 'another', 'fo1_somebody-elses', 'p w', 'k', 'r'],
      ...['ghs_of-the-workflow', 'ghs_of-the-job'],
    ].toSorted(),
  )
  expect(
    secrets({
      HTTPS_PROXY: 'http://me:hush@proxy:3128',
      http_proxy: 'me:quiet@proxy:3128',
      GRAFANA_URL: 'https://me:still@grafana.example',
      GRAFANA_PROMETHEUS_URL: 'https://prometheus.example/push?tenant=1&api_key=mute',
    }),
  ).toEqual(['hush', 'mute', 'quiet', 'still'])
  // What has no part in a run may well be a word that is meant to be read.
  expect(secrets({ DB_PASSWORD: 'postgres', INPUT_MODE: 'plan', GITHUB_REPOSITORY: 'acme/chat' })).toEqual([])
})

const grafanaAt = (url: string) => messages({ ...TOKEN, GRAFANA_URL: url, GRAFANA_API_KEY: 'glsa_x' })

test.each([
  'http://localhost:3000',
  'http://grafana.localhost',
  'http://127.0.0.1:3000',
  'http://127.1',
  'http://[::1]:3000',
  'http://[::ffff:127.0.0.1]',
  'http://grafana.internal:3000',
  'http://grafana.flycast',
  'http://[fdaa:0:18:a7b::3]:3000',
  'https://grafana.lan',
])('a token may go to %s', (url) => {
  expect(grafanaAt(url)).toEqual([])
})

test.each([
  'http://grafana.lan:3000',
  'http://grafana',
  'http://10.0.0.5',
  'http://192.168.1.2:3000',
  'http://0.0.0.0:3000',
  'http://[fd00::1]',
  'http://localhost.example.com',
  'http://notlocalhost',
  'http://127.0.0.1.example.com',
  'http://internal',
  'http://grafana.internal.example.com',
  'HTTP://GRAFANA.LAN',
])('a token may not go to %s, and the way out is said', (url) => {
  const [message, ...more] = grafanaAt(url)
  expect(more).toEqual([])
  expect(message).toMatch(
    /^Input grafana-url is a plain http:\/\/ address: .* could read the token\. Use https:/,
  )
  expect(message).toMatch(
    /"ssh -N -L (3000:localhost:3000|8080:localhost:80) .*http:\/\/localhost:(3000|8080)\./,
  )
})

test('a proxy that is none is told with everything else, but not where nobody is asked', () => {
  const env = { ...TOKEN, HTTPS_PROXY: 'http://u:hunter2#@proxy', INPUT_TIMEOUT: 'soon' }
  expect(messages(env)).toEqual([
    expect.stringContaining('Input timeout'),
    expect.stringMatching(/^HTTPS_PROXY is not the address of an HTTP proxy\./),
  ])
  const plan = { ...env, INPUT_MODE: 'plan', INPUT_TIMEOUT: '' }
  expect(messages(plan)).toEqual([expect.stringMatching(/^HTTPS_PROXY is not/)])
  const withoutToken = Object.fromEntries(Object.keys(TOKEN).map((name) => [name, '']))
  expect(messages({ ...plan, ...withoutToken })).toEqual([])
})

test('mode contract has one page on each line, with the service before it where it is named', () => {
  const given = {
    ...TOKEN,
    INPUT_MODE: 'contract',
    INPUT_URL: 'http://localhost:1/m?a=b\n bot=http://localhost:2/m \n',
    INPUT_FILE: 'web=page.txt',
    INPUT_CHECK: 'true',
  }
  expect(readInputs(given).contract).toEqual({
    pages: [
      { kind: 'url', service: undefined, source: 'http://localhost:1/m?a=b' },
      { kind: 'url', service: 'bot', source: 'http://localhost:2/m' },
      { kind: 'file', service: 'web', source: 'page.txt' },
    ],
    check: true,
  })
})
