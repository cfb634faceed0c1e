import { counter, page, proofCase } from '../../case.ts'

const accept = (code: string, subject: string, until = '2999-12-31') => ({
  code,
  subject,
  reason: 'Comes later.',
  until,
})

export default proofCase({
  metrics: { web_requests_total: 'counter', web_jobs_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  verify: { accept: [accept('metric-missing', 'web_jobs_total of *'), accept('panel-no-data', 'D0 / *')] },
  deadline: 20_000,
  expect: {
    verdict: 'proven',
    failures: ['metric-missing web_jobs_total of web'],
    says: [
      /^# ✅ Proven: .*; 1 claim accepted$/m,
      /web_jobs_total .*Comes later\..*2999-12-31/,
      'does not match anything',
    ],
  },
})
