import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { COMMANDS } from '../support/hostile.ts'
import { commandsIn } from '../support/runner-commands.ts'

const [GUARD, YAML] = ['lib/node-messages.ts', 'formats/yaml-value.ts'].map((file) =>
  JSON.stringify(join(import.meta.dirname, '../../src', file)),
)
const TEXT = COMMANDS.join('\n')

/** Runs a script in a program of its own, guarded as ours are. */
function run(script: string) {
  const guarded = `import { guardNodeMessages } from ${GUARD}; guardNodeMessages(3); ${script}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', guarded], {
    input: TEXT,
    encoding: 'utf8',
  })
}

const READ = "const text = (await import('node:fs')).readFileSync(0, 'utf8');"

test('a warning of Node is one line, and no command', () => {
  const { status, stderr } = run(`${READ} process.emitWarning(text)`)
  expect(status).toBe(0)
  expect(stderr).toMatch(/^Warning: .*stop-commands.*\n$/)
  expect(commandsIn(stderr)).toEqual([])
})

test.each([
  ['that nobody catches', 'setTimeout(() => { throw new Error(text) })'],
  ['of a promise', 'void Promise.reject(new Error(text))'],
  ['that is none', 'setTimeout(() => { throw text })'],
])('an error %s ends the program with its code, and is no command', (_, script) => {
  const { status, stderr } = run(`${READ} ${script}`)
  expect(status).toBe(3)
  expect(stderr).toContain('stop-commands')
  expect(commandsIn(stderr)).toEqual([])
})

test('the reader of YAML warns of nothing, whatever a server has written', () => {
  const { status, stderr } = run(`
    import { parseYaml } from ${YAML}
    if (parseYaml('%FOO x\\n---\\na: !other "##[stop-commands]t"').a !== '##[stop-commands]t') throw 'not read'`)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
