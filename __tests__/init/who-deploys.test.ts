import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Which apps a push is to deploy: not those that a person deploys, that keep data, or whose build needs a step before it. */

interface Draft {
  apps: { app: string; deploy?: false }[]
}

const fly = (app: string, more = '') =>
  `app = "${app}"\nprimary_region = "fra"\n${more}\n[http_service]\ninternal_port = 8080\n`
const store = (app: string, { path, port }: { path: string; port: number }) =>
  `app = "${app}"\n[build]\nimage = "registry.fly.io/${app}:v2"\n[[mounts]]\nsource = "data"\ndestination = "${path}"\n[[services]]\ninternal_port = ${port}\n`

async function drafted(files: Files) {
  const { text, notes } = await draftOf(files)
  const { apps } = parse(text) as Draft
  return { text, notes, apps, watched: apps.filter(({ deploy }) => deploy === false).map(({ app }) => app) }
}

test.each([
  ['the volume of a database', store('shop-db', { path: '/var/lib/postgresql/data', port: 15432 }), true],
  ['a volume and the port of a database', store('shop-db', { path: '/data', port: 6379 }), true],
  ['a volume and another port', store('shop-db', { path: '/data', port: 7000 }), false],
  [
    'a site with a database in its machine',
    fly('shop-db', '[mounts]\nsource = "d"\ndestination = "/var/lib/mysql"\n'),
    false,
  ],
  ['a site with a volume', fly('shop-db', '[mounts]\nsource = "data"\ndestination = "/data"\n'), false],
])('%s', async (_, file, isHeld) => {
  const { watched, notes } = await drafted({ 'fly.toml': fly('shop'), 'db/fly.toml': file })
  expect(watched).toEqual(isHeld ? ['shop-db'] : [])
  expect(notes.some((note) => note.startsWith('db/fly.toml:1 It keeps data (a volume at /'))).toBe(isHeld)
})

test.each<[string, string, Files, string | undefined]>([
  [
    'its health checks',
    '[checks.pg]\ntype = "http"\nport = 5500\npath = "/flycheck/pg"\n',
    {},
    'db/fly.toml:5 has a health check of Fly Postgres (/flycheck/pg)',
  ],
  [
    'its volume',
    '[mounts]\nsource = "pg_data"\ndestination = "/data"\n',
    {},
    'db/fly.toml:3 has the volume of Fly Postgres (pg_data)',
  ],
  [
    'the command that makes it',
    '',
    { 'README.md': '# Setup\n\n    $ fly pg create --region fra \\\n        --name shop-db\n' },
    'README.md:3 has `fly pg create` for it',
  ],
  [
    'the command that connects an app to it',
    '',
    { 'up.sh': 'flyctl postgres attach --app shop shop-db\n' },
    'up.sh:1 has `fly postgres attach` for it',
  ],
  [
    'a command that asks it',
    '',
    { Makefile: 'db:\n\tfly postgres connect -a=shop-db\n' },
    'Makefile:2 has `fly postgres connect` for it',
  ],
  [
    'a command that makes a cache',
    '',
    { 'README.md': '`fly redis create -n shop-db`\n' },
    'README.md:1 has `fly redis create` for it',
  ],
  ['an app that a database is for', '', { 'up.sh': 'fly pg attach other --app shop-db\n' }, undefined],
  ['the name of a schema', '', { 'up.sh': 'fly pg attach other --database-name shop-db\n' }, undefined],
  [
    'a database of the team',
    '[build]\ndockerfile = "Dockerfile"\n',
    { 'up.sh': 'fly pg attach shop-db\n', 'db/Dockerfile': 'FROM node:22\nCOPY . .\n' },
    undefined,
  ],
  [
    'a site',
    '[http_service]\ninternal_port = 80\n',
    { 'README.md': '`fly pg create --name shop-db`\n' },
    undefined,
  ],
])('a database of Fly is never deployed: %s', async (_, more, files, why) => {
  const { text, notes } = await drafted({
    'fly.toml': fly('shop'),
    Dockerfile: 'FROM node:22\nCOPY . .\n',
    'db/fly.toml': `app = "shop-db"\n${more}`,
    ...files,
  })
  const reason = `${why}: flyctl makes and updates such a database, and a deploy would replace what runs in it`
  const said = `db/fly.toml:1 ${reason}: the draft only monitors shop-db (\`deploy: false\`).`
  expect(notes.includes(said)).toBe(why !== undefined)
  if (why !== undefined) expect(text).toContain(`# ${reason}.\n    deploy: false`)
})

test.each<[string, string, Files, string | undefined]>([
  [
    'a command that only waits',
    '[experimental]\ncmd = ["sleep", "1000"]\n[deploy]\nrelease_command = "bin/rails db:migrate"\n',
    {},
    'task/fly.toml:4 starts `sleep 1000`, which does nothing until a person starts a task there, and each deploy runs `bin/rails db:migrate`',
  ],
  [
    'an image that only waits',
    '',
    { 'task/Dockerfile': 'FROM ruby:3\nCOPY . .\nRUN bundle\nCMD ["tail", "-f", "/dev/null"]\n' },
    'task/Dockerfile starts `tail -f /dev/null`, which does nothing until a person starts a task there',
  ],
  [
    'no machines',
    '',
    { 'README.md': '```sh\nflyctl scale count 0 --app shop-task\n```\n' },
    'README.md:2 keeps none of its machines running: people start it for one task',
  ],
  [
    'no machines, by a script with its flags',
    '',
    {
      'README.md': '    bin/fly-task scale count 0\n    bin/fly-task deploy\n    fly deploy\n',
      'bin/fly-task': '#!/bin/sh\nexec fly -c task/fly.toml "$@"\n',
    },
    'README.md:1 keeps none of its machines running: people start it for one task',
  ],
  [
    'a pause',
    '',
    { 'down.sh': 'fly scale count 0 -a shop-task\nfly scale count 1 -a shop-task\n' },
    undefined,
  ],
  ['another app', '', { 'down.sh': 'fly scale count 0 -a shop\n' }, undefined],
  [
    'a server',
    '[http_service]\ninternal_port = 80\n',
    { 'down.sh': 'fly scale count 0 -a shop-task\n' },
    undefined,
  ],
  ['a command after a pause', '[processes]\nworker = "sleep 5; node worker.js"\n', {}, undefined],
])('an app that people start for one task is not deployed by a push: %s', async (_, more, files, why) => {
  const { watched, notes } = await drafted({
    'fly.toml': fly('shop'),
    Dockerfile: 'FROM node:22\n',
    'task/fly.toml': `app = "shop-task"\nprimary_region = "fra"\n${more}`,
    'task/Dockerfile': 'FROM node:22\nCOPY . .\nRUN npm install\nCMD ["node", "worker.js"]\n',
    ...files,
  })
  expect(watched).toEqual(why === undefined ? [] : ['shop-task'])
  if (why !== undefined) expect(notes.join('\n')).toContain(`${why}: the draft only monitors shop-task`)
})

test.each<[string, string, Files, string | undefined]>([
  [
    'a script writes the name of the app into a copy',
    '',
    {
      'ops/up.sh':
        'sed \\\n  -e "s/^app = .*/app = \\"${APP}\\"/" \\\n  "${ROOT}/ops/fly.toml" > /tmp/fly.toml\nfly deploy --config "$OTHER" --image "$IMAGE"\n',
    },
    'ops/up.sh:1 writes another name into ops/fly.toml before a deploy, so shop may be the name of no app',
  ],
  [
    'a script in the folder writes it in place',
    '',
    { 'ops/up.sh': 'sed -i "s/app = \\"shop\\"/app = \\"$NAME\\"/" fly.toml\nfly apps create "$NAME"\n' },
    'ops/up.sh:1 writes another name into ops/fly.toml before a deploy, so shop may be the name of no app',
  ],
  [
    'a comment calls it so',
    '# Fly.io app template for the API',
    {},
    'ops/fly.toml:1 says that it is a template',
  ],
  [
    'a comment says what is deployed',
    '# Image deploy only: see bootstrap.sh',
    {},
    'ops/fly.toml:1 says that only images of another build are deployed with it',
  ],
  [
    'a script reads the name of the app',
    '',
    { 'up.sh': 'APP=$(sed -n \'s/^app = "\\(.*\\)"/\\1/p\' ops/fly.toml)\nfly status\n' },
    undefined,
  ],
  ['a comment about other templates', '# mails are in template/mails', {}, undefined],
])('a Fly configuration that is filled in is not deployed as it is: %s', async (_, comment, files, why) => {
  const { watched, notes } = await drafted({ 'ops/fly.toml': `${comment}\n${fly('shop')}`, ...files })
  expect(watched).toEqual(why === undefined ? [] : ['shop'])
  if (why !== undefined)
    expect(notes.join('\n')).toContain(`ops/fly.toml:1 ${why}: the draft only monitors shop`)
})

const RENDER = (more: string) =>
  `services:\n  - type: web\n    name: shop-web\n    runtime: docker\n    dockerfilePath: ./api/Dockerfile\n${more}`
const ELSEWHERE = (step: string) =>
  `on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { file: api/Dockerfile }\n      ${step}\n`

test.each<[string, string, Files, string, boolean]>([
  [
    'each push deploys the same Dockerfile there',
    '',
    { 'render.yaml': RENDER('    autoDeploy: true\n') },
    'render.yaml:3 deploys api/Dockerfile to Render at each push, and nothing here deploys it to Fly',
    true,
  ],
  [
    'a workflow builds the same Dockerfile, and deploys it there',
    '',
    { '.github/workflows/a.yml': ELSEWHERE('- run: kubectl set image deploy/api api=$IMAGE') },
    '.github/workflows/a.yml:7 deploys api/Dockerfile to Kubernetes at each push, and nothing here deploys it to Fly',
    true,
  ],
  [
    'the Fly configuration is a backup',
    '# Backup option, beside Render',
    { 'render.yaml': RENDER('    autoDeploy: true\n'), 'README.md': '```\nfly deploy api\n```\n' },
    'render.yaml:3 deploys api/Dockerfile to Render at each push, and api/fly.toml:1 says that Fly is another option',
    true,
  ],
  [
    'people are told to deploy to Fly as well',
    '',
    { 'render.yaml': RENDER('    autoDeploy: true\n'), 'README.md': '```\nfly deploy api\n```\n' },
    'render.yaml:3 deploys api/Dockerfile to Render at each push, so it is not certain that shop runs on Fly as well.',
    false,
  ],
  [
    'the file does not say that a push deploys it',
    '',
    { 'railway.json': '{\n  "build": { "dockerfilePath": "api/Dockerfile" }\n}\n' },
    'railway.json:2 deploys api/Dockerfile to Railway, so it is not certain that shop runs on Fly as well.',
    false,
  ],
  ['the file is retired', '', { 'render.yaml': `# LEGACY\n${RENDER('    autoDeploy: true\n')}` }, '', false],
  [
    'a script deploys to Fly',
    '',
    { 'render.yaml': RENDER('    autoDeploy: true\n'), 'up.sh': 'fly deploy -c api/fly.toml\n' },
    'render.yaml:3 deploys api/Dockerfile to Render at each push, so it is not certain that shop runs on Fly as well.',
    false,
  ],
  [
    'a workflow builds an image, and deploys nothing',
    '',
    { '.github/workflows/a.yml': ELSEWHERE('- run: echo ok') },
    '',
    false,
  ],
])('an app that another platform has: %s', async (_, comment, files, said, isHeld) => {
  const { watched, notes } = await drafted({
    'api/fly.toml': `${comment}\n${fly('shop')}`,
    'api/Dockerfile': 'FROM node:22\nCOPY . .\nRUN npm install\n',
    'api/package.json': '{}\n',
    ...files,
  })
  expect(watched).toEqual(isHeld ? ['shop'] : [])
  expect(notes.join('\n')).toContain(said)
  expect(notes.some((note) => /to (?:Render|Railway|Kubernetes)/.test(note))).toBe(said !== '')
})

const DEPLOY = (flags: string) =>
  `on: push\njobs:\n  a:\n    env: { FLY_APP: acme-shop, FLY_REGION: iad }\n    steps:\n      - run: flyctl deploy ${flags}\n`

test.each<[string, string, Files, string[]]>([
  ['the only deploy names another one', '--app $FLY_APP', {}, ['acme-shop']],
  ['the only deploy takes that of the environment', '', {}, ['acme-shop']],
  ['a person deploys it by its own name', '--app $FLY_APP', { 'up.sh': 'fly deploy\n' }, ['shop']],
  ['the only deploy is of a test stage', '--app shop-staging', {}, ['shop']],
  [
    'the other one has a file of its own',
    '--app $FLY_APP',
    { 'other/fly.toml': fly('acme-shop') },
    ['shop', 'acme-shop'],
  ],
])(
  'the app of a Fly configuration is the one that is deployed with it: %s',
  async (_, flags, more, expected) => {
    const { apps, notes, text } = await drafted({
      'fly.toml': 'app = "shop"\n[http_service]\ninternal_port = 8080\n',
      '.github/workflows/deploy.yml': DEPLOY(flags),
      ...more,
    })
    expect(apps.map(({ app }) => app)).toEqual(expected)
    const said =
      'fly.toml:1 fly.toml names app shop, but .github/workflows/deploy.yml:6 deploys it to acme-shop, and nothing deploys it to shop: the draft has acme-shop.'
    expect(notes.includes(said)).toBe(expected[0] === 'acme-shop')
    expect(text).toContain(more['other/fly.toml'] === undefined ? 'region: iad' : 'region: fra')
  },
)

test('several regions in scripts say none', async () => {
  const files = { 'fly.toml': 'app = "shop"\n[http_service]\ninternal_port = 8080\n' }
  const scripts = { 'a.sh': 'fly deploy --regions fra\n', 'b.sh': 'PRIMARY_REGION=iad\nfly status\n' }
  expect((await drafted({ ...files, ...scripts })).text).toMatch(/ region:\n/)
})

test.each([
  ['# Deploy with: fly deploy (manual deploy)', true],
  ['  # deployed by hand, see RUNBOOK.md', true],
  ['# Manual deploy: fly deploy -c fly.toml', false],
  ['# For a manual deployment run fly deploy', false],
  ['# CI deploys this, no manual deploys please', false],
  ['# deploy with fly deploy', false],
])('a comment says who deploys: %s', async (comment, isHeld) => {
  const { watched, text } = await drafted({ 'fly.toml': `${comment}\n${fly('shop')}` })
  expect(watched).toEqual(isHeld ? ['shop'] : [])
  if (isHeld) expect(text).toContain('# fly.toml:1 says that people deploy it. ')
})

test('an app that is only an image for others is left out, unless something says that it runs', async () => {
  const base = { 'base/Dockerfile': 'FROM node:22\nRUN npm i -g prisma\n' }
  const files = {
    'web/fly.toml': fly('shop'),
    'web/Dockerfile':
      'ARG TAG=1\nFROM registry.fly.io/shop-base:${TAG} AS build\nFROM node:22\nCOPY --from=build /a /a\n',
  }
  const { apps, notes } = await drafted({ ...files, ...base, 'base/fly.toml': 'app = "shop-base"\n' })
  expect(apps.map(({ app }) => app)).toEqual(['shop'])
  expect(notes).toContain(
    'base/fly.toml:1 App shop-base is left out: it has no service and no process, and web/Dockerfile builds on its image (registry.fly.io/shop-base).',
  )
  const runs = { 'base/fly.toml': 'app = "shop-base"\n[processes]\nworker = "node w.js"\n' }
  expect((await drafted({ ...files, ...base, ...runs })).apps).toHaveLength(2)
  const other = {
    ...files,
    'web/Dockerfile': 'FROM node:22\nRUN true\n',
    'base/fly.toml': 'app = "shop-base"\n',
  }
  expect((await drafted({ ...base, ...other })).apps).toHaveLength(2)
})

test.each<[string, Files, string | undefined]>([
  [
    'a file that is not in the repository',
    { Dockerfile: 'FROM node:22\nCOPY dist/main.js .\n' },
    'Dockerfile copies dist/main.js, which is not in this repository and must be made before a deploy',
  ],
  [
    'ignored files in a folder that is only copied',
    {
      Dockerfile: 'FROM runtime:1\nCOPY app/ /app/\n',
      'app/a.js': '',
      '.gitignore': '.env\n/app/**/*.wasm\n',
    },
    '.gitignore:2 leaves out app/**/*.wasm, which Dockerfile copies and which must be made before a deploy',
  ],
  [
    'ignored files of a build in the image',
    {
      Dockerfile: 'FROM node:22\nCOPY app/ /app/\nRUN npm run build\n',
      'app/a.js': '',
      '.gitignore': 'app/dist/\n',
    },
    undefined,
  ],
  [
    'ignored files that no program needs',
    {
      Dockerfile: 'FROM nginx\nCOPY app/ /app/\n',
      'app/a.js': '',
      '.gitignore': 'app/.env.local\napp/logs/\n!app/x\n',
    },
    undefined,
  ],
])('what a build elsewhere makes: %s', async (_, files, reason) => {
  const { watched, text } = await drafted({ 'fly.toml': fly('shop'), ...files })
  expect(watched).toEqual(reason === undefined ? [] : ['shop'])
  if (reason !== undefined) expect(text).toContain(`# ${reason}. To deploy it`)
})

test.each<[string, Files, string | undefined]>([
  ['nothing', {}, 'and [build] names none'],
  ['arguments alone', { 'fly.toml': fly('shop', '[build.args]\nA = "1"\n') }, 'and [build] names none'],
  ['code alone', { 'package.json': '{}', 'server.js': '' }, 'and [build] names none'],
  ['a builder', { 'fly.toml': fly('shop', '[build]\nbuilder = "heroku/builder:24"\n') }, undefined],
  ['an image', { 'fly.toml': fly('shop', '[build]\nimage = "registry.fly.io/shop:v1"\n') }, undefined],
  ['a Dockerfile', { Dockerfile: 'FROM node:22\n' }, undefined],
])('an app is deployed where flyctl finds something to build: %s', async (_, files, reason) => {
  // A word about Dockerfiles: the examples of others have one by default.
  const { watched, notes, text } = await drafted({
    'fly.toml': fly('shop'),
    'README.md': 'Dockerfile',
    ...files,
  })
  expect(watched).toEqual(reason === undefined ? [] : ['shop'])
  if (reason === undefined) return
  expect(notes.join()).toContain(`a deploy of shop fails. So the draft only monitors it`)
  expect(text).toContain('[build] names none: a deploy fails. To deploy it with this action')
})

test('the draft deploys the apps of the preset, and no note says otherwise', async () => {
  const files = { 'fly.toml': fly('fechatter', '[build]\ndockerfile = "Dockerfile.fly"\n') }
  const { text, notes } = await draftOf(files, { preset: true })
  expect(text).not.toContain('deploy: false')
  expect(notes.filter((note) => note.includes('only monitors'))).toEqual([])
  expect(notes).toContain(
    'fly.toml:1 [build] names Dockerfile.fly, which is not in this repository: a deploy fails. The draft deploys fechatter nevertheless, as an app of the preset.',
  )
})

test.each([
  ['"https://q.example.com/[queue_id]/metrics"', '[queue_id]'],
  ['"postgres://app:[YOUR-PASSWORD]@db.internal"', '[YOUR-PASSWORD]'],
  ['"https://[project].example.com"', '[project]'],
  ['"""\n[\n  { "at": "https://a.io/<queue id>" }\n]"""', '<queue id>'],
  ['"https://your-domain.com"', 'your-domain'],
  ['"<the address goes here>"', '<the address goes here>'],
  ['"__API_HOST__"', '__API_HOST__'],
  ['"${{ vars.HOST }}"', '${{ vars.HOST }}'],
  ['"CHANGE_ME"', 'CHANGE_ME'],
])('what is to be filled in before a deploy is not deployed as it is: %s', async (value, told) => {
  const { watched, text } = await drafted({ 'fly.toml': fly('shop', `[env]\nA = "a"\nHOST = ${value}`) })
  expect(watched).toEqual(['shop'])
  expect(text).toContain(` has ${JSON.stringify(told)}, which looks like a text to be filled in`)
})

test.each([
  ['"https://rate-your-shop.fly.dev"', 'rate-your-shop'],
  ['"[::]:8080"', 'shop'],
  ['"Shop <noreply@example.com>"', 'shop'],
  ['"[\\"a_b\\"]"', 'shop'],
  ['"${FLY_APP_NAME}"', 'shop'],
  ['"Manage your account"', 'shop'],
  ["'<b>Hello</b>'", 'shop'],
])('a value is deployed as it is: %s', async (value, app) => {
  expect((await drafted({ 'fly.toml': fly(app, `[env]\nHOST = ${value}`) })).watched).toEqual([])
  const template = fly(app, '[env]\nPATH_TEMPLATE = "/[queue_id]/a"')
  expect((await drafted({ 'fly.toml': template })).watched).toEqual([])
})

test('an app that the draft only monitors is not said to be deployed by each push', async () => {
  const { watched, notes } = await drafted({
    'fly.toml': fly('shop'),
    'logs/fly.toml': 'app = "shop-logs"\n[build]\nimage = "timberio/vector:1"\n[metrics]\nport = 9598\n',
    '.github/workflows/a.yml':
      'on: push\njobs:\n  a:\n    steps:\n      - run: flyctl deploy --remote-only\n',
  })
  expect(watched).toEqual(['shop', 'shop-logs'])
  expect(notes.filter((note) => note.includes('each push'))).toEqual([])
})

test('what a script makes before it deploys is said, where this action would deploy without it', async () => {
  const hintOf = async (script: string) => {
    const { problems } = await draftOf({
      'fly.toml': fly('shop'),
      'package.json': JSON.stringify({ scripts: { ship: script } }),
      '.github/workflows/a.yml':
        'on: push\nenv: { FLY_API_TOKEN: x }\njobs:\n  a:\n    steps:\n      - run: npm run ship\n',
    })
    return problems.find(({ message }) => message.includes('deploys shop already'))?.hint
  }
  expect(await hintOf('cp -r ../domain ./domain && fly deploy --image x')).toMatch(
    /this action then deploys it, but without `--image` and `cp -r \.\.\/domain \.\/domain`\.$/,
  )
  expect(await hintOf('fly deploy --strategy=rolling --ha=false --vm-memory 512 --ha')).toMatch(
    /, but without `--strategy`, `--ha=false` and `--vm-memory`\.$/,
  )
  expect(await hintOf('fly deploy --ha=true --remote-only --update-only')).toMatch(
    /but without `--update-only`\.$/,
  )
  expect(await hintOf('npm run web:build; fly deploy')).toMatch(/, but without `npm run web:build`\.$/)
  expect(await hintOf('npm ci && docker build . && fly deploy && cp a b')).toMatch(/then deploys it\.$/)
})

test('names with the same words in another order are two apps', async () => {
  const code = { Dockerfile: 'FROM node:22\nRUN true\n' }
  const of = (folder: string, app: string): Files => ({
    [`${folder}/fly.toml`]: fly(app),
    [`${folder}/Dockerfile`]: code.Dockerfile,
  })
  const { apps } = await drafted({
    ...of('relay/live', 'shop-relay-server'),
    ...of('relay/testnet', 'shop-relay-testnet'),
    ...of('load/relay', 'shop-testnet-relay'),
  })
  expect(apps.map(({ app }) => app).toSorted()).toEqual(['shop-relay-server', 'shop-testnet-relay'])
})

const withEnv = (run: string, env: string) =>
  `on: push\njobs:\n  ship:\n    steps:\n      - run: ${run}\n        env:\n${env}`
const secret = (name: string, value: string) => `          ${name}: \${{ ${value} }}\n`

test.each([
  ['flyctl deploy -a "$FLY_APP"', secret('FLY_APP', 'secrets.FLY_APP')],
  ['flyctl deploy --app=${{ secrets.FLY_APP }}', secret('FLY_API_TOKEN', 'secrets.FLY_API_TOKEN')],
  ['flyctl deploy', secret('FLY_APP', 'secrets.FLY_APP')],
])('which app is deployed is not known where a secret names it: %s', async (run, env) => {
  const { watched, notes, text } = await drafted({
    'fly.toml': fly('shop'),
    '.github/workflows/a.yml': withEnv(run, env),
  })
  expect(watched).toEqual(['shop'])
  expect(notes.join()).toContain(
    'a.yml:5 This workflow deploys fly.toml to the app that `secrets.FLY_APP` names, which may be another one than shop',
  )
  expect([...notes, text].join()).not.toMatch(/deploys (?:it|shop) already/)
})

test('a secret beside the name of the app does not say it', async () => {
  const { notes } = await drafted({
    'fly.toml': fly('shop'),
    '.github/workflows/a.yml': withEnv('flyctl deploy -a shop', secret('FLY_APP', 'secrets.FLY_APP')),
  })
  expect(notes.join()).toContain('This workflow deploys shop already')
})

test.each([
  ['FLY_API_TOKEN', true],
  ['FLY_STAGING_TOKEN', false],
])('a token of the apps beside %s, of their other stage', async (token, isOther) => {
  const deploy = (file: string, value: string) =>
    withEnv(`flyctl deploy -c ${file}`, secret('FLY_API_TOKEN', `secrets.${value}`))
  const { notes } = await drafted({
    'fly.production.toml': fly('shop-prod'),
    'fly.staging.toml': fly('shop-staging'),
    '.github/workflows/a.yml': deploy('fly.production.toml', 'FLY_PROD_TOKEN'),
    '.github/workflows/b.yml': deploy('fly.staging.toml', token),
  })
  const note =
    '.github/workflows/a.yml:5 This deploy has its token from `secrets.FLY_PROD_TOKEN`. The drafted workflow takes `secrets.FLY_API_TOKEN`, which is that of another deploy here (.github/workflows/b.yml:5).'
  expect(notes.includes(note)).toBe(isOther)
})

test('every place that deploys an app is named', async () => {
  const workflow =
    'on: push\njobs: { d: { runs-on: ubuntu-24.04, steps: [{ run: flyctl deploy --remote-only }] } }\n'
  const deploying = async (files: Files) =>
    (await drafted({ 'fly.toml': fly('shop'), '.github/workflows/a.yml': workflow, ...files })).notes
      .filter((note) => note.includes('already'))
      .join()
  const woodpecker = 'steps:\n  deploy:\n    image: a/b\n    commands:\n      - flyctl deploy --remote-only\n'
  expect(await deploying({ '.woodpecker.yml': woodpecker })).toContain(
    '(`deploy: false`). .woodpecker.yml:5 deploys it too.',
  )
  expect(
    await deploying({ '.github/workflows/b.yml': workflow.replace('deploy ', 'deploy --app shop ') }),
  ).toContain('.github/workflows/b.yml:2 deploys it too.')
  const byHand = workflow.replace('push', 'workflow_dispatch')
  expect(await deploying({ '.github/workflows/b.yml': byHand })).toContain(
    '.github/workflows/b.yml:2 deploys it too.',
  )
  const twice = workflow.replace('{ d:', '{ e: { steps: [{ run: npm i }] },\n  d:')
  const both = workflow.replace('jobs: {', 'jobs: { c: { steps: [{ run: fly deploy }] },\n ')
  expect(await deploying({ '.github/workflows/a.yml': both })).toContain(
    '.github/workflows/a.yml:3 deploys it too.',
  )
  expect(await deploying({ '.github/workflows/a.yml': twice })).not.toContain('too.')
  const called = workflow.replace('push', 'workflow_call')
  const caller = (on: string) => `on: ${on}\njobs:\n  d:\n    uses: ./.github/workflows/a.yml\n`
  expect(
    await deploying({
      '.github/workflows/a.yml': called,
      '.github/workflows/b.yml': caller('push'),
      '.github/workflows/c.yml': caller('workflow_dispatch'),
    }),
  ).toContain('.github/workflows/c.yml:4 deploys it too.')
  for (const other of [
    byHand.replace('deploy ', 'deploy -c fly.dev.toml -a shop '),
    workflow.replace('deploy ', 'deploy -a shop-pr-${{ github.event.number }} '),
  ])
    expect(
      await deploying({ 'fly.dev.toml': fly('shop-dev'), '.github/workflows/b.yml': other }),
    ).not.toContain('too.')
  const { text } = await drafted({
    'fly.toml': fly('shop'),
    '.github/workflows/a.yml': workflow,
    '.github/workflows/b.yml': byHand,
  })
  expect(text).toContain(
    '# .github/workflows/a.yml:2 and .github/workflows/b.yml:2 deploy it already. To deploy it here instead: remove those steps, and this line.',
  )
})

test('a file in a folder below the workflows deploys nothing', async () => {
  const workflow = 'on: push\njobs: { d: { steps: [{ run: flyctl deploy }] } }\n'
  const of = async (path: string) =>
    (await drafted({ 'fly.toml': fly('shop'), [`.github/workflows/${path}`]: workflow })).watched
  expect(await of('archived/deploy.yml')).toEqual([])
  expect(await of('deploy.yml')).toEqual(['shop'])
})

test.each([
  ['if: inputs.ship', 'true', true],
  ['if: inputs.ship', 'false', false],
  ['if: inputs.ship', undefined, false],
  ['if: always() && inputs.ship == true', 'false', false],
  ['if: "!inputs.ship"', 'false', true],
  ["if: inputs.stage != ''", 'true', false],
  ["if: inputs.stage == 'live'", 'true', false],
  ["if: inputs.ship || github.event_name == 'push'", 'false', true],
  ['if: "!(failure() && inputs.ship && cancelled())"', 'false', true],
])('a workflow that another one runs, with %s and %s', async (condition, value, isDeployed) => {
  const given = value === undefined ? '' : `    with: { ship: ${value} }\n`
  const { watched } = await drafted({
    'fly.toml': fly('shop'),
    '.github/workflows/ci.yml': `on: push\njobs:\n  d:\n    uses: ./.github/workflows/build.yml\n${given}`,
    '.github/workflows/build.yml': `on:
  workflow_call: { inputs: { ship: { type: boolean, default: false }, stage: { type: string } } }
jobs:
  b:
    steps:
      - run: flyctl deploy
        ${condition}
`,
  })
  expect(watched).toEqual(isDeployed ? ['shop'] : [])
})

test.each([
  ['ship-one', 'environment: production', 'shop-dev'],
  ['ship-one', 'environment: { name: Prod, url: https://shop.example }', 'shop-dev'],
  ['ship-production', 'needs: []', 'shop-dev'],
  ['ship-production', 'environment: development', 'shop-staging'],
  ['ship-one', 'environment: pre-production', 'shop-staging'],
])('the stage that a job is for: %s, %s', async (job, environment, app) => {
  const { apps } = await drafted({
    'fly.toml': fly('shop-dev'),
    'fly.staging.toml': fly('shop-staging'),
    '.github/workflows/a.yml': `on: push
jobs:
  staging:
    environment: staging
    steps: [{ run: flyctl deploy -c fly.staging.toml }]
  ${job}:
    ${environment}
    steps: [{ run: flyctl deploy }]
`,
  })
  expect(apps).toEqual([expect.objectContaining({ app })])
})

test.each([
  ['fly.toml', '# This app is set up for auto-deploy.', true],
  ['fly.toml', '# auto-deployed on each push to main', true],
  ['fly.toml', '# Auto-deploy is not enabled.', false],
  ['fly.toml', '# To enable auto-deploy, connect the repository.', false],
  ['docs/OPERATIONS.md', "Merge it: Fly's auto-deploy ships it.", true],
  ['docs/OPERATIONS.md', "Fly's auto-deploy is off.", false],
  ['docs/OPERATIONS.md', '| web/ → Fly.io auto-deploy | `.github/workflows/web.yml` |', false],
  ['docs/OPERATIONS.md', 'Vercel auto-deploys the site.', false],
  ['web/README.md', "Fly's auto-deploy ships it.", false],
])('what each push deploys already: %s says %s', async (file, line, isHeld) => {
  const { watched, text } = await drafted({
    [file]: `${line}\n`,
    'fly.toml': file === 'fly.toml' ? `${line}\n${fly('shop')}` : fly('shop'),
  })
  expect(watched).toEqual(isHeld ? ['shop'] : [])
  if (isHeld) expect(text).toContain(`# ${file}:1 says that it is deployed automatically, and`)
})

const CRON = "on: { schedule: [{ cron: '0 * * * *' }] }"
const starting = (on: string, command: string, more = '') =>
  `${on}\njobs:\n  a:\n    steps:\n      - env: { FLY_APP: shop-jobs }\n        run: |\n          ${more}\n          ${command}\n`
const CRON_LINES = "on:\n  schedule:\n    - cron: '0 * * * *'"

test.each([
  ['a job', starting(CRON_LINES, 'flyctl machine start "$id" -a "$FLY_APP"'), true],
  ['a job on one line', starting(CRON, 'fly m start 1 -a shop-jobs'), true],
  [
    'a machine with a schedule',
    starting('on: push', 'fly machine run . -a shop-jobs --schedule hourly'),
    true,
  ],
  ['that of another app', starting(CRON_LINES, 'fly machine start 1 -a other'), false],
  ['a start by a person', starting('on: workflow_dispatch', 'fly machine start 1 -a shop-jobs'), false],
  ['a pause at night', starting(CRON_LINES, 'fly machine start $ID', 'fly machine stop $ID'), false],
])('%s that is started by the clock', async (_, workflow, isHeld) => {
  const { watched, text } = await drafted({
    'fly.toml': fly('shop'),
    Dockerfile: 'FROM node:22\nRUN true\n',
    'jobs/fly.toml': 'app = "shop-jobs"\n',
    'jobs/Dockerfile': 'FROM node:22\nRUN true\n',
    '.github/workflows/a.yml': workflow,
  })
  expect(watched).toEqual(isHeld ? ['shop-jobs'] : [])
  if (isHeld) expect(text).toMatch(/# \.github\/workflows\/a\.yml:\d+ starts its machine by the clock/)
})

const SHIP = '#!/bin/sh\ncd web\nnpm run build\ncd ..\nfly deploy\n'
const IMAGE = 'FROM python:3\nRUN apk add build-base\nCOPY . .\nCMD ["python", "main.py"]\n'

test.each<[string, Files, boolean]>([
  ['that only the script makes', {}, true],
  ['of a package', { '.gitignore': '', 'web/.gitignore': '/dist\n', 'web/package.json': '{}' }, true],
  ['that the image makes', { Dockerfile: `${IMAGE}RUN npm run build\n` }, false],
  ['that is not copied', { Dockerfile: IMAGE.replace('. .', 'main.py /'), 'main.py': '' }, false],
  ['that Docker leaves out', { '.dockerignore': 'web/dist\n' }, false],
  ['that Git keeps', { '.gitignore': '*.log\n' }, false],
  ['that the program does not need', { Dockerfile: IMAGE.replace('main.py', 'src/main.py') }, false],
  ['of one of two scripts', { 'bin/quick.sh': 'fly deploy\n' }, false],
])('the output of a build %s', async (_, files, isHeld) => {
  const { watched, text } = await drafted({
    'fly.toml': fly('shop'),
    Dockerfile: IMAGE,
    'bin/ship.sh': SHIP,
    '.gitignore': 'node_modules\n**/dist/\n',
    ...files,
  })
  expect(watched).toEqual(isHeld ? ['shop'] : [])
  if (isHeld)
    expect(text).toContain(
      '# bin/ship.sh:5 deploys it after `npm run build`, which Dockerfile does not run, and ',
    )
})

const MAKE = 'ENV ?= demo\ndeploy:\n\tfly deploy -c fly.$(ENV).toml -a shop-$(ENV)\n'

test.each<[string, Files, string | undefined]>([
  [
    'of a Makefile',
    {
      Makefile: MAKE.replace(' ?= demo', '_CHECK = 1').replace(
        '\tfly',
        '\t@[ "$(CONFIRM)" = 1 ] || exit 1\n\tfly',
      ),
    },
    'Makefile:4 deploys it after a question to a person (line 3)',
  ],
  [
    'of a script',
    { 'bin/ship.sh': 'read -r -p "Deploy to production? [y/N] " ok\nfly deploy -c fly.prod.toml\n' },
    'bin/ship.sh:2 deploys it after a question to a person (line 1)',
  ],
  [
    'and steps for other machines',
    { 'bin/ship.sh': 'fly machine stop -a helper $IDS\nfly deploy -c fly.prod.toml\n' },
    'bin/ship.sh:2 deploys it and changes machines as well (line 1), which a deploy alone does not',
  ],
  [
    'and a choice of what to do with machines',
    {
      'bin/ship.sh':
        'case "$1" in\n  stop) fly machine stop -a shop-prod $IDS ;;\n  *) fly deploy -c fly.prod.toml ;;\nesac\n',
    },
    undefined,
  ],
  ['for a value', { 'bin/ship.sh': 'read -p "Token: " T\nfly deploy -c fly.prod.toml\n' }, undefined],
  ['that is not there', { Makefile: MAKE }, undefined],
])('what a script does around a deploy: a question %s', async (_, files, why) => {
  const { watched, text } = await drafted({ 'fly.prod.toml': fly('shop-prod'), ...files })
  expect(watched).toEqual(why === undefined ? [] : ['shop-prod'])
  if (why !== undefined) expect(text).toContain(`# ${why}`)
})

const ONE = 'COPY package.json ./\nRUN npm i -g pnpm && pnpm i --frozen-lockfile --prod\n'
const LOCK = 'pnpm-lock.yaml'
const NEEDS = 'Dockerfile:3 fails in a deploy: `pnpm i --frozen-lockfile` needs pnpm-lock.yaml, which '

test.each<[string, string, Files, string | undefined]>([
  ['that nothing copies', ONE, { [LOCK]: '' }, `${NEEDS}no instruction before it copies`],
  ['that is not here', `COPY . .\n${ONE.slice(21)}`, {}, `${NEEDS}is not in this repository`],
  [
    'that Docker leaves out',
    `COPY . .\n${ONE.slice(21)}`,
    { [LOCK]: '', '.dockerignore': '# Small\n*.yaml\n!compose.yaml\n' },
    `${NEEDS}.dockerignore leaves out`,
  ],
  ['of a folder', `COPY . .\n${ONE.slice(21)}`, { 'web/package.json': '{}', [`web/${LOCK}`]: '' }, undefined],
  ['of a pattern', ONE.replace('package.json', 'package.json pnpm-*.yaml'), { [LOCK]: '' }, undefined],
  ['of another stage', `COPY --from=pruned /out/json/ ./\n${ONE}`, {}, undefined],
  ['that a command writes', ONE.replace('RUN', 'RUN pnpm i &&'), {}, undefined],
  [
    'that a mount has',
    ONE.replace('RUN', `RUN --mount=type=bind,source=${LOCK},target=${LOCK}`),
    {},
    undefined,
  ],
  ['that another command does without', ONE.replace('--prod', '|| pnpm i'), {}, undefined],
  ['that Yarn does without', 'COPY package.json ./\nRUN yarn install --frozen-lockfile\n', {}, undefined],
  [
    'of Cargo',
    'COPY Cargo.toml src ./\nRUN cargo build --release --locked\n',
    { 'Cargo.toml': '', 'src/main.rs': '', 'Cargo.lock': '' },
    'Dockerfile:3 fails in a deploy: `cargo build --release --locked` needs Cargo.lock, which no ',
  ],
])('an install with a lock file %s', async (_, build, files, why) => {
  const { watched, text } = await drafted({
    'fly.toml': fly('shop'),
    Dockerfile: `FROM node:24\n${build}CMD ["node", "."]\n`,
    'package.json': '{}',
    ...files,
  })
  expect(watched).toEqual(why === undefined ? [] : ['shop'])
  if (why !== undefined) expect(text).toContain(`# ${why}`)
})

test.each([
  ['that is required', 'required', 'pip install .', true],
  ['that may be absent', 'mode=0400', 'pip install .', false],
  ['that is not required', 'required=false', 'pip install .', false],
  ['that a branch asks for', 'mode=0400', 'if [ ! -f /run/secrets/key ]; then echo "none"; exit 1; fi', true],
  ['whose branch goes on', 'mode=0400', 'if [ ! -f /run/secrets/key ]; then echo "none"; fi; exit 1', false],
  ['in a variable', 'env=KEY', '[ -n "$KEY" ] || exit 1', true],
  ['whose value is read first', 'target=/key', 'K=$(cat /key) && pip install .', true],
  ['whose value is an option', 'target=/key', 'K=$(cat /key) pip install .', false],
])('a build with a secret %s', async (_, option, command, isHeld) => {
  const { watched, text } = await drafted({
    'fly.toml': fly('shop'),
    Dockerfile: `FROM python:3\nRUN --mount=type=secret,id=key,${option} ${command}\n`,
  })
  expect(watched).toEqual(isHeld ? ['shop'] : [])
  if (isHeld) expect(text).toContain('# Dockerfile:2 needs the build secret key, which a deploy with ')
})

test.each([
  ['job', '    if: ${{ success() && false }}\n', ''],
  ['step', '', 'if: false\n        '],
])('people switched the deploy of a workflow off: its %s', async (_, job, step) => {
  const workflow = `on: push\njobs:\n  ship:\n${job}    steps:\n      - ${step}run: fly deploy -c ops/fly.toml\n`
  const { watched, text, notes } = await drafted({
    'ops/fly.toml': fly('shop'),
    '.github/workflows/ship.yml': workflow,
  })
  expect(watched).toEqual(['shop'])
  expect(text).toMatch(/ship\.yml:\d+ deploys it, and an `if` that is always false switches that off/)
  expect(notes.join('\n')).not.toContain('This workflow deploys shop already')
})

const pushing = (...steps: string[]) =>
  `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((one) => `      - run: fly deploy ${one}\n`).join('')}`

test('the deploy of another stage with the same file is not that of the app', async () => {
  const name = '$' + '{{ steps.name.outputs.value }}'
  const at = '.github/workflows/d.yml'
  const of = (...steps: string[]) => drafted({ 'fly.toml': fly('shop'), [at]: pushing(...steps) })
  const stage = (named: string) =>
    `${at}:6 This deploys fly.toml as ${named}, which is taken for another stage of shop, so it is not in this draft.`
  for (const production of [`--app ${name}`, '']) {
    const { notes, watched } = await of(`--app ${name}-staging`, production)
    expect(notes).toContain(stage('`*-staging` (`*`: only a run knows it)'))
    const verb = production === '' ? 'deploys shop already' : 'may deploy shop'
    expect(notes.some((note) => note.startsWith(`${at}:7 This workflow ${verb}`))).toBe(true)
    expect(watched).toEqual(['shop'])
  }
  expect((await of('-a shop-dev', '-a shop')).notes).toContain(stage('`shop-dev`'))
  expect((await of('-a shop-worker', '-a shop')).notes.join()).not.toContain('another stage')
  // The file has the name of a test, and the workflow another one: it may be that of this app.
  expect((await of(`-a ${name}-prod`)).watched).toEqual(['shop'])
})

test('deploys with the same file under names that only a run knows are named', async () => {
  const step = (name: string) => `-c fly.toml -a $` + `{{ steps.${name}.outputs.app }}`
  const workflow = pushing(step('dev'), step('prod'))
  const { notes } = await drafted({ 'fly.toml': fly('shop'), '.github/workflows/d.yml': workflow })
  expect(notes.join('\n')).toContain(
    '.github/workflows/d.yml:7 may deploy it too, under a name that only a run knows.',
  )
})

test.each([
  [
    'shell.nix',
    "push = pkgs.writeShellScriptBin \"push\" ''\n  docker push $IMAGE\n  ${pkgs.flyctl}/bin/fly deploy --image registry.fly.io/shop:1 --app shop\n'';\n",
  ],
  ['ops/ship.sh', 'fly deploy --image registry.fly.io/shop:1 --app shop\n'],
])('a script that deploys an image to an app without a Fly configuration: %s', async (path, script) => {
  const { text, watched } = await drafted({ 'watch/fly.toml': fly('shop'), [path]: script })
  expect(watched).toEqual(['shop'])
  expect(text).toMatch(
    /# (?:shell\.nix:3|ops\/ship\.sh:1) deploys it with --image, which a deploy with this action does not have\./,
  )
})

test('a comment says that an image is made by hand', async () => {
  const comment = '# The image is built by Nix and pushed manually\n'
  expect((await drafted({ 'fly.toml': comment + fly('shop') })).watched).toEqual(['shop'])
})

test('a script deploys all apps of a list, whatever else its functions are given', async () => {
  const script = `LIST=("web:shop-web" "logs:shop-logs")
one() {
  cd "$1"
  flyctl deploy
  echo done > "$2"
}
for i in "\${!LIST[@]}"; do
  IFS=':' read -r folder app <<< "\${LIST[$i]}"
  one "$folder" "$(mktemp -d)/$i"
done
`
  const { apps, watched } = await drafted({
    'web/fly.toml': fly(
      'shop-web',
      '[build]\nimage = "grafana/grafana:12"\n[metrics]\nport = 3000\npath = "/metrics"\n',
    ),
    'logs/fly.toml': fly(
      'shop-logs',
      '[build]\nimage = "grafana/loki:3"\n[metrics]\nport = 3100\npath = "/metrics"\n',
    ),
    'api/fly.toml': fly('shop-api'),
    'deploy.sh': script,
  })
  expect(apps).toHaveLength(3)
  expect(watched).toEqual([])
})

test('a Prometheus that is not deployed, as its Fly configuration says', async () => {
  const prometheus = 'app = "eyes"\n[build]\nimage = "prom/prometheus:v3.4.1"\n'
  const of = async (comment: string) =>
    (await drafted({ 'fly.toml': fly('shop'), 'eyes/fly.toml': comment + prometheus })).notes.join('\n')
  expect(await of("# We don't actually deploy this to Fly\n# since …\n\n")).toContain(
    'eyes would run Prometheus (the image prom/prometheus:v3.4.1), but eyes/fly.toml:1 says that it is not deployed',
  )
  expect(await of('# Do not deploy without a volume\n')).toContain('eyes runs Prometheus already')
})

test.each<[string, string, boolean]>([
  ['by an image of another registry', 'fly deploy -c fly.toml --image ghcr.io/acme/shop:1.2.3', true],
  ['by an image with a tag to fill in', 'fly deploy --image ghcr.io/acme/shop:<sha>', true],
  ['by the image before', 'fly deploy --image ghcr.io/acme/shop:<previous>', false],
  ['by an image of Fly', 'fly deploy --image registry.fly.io/shop:deployment-01', false],
  ['also without an image', 'fly deploy --image ghcr.io/acme/shop:1\nfly deploy', false],
  ['with other options', 'fly deploy --build-arg A=1', false],
])('documents say that people deploy %s', async (_, command, isHeld) => {
  const { watched, text } = await drafted({
    'fly.toml': fly('shop'),
    'docs/shop.md': `# Shop\n\n\`\`\`bash\n${command}\n\`\`\`\n`,
  })
  expect(watched).toEqual(isHeld ? ['shop'] : [])
  expect(text.includes('docs/shop.md:4 deploys it with --image')).toBe(isHeld)
})

test.each<[string, Files, string | undefined]>([
  ['a calculated one', { 'up.sh': 'APP="${PREFIX}-api"\nfly deploy . -c fly.toml -a "$APP"\n' }, '*-api'],
  ['a written one', { 'up.sh': '# Up\nfly deploy . -c fly.toml -a acme-api\n' }, 'acme-api'],
  [
    'one that may be that of the app',
    { 'up.sh': '# Up\nfly deploy -c fly.toml -a "$PREFIX-demo"\n' },
    undefined,
  ],
  ['one that only a run knows', { 'up.sh': '# Up\nfly deploy -c fly.toml -a "$APP"\n' }, undefined],
  ['that of a preview', { 'up.sh': '# Up\nfly deploy -c fly.toml -a "shop-api-demo-pr-$PR"\n' }, undefined],
  [
    'one of several',
    { 'up.sh': '# Up\nfly deploy -c fly.toml -a acme-api\n', 'README.md': '```\nfly deploy\n```\n' },
    undefined,
  ],
])('a script deploys an app under another name: %s', async (_, files, name) => {
  const { watched, notes } = await drafted({ 'fly.toml': fly('shop-api-demo'), ...files })
  expect(watched).toEqual(name === undefined ? [] : ['shop-api-demo'])
  expect(notes.filter((note) => note.includes('may make another app'))).toEqual(
    name === undefined ? [] : [expect.stringContaining(`up.sh:2 deploys fly.toml as \`${name}\``)],
  )
})

test.each<[string, string, string]>([
  [
    'sed -i s/SHA/$sha/g ${{ matrix.app }}/fly.toml',
    'a step before it',
    'what line 7 writes to api/fly.toml',
  ],
  ['envsubst < base.toml > api/fly.toml', 'a redirection', 'what line 7 writes to api/fly.toml'],
  ['yq -i ".a=1" "$APP/fly.toml"', 'a folder that only a run knows', 'what line 7 writes to api/fly.toml'],
  ['sed -i s/a/b/ web/fly.toml', 'the file of another app', ''],
  ['cp api/fly.toml /tmp/x.toml', 'a copy of it', ''],
])('what a workflow writes before it deploys: %s (%s)', async (command, _, lost) => {
  const { problems } = await draftOf({
    'api/fly.toml': fly('shop-api'),
    '.github/workflows/a.yml': `on: push
env: { FLY_API_TOKEN: x }
jobs:
  a:
    strategy: { matrix: { app: [api] } }
    steps:
      - run: ${JSON.stringify(command)}
      - run: flyctl deploy
        working-directory: \${{ matrix.app }}
`,
  })
  const hint = problems.find(({ message }) => message.includes('deploys shop-api already'))?.hint
  expect(hint).toMatch(new RegExp(`then deploys it${lost && `, but without ${lost}`}\\.$`))
})
