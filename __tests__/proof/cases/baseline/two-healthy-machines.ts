import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

export default proofCase({
  machines: [{}, {}],
  metrics: { web_requests_total: 'counter', web_connections: 'gauge' },
  serve: () => page((n) => counter('web_requests_total', n * 3) + gauge('web_connections', 4)),
  dashboards: [
    dashboard([
      panel('rate', 'sum(rate(web_requests_total[$__rate_interval]))'),
      panel('connections', 'web_connections'),
    ]),
  ],
  expect: { verdict: 'proven', says: ['2 of 2 targets scraped'] },
})
