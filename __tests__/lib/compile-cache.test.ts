import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compile-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a program that keeps its compiled code and loads one more module. */
function start(env: Record<string, string>, cwd = process.cwd()): void {
  const own = new URL('../../src/lib/', import.meta.url)
  const program = `
    const { keepCompiledCode } = await import('${new URL('compile-cache.ts', own)}')
    keepCompiledCode(process.env)
    await import('${new URL('duration.ts', own)}')`
  execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    env,
    cwd,
  })
}

test('compiled code is kept in the home folder of the user', () => {
  const home = join(folder, 'home')
  mkdirSync(home)
  start({ HOME: home })
  expect(readdirSync(join(home, '.cache/deploy-monitoring'), { recursive: true }).length).toBeGreaterThan(1)
})

/** Bytes of compiled code that a program keeps which loads this module in this way. */
function keptBy(load: string): number {
  const home = mkdtempSync(join(folder, 'home-'))
  const uncalled = Array.from({ length: 200 }, (_, i) => `export function f${i}(a) { return [a, a + ${i}] }`)
  writeFileSync(join(home, 'code.mjs'), uncalled.join('\n'))
  const program = `
    const { cachedDataVersionTag } = await import('node:v8')
    const { keepCompiledCode, loadCompiled } = await import('${new URL('../../src/lib/compile-cache.ts', import.meta.url)}')
    keepCompiledCode(process.env)
    const flags = cachedDataVersionTag()
    await ${load}
    if (cachedDataVersionTag() !== flags) throw new Error('A flag of V8 stays set.')`
  const argv = ['--no-warnings', '--input-type=module', '-e', program]
  execFileSync(process.execPath, argv, { env: { HOME: home, CODE: join(home, 'code.mjs') } })
  const cache = join(home, '.cache/deploy-monitoring')
  const files = readdirSync(cache, { recursive: true }).map((name) => statSync(join(cache, String(name))))
  return files.filter((one) => one.isFile()).reduce((sum, { size }) => sum + size, 0)
}

test('what is loaded compiled is kept with functions that nothing has called', () => {
  const plain = keptBy('import(process.env.CODE)')
  expect(keptBy('loadCompiled(() => import(process.env.CODE))')).toBeGreaterThan(plain + 20_000)
})

test.each([
  ['on a GitHub-hosted runner', { RUNNER_ENVIRONMENT: 'github-hosted' }],
  ['without a home folder', { HOME: '' }],
])('nothing is written %s', (_, env) => {
  start({ HOME: folder, ...env })
  expect(readdirSync(folder)).toEqual([])
})

test('a home folder that does not exist is not created', () => {
  const home = join(folder, 'nobody')
  start({ HOME: home })
  expect(existsSync(home)).toBe(false)
})

test('a home folder that is part of the repository may hold code of others', () => {
  start({ HOME: folder, GITHUB_WORKSPACE: folder })
  start({ HOME: folder }, folder)
  expect(readdirSync(folder)).toEqual([])
})
