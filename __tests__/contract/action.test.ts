import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { actionOutputs } from '../../src/action/outputs.ts'
import { INPUTS } from '../../src/inputs/names.ts'
import { readInputs } from '../../src/inputs/read.ts'
import { report } from '../support/report.ts'

const root = join(import.meta.dirname, '..', '..')

test('action.yml declares exactly the inputs that are read, with the defaults that they have', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  expect(Object.keys(action.inputs).toSorted()).toEqual([...INPUTS].toSorted())
  expect(Object.keys(action.outputs).toSorted()).toEqual(
    [...Object.keys(actionOutputs(report())), 'summary-path', 'report-path', 'sarif-file'].toSorted(),
  )
  const given = Object.entries<{ default?: string }>(action.inputs).map(([name, input]) => [
    `INPUT_${name.toUpperCase()}`,
    input.default,
  ])
  const token = { 'INPUT_FLY-API-TOKEN': 't' }
  expect(readInputs({ ...Object.fromEntries(given), ...token })).toEqual(readInputs(token))
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' })
})
