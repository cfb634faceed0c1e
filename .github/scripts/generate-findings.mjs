// docs/findings.md: what every finding means, from the catalogue that the code itself works with.
import { FINDINGS } from '../../src/lint/catalog.ts'

/** Sections of the page by the beginning of a code, in the order in which people look for them. */
const SECTIONS = [
  ['Inputs', ['input-', 'workspace-']],
  ['The configuration', ['config-', 'ignore-']],
  ["The apps' fly.toml", ['fly-toml-']],
  ['Queries', ['promql-', 'metric-']],
  ['Dashboards', ['dashboard-', 'panel-']],
  ['Rule files', ['rules-', 'rule-', 'alert-']],
  ["Prometheus' own configuration", ['prometheus-']],
  ['The workflow that calls this action', ['workflow-']],
  ['Any file', ['file-', 'yaml-']],
  ['Other programs', ['promtool', 'flyctl']],
]

/** The page, by its path. */
export function findings() {
  const entries = Object.entries(FINDINGS)
  const tables = SECTIONS.map(([title, prefixes]) => {
    const own = entries.filter(([code]) => prefixes.some((prefix) => code.startsWith(prefix)))
    return `## ${title}\n\n${own.map(section).join('\n')}`
  })
  const missing = entries.filter(
    ([code]) => !SECTIONS.some(([, prefixes]) => prefixes.some((prefix) => code.startsWith(prefix))),
  )
  if (missing.length > 0) throw new Error(`No section for ${missing.map(([code]) => code).join(', ')}`)
  return { 'docs/findings.md': `${INTRODUCTION}\n${tables.join('\n')}` }
}

const section = ([code, { severity, what, why, fatal }]) =>
  `### \`${code}\`\n\n**${severity}**${fatal ? ', cannot be silenced' : ''}: ${plain(what)} ${plain(why)}\n`

/** Names in capitals between < and > would be HTML. */
const plain = (text) => text.replaceAll('<', '&lt;')

const INTRODUCTION = `<!-- Generated from src/lint/catalog by "npm run generate". -->

# Findings

What \`mode: plan\` can find in the files of a repository, without any secret. \`mode: deploy\` checks each fly.toml as well
and stops at errors before it changes anything. Errors fail the run; warnings do not.

Findings are shown worst first, at file, line and column, with what to do. Of one finding in one file, twenty are shown.

\`promtool\` and \`flyctl config validate --strict\` join in when they are on \`PATH\`. They are asked about files without an
error: most of what they find is found without them too.

## Silence a finding

In YAML and TOML files, at the end of the line or alone above it:

\`\`\`toml
[env]
DEMO_PASSWORD = "demo" # deploy-monitoring ignore fly-toml-secret-in-env: the public demo's password
\`\`\`

In JSON there are no comments; there, and for a whole repository, in the configuration:

\`\`\`yaml
lint:
  ignore:
    - code: panel-no-unit
      file: grafana-dashboards/legacy.json
      reason: Goes away with the old service.
\`\`\`

An exception without a reason, or without effect, is a finding itself.
`
