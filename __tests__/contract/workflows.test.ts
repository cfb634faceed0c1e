import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { MODES } from '../../src/inputs/types.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

interface Job {
  needs?: string | string[]
  uses?: string
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  steps?: { uses?: string; with?: Record<string, string> }[]
}
interface Workflow {
  permissions: unknown
  on: Record<string, unknown>
  jobs: Record<string, Job>
}

const workflows = globSync('.github/workflows/*.yml', { cwd: root }).toSorted()
const workflow = (file: string): Workflow => parse(read(file)) as Workflow

test.each(workflows)('%s: no permission is given that is not explained, and no job runs for ever', (file) => {
  const { permissions, jobs } = workflow(file)
  expect(permissions).toEqual({})
  for (const job of Object.values(jobs)) {
    expect(job.permissions).toBeDefined()
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0)
  }
  const granted = read(file).match(/^ {6}[\w-]+: (?:read|write)\b.*$/gm) ?? []
  expect(granted.filter((line) => !/ # \w/.test(line))).toEqual([])
})

/** Everything that people copy or that runs here. */
const documents = globSync(
  ['.github/**/*.yml', 'templates/**/*.yml', 'README.md', 'docs/*.md', 'docs/how-to/*.md'],
  { cwd: root },
)

test('actions are pinned to one commit each, everywhere, with the version as a comment', () => {
  const pins = new Map<string, Set<string>>()
  for (const file of documents)
    for (const [line, action = '', ref = ''] of read(file).matchAll(/uses: (?!\.\/)([\w./-]+)@(.*)/g)) {
      if (action === 'fechatter/deploy-monitoring') continue
      expect([file, line]).toEqual([file, expect.stringMatching(/@[0-9a-f]{40} # v?\d+(?:\.\d+)+$/)])
      const repository = action.split('/').slice(0, 2).join('/')
      pins.set(repository, (pins.get(repository) ?? new Set()).add(ref))
    }
  expect([...pins].filter(([, refs]) => refs.size > 1)).toEqual([])
})

test('what people copy names one reference of this action: a commit, until there are releases', () => {
  const version = JSON.parse(read('package.json')).version as string
  const named = documents.flatMap((file) =>
    [...read(file).matchAll(/^ +(?:- )?uses: fechatter\/deploy-monitoring@(\S+)/gm)].map(([, ref]) => ref),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(new Set(named).size).toBe(1)
  expect(named[0]).toMatch(version.startsWith('0.') ? /^[0-9a-f]{40}$/ : /^v\d+$/)
})

test('that there is no release is said as long as there is none, and links lead to the pages of this version', () => {
  const isReleased = !JSON.parse(read('package.json')).version.startsWith('0.')
  const said = ['README.md', 'docs/how-to/README.md'].filter((file) =>
    /There is no release yet|not in the npm registry yet/.test(read(file)),
  )
  expect(said).toEqual(isReleased ? [] : ['README.md', 'docs/how-to/README.md'])
  const [, pages] = /\/blob\/(\S+)\/docs`/.exec(read('src/lib/documentation.ts')) ?? []
  expect(pages).toMatch(isReleased ? /^v\d+$/ : /^main$/)
})

test('the one required job waits for every other job of CI, also in the merge queue', () => {
  const { on, jobs } = workflow('.github/workflows/ci.yml')
  expect(Object.keys(on)).toEqual(expect.arrayContaining(['pull_request', 'merge_group', 'push']))
  const others = Object.keys(jobs).filter((name) => name !== 'required')
  expect([jobs.required?.needs].flat().toSorted()).toEqual(others.toSorted())
})

test('the action is started by a runner in every mode', () => {
  const steps = Object.values(workflow('.github/workflows/end-to-end.yml').jobs).flatMap(
    (job) => job.steps ?? [],
  )
  const started = steps.filter(({ uses }) => uses === './').map((step) => step.with?.mode)
  expect(started.toSorted()).toEqual([...MODES].toSorted())
})
