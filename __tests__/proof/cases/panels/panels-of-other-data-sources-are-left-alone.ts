// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Grafana's variables are spelled so
import { counter, dashboard, page, proofCase } from '../../case.ts'

const panel = (title: string, datasource: unknown, expr: string, own: unknown = datasource) => ({
  ...{ type: 'timeseries', title, datasource },
  targets: [{ refId: 'A', expr, datasource: own }],
})
const OURS = { type: 'prometheus', uid: 'mon' }

/** Nothing is promised about Loki or about the Prometheus that Fly runs: named, and no failure. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 30, '{status="200"}')),
  dashboards: [
    dashboard(
      [
        panel('fly managed', { type: 'prometheus', uid: 'fly-metrics' }, 'fly_instance_up'),
        panel('loki by name', 'Loki', '{app="web"} |= "error"', null),
        panel('default is loki', null, '{app="web"} |= "error"', null),
        panel('logs by another name', 'Logs', '{app="web"} != "x"'),
        panel('loki typed', { type: 'loki', uid: 'l' }, '{app="web"}'),
        panel('loki variable', '${logs}', '{app="web"}'),
        panel('fly variable', { type: 'prometheus', uid: '${fly}' }, 'fly_edge_http_responses_count'),
        panel('tempo', { type: 'tempo', uid: 't' }, ''),
        {
          ...{ type: 'timeseries', title: 'mixed', datasource: { type: 'datasource', uid: '-- Mixed --' } },
          targets: [
            { refId: 'A', expr: 'web_requests_total', datasource: OURS },
            { refId: 'B', expr: '{app="web"}', datasource: { type: 'loki', uid: 'l' } },
            {
              refId: 'C',
              type: 'math',
              expression: '$A*2',
              datasource: { type: '__expr__', uid: '__expr__' },
            },
          ],
        },
        {
          type: 'row',
          title: 'row',
          collapsed: true,
          panels: [panel('in a collapsed row', OURS, 'web_typo')],
        },
      ],
      {
        templating: {
          list: [
            { name: 'logs', type: 'datasource', query: 'loki' },
            { name: 'fly', type: 'datasource', query: 'prometheus', current: { value: 'fly-metrics' } },
          ],
        },
      },
    ),
  ],
  expect: {
    verdict: 'failed',
    failures: ['panel-no-data D0 / in a collapsed row (A)'],
    evidence: {
      panels: [
        ...Array.from({ length: 8 }, () => ({ state: 'other-source', certainty: 'not checked' })),
        ...['data', 'other-source', 'other-source', 'no-data'].map((state) => ({ state })),
      ],
    },
  },
})
