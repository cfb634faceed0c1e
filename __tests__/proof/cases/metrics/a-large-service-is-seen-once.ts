import { counter, page, proofCase } from '../../case.ts'

const series = Array.from({ length: 60_000 }, (_, i) => `web_hits_total{user="${i}"} ${i}\n`).join('')

/** A question about several scrapes of so many series would block a small Prometheus; the evidence says so. */
export default proofCase({
  monitoring: { vm: { memory_mb: 8_192 } },
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => `${counter('web_requests_total', n)}# TYPE web_hits_total counter\n${series}`),
  expect: {
    verdict: 'proven',
    evidence: { metrics: [{ state: 'present', certainty: 'inferred' }] },
  },
})
