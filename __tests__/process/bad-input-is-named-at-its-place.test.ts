import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { scratchFolder } from '../support/scratch.ts'

const ENTRY = join(import.meta.dirname, '../../dist/index.js')
const TOKEN = { 'INPUT_FLY-API-TOKEN': 'fm2_secret-token' }
const GOOD = `monitoring: { app: m, image: "registry.fly.io/m:v3.13.0" }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`

interface Files {
  [name: string]: string | Buffer
}

/** Runs the shipped action on a workspace of these files, with no flyctl anywhere. */
async function act(files: Files, env: Record<string, string>) {
  using folder = scratchFolder()
  const workspace = join(folder.path, 'repository')
  const temp = join(folder.path, 'temp')
  for (const path of [workspace, temp, join(folder.path, 'bin')]) mkdirSync(path)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(workspace, name), content)
  symlinkSync('/etc/passwd', join(workspace, 'outside.yml'))
  const paths = {
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    GITHUB_STATE: join(temp, 'state'),
  }
  for (const path of Object.values(paths)) writeFileSync(path, '')
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      ...paths,
      // The runner hands over the defaults of action.yml, this one among them.
      INPUT_MODE: 'deploy',
      ...env,
      PATH: join(folder.path, 'bin'),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      RUNNER_TOOL_CACHE: temp,
    },
  })
  let stdout = ''
  child.stdout.on('data', (text) => {
    stdout += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return {
    code,
    errors: stdout.split('\n').filter((line) => line.startsWith('::error')),
    stdout,
    summary: readFileSync(paths.GITHUB_STEP_SUMMARY, 'utf8'),
    outputs: readFileSync(paths.GITHUB_OUTPUT, 'utf8'),
    left: readdirSync(workspace).filter((name) => !(name in files) && name !== 'outside.yml'),
  }
}

test.each<[string, Files, Record<string, string>, string[]]>([
  [
    'no token',
    { 'monitoring.yml': GOOD },
    {},
    ['::error title=input/fly-token-missing::No Fly token: neither the input fly-api-token'],
  ],
  [
    'a URL where a key belongs',
    { 'monitoring.yml': `${GOOD}alerts:\n  notify:\n    pagerduty: {}\n    slack: {}\n` },
    { ...TOKEN, PAGERDUTY_ROUTING_KEY: 'https://events.pagerduty.com/secret-token' },
    [
      '::error title=input/receiver,file=monitoring.yml,line=6,col=5::Input pagerduty-routing-key is a URL where a routing key is expected.',
    ],
  ],
  [
    'half a receiver',
    { 'monitoring.yml': `${GOOD}alerts:\n  notify:\n    slack: {}\n` },
    TOKEN,
    [
      '::error title=input/receiver-missing,file=monitoring.yml,line=6,col=5::alerts.notify.slack is configured, and neither',
    ],
  ],
  [
    'what a plan refuses: a machine that Fly does not have, and a placeholder',
    {
      'monitoring.yml': GOOD.replace(
        '{ app: m,',
        `{ app: m, organization: "\${FLY_ORG}", vm: { size: shared-cpu-9x },`,
      ),
    },
    TOKEN,
    [
      '::error title=config/placeholder,file=monitoring.yml,line=1,col=38::',
      '::error title=fly/machine-size,file=monitoring.yml,line=1,col=63::',
    ],
  ],
  [
    "a team's dashboard with a query that is not PromQL",
    {
      'monitoring.yml': `${GOOD}grafana: { dashboards: [d.json] }\n`,
      'd.json':
        '{ "uid": "d", "title": "D", "panels": [{ "type": "stat", "targets": [{ "expr": "sum(" }] }] }',
    },
    { ...TOKEN, 'INPUT_GRAFANA-URL': 'https://grafana.example', 'INPUT_GRAFANA-API-KEY': 'glsa_x' },
    ['::error title=query/syntax,file=d.json,line=1,col='],
  ],
  [
    'half a Grafana group',
    { 'monitoring.yml': GOOD },
    { ...TOKEN, 'INPUT_GRAFANA-URL': 'https://grafana.example' },
    ['::error title=input/incomplete-group::Grafana: grafana-url is set, grafana-api-key is missing.'],
  ],
  [
    'a proxy without an address, with a password that must not be shown',
    { 'monitoring.yml': GOOD },
    { ...TOKEN, HTTPS_PROXY: 'http://user:fm2_secret-token#1@proxy.corp:3128' },
    ['::error title=proxy-variable::HTTPS_PROXY is not the address of an HTTP proxy.'],
  ],
  [
    'a proxy that speaks SOCKS',
    { 'monitoring.yml': GOOD },
    { ...TOKEN, https_proxy: 'socks5://user:fm2_secret-token@proxy.corp:1080' },
    ['::error title=proxy-variable::https_proxy names a SOCKS proxy, which is not supported.'],
  ],
  [
    'secrets for addresses without HTTPS',
    { 'monitoring.yml': GOOD },
    {
      ...TOKEN,
      'INPUT_GRAFANA-URL': 'http://grafana.lan:3000',
      'INPUT_GRAFANA-API-KEY': 'glsa_x',
      'INPUT_GRAFANA-PROMETHEUS-URL': 'http://prometheus.example/push',
      'INPUT_GRAFANA-PROMETHEUS-USER': '1',
      'INPUT_GRAFANA-PROMETHEUS-API-KEY': 'glc_x',
    },
    [
      '::error title=input/url-http::Input grafana-prometheus-url is a plain http:// address: anyone on the network path to prometheus.example could read the key.',
      '::error title=input/url-http::Input grafana-url is a plain http:// address: anyone on the network path to grafana.lan could read the token.',
    ],
  ],
  [
    'a password for an address without HTTPS',
    { 'monitoring.yml': GOOD },
    { ...TOKEN, 'INPUT_PROMETHEUS-URL': 'http://prometheus.example' },
    [
      '::error title=input/url-http::Input prometheus-url is a plain http:// address: anyone on the network path',
    ],
  ],
  [
    'a configuration file that is not there',
    {},
    { ...TOKEN, INPUT_CONFIG: 'other.yml' },
    ['::error title=file/missing::other.yml does not exist. Input config names it.'],
  ],
  [
    'no configuration file, in a repository that is not Fechatter’s',
    {},
    TOKEN,
    [
      '::error title=config/missing::There is no monitoring.yml. Run `npx --allow-git=root github:fechatter/deploy-monitoring init`',
    ],
  ],
  [
    'the preset without the files that it names',
    {},
    { ...TOKEN, INPUT_APP: 'fechatter' },
    [
      '::error title=file/missing::fly.toml does not exist. Without a configuration file the preset applies',
      '::error title=file/missing::docker/Dockerfile.fly does not exist. Without a configuration file',
    ],
  ],
  [
    'a Docker Compose file with the name of a configuration',
    { 'monitoring.yml': 'services:\n  web:\n    image: nginx\n' },
    TOKEN,
    [
      '::error title=config/other-kind,file=monitoring.yml,line=1,col=1::monitoring.yml is a Docker Compose file',
    ],
  ],
  [
    'a malformed file',
    { 'monitoring.yml': 'monitoring: {\n' },
    TOKEN,
    ['::error title=config/syntax,file=monitoring.yml,line=2,col=1::Not valid YAML'],
  ],
  [
    'a file that is no text',
    { 'monitoring.yml': Buffer.from([0xff, 0xfe, 0x00]) },
    TOKEN,
    ['::error title=file/unreadable,file=monitoring.yml,line=1,col=1::monitoring.yml is not UTF-8 text.'],
  ],
  [
    'a link out of the workspace',
    {},
    { ...TOKEN, INPUT_CONFIG: 'outside.yml' },
    ['::error title=file/outside::outside.yml leads outside of the workspace.'],
  ],
  [
    'a working directory that is none',
    {},
    { ...TOKEN, 'INPUT_WORKING-DIRECTORY': '../..' },
    ['::error title=input/working-directory::The working directory ../.. is outside of the workspace.'],
  ],
  [
    'an unknown service key, an unknown app, a port out of range: all at once',
    {
      'monitoring.yml': GOOD.replace(
        'name: web, app: chat, port: 9090',
        'name: web, app: chatt, port: 90900, hostt: x',
      ),
    },
    TOKEN,
    [
      '::error title=config/unknown-app,file=monitoring.yml,line=3,col=30::Service "web" belongs to app "chatt"',
      '::error title=config/value,file=monitoring.yml,line=3,col=43::services[0].port is 90900; the maximum is 65535.',
      '::error title=config/unknown-key,file=monitoring.yml,line=3,col=50::services[0].hostt is not a known key.',
    ],
  ],
  [
    'a fly.toml that flyctl would refuse',
    {
      'monitoring.yml': GOOD.replace(', deploy: false', ', image: x'),
      'fly.toml': 'app = "chat"\n[checks.up]\nport = 80\n',
    },
    TOKEN,
    ['::error title=fly/check-type,file=fly.toml,line=2,col=1::[checks.up] has no type.'],
  ],
  [
    'a dashboard that is no JSON',
    { 'monitoring.yml': `${GOOD}grafana: { dashboards: [board.json] }\n`, 'board.json': '{\n  "title": }\n' },
    TOKEN,
    ['::error title=dashboard/json,file=board.json,line=2,col=12::Not valid JSON: Unexpected token'],
  ],
  [
    'names in inputs beside a file',
    { 'monitoring.yml': GOOD },
    { ...TOKEN, INPUT_APP: 'x', INPUT_REGION: 'fra' },
    [
      '::error title=input/name-conflict::Input app is for use without',
      '::error title=input/name-conflict::Input region is for use without',
    ],
  ],
  [
    'no flyctl, and none whose digest is known',
    { 'monitoring.yml': GOOD },
    { ...TOKEN, 'INPUT_FLYCTL-VERSION': '0.1.2' },
    ['::error title=fly'],
  ],
])('%s: clear errors, a summary, exit code 1, nothing left behind', async (_, files, env, expected) => {
  const result = await act(files, env)
  expect(result.errors).toHaveLength(expected.length)
  for (const [i, start] of expected.entries()) expect(result.errors[i]).toContain(start)
  expect(result.code).toBe(1)
  expect(result.summary).toMatch(
    /^# ❌ (?:Failed before it began: .+; nothing was changed\n|.+\n\nFailed: nothing was changed)/,
  )
  expect(result.outputs).toContain('failed')
  expect(result.left).toEqual([])
  expect(result.summary + result.outputs + result.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(
    'secret-token',
  )
})
