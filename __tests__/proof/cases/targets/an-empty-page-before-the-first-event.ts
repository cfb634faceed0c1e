import { page, proofCase } from '../../case.ts'

export default proofCase({
  metrics: { orders_total: { type: 'counter', expect: 'after-traffic' } },
  serve: () => page(''),
  expect: { verdict: 'proven', evidence: { targets: [{ state: 'up', samples: 0, certainty: 'inferred' }] } },
})
