import { page, proofCase } from '../../case.ts'

const series = Array.from({ length: 60_000 }, (_, i) => `big_total{user="u${i}"} ${i}\n`).join('')

export default proofCase({
  interval: '5s',
  monitoring: { vm: { memory_mb: 4096 } },
  metrics: { big_total: 'counter' },
  serve: () => page(`# TYPE big_total counter\n${series}`),
  expect: { verdict: 'proven', evidence: { targets: [{ samples: 60_000, lost: 0 }] } },
})
