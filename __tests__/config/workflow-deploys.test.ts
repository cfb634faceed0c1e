// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of workflows are spelled so
import { expect, test } from '@jest/globals'
import { deployCommandsIn } from '../../src/config/deploys/workflow-deploys.ts'

const workflow = (run: string, { job = '', step = '' } = {}): string => `on: push
jobs:
  ship:
    runs-on: ubuntu-latest
${job}    steps:
      - run: |
          ${run.replaceAll('\n', '\n          ')}
${step}`

const deploys = (text: string): string[] =>
  deployCommandsIn({ file: 'w.yml', text }).map(
    ({ folder, config, app, matrix }) =>
      `${folder} ${config}${app === undefined ? '' : ` app ${app}`}${matrix === undefined ? '' : ` by ${matrix}`}`,
  )

// The folder of the argument is entered first, and --config is read from there (flyctl 0.4.88, run by hand).
test.each([
  ['flyctl deploy', ['. fly.toml']],
  ['fly deploy apps/web --remote-only', ['apps/web apps/web/fly.toml']],
  ['fly deploy --remote-only --ha=false apps/web', ['apps/web apps/web/fly.toml']],
  ['fly deploy --remote-only --strategy rolling', ['. fly.toml']],
  ['fly deploy apps/web -c fly.x.toml', ['apps/web apps/web/fly.x.toml']],
  ['fly deploy . --config=apps/web/fly.toml -a web', ['. apps/web/fly.toml app web']],
  ['fly deploy --config apps/web', ['. apps/web/fly.toml']],
  [
    'cd apps/web && fly deploy\ncd ../api && fly deploy',
    ['apps/web apps/web/fly.toml', 'apps/api apps/api/fly.toml'],
  ],
  [
    '(cd apps/web && fly deploy)\n(cd apps/api && fly deploy)',
    ['apps/web apps/web/fly.toml', 'apps/api apps/api/fly.toml'],
  ],
  ['cd apps\ncd -\nfly deploy', ['. fly.toml']],
  ['cd apps\nfly deploy $GITHUB_WORKSPACE/web', ['web web/fly.toml']],
  ['cd apps\nfly deploy "${{ github.workspace }}"', ['. fly.toml']],
  // What another command writes is not the folder.
  [
    'flyctl deploy --remote-only -c scripts/fly.toml --build-arg CI_COMMIT_SHA=`git rev-parse HEAD`',
    ['. scripts/fly.toml'],
  ],
  [
    'fly deploy --build-arg SHA=$(git rev-parse HEAD | cut -c1-7) -c fly.x.toml -a web',
    ['. fly.x.toml app web'],
  ],
  ['cd apps\nfly deploy -c "$(git rev-parse --show-toplevel)/fly.toml"', ['apps fly.toml']],
  ['URL=$(fly deploy web --json)', ['web web/fly.toml']],
  ['fly deploy -a "$APP"', ['. fly.toml app *']],
  ['flyctl deploy \\\n  --app web \\\n  --config fly.web.toml', ['. fly.web.toml app web']],
  ['echo "fly deploy"', []],
  ['fly deploy --build-only', []],
])('%s', (run, expected) => {
  expect(deploys(workflow(run))).toEqual(expected)
})

const STRATEGY = (matrix: string) => `    strategy:\n      matrix: ${matrix}\n`

test.each([
  [
    'a list',
    '{ app: [web, api] }',
    ['web web/fly.toml app web by matrix.app', 'api api/fly.toml app api by matrix.app'],
  ],
  [
    'entries of include',
    '{ include: [{ app: web }, { app: api }] }',
    ['web web/fly.toml app web by matrix.app', 'api api/fly.toml app api by matrix.app'],
  ],
  [
    'without what is excluded',
    '{ app: [web, api], exclude: [{ app: api }] }',
    ['web web/fly.toml app web by matrix.app'],
  ],
  ['calculated', '"${{ fromJSON(needs.a.outputs.apps) }}"', ['** **/fly.toml app * by matrix.app']],
])('a matrix: %s', (_, matrix, expected) => {
  const run = 'fly deploy ${{ matrix.app }} --app ${{ matrix.app }}'
  expect(deploys(workflow(run, { job: STRATEGY(matrix) }))).toEqual(expected)
})

test('values that belong together in a matrix stay together, also in a table and by a variable', () => {
  const tables = STRATEGY('{ service: [{ name: web, file: fly.web.toml }, { name: api, file: fly.toml }] }')
  const env = '    env: { APP: "${{ matrix.service.name }}" }\n'
  expect(
    deploys(workflow('fly deploy -a $APP -c ${{ matrix.service.file }}', { job: tables + env })),
  ).toEqual(['. fly.web.toml app web by matrix.service.file', '. fly.toml app api by matrix.service.file'])
  const more = STRATEGY(
    '{ app: [web, api], include: [{ app: web, file: w.toml }, { app: api, file: a.toml }] }',
  )
  expect(deploys(workflow('fly deploy -a ${{ matrix.app }} -c ${{ matrix.file }}', { job: more }))).toEqual([
    '. w.toml app web by matrix.file',
    '. a.toml app api by matrix.file',
  ])
})

test('the folder of a step or of its job, and the app that FLY_APP names', () => {
  const job = '    defaults: { run: { working-directory: "./services/api" } }\n    env: { FLY_APP: api }\n'
  expect(deploys(workflow('fly deploy', { job }))).toEqual(['services/api services/api/fly.toml app api'])
  const step = '        working-directory: web\n'
  expect(deploys(workflow('fly deploy --app web', { job, step }))).toEqual(['web web/fly.toml app web'])
})

test.each([
  '${{ inputs.folder || github.workspace }}/src',
  "${{ github.event.inputs.folder || 'src' }}",
  "${{ github.event_name == 'push' && github.workspace || '.' }}/src",
])('an input that the workflow does not have is empty: %s', (folder) => {
  const step = `        working-directory: ${folder}\n`
  expect(deploys(workflow('fly deploy', { step }))).toContain('src src/fly.toml')
})

test('arguments of the action of flyctl, with the job and the place', () => {
  const text = `on: { pull_request: {} }
jobs:
  preview:
    steps:
      - uses: superfly/flyctl-actions@1.5
        with: { args: "deploy --config web/fly.toml" }
`
  expect(deployCommandsIn({ file: 'w.yml', text })).toEqual([
    {
      ...{
        folder: '.',
        config: 'web/fly.toml',
        app: undefined,
        dockerfile: undefined,
        options: [],
        matrix: undefined,
        job: 'preview',
        onPush: false,
      },
      at: { file: 'w.yml', line: 5, column: 15 },
    },
  ])
})

const JOB_ENV = `    env:
      APP: >-
        \${{ github.event.inputs.to == 'production'
            && 'shop'
            || 'shop-staging' }}
      CONFIG: \${{ inputs.to == 'production' && 'fly.toml' || 'fly.staging.toml' }}
`

/** A workflow whose step "names" runs a script before the deploy. */
const afterNames = (script: string, deploy: string): string => `on:
  push:
  workflow_dispatch:
    inputs:
      to: { type: choice, options: [staging, production] }
      name: { default: shop }
jobs:
  first:
    runs-on: ubuntu-latest
    outputs:
      app: \${{ steps.names.outputs.app }}
    steps:
      - id: names
        run: |
          ${script.replaceAll('\n', '\n          ')}
      - run: ${deploy}
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: flyctl deploy --app \${{ needs.first.outputs.app }} -c two.toml
`

const BRANCHES = `if [ "$TO" = production ]; then
  echo "app=shop" >> $GITHUB_OUTPUT
else
  echo "app=shop-staging" >> "$GITHUB_OUTPUT"
fi`

test('what a condition or a step before says is deployed, value by value', () => {
  expect(deploys(workflow('flyctl deploy --config "$CONFIG" --app "$APP"', { job: JOB_ENV }))).toEqual([
    '. fly.toml app shop',
    '. fly.staging.toml app shop-staging',
  ])
  expect(deploys(afterNames(BRANCHES, 'flyctl deploy --app ${{ steps.names.outputs.app }}'))).toEqual([
    '. fly.toml app shop',
    '. fly.toml app shop-staging',
    '. two.toml app shop',
    '. two.toml app shop-staging',
  ])
  const [variable] = deploys(
    afterNames('APP=shop\necho "app=$APP" >> $GITHUB_OUTPUT', 'fly deploy -a ${{ steps.names.outputs.app }}'),
  )
  expect(variable).toBe('. fly.toml app shop')
  expect(deploys(afterNames('echo "TARGET=shop" >> $GITHUB_ENV', 'fly deploy -a "$TARGET"'))[0]).toBe(
    '. fly.toml app shop',
  )
})

test('options of an input are values; what only a run knows stays unknown', () => {
  const one = (deploy: string) =>
    deploys(afterNames('true', deploy)).filter((text) => !text.includes('two.toml'))
  expect(one('fly deploy -c fly.${{ inputs.to }}.toml')).toEqual([
    '. fly.staging.toml',
    '. fly.production.toml',
  ])
  expect(one('fly deploy -a ${{ inputs.name }}')).toEqual(['. fly.toml app shop', '. fly.toml app *'])
  expect(one('fly deploy -a ${{ inputs.other }}')).toEqual(['. fly.toml app *'])
  expect(one('fly deploy -a ${{ steps.names.outputs.app }}')).toEqual(['. fly.toml app *'])
  expect(one("fly deploy -a shop-${{ github.ref == 'x' && github.sha || 'main' }}")).toEqual([
    '. fly.toml app shop-*',
    '. fly.toml app shop-main',
  ])
})
