// The gallery: reports of whole runs, recorded by __tests__/sandbox/record-reports.ts, as they are published.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { headline, runOutcome } from '../../src/report/headline.ts'
import { renderHtmlReport } from '../../src/report/html/page.ts'
import { proseMarkdown } from '../../src/report/markdown.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'

const SOURCE = 'https://github.com/fechatter/fechatter/blob/0123456789abcdef0123456789abcdef01234567'

/** In the order in which a team meets them. */
const TITLES = {
  plan: 'A pull request with findings',
  'first-deploy': 'The first deployment',
  proven: 'A check of what is deployed, all is well',
  unproven: 'A promised metric is missing, and `fail-on` does not require it',
  'one-service-down': 'One service is down',
  'all-services-down': 'Every service is down, for one reason',
  'fly-refuses': 'Fly refuses to create the volume',
  interrupted: 'The workflow was cancelled',
}

/** The files of the gallery by path. */
export function gallery() {
  const recorded = Object.fromEntries(
    globSync('__tests__/fixtures/reports/*.json').map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(file, 'utf8')),
    ]),
  )
  const names = Object.keys(TITLES).filter((name) => name in recorded)
  const files = names.flatMap((name) => [
    [`docs/gallery/${name}.md`, renderSummary(recorded[name], SOURCE)],
    [`docs/gallery/${name}.html`, renderHtmlReport(recorded[name], SOURCE)],
    [`docs/gallery/${name}.txt`, renderTerminalReport(recorded[name])],
  ])
  return { ...Object.fromEntries(files), 'docs/gallery/README.md': overview(names, recorded) }
}

function overview(names, recorded) {
  const rows = names.map((name) => {
    const report = recorded[name]
    const links = [`[summary](${name}.md)`, `[page](${name}.html)`, `[terminal](${name}.txt)`]
    return `| ${TITLES[name]} | \`${runOutcome(report)}\` | ${proseMarkdown(headline(report), 300)} | ${links.join(', ')} |`
  })
  return `# Gallery

Reports of whole runs, recorded in the [sandbox](../../__tests__/sandbox/record-reports.ts) and rendered by \`npm run generate\`: the job summary, the HTML page (output \`report-path\`, or \`--report FILE\`; download it to open it), and the report of the command line.

| run | verdict | headline | report |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
