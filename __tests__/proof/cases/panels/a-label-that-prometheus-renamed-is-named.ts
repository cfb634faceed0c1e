import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

/** The service sends labels that Prometheus sets itself: they are stored as exported_…. */
export default proofCase({
  metrics: { orders_total: 'counter' },
  serve: () =>
    page((n) => counter('orders_total', n * 3, '{service="checkout",instance="pod-1",region="eu"}')),
  dashboards: [
    dashboard([
      panel('service', 'sum(rate(orders_total{service="checkout"}[$__rate_interval]))'),
      panel('instance', 'orders_total{instance="pod-1"}'),
      panel('misspelt', 'orders_total{exported_service="chekout"}'),
      panel('by', 'sum by (service) (orders_total)'),
    ]),
  ],
  expect: {
    verdict: 'failed',
    failures: ['service', 'instance', 'misspelt'].map((title) => `panel-no-data D0 / ${title} (A)`),
    says: ['exported_service', 'exported_instance', 'Did you mean checkout?'],
  },
})
