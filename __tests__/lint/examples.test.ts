import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { CODES } from '../../src/model/diagnostic-codes.ts'
import { CLEAN, planOf, SUBJECTS, sceneOf } from '../support/lint-examples.ts'

const ROOT = join(import.meta.dirname, '../..')

const all = Object.entries(SUBJECTS).flatMap(([name, subject]) =>
  subject.entries.map((entry) => [entry.code, { name, subject, entry }] as const),
)
const told = (problems: readonly { code: string; at?: { file: string; line: number; column: number } }[]) =>
  problems.map(({ code, at }) => (at ? `${at.file}:${at.line}:${at.column} ${code}` : code)).toSorted()

test('a repository without mistakes has no diagnostic', async () => {
  expect(await planOf(CLEAN)).toEqual([])
})

test.each(all.filter(([, { entry }]) => entry.bad !== undefined))(
  '%s: the bad example has it, at the marked place, and nothing else',
  async (code, { subject, entry }) => {
    const { path, at, files, also } = sceneOf(subject, entry.bad ?? '')
    const problems = await planOf(files)
    const own = problems.filter((problem) => problem.code === code)
    expect(told(own)).toEqual([at === undefined ? code : `${path}:${at} ${code}`])
    expect(problems.map((problem) => problem.code).toSorted()).toEqual([code, ...also].toSorted())
    expect(JSON.stringify(problems)).not.toContain('hunter2')
    for (const { severity, message, hint } of own) {
      expect(severity).toBe(entry.severity)
      expect(message).toMatch(/\S.*[.?]$/)
      expect(hint).toMatch(/\S.*[.)?]$/)
    }
  },
)

test.each(all.filter(([, { entry }]) => entry.good !== undefined))(
  '%s: the good example has no diagnostic',
  async (_, { subject, entry }) => {
    expect(told(await planOf(sceneOf(subject, entry.good ?? '').files))).toEqual([])
  },
)

test.each(all)('%s: its subject, its file and its page have its name', (code, { name, entry }) => {
  expect(code.startsWith(`${name}/`)).toBe(true)
  // A check is one file; what other parts of the code report is listed with its subject.
  const file = 'check' in entry ? `src/lint/${code}.ts` : `src/lint/${name}`
  expect(existsSync(join(ROOT, file))).toBe(true)
  expect(existsSync(join(ROOT, 'docs/findings', `${code}.md`))).toBe(true)
  for (const sentence of [entry.what, entry.why]) expect(sentence).toMatch(/^\S.*[.)]$/s)
})

test('every code has its entry, and every entry its place in the order', () => {
  expect(all.map(([code]) => code).toSorted()).toEqual([...CODES].toSorted())
})

/** Where diagnostics are made without an entry, which has its code by its type. */
const BY_HAND = [
  ...[
    'src/inputs/read.ts',
    'src/lib/workspace.ts',
    'src/run/external-validators.ts',
    'src/config/sources/project.ts',
  ],
  ...['inputs', 'config', 'lint'].flatMap((folder) =>
    readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/${folder}/${file}`),
  ),
]

test('every code that a plan can report is in the list of codes', () => {
  const made =
    /(?:code(?::| =|\s\?)|\b(?:addError|unreadable|problem)\()[^;{}]*?(?<!=== )'([a-z]+\/[a-z0-9-]+)'/g
  const codes = BY_HAND.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(made)].map(([, code = '']) => code),
  )
  expect(codes).toEqual(expect.arrayContaining(['input/url', 'input/name-conflict', 'file/unreadable']))
  expect(new Set(codes).size).toBeGreaterThan(30)
  expect([...new Set(codes)].filter((code) => !CODES.includes(code as (typeof CODES)[number]))).toEqual([])
})
