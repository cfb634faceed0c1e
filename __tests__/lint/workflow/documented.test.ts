import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUTS } from '../../../src/inputs/names.ts'
import { concurrency } from '../../../src/lint/workflow/concurrency.ts'
import { lintWorkflow } from '../../../src/lint/workflow/lint.ts'

const ROOT = join(import.meta.dirname, '../../..')
const TEMPLATE = 'templates/workflows/deploy-monitoring.yml'

/** Every whole workflow of the documentation, and the one that `init` writes. */
const documented = [
  [TEMPLATE, readFileSync(join(ROOT, TEMPLATE), 'utf8')] as const,
  ...['README.md', ...globSync('docs/how-to/*.md', { cwd: ROOT })].flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^```ya?ml[^\n]*\n(.*?)^```/gms)]
      .map(([, text = '']) => text)
      .filter((text) => /^jobs:/m.test(text))
      .map((text) => [file, text] as const),
  ),
]

test('there are workflows in the documentation', () => {
  expect(documented.map(([file]) => file)).toEqual(expect.arrayContaining(['README.md', TEMPLATE]))
})

test.each(documented)('%s: the workflow has no finding', (_, text) => {
  expect(lintWorkflow(text, 'w.yml', { inputs: INPUTS })).toEqual([])
})

test('a deploy has one group everywhere: in the template, in the documentation and in the hint', () => {
  const groups = documented.flatMap(([, text]) => {
    const { concurrency: whole, jobs } = parse(text)
    return [whole, ...Object.values<{ concurrency?: unknown }>(jobs).map((job) => job.concurrency)]
  })
  const named = new Set(groups.flatMap((one) => (one ? [String(one.group)] : [])))
  const deploys = [...named].filter((group) => !/^(?:plan|verify|fly-staging)/.test(group))
  expect(deploys).toEqual(['fly-production'])
  expect(named).toContain('verify-production')
  const [found] = lintWorkflow(String(concurrency.bad).replace('▸', ''), 'w.yml', { inputs: INPUTS })
  expect(found?.hint).toContain('group: "fly-production"')
})
