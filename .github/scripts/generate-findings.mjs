// Generates docs/findings.md and a page for every diagnostic from the rules in src/lint.
import { planOf, SUBJECTS, sceneOf } from '../../__tests__/support/lint-examples.ts'
import { isSilenceable } from '../../src/model/diagnostic-codes.ts'

/** Subjects whose files can have comments: an exception can be in the file itself. */
const WITH_COMMENTS = ['fly', 'query', 'rules', 'prometheus', 'workflow']

/** The pages, by their paths. */
export async function findings() {
  const pages = {}
  const tables = []
  for (const [name, subject] of Object.entries(SUBJECTS)) {
    const rows = subject.entries.map(row)
    tables.push(
      [`## ${subject.title}`, '', '| finding | severity | |', '| --- | --- | --- |', ...rows].join('\n'),
    )
    for (const entry of subject.entries) pages[`docs/findings/${entry.code}.md`] = await page(entry, name)
  }
  return { 'docs/findings.md': `${INTRODUCTION}\n${tables.join('\n\n')}\n`, ...pages }
}

const row = ({ code, severity, what }) =>
  `| [\`${code}\`](findings/${code}.md) | ${severity} | ${plain(what)} |`

/** Names in capitals between < and > would be HTML, and | ends a cell. */
const plain = (text) => text.replaceAll('<', '&lt;').replaceAll('|', '\\|')

async function page(entry, name) {
  const { code, severity, what, why, bad, good } = entry
  const subject = SUBJECTS[name]
  return [
    '<!-- Generated from src/lint by "npm run generate". -->',
    `# \`${code}\``,
    `**${severity}** · [all findings](../../findings.md)`,
    plain(what),
    plain(why),
    ...(bad === undefined ? [] : ['## Example', ...(await example(entry, bad, subject))]),
    ...(good === undefined ? [] : ['## Corrected', block(sceneOf(subject, good))]),
    '## Exceptions',
    exceptions(code, name),
  ]
    .join('\n\n')
    .concat('\n')
}

function exceptions(code, name) {
  if (!isSilenceable(code)) return 'This finding cannot be silenced.'
  const inConfiguration = '[an exception in the configuration](../../findings.md#silence-a-finding)'
  return WITH_COMMENTS.includes(name)
    ? `To accept this finding, write \`# deploy-monitoring ignore ${code}: REASON\` at the end of the line, or ${inConfiguration}.`
    : `To accept this finding, write ${inConfiguration}.`
}

/** The bad file and its diagnostic. */
async function example({ code }, bad, subject) {
  const scene = sceneOf(subject, bad)
  const { at, message, hint } = (await planOf(scene.files)).find((problem) => problem.code === code)
  const place = at && !isPart(scene) ? `\`${at.file}:${at.line}:${at.column}\`: ` : ''
  return [
    ...(isPart(scene) ? [DECLARED] : []),
    block(scene),
    `> ${place}${plain(message)}<br>→ ${plain(hint)}`,
  ]
}

/** Whether an example is a query, which is a part of a file. */
const isPart = ({ path, text, files }) => files[path] !== text

const DECLARED =
  'In a rule file, where the configuration declares `requests_total: counter`, `users: gauge`, `latency_seconds: histogram` and `size_bytes: summary`:'

const LANGUAGES = { toml: 'toml', json: 'json', yml: 'yaml' }

function block(scene) {
  const language = isPart(scene) ? 'promql' : LANGUAGES[scene.path.split('.').at(-1)]
  return `\`\`\`${language}\n${scene.text.replace(/\n+$/, '')}\n\`\`\``
}

const INTRODUCTION = `<!-- Generated from src/lint by "npm run generate". -->

# Findings

\`mode: plan\` finds these problems in the files of a repository, without any secret. \`mode: deploy\` checks each fly.toml too,
and stops at errors before it changes anything. Errors fail the run; warnings do not.

Findings are sorted by severity and show file, line, column and what to do. At most twenty of the same kind are shown for a file.

Checks that \`promtool\` and \`flyctl config validate --strict\` make are not repeated: both programs are run if they are on \`PATH\`, else
the summary says what was not checked. A deploy always validates every fly.toml with flyctl before it changes anything.

## Silence a finding

In YAML and TOML files, at the end of the line or alone above it:

\`\`\`toml
[env]
DEMO_PASSWORD = "demo" # deploy-monitoring ignore fly/secret-in-env: the public demo's password
\`\`\`

For JSON files, which have no comments, and for a whole repository, in the configuration:

\`\`\`yaml
lint:
  ignore:
    - code: dashboard/no-unit
      file: grafana-dashboards/legacy.json
      reason: Goes away with the old service.
\`\`\`

An exception without a reason or without effect is itself a finding. Old codes (without \`/\`) are still accepted.
`
