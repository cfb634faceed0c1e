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

const npm = (folder: string, name: string, script: string): Files => ({
  [folder === '.' ? 'package.json' : `${folder}/package.json`]: JSON.stringify(
    { name: `@shop/${folder.split('/').at(-1)}`, scripts: { [name]: script } },
    null,
    2,
  ),
})

/** The apps that a workflow deploys. */
async function deployed(run: string, more: Files, folder?: string) {
  const { text, notes } = await draftOf({
    'fly.toml': fly('shop'),
    'apps/api/fly.toml': fly('api'),
    '.github/workflows/ship.yml': workflow(run, folder),
    ...more,
  })
  const { apps } = parse(text) as Draft
  const others = notes.find((note) => note.includes('deploy only other apps')) ?? ''
  const watched = apps.filter(({ app, deploy }) => deploy === false && !others.includes(` ${app} (`))
  return { watched: watched.map(({ app }) => app), notes }
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
  [
    'a script of npm by another name',
    'yarn ship',
    npm('.', 'ship', 'fly deploy -c apps/api/fly.toml'),
    ['api'],
  ],
  ['one with a colon', 'pnpm run fly:prod', npm('.', 'fly:prod', 'cd apps/api && flyctl deploy'), ['api']],
  [
    'one of a package by its name',
    'pnpm --filter @shop/api ship',
    npm('apps/api', 'ship', 'fly deploy'),
    ['api'],
  ],
  ['one of a workspace', 'yarn workspace @shop/api ship', npm('apps/api', 'ship', 'fly deploy'), ['api']],
  ['one of a workspace of npm', 'npm run ship -w apps/api', npm('apps/api', 'ship', 'fly deploy'), ['api']],
  ['one of a folder', 'bun run --cwd apps/api ship', npm('apps/api', 'ship', 'fly deploy'), ['api']],
  [
    'a script that starts others',
    'npm run release',
    {
      'package.json':
        '{ "scripts": { "release": "run-s build ship", "build": "tsc", "ship": "fly deploy apps/api" } }',
    },
    ['api'],
  ],
  ['a script that deploys nothing', 'yarn release', npm('.', 'release', 'semantic-release'), []],
  [
    'a task of a Taskfile',
    'task ship ENV=prod',
    {
      'Taskfile.yml':
        "version: '3'\ntasks:\n  build: go build\n  ship:\n    deps: [build]\n    cmds:\n      - task: fly\n  fly:\n    dir: apps/api\n    cmds:\n      - cmd: flyctl deploy --remote-only {{.CLI_ARGS}}\n",
    },
    ['api'],
  ],
  [
    'a task of an included Taskfile, in an environment of tools',
    'flox activate -- task api:ship',
    {
      'Taskfile.yml': "version: '3'\nincludes:\n  api: { taskfile: ./apps/api, dir: ./apps/api }\n",
      'apps/api/Taskfile.yml': "version: '3'\ntasks:\n  ship: flyctl deploy\n",
    },
    ['api'],
  ],
  [
    'a task of mise',
    'mise run ship',
    { 'mise.toml': '[tasks.ship]\ndepends = ["build"]\nrun = ["fly deploy -c apps/api/fly.toml"]\n' },
    ['api'],
  ],
  [
    'a task of mise in a file of its own',
    'mise run ship:api',
    { '.mise/tasks/ship/api': '#!/usr/bin/env bash\nfly deploy -c apps/api/fly.toml\n' },
    ['api'],
  ],
  [
    'a task of Deno',
    'deno task ship',
    { 'deno.json': '{ "tasks": { "ship": "fly deploy apps/api" } }' },
    ['api'],
  ],
  [
    'a program of the repository',
    'doppler run -- ./bin/ship api',
    { 'bin/ship': '#!/bin/sh\nfly deploy "apps/$1"\n' },
    ['api'],
  ],
  [
    'a script of a flake',
    'nix run --quiet .#ship-api',
    {
      'flake.nix': `{
  packages = {
    ship-all = pkgs.writeShellScriptBin "ship-all" ''
      \${pkgs.flyctl}/bin/flyctl deploy --config \${./fly.toml}
    '';
    ship-api = pkgs.writeShellApplication {
      name = "ship-api";
      text = ''
        echo "''\${HOME}"
        \${pkgs.lib.getExe pkgs.flyctl} deploy --config \${apps/api/fly.toml} --image web:v\${self.rev}
      '';
    };
  };
}
`,
    },
    ['api'],
  ],
  ['a program of another flake', 'nix run nixpkgs#ship', { 'flake.nix': '{ }' }, []],
  [
    'a target below a longer one, which starts others',
    'make deploy',
    {
      'web/fly.toml': fly('web'),
      Makefile:
        'deploy-web:\n\tfly deploy web\n\ndeploy-api:\n\tfly deploy apps/api\n\ndeploy:\n\tmake deploy-api\n\tmake deploy-web\n',
    },
    ['web', 'api'],
  ],
  [
    'a target that needs others by any name',
    'make deploy',
    {
      'web/fly.toml': fly('web'),
      Makefile: 'web:\n\tfly deploy web\n\napi:\n\tfly deploy apps/api\n\ndeploy: build web api\n',
    },
    ['web', 'api'],
  ],
  [
    'several targets of make',
    'make build ship-api',
    { Makefile: 'build:\n\tgo build\n\nship-api:\n\tfly deploy apps/api\n' },
    ['api'],
  ],
  ['a target by another name', 'make ship', { Makefile: 'ship:\n\tfly deploy apps/api\n' }, ['api']],
])('%s', async (_, run, more, expected) => {
  const { watched } = await deployed(run, more)
  expect(watched).toEqual(expected)
})

test('the folder of the step is where a script starts', async () => {
  const { watched } = await deployed('./deploy.sh', { 'apps/api/deploy.sh': 'fly deploy\n' }, 'apps/api')
  expect(watched).toEqual(['api'])
})

test.each(['.forgejo', '.gitea'])('workflows in %s deploy as those of GitHub', async (folder) => {
  const { text, notes } = await draftOf({
    'fly.toml': fly('shop'),
    [`${folder}/workflows/ship.yml`]: workflow('flyctl deploy'),
  })
  expect((parse(text) as Draft).apps).toMatchObject([{ app: 'shop', deploy: false }])
  expect(notes[0]).toContain(`${folder}/workflows/ship.yml:7 This workflow deploys shop already`)
})

const STAGED = `STAGES=(dev live)
ship() {
  local app="$2-$1"
  flyctl deploy -c "$CONFIG" --app "$app"
}
main() {
  local stage=""
  local app="all"
  while [[ $# -gt 0 ]]; do
    case $1 in
      dev|live)
        stage="$1"
        shift
        ;;
      *)
        app="$1"
        shift
        ;;
    esac
  done
  if [[ "$app" == all ]]; then
    ship "$stage" shop
  else
    ship "$stage" "$app"
  fi
}
main "$@"
`

test('the stage that a script is started for is that of its apps, and what only a run knows may be deployed', async () => {
  const steps = ['dev', 'live'].map((stage) => `      - run: ./ship.sh ${stage} "$APP"\n`).join('')
  const { text, notes } = await draftOf({
    'fly.live.toml': fly('shop-live'),
    'fly.jobs.toml': fly('jobs-live'),
    'ship.sh': STAGED,
    'by-hand.sh': 'fly deploy -c fly.live.toml --build-arg A=1\n',
    '.github/workflows/ship.yml': `on: push\nenv: { FLY_API_TOKEN: x }\njobs:\n  ship:\n    steps:\n${steps}`,
  })
  expect(text).toContain('# .github/workflows/ship.yml:7 deploys it already. To deploy it here instead')
  expect(text).toContain(
    '# .github/workflows/ship.yml:7 may deploy it: only a run knows which apps it deploys. If it does not, remove this line.',
  )
  expect(notes).toContain(
    '.github/workflows/ship.yml:7 This workflow may deploy jobs-live: only a run knows which apps it deploys, so the draft only monitors it (`deploy: false`).',
  )
})

const MIX = `defmodule Shop.MixProject do
  defp aliases do
    [
      "ship.dev": [fn _ -> ship("shop.dev", "dev") end],
      "ship.prod": ["assets.build", &prod/1],
      api: "cmd --cd apps/api fly deploy"
    ]
  end

  def ship(host, env) do
    Mix.Shell.IO.cmd(
      "flyctl deploy -a shop-#{env} --build-arg HOST=#{host} --build-arg KEY=#{key()}"
    )
  end

  defp prod(_), do: ship("shop.com", "prod")
  def prod(_) do
    System.cmd("fly", ["deploy", "-a", "shop-prod"], into: IO.stream())
  end
end
`

test.each<[string, string, Files, string[]]>([
  ['a function of an alias', 'mix ship.prod --remote-only', { 'mix.exs': MIX }, ['shop-prod']],
  ['a command of an alias', 'mix api', { 'mix.exs': MIX }, ['api']],
  [
    'a file of its own',
    'mix ship.api',
    { 'lib/mix/tasks/ship.api.ex': 'def run(_), do: Mix.shell().cmd("fly deploy apps/api")\n' },
    ['api'],
  ],
  ['a task of mix itself', 'mix deps.get', { 'mix.exs': MIX }, []],
])('a task of mix deploys: %s', async (_, command, files, expected) => {
  const { watched } = await deployed(command, { 'fly.toml': fly('shop-prod'), ...files })
  expect(watched).toEqual(expected)
})

test('of two workflows that deploy a file without a name, that of production names it', async () => {
  const files: Files = {
    '.github/workflows/a-dev.yml': workflow('mix ship.dev'),
    '.github/workflows/b-prod.yml': workflow('mix ship.prod'),
    'mix.exs': MIX,
  }
  const { text, notes } = await draftOf({ 'fly.toml': 'primary_region = "fra"\n', ...files })
  expect((parse(text) as Draft).apps).toEqual([{ app: 'shop-prod', config: 'fly.toml', deploy: false }])
  expect(notes.join('\n')).toContain('b-prod.yml:7 This workflow deploys shop-prod already')
})

test.each([
  ['that of its stage', 'prod.yml', true],
  ['of another stage', 'to_dev.yml', false],
  ['of no stage', 'ship.yml', true],
])('a step that is not read may deploy an app, in a workflow %s', async (_, name, isHeld) => {
  const { text, notes } = await draftOf({
    'fly.toml': fly('shop-prod'),
    [`.github/workflows/${name}`]: workflow('rake deploy'),
  })
  expect(
    text.includes(`# .github/workflows/${name}:7 may deploy it: only a run knows which apps it deploys.`),
  ).toBe(isHeld)
  expect(notes.some((note) => note.includes('This workflow may deploy shop-prod: only a run knows'))).toBe(
    isHeld,
  )
})
