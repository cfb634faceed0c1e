import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..', '..')
const text = readFileSync(join(root, '.github/THREAT-MODEL.md'), 'utf8')

/** attack, promise and test of each row of every table. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:attack|---) \|/.test(line))
  .map((line) => line.split(' | '))

test('every promise names the tests that hold it, and they exist', () => {
  expect(rows.length).toBeGreaterThan(25)
  for (const row of rows) {
    expect(row).toHaveLength(3)
    const tests = row[2]?.match(/`([^`]+)`/g)?.map((name) => name.slice(1, -1)) ?? []
    expect([row[0], tests.length > 0]).toEqual([row[0], true])
    expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([])
  }
})

test('every test that is named anywhere exists, and nothing else is named like one', () => {
  const named = text.match(/__tests__\/[\w./-]+/g) ?? []
  expect(named.filter((path) => !/\.test\.ts$/.test(path) || !existsSync(join(root, path)))).toEqual([])
})

test('the security policy leads there', () => {
  expect(readFileSync(join(root, '.github/SECURITY.md'), 'utf8')).toContain('(THREAT-MODEL.md)')
})
