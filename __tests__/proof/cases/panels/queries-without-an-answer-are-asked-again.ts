import { counter, dashboard, page, panel, proofCase } from '../../case.ts'
import { PROXY, startProxy } from '../../proxy.ts'

/** The edge answers 502 for a while: no panel is empty or wrong because of it. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3, '{status="200"}')),
  url: PROXY,
  before: () => {
    let n = 0
    startProxy((path) => {
      if (!path.startsWith('/api/v1/query')) return undefined
      n++
      return n > 6 && n < 50 ? 502 : undefined
    })
  },
  dashboards: [
    dashboard(
      [
        panel('rate', 'sum(rate(web_requests_total{instance="$inst"}[$__rate_interval]))'),
        panel('typo', 'sum(rate(web_request_totals[1m]))'),
        panel('5xx', 'sum(rate(web_requests_total{status=~"5.."}[1m]))'),
      ],
      {
        templating: {
          list: [{ name: 'inst', type: 'query', query: 'label_values(up{job="web"}, instance)' }],
        },
      },
    ),
  ],
  expect: {
    verdict: 'failed',
    failures: ['panel-no-data D0 / typo (A)'],
    evidence: { panels: ['data', 'no-data', 'waiting'].map((state) => ({ state })) },
  },
})
