import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { runProgram } from '../support/command-line.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Programs are started, on a machine that may be busy. */
jest.setTimeout(120_000)

const SECRETS = {
  FLY_API_TOKEN: 'fm2_token-of-the-person',
  PROMETHEUS_PASSWORD: 'password-of-the-person',
}

/** What we look for. */
const ASKED_FOR = ['flyctl', 'fly', 'promtool', 'git', 'tar']

/** And what that could start in turn. */
const NAMES = [...ASKED_FOR, 'gzip', 'node', 'sh', 'env', 'ssh', 'docker']

/** Programs that a repository can bring along: at its root, in its folders, as packages of every level. */
const FOLDERS = [
  'repository',
  'repository/bin',
  'repository/scripts',
  'repository/apps/chat',
  'repository/apps/chat/bin',
  'repository/apps/chat/node_modules/.bin',
  'repository/apps/node_modules/.bin',
  'repository/node_modules/.bin',
  // npx takes what is above a repository, too.
  'node_modules/.bin',
]

function scene() {
  const scratch = scratchFolder()
  const at = (path: string) => join(scratch.path, path)
  const marker = at('marker')
  const repository = at('repository')
  for (const folder of ['repository', 'repository/apps/chat'])
    cpSync(join(import.meta.dirname, '../sandbox/repository'), at(folder), { recursive: true })
  execFileSync('git', ['init', '--quiet', repository])
  for (const folder of FOLDERS)
    for (const name of NAMES) {
      mkdirSync(at(folder), { recursive: true })
      // What it writes would be the proof: that it ran, and all that it was told.
      writeFileSync(at(`${folder}/${name}`), `#!/bin/sh\n{ echo "$0"; /usr/bin/env; } >>'${marker}'\n`)
      chmodSync(at(`${folder}/${name}`), 0o755)
    }
  mkdirSync(at('links'))
  for (const name of ASKED_FOR) symlinkSync(at(`repository/bin/${name}`), at(`links/${name}`))
  symlinkSync(at('repository/bin'), at('way'))
  for (const key of ['fsmonitor', 'hooksPath', 'sshCommand', 'pager', 'editor', 'askPass', 'gitProxy'])
    configure(repository, 'core', key, key === 'hooksPath' ? at('repository/bin') : at('repository/bin/git'))
  for (const [section, key] of [
    ['alias', 'check-ignore'],
    ['pager', 'check-ignore'],
    ['diff', 'external'],
    ['credential', 'helper'],
    ['filter "x"', 'clean'],
  ] as const)
    configure(repository, section, key, `!${at('repository/bin/git')}`)
  lookBare(at('repository/apps'), at('repository/bin/git'))
  return {
    at,
    /** As npx makes it, with what a careless person may have put in beside it. */
    path: (...more: string[]) =>
      [
        ...FOLDERS.filter((folder) => folder.endsWith('.bin')).map(at),
        '',
        '.',
        './bin',
        'node_modules/.bin',
        at('links'),
        at('way'),
        ...FOLDERS.map(at),
        ...more,
        dirname(process.execPath),
        '/usr/bin',
        '/bin',
      ].join(delimiter),
    marked: () => (existsSync(marker) ? readFileSync(marker, 'utf8') : ''),
    [Symbol.dispose]: () => scratch[Symbol.dispose](),
  }
}

/** A folder that git takes for a repository without files, with a configuration that can be committed. */
function lookBare(folder: string, program: string): void {
  for (const name of ['objects', 'refs']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(folder, 'config'), `[core]\n\tworktree = ${folder}\n\tfsmonitor = ${program}\n`)
}

const configure = (repository: string, section: string, key: string, value: string): void =>
  appendFileSync(join(repository, '.git/config'), `[${section}]\n\t${key} = ${JSON.stringify(value)}\n`)

const WORDS = [
  ['plan'],
  ['init', '--dry-run'],
  ['init', '--force'],
  ['verify', '--timeout', '5s'],
  ['deploy', '--timeout', '5s'],
  ['dashboards', '--timeout', '5s'],
  ['password'],
]

test.each([
  ['its root', 'repository'],
  ['a folder of it', 'repository/apps/chat'],
  ['a folder of it that is no place for an app', 'repository/apps'],
])('from %s no program of a repository is started, whatever is asked for', async (_, folder) => {
  using it = scene()
  for (const args of WORDS) {
    const { stdout, stderr } = await runProgram(args, {
      cwd: it.at(folder),
      env: { PATH: it.path(), HOME: it.at('home'), TMPDIR: it.at('.'), ...SECRETS },
    })
    expect([args, it.marked()]).toEqual([args, ''])
    expect(stdout + stderr).not.toContain('bug of deploy-monitoring')
  }
})

test('in a folder without git, which a runner has filled, the whole of it counts', async () => {
  using it = scene()
  execFileSync('rm', ['-r', it.at('repository/.git')])
  for (const args of WORDS) {
    await runProgram(args, {
      cwd: it.at('repository/apps/chat'),
      env: { PATH: it.path(), TMPDIR: it.at('.'), GITHUB_WORKSPACE: it.at('repository'), ...SECRETS },
    })
    expect([args, it.marked()]).toEqual([args, ''])
  }
})

test('the flyctl of the person is found behind all of these, and looks for its helpers where they are', async () => {
  using it = scene()
  mkdirSync(it.at('tools'))
  const seen = it.at('seen')
  writeFileSync(
    it.at('tools/flyctl'),
    `#!/usr/bin/env sh
case "$1" in version) echo '{"Name":"flyctl","Version":"0.4.88"}'; exit;; esac
printf '%s\\n' "$(docker)" "$PATH" "$FLY_API_TOKEN" >>'${seen}'
echo 'Error: You must be authenticated to view this.' >&2; exit 1
`,
  )
  writeFileSync(it.at('tools/docker'), '#!/usr/bin/env sh\necho the one of the person\n')
  for (const name of ['flyctl', 'docker']) chmodSync(it.at(`tools/${name}`), 0o755)
  const { code } = await runProgram(['verify', '--timeout', '20s'], {
    cwd: it.at('repository/apps/chat'),
    env: { PATH: it.path(it.at('tools')), TMPDIR: it.at('.'), ...SECRETS },
  })
  expect(code).toBe(3)
  expect(it.marked()).toBe('')
  const [docker, path, token] = readFileSync(seen, 'utf8').split('\n')
  expect(docker).toBe('the one of the person')
  expect(token).toBe(SECRETS.FLY_API_TOKEN)
  expect(path?.split(delimiter)).toEqual([
    it.at('links'),
    it.at('tools'),
    dirname(process.execPath),
    '/usr/bin',
    '/bin',
  ])
})
