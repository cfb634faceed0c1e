import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

/** Panels about yesterday and about every fifth minute: there is nothing to correct, and nothing is proven. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 30)),
  dashboards: [
    dashboard([
      panel('now', 'sum(rate(web_requests_total[1m]))'),
      panel('week', 'sum(rate(web_requests_total[1m])) / sum(rate(web_requests_total[1m] offset 1w))'),
      panel('subquery', 'max_over_time(sum(rate(web_requests_total[30s]))[1w:1d])'),
      panel('shifted', 'sum(rate(web_requests_total[1m]))', { timeShift: '1d' }),
      panel('typo', 'sum(rate(web_requests_totals[1m] offset 1d))'),
    ]),
  ],
  expect: {
    verdict: 'failed',
    failures: [
      'panel-too-early D0 / week (A)',
      'panel-too-early D0 / subquery (A)',
      'panel-too-early D0 / shifted (A)',
      'panel-no-data D0 / typo (A)',
    ],
    says: [/It looks 1w back/, /Did you mean web_requests_total/],
  },
})
