import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PlannedChange, PlannedDeploy } from '../../src/model/planned.ts'
import { headline } from '../../src/report/headline.ts'
import { renderHtmlReport } from '../../src/report/html/page.ts'
import { countChanges } from '../../src/report/planned-rows.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import { rendered } from '../support/github-markdown.ts'
import { COMMANDS, hostileTexts } from '../support/hostile.ts'
import { report } from '../support/report.ts'

const change = (over: Partial<PlannedChange> = {}): PlannedChange => ({
  ...{
    platform: 'Fly',
    effect: 'change',
    kind: 'machine',
    subject: 'mon',
    what: 'deploy',
    reason: 'It differs.',
  },
  ...{ routine: false, certain: true, details: [], ...over },
})

const planned = (over: Partial<PlannedDeploy> = {}): PlannedDeploy => ({
  ...{ compared: ['Fly', 'Grafana'], changes: [change()], backtest: [], ...over },
})

const plan = (over: Partial<PlannedDeploy> = {}) =>
  report({
    mode: 'plan',
    evidence: undefined,
    verdict: { kind: 'unproven', failures: [] },
    checked: { a: 2 },
    planned: planned(over),
  })

test('changes are counted by their effect; routine ones are not changes, and unknown ones not unchanged', () => {
  expect(countChanges([])).toBe('no changes')
  expect(countChanges([change(), change(), change({ effect: 'add' })])).toBe('1 to add, 2 to change')
  expect(countChanges([change({ routine: true })])).toBe('no changes')
  expect(countChanges([change({ certain: false })])).toBe('no changes, 1 not known')
  expect(countChanges([change({ effect: 'remove' }), change({ certain: false })])).toBe(
    '1 to remove, 1 not known',
  )
})

test('the headline has the counts, and the platform where only one was compared', () => {
  expect(headline(plan())).toBe('Plan: 1 to change; no problems in 2 files')
  expect(headline(plan({ changes: [], compared: ['Grafana'] }))).toBe(
    'Plan: no changes in Grafana; no problems in 2 files',
  )
  expect(headline(plan({ changes: [], compared: ['Fly'] }))).toBe(
    'Plan: no changes at Fly; no problems in 2 files',
  )
  const { planned: _, ...without } = plan()
  expect(headline(without)).toBe('Plan: no problems in 2 files')
})

test('the changes are right below the headline, and their differences are folded and coloured', () => {
  const lines = ['@@ line 3 @@', ' a:', '-  - one', '+  - two', '~ and more']
  const text = renderSummary(plan({ changes: [change({ details: [{ title: '/etc/x.yml', lines }] })] }))
  expect(text).toMatch(
    /^# \S+ Plan: 1 to change.*\n\n(?:commit.*\n\n)?## What deploy would change\n\n\*\*1 to change\.\*\* /,
  )
  expect(text).toContain('```diff\n@@ line 3 @@\n a:\n-  - one\n+  - two\n! and more\n```')
  const [seen] = rendered([text])
  expect(seen?.texts('summary')[0]).toMatch(/mon: deploy\. It differs\. \(\+1 −1 ~1\)$/)
})

test('without anything compared there is no section; a deploy folds it', () => {
  const { planned: _, ...without } = plan()
  expect(renderSummary(without)).not.toContain('What deploy would change')
  const deploy = report({
    planned: planned({ changes: [change({ details: [{ title: 't', lines: ['+ a'] }] })] }),
  })
  expect(renderSummary(deploy)).toContain('<summary>Changes in detail</summary>')
})

test.each<[string, Partial<PlannedDeploy>, string, RegExp]>([
  ['tried', { backtest: [{ alert: 'A', change: 'new', fired: 2, note: '' }] }, '3 were tried.', /not tried/],
  ['not tried', {}, 'New and changed alerts were not tried on past data: 3 were tried.', /^$/],
])('alerts that were %s say so everywhere, and the price is a sentence', (_, over, note, never) => {
  const one = plan({ ...over, backtestNote: '3 were tried.', price: 'about $6.20 for 30 days' })
  for (const text of [
    renderSummary(one),
    renderHtmlReport(one).split('id="result"')[0],
    renderTerminalReport(one),
  ]) {
    expect(text).toContain(note)
    expect(text).not.toMatch(never)
    expect(text?.replace('&#36;', '$')).toContain('About $6.20 for 30 days.')
  }
})

test('many and long differences leave room for the rest of the summary', () => {
  const lines = Array.from({ length: 200 }, () => `+ ${'x'.repeat(400)}`)
  const changes = Array.from({ length: 300 }, () => change({ details: [{ title: 't', lines }] }))
  const text = renderSummary(plan({ changes }))
  expect(text.length).toBeLessThan(400_000)
  expect(text).toContain('… and 240 more.')
  expect(text).toContain('There are too many differences to be shown')
})

/** A plan that has one text in all its fields. */
function filled(text: string) {
  const details = [
    { title: text, lines: [text, `+ ${text}`, `- ${text}`] },
    { title: `/${text}`, lines: [` ${text}`] },
  ]
  const all = { subject: text, what: text, reason: text, kind: text }
  return plan({
    changes: [
      change(all),
      change({ ...all, details }),
      change({ ...all, certain: false, platform: 'Grafana' }),
    ],
    downtime: text,
    price: text,
    backtest: [{ alert: text, change: 'new', fired: 3, firingSeconds: 5, period: '2 days', note: text }],
    backtestNote: text,
  })
}

const ATTACKS = [
  '</summary></details><img src=x onerror=alert(1)>',
  '```\n# heading\n```',
  '`````` <script>x</script>',
  '@octocat #1 GH-3 a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  '![x](https://evil.example/x.png) [x](https://evil.example) <https://evil.example>',
  '\n\n<img src=x>\n\n',
  '~~~\n<details>',
  '| a | b |\n| --- | --- |',
  ...COMMANDS,
]

test('foreign text in any field stays text', () => {
  const some = [...ATTACKS, ...fc.sample(hostileTexts, { numRuns: 100, seed: 7 })]
  const [plain, ...documents] = rendered(['x', ...some].map((text) => renderSummary(filled(text))))
  for (const [i, document] of documents.entries()) {
    const about = JSON.stringify(some[i])
    expect([about, document.tags.filter((tag) => !plain?.tags.includes(tag))]).toEqual([about, []])
    expect([about, document.references]).toEqual([about, []])
    expect([about, document.links]).toEqual([about, plain?.links])
    expect([about, document.texts('h1').length, document.texts('h2').length]).toEqual([
      about,
      1,
      plain?.texts('h2').length,
    ])
  }
})

test('in a terminal each text stays on its line', () => {
  for (const text of ATTACKS) {
    const [plain, hostile] = ['x', text].map((one) => renderTerminalReport(filled(one)).split('\n').length)
    expect([text, hostile]).toEqual([text, plain])
    expect(renderTerminalReport(filled(text))).not.toContain('\u001b')
  }
})
