// docs/findings.md and a page for every diagnostic, from the rules that the code itself works with.
import { planOf, SUBJECTS, sceneOf } from '../../__tests__/support/lint-examples.ts'
import { isSilenceable } from '../../src/lint/codes.ts'

/** Titles of the subjects, in the order in which people look for them. */
const TITLES = {
  input: 'Inputs',
  config: 'The configuration',
  ignore: 'Exceptions',
  fly: "The apps' fly.toml",
  query: 'Queries',
  dashboard: 'Dashboards',
  rules: 'Rule files',
  prometheus: "Prometheus' own configuration",
  workflow: 'The workflow that calls this action',
  file: 'Any file',
  yaml: 'YAML files',
}

/** The pages, by their paths. */
export async function findings() {
  const pages = {}
  const tables = []
  for (const [name, title] of Object.entries(TITLES)) {
    const { entries } = SUBJECTS[name]
    tables.push(
      [`## ${title}`, '', '| finding | severity | |', '| --- | --- | --- |', ...entries.map(row)].join('\n'),
    )
    for (const entry of entries) pages[`docs/findings/${entry.code}.md`] = await page(entry, SUBJECTS[name])
  }
  return { 'docs/findings.md': `${INTRODUCTION}\n${tables.join('\n\n')}\n`, ...pages }
}

const row = ({ code, severity, what }) =>
  `| [\`${code}\`](findings/${code}.md) | ${severity} | ${plain(what)} |`

/** Names in capitals between < and > would be HTML, and | ends a cell. */
const plain = (text) => text.replaceAll('<', '&lt;').replaceAll('|', '\\|')

async function page(entry, subject) {
  const { code, severity, what, why, bad, good } = entry
  const silence = isSilenceable(code)
    ? `To keep it as it is, write \`# deploy-monitoring ignore ${code}: REASON\` at the end of the line, or [an exception in the configuration](../../findings.md#silence-a-finding).`
    : 'It cannot be silenced.'
  return [
    '<!-- Generated from src/lint by "npm run generate". -->',
    `# \`${code}\``,
    `**${severity}** · [all findings](../../findings.md)`,
    plain(what),
    plain(why),
    ...(bad === undefined ? [] : ['## Example', ...(await example(entry, bad, subject))]),
    ...(good === undefined ? [] : ['## Corrected', block(sceneOf(subject, good))]),
    '## Exceptions',
    silence,
  ]
    .join('\n\n')
    .concat('\n')
}

/** The bad file, and what is said about it. */
async function example({ code }, bad, subject) {
  const scene = sceneOf(subject, bad)
  const { at, message, hint } = (await planOf(scene.files)).find((problem) => problem.code === code)
  const place = at ? `\`${at.file}:${at.line}:${at.column}\`: ` : ''
  return [block(scene), `> ${place}${plain(message)}<br>→ ${plain(hint)}`]
}

const LANGUAGES = { toml: 'toml', json: 'json', yml: 'yaml' }

function block({ path, text }) {
  return `\`\`\`${LANGUAGES[path.split('.').at(-1)]}\n${text.replace(/\n+$/, '')}\n\`\`\``
}

const INTRODUCTION = `<!-- Generated from src/lint by "npm run generate". -->

# Findings

What \`mode: plan\` can find in the files of a repository, without any secret. \`mode: deploy\` checks each fly.toml as well
and stops at errors before it changes anything. Errors fail the run; warnings do not.

Findings are shown worst first, at file, line and column, with what to do. Of one finding in one file, twenty are shown.

\`promtool\` and \`flyctl config validate --strict\` join in when they are on \`PATH\`.

## Silence a finding

In YAML and TOML files, at the end of the line or alone above it:

\`\`\`toml
[env]
DEMO_PASSWORD = "demo" # deploy-monitoring ignore fly/secret-in-env: the public demo's password
\`\`\`

In JSON there are no comments; there, and for a whole repository, in the configuration:

\`\`\`yaml
lint:
  ignore:
    - code: dashboard/no-unit
      file: grafana-dashboards/legacy.json
      reason: Goes away with the old service.
\`\`\`

An exception without a reason, or without effect, is a finding itself.
`
