import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

/** Each of these would be empty for ever, although it looks like a panel about failures. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () =>
    page(
      (n) =>
        counter('web_requests_total', n * 30, '{status="200",route="/orders"}') + gauge('web_up_seconds', n),
    ),
  rules: `groups:
  - name: own
    interval: 1s
    rules:
      - record: own:errors:rate1m
        expr: sum(rate(web_requests_total{status=~"5.."}[1m]))
      - record: own:typo:rate1m
        expr: sum(rate(web_request_totals[1m]))
      - alert: OwnDown
        expr: up == 0
`,
  dashboards: [
    dashboard([
      panel('form', 'sum(rate(web_requests_total{status="5xx"}[1m]))'),
      panel('label', 'sum(rate(web_requests_total{code=~"5.."}[1m]))'),
      panel('job', 'sum(rate(web_requests_total{job="wbe",status=~"5.."}[1m]))'),
      panel('alert', 'ALERTS{alertname="OwnDwon"}'),
      panel('recorded', 'own:typo:rate1m'),
      panel('compared', 'web_up_second > 5'),
      panel('case', 'web_requests_total{route="/Orders"}'),
      panel('condition', '(sum(rate(web_request_totals[1m])) or vector(0)) > 5'),
      panel('not absent', 'absent(web_request_totals) == 0'),
      panel('no failure', 'own:errors:rate1m'),
      panel('no alert', 'ALERTS{alertname="OwnDown",alertstate="firing"}'),
      panel('share', '100 * own:errors:rate1m / sum(rate(web_requests_total[1m]))'),
      panel('either', 'http_requests_total{status=~"5.."} or web_requests_total{status=~"5.."}'),
      panel('NaN', 'scalar(sum(rate(web_request_totals[1m])))'),
      panel('clamped', 'clamp_min(sum(rate(web_requests_total{status=~"5.."}[1m])), 0)'),
    ]),
  ],
  expect: {
    verdict: 'failed',
    failures: [
      ...['form', 'label', 'job', 'alert', 'recorded', 'compared', 'case', 'condition', 'not absent'].map(
        (title) => `panel-no-data D0 / ${title} (A)`,
      ),
      'panel-nan D0 / NaN (A)',
    ],
    says: ['No alert is called OwnDwon', 'Did you mean web_up_seconds', 'has no label code'],
    evidence: {
      panels: [
        ...Array.from({ length: 9 }, () => ({ state: 'no-data' })),
        ...Array.from({ length: 4 }, () => ({ state: 'waiting', certainty: 'inferred' })),
        { state: 'nan' },
        { state: 'waiting', certainty: 'inferred' },
      ],
    },
  },
})
