import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

const LATENCY = `# TYPE web_lat_seconds histogram
web_lat_seconds_bucket{le="0.1"} 0
web_lat_seconds_bucket{le="+Inf"} 0
web_lat_seconds_sum 0
web_lat_seconds_count 0
`

/** A deployment that no one uses yet: the metrics may wait, and so may the panels about them. */
export default proofCase({
  metrics: {
    web_requests_total: { type: 'counter', expect: 'after-traffic' },
    web_lat_seconds: { type: 'histogram', expect: 'after-traffic' },
    web_wait_seconds: { type: 'histogram', expect: 'after-traffic' },
    web_up_gauge: 'gauge',
  },
  serve: () => page(() => gauge('web_up_gauge', 1) + LATENCY + counter('web_hits_total', 0)),
  dashboards: [
    dashboard(
      [
        panel('rate', 'sum(rate(web_requests_total[$__rate_interval]))'),
        panel(
          'p95',
          'histogram_quantile(0.95, sum by (le) (rate(web_lat_seconds_bucket[$__rate_interval])))',
        ),
        panel('ratio', 'sum(rate(web_requests_total{code="500"}[1m])) / sum(rate(web_requests_total[1m]))'),
        panel('hits', 'sum(rate(web_hits_total[1m])) / sum(rate(web_hits_total[1m]))'),
        panel('by route', 'sum(rate(web_requests_total{route="$route"}[1m]))'),
        panel('count', 'sum(rate(web_wait_seconds_count[1m]))'),
        panel('up', 'web_up_gauge'),
      ],
      {
        templating: {
          list: [{ name: 'route', type: 'query', query: 'label_values(web_requests_total, route)' }],
        },
      },
    ),
  ],
  expect: {
    verdict: 'proven',
    evidence: {
      panels: [
        ...Array.from({ length: 6 }, () => ({ state: 'waiting', certainty: 'inferred' })),
        { state: 'data' },
      ],
    },
  },
})
