import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

/** `or vector(0)` shows zero for ever when the name is wrong; for failures that did not happen it is right. */
export default proofCase({
  metrics: { web_orders_total: { type: 'counter', expect: 'after-traffic' } },
  serve: () => page((n) => counter('http_requests_total', n * 30, '{status="200"}')),
  dashboards: [
    dashboard([
      panel('typo', 'sum(rate(http_request_totals[$__rate_interval])) or vector(0)'),
      panel('other', 'sum(rate(shop_orders_total[$__rate_interval])) or on() vector(0)'),
      panel('zero', 'sum(rate(shop_orders_total[1m])) or 0 * sum(up)'),
      panel(
        'inside',
        'sum(sum(rate(shop_orders_total[1m])) or vector(0)) / sum(rate(http_requests_total[1m]))',
      ),
      panel('absent', 'absent(shop_orders_total)'),
      panel('label', 'sum(rate(http_requests_total{statsu=~"5.."}[1m])) or vector(0)'),
      panel('right', 'sum(rate(http_requests_total{status=~"5.."}[1m])) or vector(0)'),
      panel('declared', 'sum(rate(web_orders_total[1m])) or vector(0)'),
      panel('renamed', 'sum(http_server_requests_total) or sum(http_requests_total) or vector(0)'),
    ]),
  ],
  expect: {
    verdict: 'unproven',
    failures: ['typo', 'other', 'zero', 'inside', 'absent', 'label'].map(
      (title) => `panel-warning D0 / ${title} (A)`,
    ),
    says: ['Did you mean http_requests_total?'],
    evidence: {
      panels: [
        ...Array.from({ length: 6 }, () => ({ state: 'warning', certainty: 'proven' })),
        ...Array.from({ length: 3 }, () => ({ state: 'data' })),
      ],
    },
  },
})
