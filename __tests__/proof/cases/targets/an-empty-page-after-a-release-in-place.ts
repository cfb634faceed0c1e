import { counter, page, proofCase } from '../../case.ts'

/** The release before had traffic, this one had none yet; nothing tells when the process started. */
export default proofCase({
  metrics: { orders_total: { type: 'counter', expect: 'after-traffic' } },
  warm: 20_000,
  deployed: 18_000,
  serve: () => page((n) => (n <= 6 ? counter('orders_total', n) : '')),
  expect: { verdict: 'proven', evidence: { targets: [{ state: 'up', samples: 0, certainty: 'inferred' }] } },
})
