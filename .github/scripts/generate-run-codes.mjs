// Generates docs/run-codes.md from the tables that the code has about what a run reports.
import { KNOWN_ERRORS } from '../../src/clients/flyctl/known-errors.ts'
import { CHECK_MEANINGS, CLAIM_CODES } from '../../src/model/claim-codes.ts'
import { PROBLEM_CODES } from '../../src/model/problem-codes.ts'
import { REASON_TEXTS } from '../../src/verify/targets/reason-texts.ts'

/** A target with names that readers put their own in for. */
const EXAMPLE = {
  service: 'SERVICE',
  app: 'APP',
  isOnFly: true,
  machines: ['MACHINE'],
  machineState: 'started',
  addresses: ['[fdaa::1]:9090'],
  port: 9090,
  path: '/metrics',
  scrapeUrl: 'http://[fdaa::1]:9090/metrics',
  lastError: '',
  siblingUp: false,
  lost: 0,
  checksPass: undefined,
}

/** Every code with its meaning and what to do, by section. */
export const runCodes = () => ({
  Targets: [
    ...Object.entries(REASON_TEXTS).map(([name, describe]) => {
      const { why, next } = describe({ ...EXAMPLE, machineState: name === 'stopped' ? 'stopped' : 'started' })
      return [`target-${name}`, why, next]
    }),
    ...claims(/^target-/),
  ],
  'Metrics, panels and rules': claims(/^(?!target-)/),
  'Checks of the deployment': Object.entries(CHECK_MEANINGS).map(([area, [holds, next]]) => [
    `${area}-broken`,
    `It does not hold: ${holds[0].toLowerCase()}${holds.slice(1)}`,
    next,
  ]),
  // The texts of errors of flyctl are more exact than those of the table.
  Fly: onceEach([...fly(), ...problems(/^fly/)]).toSorted(([a], [b]) => a.localeCompare(b)),
  'Grafana and GitHub': problems(/^(?:grafana|github)/),
  'Prometheus and proxies': problems(/^(?:prometheus|proxy)/),
  'Contract, drill, destroy, init and the run itself': problems(/^(?!fly|grafana|github|prometheus|proxy)/),
})

const claims = (names) => rowsOf(CLAIM_CODES, names)
const problems = (names) => rowsOf(PROBLEM_CODES, names)
const rowsOf = (table, names) =>
  Object.entries(table)
    .filter(([code]) => names.test(code))
    .map(([code, [meaning, next]]) => [code, meaning, next])

/** The errors of flyctl that are known by their text, each code once. */
function fly() {
  const found = /.*/.exec('…')
  found[1] = found[2] = found[3] = '…'
  return KNOWN_ERRORS.map(({ code, what, hint }) => [
    code,
    what(found, 'APP'),
    typeof hint === 'string' ? hint : hint(found, 'APP'),
  ])
}

/** The first row of each code. */
const onceEach = (rows) => rows.filter(([code], i) => rows.findIndex(([other]) => other === code) === i)

export function runCodesPage() {
  const sections = Object.entries(runCodes()).map(
    ([title, rows]) =>
      `## ${title}\n\n| code | what it means | what to do |\n| --- | --- | --- |\n${rows.map(row).join('\n')}\n`,
  )
  const contents = Object.keys(runCodes()).map((title) => `- [${title}](#${slug(title)})`)
  return { 'docs/run-codes.md': `${INTRODUCTION}\n${contents.join('\n')}\n\n${sections.join('\n')}` }
}

const row = ([code, ...cells]) => `| <a id="${code}"></a>\`${code}\` | ${cells.map(cell).join(' | ')} |`
const cell = (text) => text.replaceAll('<', '&lt;').replaceAll('|', '\\|').replaceAll('\n', ' ')
const slug = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')

const INTRODUCTION = `<!-- Generated from the tables in src by "npm run generate". -->

# Codes of a run

What \`deploy\`, \`verify\`, \`dashboards\`, \`contract\`, \`drill\` and \`destroy\` report, by code. The report of a run has the names, numbers and commands of your deployment in these sentences. A plan reports [findings](findings.md) instead, whose codes have a \`/\`.

A claim that is known can be [accepted for a while](how-to/accept.md) by its code. For each check, \`…-not-checked\` says that it could not be made, and \`…-warning\` that it holds with a remark.
`
