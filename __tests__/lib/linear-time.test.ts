import { expect, jest, test } from '@jest/globals'
import { actionOutputs } from '../../src/action/outputs.ts'
import { explainFailure } from '../../src/clients/flyctl/errors.ts'
import { ending, errorText, plainOutput } from '../../src/clients/flyctl/output.ts'
import { withoutFiles } from '../../src/clients/flyctl/without-files.ts'
import { grafanaRefusal } from '../../src/clients/grafana/errors.ts'
import { apiError, notPrometheus } from '../../src/clients/prometheus/errors.ts'
import { scriptDeploysIn } from '../../src/config/deploys/people-deploys.ts'
import { scriptIn } from '../../src/config/deploys/script-names.ts'
import { taskOf } from '../../src/config/deploys/task-files.ts'
import { deployCommandsIn } from '../../src/config/deploys/workflow-deploys.ts'
import { loadConfig } from '../../src/config/load.ts'
import { queryUrl } from '../../src/config/query-url.ts'
import { isArchived } from '../../src/config/sources/aside.ts'
import {
  looksLikeCaller,
  looksLikeDashboard,
  looksLikePrometheus,
  looksLikeRules,
  otherKindOf,
} from '../../src/config/sources/recognise.ts'
import { bindDataSource } from '../../src/desired/grafana/data-source-references.ts'
import { initMarkOf } from '../../src/desired/manual/mark.ts'
import { readJson } from '../../src/formats/json.ts'
import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { unquote } from '../../src/formats/promql/strings.ts'
import { readToml } from '../../src/formats/toml.ts'
import { readYaml } from '../../src/formats/yaml.ts'
import { isAlerting, scanAlerting } from '../../src/init/alerting/scan-alerting.ts'
import { asToml } from '../../src/init/apps/made-files.ts'
import { startsMore } from '../../src/init/build/start-script.ts'
import { listenersIn } from '../../src/init/code/ipv4-listeners.ts'
import { librariesIn } from '../../src/init/code/libraries.ts'
import { listenPort } from '../../src/init/code/listen-port.ts'
import { scanCode } from '../../src/init/code/scan-code.ts'
import { propertiesIn } from '../../src/init/jvm/property-files.ts'
import { guardsIn } from '../../src/init/routes/guards-around.ts'
import { scanPrometheus } from '../../src/init/scrapers/scan-prometheus.ts'
import { parseDuration } from '../../src/lib/duration.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { jsonText } from '../../src/lib/json-text.ts'
import { didYouMean, similarMetricName } from '../../src/lib/similar-name.ts'
import { oneLine, safeLines, withoutEscapes } from '../../src/lib/text.ts'
import { breakCommands } from '../../src/lib/workflow-commands.ts'
import { lintDashboardText } from '../../src/lint/dashboard/lint.ts'
import { lintFlyToml } from '../../src/lint/fly/lint.ts'
import { lintPrometheusConfig } from '../../src/lint/prometheus/lint.ts'
import { lintRules } from '../../src/lint/rules/lint.ts'
import { looksSecret } from '../../src/lint/secrets.ts'
import { silenceByComments } from '../../src/lint/silence.ts'
import { lintWorkflow } from '../../src/lint/workflow/lint.ts'
import { flyHost } from '../../src/model/fly-names.ts'
import { renderHtmlReport } from '../../src/report/html/page.ts'
import {
  details,
  escapeMarkdown,
  fenced,
  inlineCode,
  markdownLink,
  table,
} from '../../src/report/markdown.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import { UNICODE } from '../../src/report/unicode-ruler.ts'
import { readQueue } from '../../src/verify/remote-write/queue.ts'
import { rulesInFile } from '../../src/verify/rules/judge.ts'
import { judgeExposure } from '../../src/verify/server/endpoints.ts'
import { judgeConfig, judgeRetention } from '../../src/verify/server/running-config.ts'
import { scrapeAddress } from '../../src/verify/targets/address.ts'
import { classifyError } from '../../src/verify/targets/classify-error.ts'
import { explainTargets, reasonFor } from '../../src/verify/targets/reasons.ts'
import { growth, UNITS } from '../support/linear.ts'
import { evidence, report, target } from '../support/report.ts'

jest.setTimeout(300_000)

const NO_PORTS = () => ({ files: [], others: [], command: '', valueOf: () => undefined })

const answer = (text: string, status: number) => ({
  url: new URL('http://a.example/api'),
  status,
  headers: { location: text, 'content-type': text },
  text,
  json: { message: text },
})

const circumstances = (lastError: string) => ({
  service: 'web',
  app: 'chat',
  isOnFly: true,
  machines: ['m'],
  machineState: 'started',
  addresses: ['[::1]:1'],
  port: 1,
  path: '/metrics',
  lastError,
  siblingUp: false,
  lost: 0,
  checksPass: undefined,
})

/** A report with this text wherever there may be one. */
const told = (text: string) =>
  report({
    problems: [
      { code: 'x', severity: 'error', message: text, hint: text, at: { file: text, line: 1, column: 1 } },
    ],
    changes: [{ subject: text, what: text, result: 'done', why: text }],
    evidence: evidence({
      targets: [
        target({
          state: 'down',
          why: text,
          reason: { class: 'unknown', why: text, next: text, detail: text, certainty: 'proven' },
        }),
      ],
      alerts: [{ name: text, state: 'firing', summary: text, since: text, labels: {} }],
    }),
  })

const dashboard = (text: string) =>
  JSON.stringify({
    uid: 'x',
    title: text,
    schemaVersion: 1,
    templating: { list: [{ type: 'query', name: text, query: text, datasource: text }] },
    panels: [{ id: 1, type: 'stat', title: text, targets: [{ expr: text, refId: 'A' }] }],
  })

const inJobs = (text: string) => `scrape_configs:
- job_name: ${JSON.stringify(text)}
  metrics_path: ${JSON.stringify(text)}
  static_configs: [{ targets: [${JSON.stringify(text)}] }]
rule_files: [${JSON.stringify(text)}]
remote_write: [{ url: ${JSON.stringify(text)} }]
`

const inRules = (text: string) =>
  JSON.stringify({ groups: [{ name: text, rules: [{ alert: text, expr: text, annotations: { a: text } }] }] })

const inWorkflow = (text: string) =>
  JSON.stringify({
    on: { push: { branches: [text], paths: [text] }, pull_request: {} },
    jobs: {
      a: {
        if: text,
        steps: [
          { uses: `x/deploy-monitoring@${text}`, with: { [text]: text } },
          { run: `flyctl deploy ${text}` },
        ],
      },
    },
  })

const inToml = (text: string) => `app = ${JSON.stringify(text)}
[env]
PASSWORD = ${JSON.stringify(text)}
[http_service]
internal_port = ${JSON.stringify(text)}
[[vm]]
memory = ${JSON.stringify(text)}
[processes]
a = ${JSON.stringify(text)}
`

const workspace = { inputs: ['mode'], files: ['fly.toml'], apps: ['chat'] }
const prometheus = { exists: () => false, version: { major: 3, minor: 0 }, ports: new Map() }
const fly = { app: 'chat', services: [] }

/** What sees foreign text, by what it makes of it. */
const WORK: Record<string, (text: string) => unknown> = {
  'a line': (text) => [oneLine(text), oneLine(text, 1_000_000), safeLines(text)],
  'a text without escapes': withoutEscapes,
  'broken commands': breakCommands,
  JSON: (text) => jsonText({ [text]: text }),
  Markdown: (text) => [
    escapeMarkdown(text, 1e6),
    inlineCode(text, 1e6),
    markdownLink(text, `http://a.example/${text}`),
    details(text, ''),
  ],
  'Markdown blocks': (text) => [fenced(text.split('\n')), table(['a'], [[escapeMarkdown(text)]])],
  'a summary': (text) => renderSummary(told(text)),
  'a report in a terminal': (text) => [
    renderTerminalReport(told(text)),
    renderTerminalReport(told(text), { ruler: UNICODE, width: 80, colours: true, paint: (_, one) => one }),
  ],
  'an HTML report': (text) => renderHtmlReport(told(text)),
  outputs: (text) => actionOutputs(told(text)),
  'output of flyctl': (text) => [plainOutput(text), ending(text), errorText(`Error: ${text}`)],
  'a failure of flyctl': (text) =>
    explainFailure({
      command: 'x',
      app: 'a',
      exitCode: 1,
      stdout: text,
      stderr: `Error: ${text}`,
      timeoutMs: 1,
    }),
  'a fly.toml without files': withoutFiles,
  'a refusal of Grafana': (text) =>
    [302, 400, 401, 403, 409, 500].map((status) =>
      grafanaRefusal(answer(text, status), { to: text, at: text, cloudToken: false }),
    ),
  'a refusal of Prometheus': (text) => [
    notPrometheus(answer(text, 302), text),
    apiError(422, { status: 'error', errorType: text, error: text }),
  ],
  'the error of a scrape': classifyError,
  'the reason of a scrape': (text) =>
    (['parse', 'tls', 'http-status', 'content-type'] as const).map((kind) =>
      reasonFor(kind, circumstances(`while parsing: "${text}`)),
    ),
  'reasons of several': (text) =>
    explainTargets([1, 2].map(() => ({ kind: 'parse', circumstances: circumstances(`parsing: "${text}`) }))),
  'a queue of remote write': (text) =>
    readQueue(`prometheus_remote_storage_samples_total{${text}} 1\n${text}`, {
      ...{ url: `http://a.example/${text}`, name: text },
    }),
  'an address of remote write': (text) => queryUrl(`http://a.example/${text}`),
  'a page of metrics': (text) =>
    [text, `a{${text}`].map((page) => judgeExposure('u', { kind: 'answer', status: 200, text: page })),
  'a running configuration': (text) => [
    judgeConfig('a: b', text),
    judgeRetention('1d', { ...RUNTIME, storageRetention: text }),
  ],
  'rules that were shipped': rulesInFile,
  'the address of a target': (text) => scrapeAddress(`http://${text}`),
  'a JSON file': readJson,
  'a YAML file': readYaml,
  'a YAML text': (text) => [readYaml(`a: "${text}`), readYaml(`a: |\n  ${text}`)],
  'a TOML file': readToml,
  'a TOML text': (text) => readToml(`a = '''${text}`),
  PromQL: (text) => [parsePromql(text), parsePromql(`a{b="${text}`)],
  'a query of Grafana': (text) => expandGrafana(text, { a: 'b' }),
  'a string of PromQL': (text) => unquote(`"${text}"`),
  'a duration': parseDuration,
  'a mark of init': initMarkOf,
  'exceptions in comments': (text) =>
    ['', ':', ','].map((sign) => silenceByComments([], `# deploy-monitoring ignore a${sign}${text}`, 'f')),
  'the kind of a file': (text) => [
    looksLikePrometheus(`scrape_configs:\n${text}`),
    looksLikeRules(`groups:\n rules:\n${text}`),
    looksLikeDashboard(`"panels":${text}`),
    looksLikeCaller(text),
    otherKindOf(`services:\n${text}`),
  ],
  'a deploy in a workflow': (text) =>
    deployCommandsIn({
      file: 'f',
      text: `jobs: { a: { steps: [{ run: ${JSON.stringify(`fly deploy ${text}`)} }] } }`,
    }),
  'a script': (text) => [
    isArchived(`${text}/fly.toml`),
    scriptDeploysIn(
      {
        file: 'a.sh',
        text: `f() {\nA=${text}\n}\nfor a in ${text}; do\nf ${text}\nfly deploy ${text} $a\ndone\n${text}`,
      },
      () => false,
    ),
  ],
  'a host name': (text) => flyHost(`${text}.internal`),
  'metrics in code': (text) => [
    scanCode([{ file: 'a.ts', text: `metrics ${text}` }], {
      checks: ['/v1/up'],
      library: undefined,
      resolve: () => [],
      portsOf: NO_PORTS,
    }),
    scanCode([{ file: 'application.yml', text: `management:\n ${text}` }], {
      checks: [],
      library: undefined,
      resolve: () => [],
      portsOf: NO_PORTS,
    }),
  ],
  'the port of a server': (text) =>
    ['py', 'go', 'ts', 'rs'].map((language) => {
      const file = {
        file: `a.${language}`,
        text: `port = ${text}\napp.listen(port)\nuvicorn.run(${text}\nhttp.Server{${text}\n.bind(${text}`,
      }
      return listenPort(file, 'app', { ...NO_PORTS(), files: [file] })
    }),
  'what is in front of a route': (text) =>
    guardsIn([
      { file: 'a.py', text: `app.add_middleware(Auth)\nclass Auth:\n  status_code=401 ${text}` },
      { file: 'a.rs', text: `.route("/metrics")${text}` },
      { file: 'config/application.rb', text: `config.hosts << ${text}` },
    ])({ path: '/metrics', places: [{ file: 'a.rs', line: 1, on: 'app' }] }),
  'servers that listen on IPv4': (text) =>
    listenersIn(
      ['a.py', 'a.exs', 'a.ts', 'a.sh'].map((file) => ({
        file,
        text: `start_http_server(${text}\nmetrics_server: [${text}\nDeno.serve(${text}\nlisten "0.0.0.0:${text}`,
      })),
    ),
  'code that nothing may use': (text) => [
    scanCode(
      [
        {
          file: 'a.py',
          text: `def metrics_page():\n  app.get("/metrics")\n\n'''${text}\n"""\nmetrics_page ${text}`,
        },
        { file: 'a.go', text: `func metrics() {\n\tmux.Handle("/metrics", page)\n}\nhttp.Server{${text}` },
        { file: 'a.ex', text: `metrics ${text}` },
      ],
      { checks: [], library: PROM_EX, resolve: () => [], portsOf: NO_PORTS },
    ),
  ],
  'settings of a program': (text) => [
    propertiesIn({ file: 'application.yml', text: `a: ${text}` }),
    propertiesIn({ file: 'application.properties', text: `a=${text}` }),
  ],
  'tasks and templates': (text) => [
    taskOf('task', 'deploy', { folder: '.', textOf: () => text }),
    taskOf('make', 'deploy', { folder: '.', textOf: () => `deploy:\n\t${text}` }),
    asToml(`a = ${text}`),
    scriptIn(`npm run ${text}`),
    startsMore(text),
  ],
  'an Alertmanager': (text) =>
    scanAlerting(
      [
        {
          file: 'f',
          text: `route:\n  receiver: a\n  routes: [{ matchers: [${JSON.stringify(`severity${text}`)}] }]\nreceivers:\n  - name: a\n    email_configs: [${JSON.stringify({ to: text, from: `<${text}`, smarthost: text })}]\n    webhook_configs: [${JSON.stringify({ url: `http://${text}` })}]\n`,
        },
      ],
      () => false,
    ),
  'rules in another form': (text) => [
    isAlerting(`kind:${text}\n alert: ${text}\n expr: }${text}`),
    scanAlerting([{ file: 'f.yaml', text: `kind: A\n alert: ${text}\n expr: }${text}` }], () => false),
  ],
  'a secret': (text) => looksSecret(text, text),
  'similar names': (text) => [
    didYouMean(text, ['monitoring', 'apps']),
    similarMetricName(text, ['a_b', 'b_a']),
  ],
  'a dashboard': (text) =>
    lintDashboardText({ file: 'f', text: dashboard(text) }, { contract: undefined, seen: new Map() }),
  'a broken dashboard': (text) =>
    lintDashboardText(
      { file: 'f', text: `{"panels":[${text}`, found: true },
      { contract: undefined, seen: new Map() },
    ),
  'a bound dashboard': (text) => bindDataSource(JSON.parse(dashboard(text)), { uid: 'x', name: 'x' }),
  'a Prometheus configuration': (text) => lintPrometheusConfig(inJobs(text), 'f', prometheus),
  'a broken Prometheus configuration': (text) =>
    lintPrometheusConfig(`scrape_configs:\n${text}`, 'f', prometheus),
  'a found Prometheus configuration': (text) => scanPrometheus({ file: 'f', text: inJobs(text) }),
  'a rule file': (text) => lintRules(inRules(text), 'f', { contract: undefined }),
  'a broken rule file': (text) => lintRules(`groups:\n- name: ${text}`, 'f', { contract: undefined }),
  'a workflow': (text) => lintWorkflow(inWorkflow(text), 'f', workspace),
  'a broken workflow': (text) => lintWorkflow(`jobs:\n${text}`, 'f', workspace),
  'a fly.toml': (text) => lintFlyToml(inToml(text), 'f', fly),
  'a broken fly.toml': (text) => lintFlyToml(text, 'f', fly),
  'a configuration': (text) =>
    loadConfig(
      JSON.stringify({
        monitoring: { app: text, image: text },
        apps: [{ app: text }],
        services: [{ name: text }],
      }),
      'f',
    ),
  'a broken configuration': (text) => loadConfig(text, 'f'),
}

const [PROM_EX] = librariesIn({ file: 'mix.exs', text: '{:prom_ex, "~> 1.9"},\n' })

const RUNTIME = { startTime: '', reloadConfigSuccess: true, storageRetention: '' }

/** What is refused takes time as well. */
const attempted = (work: (text: string) => unknown) => (text: string) => {
  try {
    work(text)
  } catch (error) {
    if (!(error instanceof ActionError || error instanceof SyntaxError || isYamlError(error))) throw error
  }
}

const isYamlError = (error: unknown): boolean => error instanceof Error && error.name === 'YAMLParseError'

test('work that grows with the square is seen, or nothing here could fail', () => {
  // The clock counts the helpers of the machine as well: on a busy one, a single measurement may miss it.
  const seen = () => growth((text) => /x+y/.test('x'.repeat(text.length)), 'a')
  let found = seen()
  for (let more = 0; more < 7 && !found; more++) found = seen()
  expect(found).toMatch(/characters/)
  expect(growth((text) => text.split('').toSorted().join(''), 'ab')).toBeUndefined()
})

test.each(Object.entries(WORK))('%s: twice the text is about twice the work', (_, work) => {
  const steep = UNITS.map((unit) => [unit, growth(attempted(work), unit)]).filter(([, grows]) => grows)
  expect(steep).toEqual([])
})
