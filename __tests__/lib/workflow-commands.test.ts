import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonText } from '../../src/lib/json-text.ts'
import { oneLine } from '../../src/lib/text.ts'
import { breakCommands } from '../../src/lib/workflow-commands.ts'
import { COMMANDS, hostileTexts } from '../support/hostile.ts'
import { commandsIn } from '../support/runner-commands.ts'

const runs = { numRuns: 3_000 }

describe('the parser of the tests, or nothing here could fail', () => {
  test.each(COMMANDS.filter((text) => !text.includes('\u001b')))('reads %j as a command', (text) => {
    expect(commandsIn(text)).toHaveLength(1)
  })

  test('reads names, properties and data as a runner does', () => {
    expect(commandsIn('::error file=a%2Cb,line=3::x%0Ay\r  ##[Set-Output name=n;]v%5D')).toEqual([
      { name: 'error', form: '::', properties: { file: 'a,b', line: '3' }, data: 'x\ny' },
      { name: 'set-output', form: '##[', properties: { name: 'n' }, data: 'v]' },
    ])
    expect(commandsIn('::other::x\na ::error::x\n##[other]x\n::error:x\n##[error')).toEqual([])
  })
})

test.each(COMMANDS)('%j is a line and no command', (text) => {
  expect(commandsIn(breakCommands(text))).toEqual([])
  expect(commandsIn(breakCommands(oneLine(text)))).toEqual([])
})

test('no text is a command, whatever it is made of', () => {
  fc.assert(
    fc.property(hostileTexts, (text) => {
      const broken = breakCommands(text)
      expect(commandsIn(broken)).toEqual([])
      expect(broken).not.toMatch(/##\[/)
      expect(breakCommands(broken)).toBe(broken)
      expect(commandsIn(breakCommands(oneLine(text)))).toEqual([])
    }),
    runs,
  )
})

test('what is no command stays as it is', () => {
  for (const text of ['a::b ::1', ': : x', '# # [a]', '## [a]', '#[derive]', 'std::io', '[::]:9090', ''])
    expect(breakCommands(text)).toBe(text)
})

test('JSON keeps every value, and prints no command and nothing unseen', () => {
  fc.assert(
    fc.property(fc.dictionary(hostileTexts, hostileTexts), fc.constantFrom(0, 2), (value, indent) => {
      const text = jsonText(value, indent)
      expect(JSON.parse(text)).toEqual(value)
      expect(commandsIn(text)).toEqual([])
      expect(breakCommands(text)).toBe(text)
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
    }),
    runs,
  )
})

test('the log of a runner carries out our own commands only', () => {
  const texts = [...COMMANDS, ...fc.sample(hostileTexts, 300)]
  const script = `
    import { readFileSync } from 'node:fs'
    import { runnerLog } from ${JSON.stringify(join(import.meta.dirname, '../../src/action/log.ts'))}
    const log = runnerLog()
    for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
      log.info(text)
      log.debug(text)
      log.block(text, [text, text])
      const problem = { code: 'x', message: text, hint: text, at: { file: text, line: 1, column: 1 } }
      for (const severity of ['error', 'warning']) log.problem({ ...problem, severity })
    }`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(stderr).toBe('')
  expect(stdout).not.toMatch(/##\[/)
  const count: Record<string, number> = {}
  for (const { name, form } of commandsIn(stdout)) count[form + name] = (count[form + name] ?? 0) + 1
  expect(count).toEqual({
    '::debug': texts.length,
    '::group': texts.length,
    '::endgroup': texts.length,
    '::error': 10,
    '::warning': 10,
  })
})
