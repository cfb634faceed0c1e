import { page, proofCase } from '../../case.ts'

const began = Date.now()

export default proofCase({
  services: [{ name: 'web', port: 9100 }],
  warm: 9_000,
  // A new value each time, all of the same moment: Prometheus keeps the first one.
  serve: () => page((n) => `# TYPE web_requests_total counter\nweb_requests_total ${n} ${began}\n`),
  expect: { verdict: 'failed', failures: ['scrapes-broken all targets'] },
})
