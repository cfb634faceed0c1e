import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

/** No failure ever: no 5xx, nothing down, no alert, no lag. */
export default proofCase({
  metrics: { web_requests_total: { type: 'counter', expect: 'after-traffic' } },
  serve: () =>
    page(
      (n) =>
        counter('web_requests_total', n * 30, '{status="200",outcome="success"}') +
        gauge('web_queue_lag', 0) +
        counter('web_grpc_total', n, '{code="OK"}'),
    ),
  dashboards: [
    dashboard([
      panel('5xx', 'sum(rate(web_requests_total{status=~"5.."}[$__rate_interval]))'),
      panel(
        'error share',
        'sum(rate(web_requests_total{status=~"5.."}[1m])) / sum(rate(web_requests_total[1m]))',
      ),
      panel('failures', 'web_requests_total{outcome!="success"}'),
      panel('failed', 'web_requests_total{outcome="failure"}'),
      panel('grpc', 'sum by (code) (rate(web_grpc_total{code!="OK"}[1m]))'),
      panel('down', 'count(up == 0)'),
      panel('absent', 'absent(up{job="web"})'),
      panel('firing', 'ALERTS{alertstate="firing",severity="critical"}'),
      panel('lag', 'web_queue_lag > 100'),
      panel('lag and traffic', 'web_queue_lag > 100 and on (instance) web_requests_total'),
      panel('restarts', 'changes(process_start_time_seconds{job="prometheus"}[1h]) > 0'),
      panel('all are excluded', 'up{job="web"} unless on (instance) web_queue_lag'),
      panel('GET only', 'rate(web_requests_total{method="POST"}[1m])'),
    ]),
  ],
  expect: {
    verdict: 'failed',
    failures: ['panel-no-data D0 / GET only (A)'],
    says: ['has no label method'],
    evidence: {
      panels: [...Array.from({ length: 12 }, () => ({ state: 'waiting', certainty: 'inferred' })), {}],
    },
  },
})
