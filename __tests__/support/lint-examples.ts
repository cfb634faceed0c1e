import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../../src/lib/errors.ts'
import { openWorkspace } from '../../src/lib/workspace.ts'
import { configEntries } from '../../src/lint/config/entries.ts'
import { noQueryUrl } from '../../src/lint/config/no-query-url.ts'
import { configPlaceholder } from '../../src/lint/config/placeholder.ts'
import { configNotStored, configPattern } from '../../src/lint/config/series-patterns.ts'
import { configSeverityWithoutReceiver } from '../../src/lint/config/severity-without-receiver.ts'
import { configStaticOnFly } from '../../src/lint/config/static-on-fly.ts'
import { dashboardEntries } from '../../src/lint/dashboard/rules.ts'
import { fileEntries } from '../../src/lint/file/entries.ts'
import { flyEntries } from '../../src/lint/fly/rules.ts'
import { ignoreEntries } from '../../src/lint/ignore/entries.ts'
import { inputEntries } from '../../src/lint/input/entries.ts'
import { checkWorkspace } from '../../src/lint/plan.ts'
import { prometheusEntries } from '../../src/lint/prometheus/rules.ts'
import { queryRules } from '../../src/lint/query/rules.ts'
import { configRemovedMetric } from '../../src/lint/removed-metrics.ts'
import type { Entry, Example } from '../../src/lint/rule.ts'
import { ruleFileEntries } from '../../src/lint/rules/rules.ts'
import { workflowRules } from '../../src/lint/workflow/rules.ts'
import { yamlEntries } from '../../src/lint/yaml/syntax.ts'
import { paceOf } from './pace.ts'
import { scratchFolder } from './scratch.ts'

/** What a part of the code can find, as the documentation lists it. */
export interface Subject {
  title: string
  entries: readonly Entry[]
  /** The repository around an example's text, by path; the example's own path comes first. */
  files: (text: string) => Record<string, string>
}

const FLY = `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
`

/** A repository without any diagnostic; every example changes one file of it. */
export const CLEAN = {
  'monitoring.yml': `monitoring: { app: mon, image: "registry.fly.io/mon:v3.13.0" }
apps: [{ app: chat }]
services:
  - name: web
    app: chat
    port: 9090
    metrics: { requests_total: counter, users: gauge, latency_seconds: histogram, size_bytes: summary }
`,
  'fly.toml': FLY,
  // What is deployed from the repository, in addition to the app.
  'compose.yml': `services:
  prometheus:
    image: prom/prometheus
    volumes: [./prometheus.yml:/etc/prometheus/prometheus.yml, ./rules.yml:/etc/prometheus/rules.yml]
`,
}

/** The configuration of a repository whose dashboards are imported. */
const IMPORTING = `${CLEAN['monitoring.yml']}grafana: { dashboards: [.] }\n`

const flyToml = (text: string) => ({ 'fly.toml': text })

/** A query in a rule file: below `expr: |` it stands as it is. */
const recorded = (query: string) => `groups:
  - name: chat
    rules:
      - record: chat:answer
        expr: |
          ${query}
`

/** Every diagnostic of the linter, by the first part of its code. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  input: { title: 'Inputs', entries: inputEntries, files: flyToml },
  config: {
    title: 'The configuration',
    entries: [
      ...configEntries,
      configPlaceholder,
      configPattern,
      configNotStored,
      configRemovedMetric,
      configStaticOnFly,
      noQueryUrl,
      configSeverityWithoutReceiver,
    ],
    files: flyToml,
  },
  ignore: { title: 'Exceptions', entries: ignoreEntries, files: flyToml },
  fly: { title: "The apps' fly.toml", entries: flyEntries, files: flyToml },
  query: { title: 'Queries', entries: queryRules, files: (text) => ({ 'rules.yml': recorded(text) }) },
  dashboard: {
    title: 'Dashboards',
    entries: dashboardEntries,
    files: (text) => ({ 'dashboard.json': text, 'monitoring.yml': IMPORTING }),
  },
  rules: {
    title: 'Rule files',
    entries: ruleFileEntries,
    files: (text) => ({
      'rules.yml': text,
      'monitoring.yml': `${CLEAN['monitoring.yml']}alerts: { rules: [rules.yml] }\n`,
    }),
  },
  prometheus: {
    title: "Prometheus' own configuration",
    entries: prometheusEntries,
    files: (text) => ({ 'prometheus.yml': text }),
  },
  workflow: {
    title: 'The workflow that calls this action',
    entries: workflowRules,
    files: (text) => ({ '.github/workflows/deploy.yml': text }),
  },
  file: { title: 'Any file', entries: fileEntries, files: flyToml },
  yaml: { title: 'YAML files', entries: yamlEntries, files: flyToml },
}

/** In the text of a bad example, what stands before the place of the diagnostic. */
export const MARK = '▸'

export interface Scene {
  /** The file that the example is about. */
  path: string
  /** Its text, without the mark. */
  text: string
  /** `line:column` of the mark. */
  at: string | undefined
  files: Record<string, string>
  /** Codes that a bad example has besides. */
  also: readonly string[]
}

/** An example as a repository. */
export function sceneOf({ files }: Subject, example: string | Example): Scene {
  const {
    text,
    path,
    others = {},
    also = [],
  }: Example = typeof example === 'string' ? { text: example } : example
  const own: [string, string][] = path === undefined ? Object.entries(files(text)) : [[path, text]]
  const [[usual, wrapped] = ['', ''], ...more] = own
  const before = wrapped.slice(0, wrapped.indexOf(MARK) + 1).split('\n')
  const around = Object.entries({
    ...CLEAN,
    ...Object.fromEntries(more),
    ...others,
    [usual]: wrapped.replace(MARK, ''),
  })
  return {
    path: usual,
    text: text.replace(MARK, ''),
    at: wrapped.includes(MARK) ? `${before.length}:${before.at(-1)?.length}` : undefined,
    files: Object.fromEntries(
      around.flatMap(([name, content]) => (content === null ? [] : [[name, content]])),
    ),
    also,
  }
}

/** What a plan finds in a repository. */
export async function planOf(files: Record<string, string | Buffer>): Promise<Diagnostic[]> {
  using folder = scratchFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true })
    writeFileSync(join(folder.path, name), content)
  }
  const { problems } = await checkWorkspace({
    workspace: openWorkspace(folder.path, '.'),
    config: { path: 'monitoring.yml', explicit: false },
    names: 'monitoring.yml' in files ? {} : { app: 'chat' },
    inputs: ['fail-on', 'fly-api-token', 'mode'],
    remoteWrite: false,
    validators: { skipped: () => [], check: async () => [], test: async () => [] },
    pace: paceOf(),
  })
  return problems
}
