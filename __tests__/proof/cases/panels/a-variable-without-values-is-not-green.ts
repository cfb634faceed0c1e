import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

const variable = (name: string, query: unknown, more: object = {}) => ({
  name,
  type: 'query',
  query,
  ...more,
})

/** A typo in `label_values()`: Grafana inserts nothing, and every panel is empty. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  dashboards: [
    dashboard(
      [
        panel('one', 'sum(rate(web_requests_total{instance="$one"}[$__rate_interval]))'),
        panel('all', 'sum(rate(web_requests_total{instance=~"$all"}[$__rate_interval]))'),
        panel('filtered', 'web_requests_total{instance="$filtered"}'),
        panel('chained', 'web_requests_total{instance="$chained"}'),
        panel('repeated', 'web_requests_total{instance="$all"}', { repeat: 'all' }),
        panel('undeclared', 'web_requests_total{instance="$nowhere"}'),
      ],
      {
        templating: {
          list: [
            variable('chained', 'label_values(up{job="$one"}, instance)'),
            variable('one', { query: 'label_values(web_up_typo, instance)', refId: 'x' }),
            variable('all', 'label_values(web_up_typo, instance)', {
              ...{ includeAll: true, multi: true, current: { text: 'All', value: ['$__all'] } },
            }),
            variable('filtered', 'label_values(up{job="web"}, instance)', { regex: '/^prod-/' }),
          ],
        },
      },
    ),
  ],
  expect: {
    verdict: 'failed',
    failures: ['one', 'all', 'filtered', 'chained', 'repeated', 'undeclared'].map(
      (title) => `panel-no-data D0 / ${title} (A)`,
    ),
    says: [
      'has no value here',
      'web_up_typo',
      'The dashboard has no variable',
      /matches none of the 1 values/,
    ],
    evidence: { panels: Array.from({ length: 6 }, () => ({ state: 'no-data', certainty: 'proven' })) },
  },
})
