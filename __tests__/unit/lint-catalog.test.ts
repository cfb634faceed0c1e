import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openWorkspace } from '../../src/lib/workspace.ts'
import { type Code, FINDINGS } from '../../src/lint/catalog.ts'
import { CODES } from '../../src/lint/codes.ts'
import { type PlanResult, plan } from '../../src/lint/plan.ts'
import { scratchFolder } from '../support/scratch.ts'
import { BESIDE, CASES, CLEAN } from './lint-cases.ts'

const ROOT = join(import.meta.dirname, '../..')

async function planOf(files: Record<string, string | Buffer>): Promise<PlanResult> {
  using folder = scratchFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true })
    writeFileSync(join(folder.path, name), content)
  }
  return await plan({
    workspace: openWorkspace(folder.path, '.'),
    config: { path: 'monitoring.yml', explicit: false },
    names: 'monitoring.yml' in files ? {} : { app: 'chat' },
    inputs: ['fail-on', 'fly-api-token', 'mode'],
    remoteWrite: false,
    validators: { missing: [], check: async () => [] },
  })
}

/** Invalid UTF-8 is written as bytes. */
const content = (text: string) => (text.includes('\xff') ? Buffer.from(text, 'latin1') : text)

test('a repository without faults has no finding', async () => {
  const { problems, checked } = await planOf(CLEAN)
  expect(problems).toEqual([])
  expect(checked).toMatchObject({ configuration: 1, 'Fly configurations': 1 })
})

test.each(Object.entries(CASES))('%s stands at its place, and goes when it is mended', async (code, one) => {
  const beside = BESIDE[code as Code] ?? {}
  const base: Record<string, string> = { ...CLEAN, ...beside }
  // The preset's own dockerfile is not there; without a configuration its types are assumptions.
  if (code === 'query/maybe-summary') delete base['monitoring.yml']
  const { problems } = await planOf({ ...base, [one.file]: content(one.text) })
  const found = problems.filter((problem) => problem.code === code)
  expect(found).not.toEqual([])
  const places = found.map(({ at }) => at && `${at.line}:${at.column}`)
  expect(places).toContain(one.at)
  for (const problem of found) {
    expect(problem.severity).toBe(FINDINGS[code as Code].severity)
    expect(problem.message).toMatch(/\S.*[.?]$/)
    expect(problem.hint).toMatch(/\S/)
  }
  const mended = await planOf({ ...base, [one.file]: content(one.fixed) })
  expect(mended.problems.filter((problem) => problem.code === code)).toEqual([])
})

/** Where findings are made without the catalogue's own function, which takes its codes alone. */
const BY_HAND = [
  ...['src/inputs.ts', 'src/lib/workspace.ts', 'src/clients/promtool.ts', 'src/project.ts'],
  ...['inputs', 'config', 'lint'].flatMap((folder) =>
    readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/${folder}/${file}`),
  ),
]

test('whatever code a plan can print is in the catalogue', () => {
  const made =
    /(?:code(?::| =|\s\?)|\b(?:complain|unreadable|problem)\()[^;{}]*?(?<!=== )'([a-z]+\/[a-z0-9-]+)'/g
  const codes = BY_HAND.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(made)].map(([, code = '']) => code),
  )
  expect(codes).toEqual(
    expect.arrayContaining(['input/url', 'input/name-conflict', 'file/unreadable', 'fly/flyctl']),
  )
  expect(new Set(codes).size).toBeGreaterThan(30)
  expect([...new Set(codes)].filter((code) => !CODES.includes(code as (typeof CODES)[number]))).toEqual([])
})
