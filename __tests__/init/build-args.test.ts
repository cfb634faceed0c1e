import { expect, test } from '@jest/globals'
import { draftOf, type Files } from '../support/init-draft.ts'

/** What a build gets from those who deploy: arguments without a default, in scripts for Unix and for Windows. */

const fly = (app: string, more = '') =>
  `app = "${app}"\nprimary_region = "fra"\n${more}\n[http_service]\ninternal_port = 8080\n`
const image = (...lines: string[]) => `FROM node:24\n${lines.join('\n')}\nRUN npm run build\n`
const ARG = image('ARG VITE_API', 'ENV VITE_API=$VITE_API')

const POWERSHELL = `Write-Host "-> fly deploy $App"
fly deploy \`
  --config web\\fly.demo.toml \`
  --build-arg "VITE_API=$env:API" \`
  -a $App
`
const PROMPT = `rem fly deploy
flyctl.exe deploy --config web\\fly.demo.toml ^
  --build-arg VITE_API=%API% -a %APP%
`
const UNIX = '# Up\nfly deploy -c web/fly.demo.toml --build-arg VITE_API=$API -a $APP\n'
const STAGE = { 'web/fly.demo.toml': fly('shop-web-demo') }

const drafted = async (files: Files) => {
  const { text, notes } = await draftOf({ 'web/fly.toml': fly('shop-web'), ...files })
  return { text, notes, isHeld: text.includes('deploy: false') }
}

test.each<[string, Files, string | undefined]>([
  ['PowerShell', { 'up.ps1': POWERSHELL }, 'up.ps1:2'],
  ['the command prompt', { 'up.cmd': PROMPT }, 'up.cmd:2'],
  ['a shell', { 'up.sh': UNIX }, 'up.sh:2'],
  [
    'a person who deploys the app without',
    { 'up.sh': UNIX, 'README.md': '```\ncd web; fly deploy\n```\n' },
    'up.sh:2',
  ],
  ['no one', {}, undefined],
  ['a script that gives another', { 'up.sh': UNIX.replace('VITE_API', 'VITE_URL') }, undefined],
  [
    'a script, and the file has it',
    { 'up.sh': UNIX, 'web/fly.toml': fly('shop-web', '[build.args]\nVITE_API = "x"') },
    undefined,
  ],
  [
    'a script, and there is a default',
    { 'up.sh': UNIX, 'web/Dockerfile': image('ARG VITE_API=/api') },
    undefined,
  ],
  [
    'a script, and a variable has a default',
    { 'up.sh': UNIX, 'web/Dockerfile': image('ARG VITE_API', 'ENV VITE_API=${VITE_API:-/api}') },
    undefined,
  ],
])('the build of another stage gets an argument from %s', async (_, files, at) => {
  const { text, isHeld } = await drafted({ 'web/Dockerfile': ARG, ...STAGE, ...files })
  expect(isHeld).toBe(at !== undefined)
  if (at) expect(text).toContain(`${at} gives VITE_API to the build with --build-arg`)
})

test.each<[string, string, boolean]>([
  ['is set in its stage', ARG, true],
  ['is set for a command', image('ARG VITE_API', 'RUN VITE_API=${VITE_API} npm run pages'), true],
  ['is only declared', image('ARG VITE_API'), false],
  ['is of the machines', image('ARG API', 'ENV API=$API'), false],
])('an argument without a value that %s', async (_, dockerfile, isSaid) => {
  const { notes, isHeld } = await drafted({ 'web/Dockerfile': dockerfile })
  expect(isHeld).toBe(false)
  expect(notes.filter((note) => note.includes('[build.args]'))).toEqual(
    isSaid ? [expect.stringContaining('web/Dockerfile:2 VITE_API: no default here')] : [],
  )
})
