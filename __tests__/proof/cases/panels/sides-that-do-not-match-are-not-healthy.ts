import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

/** Both sides have data, and nothing matches: an empty panel for a reason that no event changes. */
export default proofCase({
  metrics: { web_requests_total: 'counter', web_limit: 'gauge' },
  serve: () =>
    page(
      (n) => counter('web_requests_total', n * 3, '{route="/a"}') + gauge('web_limit', 1, '{tier="free"}'),
    ),
  dashboards: [
    dashboard([
      panel('ratio', 'web_requests_total / web_limit'),
      panel('above', 'web_requests_total > web_limit'),
      panel('both', 'web_requests_total and web_limit'),
      panel('no le', 'histogram_quantile(0.9, sum by (route) (rate(web_requests_total[1m])))'),
      panel(
        'fulfilled by none',
        'web_limit > on (instance) group_left () sum by (instance) (web_requests_total * 1000)',
      ),
    ]),
  ],
  expect: {
    verdict: 'failed',
    failures: ['ratio', 'above', 'both', 'no le'].map((title) => `panel-no-data D0 / ${title} (A)`),
    says: [/no label le/],
    evidence: { panels: ['no-data', 'no-data', 'no-data', 'no-data', 'waiting'].map((state) => ({ state })) },
  },
})
