import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cutMarkdown } from '../../src/report/cut-markdown.ts'
import { renderPublished } from '../../src/report/publication.ts'
import { rendered } from '../support/github-markdown.ts'
import { report } from '../support/report.ts'

const NOTE = '_More elsewhere._'

test('what fits is unchanged', () => {
  expect(cutMarkdown('# a\n\nb\n', 7, NOTE)).toBe('# a\n\nb\n')
})

test('it ends after a whole line, outside of code, and closes what is folded', () => {
  const document = [
    '# Verdict',
    '',
    '- first',
    '<details><summary>More</summary>',
    '',
    '- inside',
    '- also',
    '',
    '</details>',
    '',
    '````text',
    '<details>',
    '```',
    '````',
    '',
    'last',
  ].join('\n')
  const cuts = new Set<string>()
  for (let size = Buffer.byteLength(NOTE) + 14; size < Buffer.byteLength(document); size++) {
    const cut = cutMarkdown(document, size, NOTE)
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(size)
    cuts.add(cut.replace(`\n\n${NOTE}\n`, ''))
  }
  const upTo = (end: string) => document.slice(0, document.indexOf(end) + end.length)
  expect([...cuts]).toEqual([
    upTo('# Verdict'),
    upTo('- first'),
    `${upTo('- inside')}\n\n</details>`,
    upTo('</details>'),
  ])
})

test('whatever the text, it is within the limit in bytes, and is a beginning with the note', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 40, max: 400 }),
      (lines, size) => {
        const text = lines.join('\n')
        const cut = cutMarkdown(text, size, NOTE)
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(
          Math.max(size, Buffer.byteLength(text) <= size ? size : 0),
        )
        if (cut !== text)
          expect(text.startsWith(cut.slice(0, cut.lastIndexOf(`\n\n${NOTE}`)).trimEnd())).toBe(true)
      },
    ),
  )
})

test('a report with thousands of findings: verdict first, the first findings, and a line that says more', () => {
  const problems = Array.from({ length: 3_000 }, (_, i) => ({
    ...{
      code: `fly/type${i % 40}`,
      severity: 'error' as const,
      at: { file: `${i}.toml`, line: 1, column: 1 },
    },
    ...{ message: `${'ü€𝄞 @octocat '.repeat(60)}${i}`, hint: '<details>![x](http://evil.test/x.png)' },
  }))
  const run = report({ problems, verdict: { kind: 'failed', failures: [] } })
  const about = { mode: 'plan', config: '--> @octocat.yml', folder: '.', names: [], commit: 'c'.repeat(40) }
  const where = { runUrl: 'https://github.test/acme/chat/actions/runs/5', runId: 5, source: undefined }
  const text = renderPublished(run, { ...about, ...where }, '<!-- marker -->')
  expect(Buffer.byteLength(text)).toBeLessThan(65_536)
  expect(Buffer.byteLength(text)).toBeGreaterThan(50_000)
  expect(text.startsWith('<!-- marker -->\n# ❌ ')).toBe(true)
  expect(text).toContain('The rest is in the job summary')
  const [seen] = rendered([text])
  expect(seen?.references).toEqual([])
  expect(seen?.tags).not.toContain('img')
  expect(seen?.links).toContain(where.runUrl)
})
