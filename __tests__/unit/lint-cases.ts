import type { Code } from '../../src/lint/catalog.ts'

/** A repository without any finding; every case changes one file of it. */
export const CLEAN = {
  'monitoring.yml': `monitoring: { app: mon, image: "registry.fly.io/mon:v3.13.0" }
apps: [{ app: chat }]
services:
  - name: web
    app: chat
    port: 9090
    metrics: { requests_total: counter, users: gauge, latency_seconds: histogram, size_bytes: summary }
`,
  'fly.toml': `app = "chat"
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/health"
`,
}

/** What a file has to hold for a finding, where the finding stands in it, and what it looks like without. */
export interface Case {
  file: string
  text: string
  /** `line:column`; undefined for findings without a place. */
  at: string | undefined
  fixed: string
}

/** Block YAML, so that places can be told: the rule is from line 4 on. */
const rule = (lines: string, at: string, fixed: string): Case => ({
  file: 'rules.yml',
  text: `groups:\n- name: g\n  rules:\n${lines}`,
  at,
  fixed: `groups:\n- name: g\n  rules:\n${fixed}`,
})
const ALERT = (expr: string) =>
  `  - alert: Down\n    expr: ${expr}\n    for: 5m\n    labels: { severity: page }\n`

/** A dashboard of one panel on one line each, so that places can be told: the panel is line 3, the query line 4. */
export function dashboard(
  expr: string,
  change: { top?: string; panel?: string; target?: string } = {},
): string {
  return `{ ${change.top ?? '"uid": "d", "title": "D", "schemaVersion": 39,'}
"templating": { "list": [{ "type": "datasource", "name": "ds", "query": "prometheus" }] },
"panels": [{ "id": 1, "title": "P", "type": "timeseries", "datasource": { "type": "prometheus", "uid": "\${ds}" }, ${change.panel ?? '"fieldConfig": { "defaults": { "unit": "short" } },'} "targets": [
{ "refId": "A", "expr": ${JSON.stringify(expr)} }] }] }
`
}

const query = (expr: string, fixed: string): Case => ({
  file: 'd.json',
  text: dashboard(expr),
  at: '4:25',
  fixed: dashboard(fixed),
})

const board = (text: string, at: string): Case => ({ file: 'd.json', text, at, fixed: dashboard('users') })

const SCRAPE = `scrape_configs:\n- job_name: a\n  dns_sd_configs: [{ names: [chat.internal], type: AAAA, port: 9090 }]\n`
const prometheus = (text: string, at: string, fixed = SCRAPE): Case => ({
  file: 'prometheus.yml',
  text,
  at,
  fixed,
})

/** One case for every other finding of the catalogue. */
export const CASES: Record<Exclude<Code, 'prometheus/promtool'>, Case> = {
  'query/syntax': query('sum(users', 'sum(users)'),
  'query/limit': query(`${'('.repeat(2_000)}users${')'.repeat(2_000)}`, '(users)'),
  'query/experimental': query('mad_over_time(users[5m])', 'max_over_time(users[5m])'),
  'query/never-matches': query('users{service="chat"}', 'users{service="web"}'),
  'query/no-le': query(
    'histogram_quantile(0.9, sum by (service) (rate(latency_seconds_bucket[5m])))',
    'histogram_quantile(0.9, sum by (service, le) (rate(latency_seconds_bucket[5m])))',
  ),
  'query/bucket-of-summary': query('rate(size_bytes_bucket[5m])', 'rate(size_bytes_count[5m])'),
  'query/no-such-series': query('latency_seconds', 'rate(latency_seconds_count[5m])'),
  'query/undeclared-metric': query('user', 'users'),
  'query/unrecorded-metric': query('service:users:sum', 'users'),
  // Only the preset's types are assumptions: this repository has no configuration.
  'query/maybe-summary': {
    ...query(
      'histogram_quantile(0.9, sum by (le) (rate(fechatter_http_request_duration_seconds_bucket[5m])))',
      'max(fechatter_http_request_duration_seconds{quantile="0.9"}) or histogram_quantile(0.9, sum by (le) (rate(fechatter_http_request_duration_seconds_bucket[5m])))',
    ),
  },
  'query/raw-counter': query('requests_total', 'rate(requests_total[5m])'),
  'query/rate-of-gauge': query('rate(users[5m])', 'delta(users[5m])'),
  'dashboard/json': board('{ "panels": [,], "schemaVersion": 39 }', '1:14'),
  'dashboard/shape': {
    file: 'monitoring.yml',
    text: `${CLEAN['monitoring.yml']}grafana: { dashboards: [empty.json] }\n`,
    at: '1:1',
    fixed: CLEAN['monitoring.yml'],
  },
  'dashboard/no-title': board(dashboard('users', { top: '"uid": "d", "schemaVersion": 39,' }), '1:1'),
  'dashboard/no-uid': board(dashboard('users', { top: '"title": "D", "schemaVersion": 39,' }), '1:1'),
  'dashboard/uid-form': board(
    dashboard('users', { top: '"uid": "a b", "title": "D", "schemaVersion": 39,' }),
    '1:10',
  ),
  'dashboard/duplicate-uid': board(
    dashboard('users', { top: '"uid": "twin", "title": "D", "schemaVersion": 39,' }),
    '1:10',
  ),
  'dashboard/undefined-datasource': board(dashboard('users').replace(`\${ds}`, `\${other}`), '3:73'),
  'dashboard/fixed-datasource': board(dashboard('users').replace(`\${ds}`, 'PBFA97CFB590B2093'), '3:73'),
  'dashboard/undefined-variable': query('users{region="$region"}', 'users'),
  'dashboard/duplicate-panel-id': board(
    dashboard('users').replace('"panels": [', '"panels": [{ "id": 1, "type": "text", "title": "T" }, '),
    '3:63',
  ),
  'dashboard/unrelated': board(dashboard('node_a + node_b + node_c + node_d'), '1:24'),
  'dashboard/no-query': board(dashboard(''), '4:1'),
  'dashboard/no-unit': board(dashboard('users', { panel: '' }), '3:12'),
  'rules/unrelated': {
    ...rule(ALERT('node_a + node_b + node_c + node_d'), '2:1', ALERT('users + node_b + node_c + node_d')),
  },
  'rules/shape': rule('  - expr: up\n', '4:5', '  - record: a:b\n    expr: up\n'),
  'rules/unknown-key': rule(`${ALERT('up == 0')}    severity: page\n`, '8:15', ALERT('up == 0')),
  'rules/duplicate-group': {
    file: 'rules.yml',
    text: 'groups:\n- name: g\n  rules: []\n- name: g\n',
    at: '4:9',
    fixed: 'groups:\n- name: g\n  rules: []\n- name: h\n',
  },
  'rules/duration': rule(ALERT('up == 0').replace('5m', '5 minutes'), '6:10', ALERT('up == 0')),
  'rules/label': rule(
    ALERT('up == 0').replace('{ severity', '{ __name__: x, severity'),
    '7:25',
    ALERT('up == 0'),
  ),
  'rules/template': rule(
    `${ALERT('up == 0')}    annotations:\n      summary: "{{ $labels.instance down }}"\n`,
    '9:16',
    `${ALERT('up == 0')}    annotations:\n      summary: "{{ $labels.instance }} down"\n`,
  ),
  'rules/duplicate': rule(`${ALERT('up == 0')}${ALERT('up == 0')}`, '8:5', ALERT('up == 0')),
  'rules/documents': {
    file: 'rules.yml',
    text: `groups:\n- name: g\n  rules:\n${ALERT('up == 0')}---\ngroups: []\n`,
    at: '1:1',
    fixed: `groups:\n- name: g\n  rules:\n${ALERT('up == 0')}`,
  },
  'rules/experimental': rule(ALERT('sort_by_label(up, "a")'), '5:11', ALERT('sort(up)')),
  'rules/result': rule(ALERT('up[5m]'), '5:11', ALERT('max_over_time(up[5m])')),
  'rules/record-name': rule('  - record: a-b\n    expr: up\n', '4:13', '  - record: a:b\n    expr: up\n'),
  'rules/no-for': rule(ALERT('up == 0').replace('    for: 5m\n', ''), '4:12', ALERT('up == 0')),
  'rules/no-severity': rule(ALERT('up == 0').replace(/ {4}labels.*\n/, ''), '4:12', ALERT('up == 0')),
  'prometheus/placeholder': prometheus(`${SCRAPE}remote_write:\n- url: "\${URL}"\n`, '5:8'),
  'prometheus/remote-url': prometheus(`${SCRAPE}remote_write:\n- url: ''\n`, '5:8'),
  'prometheus/shape': prometheus(`scrape_configs: chat\n`, '1:17'),
  'prometheus/unknown-key': prometheus(`${SCRAPE}  scrape_intervall: 5s\n`, '4:21'),
  'prometheus/duration': prometheus(`${SCRAPE}  scrape_interval: 5 s\n`, '4:20'),
  'prometheus/timeout': prometheus(`${SCRAPE}  scrape_interval: 5s\n  scrape_timeout: 6s\n`, '5:19'),
  'prometheus/job-name': prometheus(`${SCRAPE}- job_name: a\n`, '4:13'),
  'prometheus/target': prometheus(`${SCRAPE}  static_configs: [{ targets: ['https://x'] }]\n`, '4:32'),
  'prometheus/dns': prometheus(SCRAPE.replace(', port: 9090', ''), '3:20'),
  'prometheus/dns-type': prometheus(SCRAPE.replace('AAAA', 'A'), '3:52'),
  'prometheus/regex': prometheus(
    `${SCRAPE}  relabel_configs: [{ regex: '(?=a)', target_label: a }]\n`,
    '4:30',
  ),
  'prometheus/relabel': prometheus(`${SCRAPE}  relabel_configs: [{ action: keeep }]\n`, '4:31'),
  'prometheus/auth': prometheus(`${SCRAPE}  authorization: {}\n  basic_auth: {}\n`, '4:18'),
  'prometheus/rule-file': prometheus(`${SCRAPE}rule_files: [none.yml]\n`, '4:14'),
  'prometheus/secret': prometheus(`${SCRAPE}  basic_auth: { username: a, password: hunter2 }\n`, '4:40'),
  'prometheus/static-internal': prometheus(
    `${SCRAPE}  static_configs: [{ targets: ['chat.internal:9090'] }]\n`,
    '4:32',
  ),
  'prometheus/instance-label': prometheus(
    `${SCRAPE}  static_configs: [{ targets: [a:1], labels: { instance: fly } }]\n`,
    '4:58',
  ),
  'prometheus/unknown-app': prometheus(SCRAPE.replace('chat.internal', 'chatter.internal'), '3:30'),
  'prometheus/unknown-port': prometheus(SCRAPE.replace('9090', '9091'), '3:30'),
  'prometheus/public-target': prometheus(
    `${SCRAPE}  static_configs: [{ targets: ['chat.fly.dev:9090'] }]\n`,
    '4:32',
  ),
  'prometheus/empty': prometheus('rule_files: []\n', '1:1'),
}

/** Files that some cases need beside the one that they change. */
export const BESIDE: Partial<Record<Code, Record<string, string>>> = {
  'dashboard/shape': { 'empty.json': '{}' },
  'dashboard/duplicate-uid': {
    'a.json': dashboard('users', { top: '"uid": "twin", "title": "A", "schemaVersion": 39,' }),
  },
}
