import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Workflows that deploy by a script or a target of a build tool: which apps those deploy is read from them. */

interface Draft {
  apps: { app: string; deploy?: false }[]
}

const fly = (app: string) => `app = "${app}"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n`

const workflow = (run: string, folder = '.') => `on: push
jobs:
  ship:
    env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }
    steps:
      - uses: superfly/flyctl-actions/setup-flyctl@master
      - run: ${run}
        working-directory: ${folder}
`

/** The apps that a workflow deploys, and those that this action would deploy. */
async function deployed(run: string, more: Files, folder?: string) {
  const { text, notes } = await draftOf({
    'fly.toml': fly('shop'),
    'apps/api/fly.toml': fly('api'),
    '.github/workflows/ship.yml': workflow(run, folder),
    ...more,
  })
  const { apps } = parse(text) as Draft
  return { watched: apps.filter(({ deploy }) => deploy === false).map(({ app }) => app), notes }
}

test.each<[string, string, Files, string[]]>([
  [
    'a script with arguments',
    'bash scripts/deploy-app.sh apps/api/fly.toml',
    { 'scripts/deploy-app.sh': 'set -e\nfly deploy -c "$1" --remote-only\n' },
    ['api'],
  ],
  [
    'a script in its folder that starts another one',
    './apps/api/deploy.sh',
    {
      'apps/api/deploy.sh':
        'cd "$(dirname "$0")/../.."\nbash scripts/retry.sh . --config apps/api/fly.toml\n',
      'scripts/retry.sh': 'for i in 1 2 3; do\n  flyctl deploy "$@" && break\ndone\n',
    },
    ['api'],
  ],
  [
    'a target of make with a variable',
    'make deploy APP=api',
    { Makefile: 'build:\n\tgo build\n\ndeploy: build\n\t@cd apps/$(APP) && fly deploy\n' },
    ['api'],
  ],
  [
    'a script of npm that starts one of the shell',
    'npm run deploy',
    { 'package.json': '{ "scripts": { "deploy": "bash ./ship.sh" } }', 'ship.sh': 'fly deploy apps/api\n' },
    ['api'],
  ],
  [
    'a recipe of just',
    'just deploy-api',
    { justfile: 'deploy-api *args:\n    fly deploy -c apps/api/fly.toml {{args}}\n' },
    ['api'],
  ],
  [
    'a script that only sets secrets, in a folder that is called so',
    'bash deploy/fly/secrets.sh',
    { 'deploy/fly/secrets.sh': 'fly secrets set A="$A"\n' },
    [],
  ],
  [
    'a script that looks for flyctl',
    'bash deploy-it.sh',
    {
      'deploy-it.sh':
        'if command -v flyctl; then\n  FLY="$(command -v flyctl)"\nelse\n  FLY=fly\nfi\n"${FLY}" deploy -c apps/api/fly.toml\n',
    },
    ['api'],
  ],
  [
    'a text about a deploy',
    '|\n          cat >> report.md <<EOF\n          npm run deploy\n          EOF',
    {},
    [],
  ],
  ['a script that is not here', './bin/deploy.sh', {}, ['shop', 'api']],
  [
    'a script of another kind',
    'npm run deploy',
    { 'package.json': '{ "scripts": { "deploy": "tsx deploy.ts" } }' },
    ['shop', 'api'],
  ],
])('%s', async (_, run, more, expected) => {
  const { watched } = await deployed(run, more)
  expect(watched).toEqual(expected)
})

test('the folder of the step is where a script starts', async () => {
  const { watched } = await deployed('./deploy.sh', { 'apps/api/deploy.sh': 'fly deploy\n' }, 'apps/api')
  expect(watched).toEqual(['api'])
})
