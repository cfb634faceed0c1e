import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

/** No order was refunded yet, or the value is wrong: no one can tell. A gauge has all of its values. */
export default proofCase({
  metrics: { orders_total: 'counter', queue_depth: 'gauge' },
  serve: () =>
    page(
      (n) => counter('orders_total', n * 3, '{kind="purchase"}') + gauge('queue_depth', 1, '{queue="mails"}'),
    ),
  dashboards: [
    dashboard([
      panel('refunds', 'sum(rate(orders_total{kind="refund"}[1m]))'),
      panel('misspelt', 'sum(rate(orders_total{kind="purchsae"}[1m]))'),
      panel('queue', 'queue_depth{queue="orders"}'),
    ]),
  ],
  expect: {
    verdict: 'failed',
    failures: [
      'panel-not-checked D0 / refunds (A)',
      'panel-no-data D0 / misspelt (A)',
      'panel-no-data D0 / queue (A)',
    ],
    says: ['Did you mean purchase?'],
  },
})
