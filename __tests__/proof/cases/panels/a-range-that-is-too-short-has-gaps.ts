import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

/** A range below two scrape intervals holds two samples only at some moments. */
export default proofCase({
  ...{ metrics: { web_requests_total: 'counter' }, interval: '3s' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  dashboards: [
    dashboard([
      panel('never', 'rate(web_requests_total[2s])'),
      panel('sometimes', 'irate(web_requests_total[5s])'),
      panel('always', 'rate(web_requests_total[$__rate_interval])'),
      panel('subquery', 'max_over_time(rate(web_requests_total[12s])[1m:])'),
    ]),
  ],
  expect: {
    verdict: 'failed',
    failures: ['panel-no-data D0 / never (A)'],
    says: ['is too short to hold two scrapes'],
    evidence: { panels: ['no-data', 'warning', 'data', 'data'].map((state) => ({ state })) },
  },
})
