import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { renderHtmlReport } from '../../src/report/html/page.ts'
import type { RunReport } from '../../src/report/report.ts'
import { toResult } from '../../src/report/result.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import { type Browser, type Page, startBrowser } from '../support/browser.ts'
import { hostileTexts } from '../support/hostile.ts'
import { fullReport, planted } from '../support/planted.ts'
import { evidence, report, target } from '../support/report.ts'
import { scratchFolder } from '../support/scratch.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const recorded = (name: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/reports', `${name}.json`), 'utf8'),
  ) as RunReport

const ATTACKS = [
  '<script>document.title="hacked"</script><img src="https://evil.example/x" onerror="document.title=1">',
  '"><svg onload=document.title="hacked"> \' onmouseover=x </pre></details></table></style>',
  '</title><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  'javascript:alert(1) https://evil.example/?a=1&b="2" &lt;b&gt; <!-- ]]>',
]

const folder = scratchFolder()
let browser: Browser
let files = 0

async function open(html: string, size = { width: 1200, height: 900, dark: false }): Promise<Page> {
  const file = join(folder.path, `${files++}.html`)
  writeFileSync(file, html)
  return browser.open(pathToFileURL(file).href, size)
}

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const fleet = (n: number): RunReport => {
  const regions = ['nrt', 'fra', 'iad', 'syd']
  const targets = Array.from({ length: n }, (_, i) =>
    target({
      ...{ service: `service_${i % 8}`, machine: `m${i}`, region: regions[i % 4] ?? '' },
      ...(i % 97 === 0 && { state: 'down', why: 'Refused.' }),
    }),
  )
  return report({ verdict: { kind: 'failed', failures: [] }, evidence: evidence({ targets }) })
}

const REPORTS: Record<string, () => RunReport> = {
  'a proven run': () => recorded('proven'),
  'a service that is down': () => recorded('one-service-down'),
  'a fleet': () => fleet(240),
  'a run without evidence': () => report({ evidence: undefined, monitoring: undefined }),
  'hostile texts': () => planted(report(fullReport()), ATTACKS.join(' ')),
}

describe.each(Object.entries(REPORTS))('%s', (_, make) => {
  test.each([
    [1200, false],
    [390, true],
  ])('is accessible at %s pixels, dark: %s, and requests nothing', async (width, dark) => {
    const page = await open(renderHtmlReport(make()), { width, height: 800, dark })
    await page.evaluate(AXE)
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    const violations = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))",
    )
    expect(violations).toEqual([])
    expect(page.complaints).toEqual([])
    expect(page.requests.filter((url) => !url.startsWith('file:'))).toEqual([])
    // Only tables scroll sideways, in their own frame.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })
})

test('on a phone, the headline and the first thing to do are on the first screen', async () => {
  const page = await open(renderHtmlReport(recorded('one-service-down')), {
    width: 390,
    height: 844,
    dark: false,
  })
  const bottom = await page.evaluate<number>(
    "document.querySelector('.todo .next').getBoundingClientRect().bottom",
  )
  expect(bottom).toBeLessThan(844)
})

test('the result for programs is in the page, and parses to what it was', async () => {
  const hostile = planted(report(fullReport()), ATTACKS.join('\n'))
  const page = await open(renderHtmlReport(hostile))
  expect(JSON.parse(await page.evaluate("document.getElementById('result').textContent"))).toEqual(
    JSON.parse(JSON.stringify(toResult(hostile))),
  )
})

test('no text becomes an element, an attribute or a link', async () => {
  const names =
    'JSON.stringify([...document.querySelectorAll("*")].map((one) => one.tagName + [...one.attributes].map(({ name }) => " " + name).sort().join("")))'
  const plain = await (await open(renderHtmlReport(planted(report(fullReport()), 'x')))).evaluate<string>(
    names,
  )
  const known = new Set(JSON.parse(plain) as string[])
  for (const text of [...ATTACKS, ...fc.sample(hostileTexts, 10)]) {
    const page = await open(renderHtmlReport(planted(report(fullReport()), text)))
    expect([
      text,
      (JSON.parse(await page.evaluate(names)) as string[]).filter((one) => !known.has(one) && one !== 'CODE'),
    ]).toEqual([text, []])
    expect(await page.evaluate('document.title')).not.toBe('hacked')
    expect(
      await page.evaluate(
        '[...document.links].map(({ href }) => href).filter((href) => /evil\\.example|javascript/.test(new URL(href).host + new URL(href).protocol))',
      ),
    ).toEqual([])
  }
})

test('what could not be checked is not shown as down, and what is well is folded', () => {
  const unknown = target({ state: 'unknown', machine: 'm2', region: 'fra', why: 'No answer.' })
  const page = (...targets: Evidence['targets']) =>
    renderHtmlReport(report({ evidence: evidence({ targets }) })).replace(/<details><summary>Result.*/s, '')
  expect(page(target(), unknown)).toContain('<span class="tag">1 not checked</span>')
  expect(page(target(), unknown)).not.toMatch(/class="tag bad"/)
  expect(page(target(), target({ machine: 'm2' }))).toContain('<summary>All 2 targets by region and machine')
})

test('two thousand targets are a page that opens', async () => {
  const html = renderHtmlReport(fleet(2_000))
  expect(Buffer.byteLength(html)).toBeLessThan(5_000_000)
  const page = await open(html)
  expect(await page.evaluate('document.body.innerText')).toContain('All 2000 targets by region and machine')
})

test('every panel with samples has a chart, whose label says what it shows', async () => {
  const known = recorded('one-service-down')
  const panels = new Set(
    known.evidence?.panels.flatMap(({ samples, panel, dashboard }) =>
      samples ? [`${dashboard.uid} ${panel.id}`] : [],
    ),
  )
  const page = await open(renderHtmlReport(known))
  const labels = await page.evaluate<string[]>(
    "[...document.querySelectorAll('svg')].map((one) => one.getAttribute('aria-label'))",
  )
  expect(labels).toHaveLength(panels.size)
  expect(labels.join('\n')).toMatch(/^Request rate by service: \d series from \d\d:\d\d to \d\d:\d\d UTC/m)
})
