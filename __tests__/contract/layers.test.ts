import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUTS } from '../../src/inputs/names.ts'
import { readInputs } from '../../src/inputs.ts'
import { outputs } from '../../src/report/outputs.ts'
import { report } from '../support/report.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = globSync('src/**/*.ts', { cwd: root }).toSorted()

/** What a file imports: packages by name, our own files by their path from the root. */
function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return found.map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name))
}

/** Imports of files of `from` that match `what`; the report is published at one place, which may. */
const crossings = (from: RegExp, what: RegExp): string[] =>
  sources
    .filter((file) => from.test(file) && file !== 'src/report/publish.ts')
    .flatMap((file) =>
      imports(file)
        .filter((name) => what.test(name))
        .map((name) => `${file} imports ${name}`),
    )

test('pure folders neither speak to the runner nor to the world', () => {
  const pure = /^src\/(config|content|lint|plan|render|report)\//
  const effects = /^(@actions\/|undici$|node:(child_process|http|https|fs)|src\/(clients|apply)\/)/
  expect(crossings(pure, effects)).toEqual([])
})

test('verification asks through what it is given: it opens no client of its own', () => {
  const effects = /^(@actions\/|node:(child_process|http|https|fs)|src\/(clients|apply)\/)/
  expect(crossings(/^src\/verify\//, effects)).toEqual([])
})

test('only the door and what writes to the runner know the runner', () => {
  const allowed = ['src/action.ts', 'src/lib/log-runner.ts', 'src/report/publish.ts']
  expect(sources.filter((file) => imports(file).some((name) => name.startsWith('@actions/')))).toEqual(
    allowed,
  )
})

test('nothing that ships reaches into the tests', () => {
  expect(
    sources.flatMap(imports).filter((name) => name.startsWith('__tests__') || name.startsWith('..')),
  ).toEqual([])
})

test('action.yml declares exactly the inputs that are read, with the defaults that they have', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  expect(Object.keys(action.inputs).toSorted()).toEqual([...INPUTS].toSorted())
  expect(Object.keys(action.outputs).toSorted()).toEqual(
    [...Object.keys(outputs(report())), 'summary-path'].toSorted(),
  )
  const given = Object.entries<{ default?: string }>(action.inputs).map(([name, input]) => [
    `INPUT_${name.toUpperCase()}`,
    input.default,
  ])
  const token = { 'INPUT_FLY-API-TOKEN': 't' }
  expect(readInputs({ ...Object.fromEntries(given), ...token })).toEqual(readInputs(token))
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' })
})
