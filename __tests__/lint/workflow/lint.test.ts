import { expect, test } from '@jest/globals'
import { callsIn } from '../../../src/config/deploys/called-workflows.ts'
import { looksLikeCaller } from '../../../src/config/sources/recognise.ts'
import { globMatches } from '../../../src/formats/glob.ts'
import { lintWorkflow } from '../../../src/lint/workflow/lint.ts'
import { fc } from '../../support/property.ts'

const appOf = (file: string) => (file === 'fly.toml' ? 'chat' : undefined)
const told = (text: string, files: string[] = []) =>
  lintWorkflow(text, 'w.yml', { inputs: ['mode', 'fly-api-token'], files, apps: ['chat'], appOf }).map(
    ({ code, at }) => `${at?.line}:${at?.column} ${code}`,
  )

const BY_HAND = `on:
  push:
    paths: [ops/**]
jobs:
  ship:
    runs-on: ubuntu-latest
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@v1
      - run: flyctl deploy --remote-only
      - run: flyctl deploy --config fly.monitoring.toml
      - if: \${{ secrets.GRAFANA != '' }}
        run: ./import.sh
`

test('a workflow that deploys by flyctl itself is looked at for what concerns every deploy', () => {
  expect(looksLikeCaller(BY_HAND)).toBe(true)
  expect(told(BY_HAND, ['monitoring.yml'])).toEqual([
    '3:5 workflow/any-branch',
    '9:14 workflow/concurrency',
    '11:13 workflow/if-secrets',
    '9:14 workflow/no-token',
  ])
  expect(
    told(BY_HAND.replace('flyctl deploy', 'fly status').replace('flyctl deploy', 'flyctl deployment')),
  ).toEqual([])
})

const ON_PUSH = 'on:\n  push:\n    paths: [ops/**]\n'
const started = (on: string, condition?: string) =>
  told(
    BY_HAND.replace(ON_PUSH, on).replace(
      'runs-on: ubuntu-latest\n',
      (line) => `${line}${condition === undefined ? '' : `    if: ${condition}\n`}`,
    ),
  ).filter((one) => one.endsWith('workflow/concurrency'))

test.each([
  ['on: workflow_dispatch\n', undefined],
  ['on: { workflow_dispatch: { inputs: {} } }\n', undefined],
  [ON_PUSH, "github.event_name == 'workflow_dispatch'"],
  [ON_PUSH, "${{ always() && github.event_name == 'workflow_dispatch' && (inputs.a || inputs.b) }}"],
])('two pushes do not deploy at the same time where a person starts the deploy: %s%s', (on, condition) => {
  expect(started(on, condition)).toEqual([])
})

test.each([
  ['false', false],
  ['${{ false }}', false],
  ["${{ github.event.workflow_run.conclusion == 'success' && false }}", false],
  ["(github.ref == 'refs/heads/main' || inputs.a) && false", false],
  ['false || inputs.a', true],
  ['inputs.a == false', true],
  ['!(inputs.a && false)', true],
])('a job or a step that a condition switches off has no findings: if %s', (condition, runs) => {
  const step = BY_HAND.replaceAll(
    '      - run: flyctl',
    `      - if: ${JSON.stringify(condition)}\n        run: flyctl`,
  )
  expect(started(ON_PUSH, JSON.stringify(condition))).toHaveLength(runs ? 1 : 0)
  expect(told(step, ['monitoring.yml']).length > 0).toBe(runs)
})

test.each([
  ['on: [push, workflow_dispatch]\n', undefined],
  [ON_PUSH, "github.event_name == 'workflow_dispatch' || github.ref == 'refs/heads/main'"],
  [ON_PUSH, "github.event_name != 'workflow_dispatch'"],
  [ON_PUSH, "(github.event_name == 'workflow_dispatch' || github.event_name == 'push')"],
])('two pushes deploy at the same time: %s%s', (on, condition) => {
  expect(started(on, condition)).toHaveLength(1)
})

test('folders and branches that the action of Fly does not have are known', () => {
  const uses = (action: string) => {
    const text = BY_HAND.replace('superfly/flyctl-actions/setup-flyctl@v1', action)
    return lintWorkflow(text, 'w.yml', { inputs: [], apps: ['chat'], appOf })
      .filter(({ code }) => code === 'workflow/action-version')
      .map(({ message, hint }) => `${message} ${hint}`)
  }
  expect(uses('superfly/flyctl-actions/setup@main')).toEqual([
    'superfly/flyctl-actions/setup does not exist. Use `superfly/flyctl-actions/setup-flyctl@1.6`, or a newer release.',
  ])
  expect(uses('superfly/flyctl-actions/setup-flyctl@main')).toEqual([
    'superfly/flyctl-actions/setup-flyctl has no version main. Use `superfly/flyctl-actions/setup-flyctl@1.6`, or a newer release.',
  ])
  expect(uses('superfly/flyctl-actions/setup-flyctl@master')).toEqual([])
})

const preview = (on: string, flags: string) => `on: ${on}
concurrency: { group: "pr-\${{ github.event.number }}", cancel-in-progress: true }
jobs:
  preview:
    steps:
      - run: |
          flyctl auth whoami
          flyctl deploy --remote-only \\
            ${flags}
        continue-on-error: true
`

test('an app of its own for each pull request may be cancelled and may fail; what stays may not', () => {
  const app = '--app "pr-$PR-chat"'
  const real = ['2:76 workflow/cancel', '10:28 workflow/ignored']
  expect(told(preview('pull_request', app))).toEqual([])
  expect(told(preview('[pull_request, pull_request_target]', `-a=${app.slice(6)}`))).toEqual([])
  // Which app it is, is decided by the run.
  expect(told(preview('[pull_request, push]', app))).toEqual([])
  expect(told(preview('[pull_request, push]', ''))).toEqual(['1:20 workflow/any-branch', ...real])
  expect(told(preview('schedule', '-a chat'))).toEqual(real)
  // Apps that the configuration does not have are not looked after here.
  expect(told(preview('push', '--app other'))).toEqual([])
  expect(told(preview('push', '--config other/fly.toml'))).toEqual([])
  expect(told(preview('pull_request', '--app chat'))).toEqual(real)
  expect(told(preview('pull_request', '--strategy rolling'))).toEqual(real)
})

test('the hint for a flyctl step does not mention an input of this action', () => {
  const hints = (text: string) =>
    lintWorkflow(text, 'w.yml', { inputs: [], apps: ['chat'], appOf })
      .filter(({ code }) => code === 'workflow/ignored')
      .map(({ hint }) => hint)
  expect(hints(preview('push', ''))).toEqual(['Remove `continue-on-error`.'])
  const ours =
    'on: push\njobs: { a: { steps: [{ uses: x/deploy-monitoring@v1, continue-on-error: true }] } }\n'
  expect(hints(ours)).toEqual([expect.stringContaining('fail-on')])
})

test('thousands of steps, of patterns and of paths are looked at in a moment', () => {
  const steps = '      - uses: me/deploy-monitoring@v1\n'.repeat(30_000)
  expect(told(`on: push\njobs:\n  a:\n    steps:\n${steps}`).length).toBeGreaterThan(30_000)
  const patterns = '"**a", '.repeat(30_000)
  const on = `on: { push: { branches: [main], paths: [${patterns}] } }\n`
  expect(told(`${on}${CALL}`, Array(30_000).fill('bbbbbbbbbb'))).toEqual([])
})

const CALL = `permissions: { contents: read }
concurrency: deploy
jobs:
  deploy:
    steps:
      - uses: fechatter/deploy-monitoring@v1
        with: { fly-api-token: "\${{ secrets.FLY_API_TOKEN }}" }
`

test.each([
  ['on: push', ['1:5 workflow/any-branch']],
  ['on: [push, workflow_dispatch]', ['1:6 workflow/any-branch']],
  ['on: { push: { paths: [fly.toml] } }', ['1:13 workflow/any-branch', '1:22 workflow/paths']],
  ['on: { push: { branches: [main] } }', []],
  ['on: { push: { tags: ["v*"] } }', []],
  ['on: { push: { branches: [main], paths: ["**"] } }', []],
  ['on: { push: { branches: [main], paths: ["*.yml", fly.toml, "!fly.*"] } }', ['1:40 workflow/paths']],
  ['on: workflow_dispatch', []],
])('%s', (on, expected) => {
  expect(told(`${on}\n${CALL}`, ['monitoring.yml', 'fly.toml'])).toEqual(expected)
})

test('a job that asks where it runs may be started by any push', () => {
  const asked = CALL.replace('    steps:', "    if: github.ref == 'refs/heads/main'\n    steps:")
  expect(told(`on: push\n${asked}`)).toEqual([])
})

const FLYCTL = `jobs:
  deploy:
    concurrency: deploy
    env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }
    steps:
      - run: npm test
      - run: flyctl deploy --app chat
`

test.each<[string, string, string, boolean]>([
  ['any push', 'on: [push]', FLYCTL, true],
  [
    'the action of flyctl',
    'on: push',
    FLYCTL.replace('run: flyctl', 'uses: superfly/flyctl-actions@1.6\n        with:\n          args:'),
    true,
  ],
  ['a branch', 'on: { push: { branches: [main] } }', FLYCTL, false],
  ['another app', 'on: [push]', FLYCTL.replace('chat', 'other'), false],
  ['an app for each branch', 'on: [push]', FLYCTL.replace('chat', 'chat-${{ github.ref_name }}'), false],
  [
    'a condition',
    'on: [push]',
    FLYCTL.replace('- run: flyctl', '- if: env.LIVE\n        run: flyctl'),
    false,
  ],
  ['an environment', 'on: [push]', FLYCTL.replace('    steps', '    environment: live\n    steps'), false],
  ['another job before it', 'on: [push]', FLYCTL.replace('    steps', '    needs: [gate]\n    steps'), false],
  [
    'a script that asks',
    'on: [push]',
    FLYCTL.replace('npm test', '[ "$GITHUB_REF" = refs/heads/main ]'),
    false,
  ],
])('deploys of any branch with flyctl: %s', (_, on, jobs, isFound) => {
  const found = told(`permissions: {}\n${on}\n${jobs}`).filter((one) => one.endsWith('any-branch'))
  expect(found.length > 0).toBe(isFound)
})

test.each([
  ['*.js', 'a.js', true],
  ['*.js', 'a/b.js', false],
  ['**.js', 'a/b.js', true],
  ['docs/**', 'docs/a/b', true],
  ['docs/*', 'docs/a/b', false],
  ['**/fly.toml', 'a/fly.toml', true],
  ['*.jsx?', 'a.js', true],
  ['v[0-9]', 'v1', true],
  ['fly.toml', 'flyatoml', false],
  ['a\\*b', 'a*b', true],
  ['***', 'a/b', true],
  ['a/**/b', 'a/c/d/b', true],
  ['a/**/b', 'a/b', false],
  ['a*?b', 'ab', true],
  ['a?', '', true],
  ['[[]a', '[xa', true],
])('%s on %s: %s', (glob, path, expected) => {
  expect(globMatches(glob, path)).toBe(expected)
})

test('a path matches itself, and no pattern takes long', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z./_-]{1,20}$/), (path) => {
      expect(globMatches(path, path)).toBe(true)
      expect(globMatches('**', path)).toBe(true)
    }),
  )
  expect(globMatches('**a'.repeat(500), `${'a'.repeat(499)}b`)).toBe(false)
  expect(globMatches('**'.repeat(100_000), 'a'.repeat(4_000))).toBe(true)
  expect(globMatches('**?'.repeat(4_000), 'a'.repeat(4_000))).toBe(true)
  expect(globMatches('['.repeat(1_000_000), 'a')).toBe(false)
})

const CALCULATED = (deploy: string) => `on: push
jobs:
  ship:
    strategy: { matrix: { service: "\${{ fromJSON(needs.changes.outputs.all) }}" } }
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@master
      - env: { FLY_API_TOKEN: x }
        run: ${deploy}
`

test.each([
  ['flyctl deploy --app shop-${{ matrix.service }}-live', true],
  ['flyctl deploy --config services/${{ matrix.service }}/fly.toml', true],
  ['flyctl deploy --app other-${{ matrix.service }} -c services/${{ matrix.service }}/fly.toml', false],
  ['flyctl deploy --app ${{ matrix.service }}', false],
  ['flyctl deploy --config other/${{ matrix.service }}/fly.toml', false],
])('a branch of the action is found where the name of the app is calculated: %s: %s', (run, isFound) => {
  const found = lintWorkflow(CALCULATED(run), 'w.yml', {
    ...{ inputs: [], apps: ['shop-web-live'], flyFiles: ['services/web/fly.toml'] },
    appOf: (file) => (file === 'services/web/fly.toml' ? 'shop-web-live' : undefined),
  })
  expect(found.map(({ code, at }) => `${at?.line} ${code}`)).toEqual(isFound ? ['6 workflow/unpinned'] : [])
})

test('a job that several workflows run gets no group of its own: a call for a pull request would cancel a deploy', () => {
  const called = `on: workflow_call
jobs:
  ship:
    steps:
      - env: { FLY_API_TOKEN: x }
        run: flyctl deploy --app chat
`
  const call = (on: string, group = '') =>
    `on: ${on}\n${group}jobs:\n  go:\n    uses: ./.github/workflows/ship.yml\n`
  const hints = (others: Record<string, string>, text = called) =>
    lintWorkflow(text, '.github/workflows/ship.yml', {
      ...{
        inputs: [],
        apps: ['chat'],
        callers: Object.entries(others).flatMap(([file, text]) => callsIn({ file, text })),
      },
    }).map(({ hint }) => hint)
  const own = expect.stringMatching(/^Add `concurrency: \{ group: "fly-chat", .* to the job\./)
  expect(hints({ 'a.yml': call('push') })).toEqual([own])
  expect(hints({ 'a.yml': call('push'), 'b.yml': call('pull_request') })).toEqual([
    expect.stringMatching(/^Add a group .* to the job that calls this workflow to deploy \(a\.yml:4\)/),
  ])
  const grouped = { 'a.yml': call('push', 'concurrency: fly\n'), 'b.yml': call('pull_request') }
  expect(hints(grouped)).toEqual([])
  expect(
    hints({ 'a.yml': grouped['a.yml'] }, called.replace('workflow_call', '[push, workflow_call]')),
  ).toEqual(['Name the branch: `push: { branches: [main] }`.', own])
})

test('a Dockerfile of [build] that is not there is not a choice beside the one that is ignored', () => {
  const text = `on: workflow_dispatch
jobs: { d: { steps: [{ run: flyctl deploy --dockerfile web.Dockerfile }] } }
`
  const buildOf = () => ({ written: 'dockerfile = "Dockerfile"', path: 'Dockerfile' })
  const of = (...paths: string[]) => {
    const exists = (path: string) => paths.includes(path)
    const about = { inputs: [], files: [], apps: ['chat'], appOf, buildOf, exists }
    return lintWorkflow(text, 'w.yml', about).find(({ code }) => code === 'workflow/ignored-dockerfile')
  }
  expect(of('fly.toml', 'web.Dockerfile')).toMatchObject({
    message: expect.stringContaining('which is not in the repository: the deploy fails'),
    hint: 'Remove that line of fly.toml.',
  })
  expect(of('fly.toml', 'Dockerfile')?.hint).toBe('Remove the option, or that line of fly.toml.')
})

test.each([
  ['of a test with servers of its own', 'API: "http://127.0.0.1:8080"', 'internal-secret', false],
  ['that no one would guess', 'API: "http://127.0.0.1:8080"', 'Xk39vmQ0pl', true],
  ['next to servers elsewhere', 'API: "https://api.example.org"', 'internal-secret', true],
])('a key in the environment of a job %s', (_, other, value, isFound) => {
  const text = BY_HAND.replace(
    '    steps:',
    `    env:\n      ${other}\n      INTERNAL_API_KEY: ${value}\n    steps:`,
  )
  expect(told(text).some((one) => one.endsWith('workflow/secret'))).toBe(isFound)
})
