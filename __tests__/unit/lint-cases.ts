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
}

/** Files that some cases need beside the one that they change. */
export const BESIDE: Partial<Record<Code, Record<string, string>>> = {
  'dashboard/shape': { 'empty.json': '{}' },
  'dashboard/duplicate-uid': {
    'a.json': dashboard('users', { top: '"uid": "twin", "title": "A", "schemaVersion": 39,' }),
  },
}
