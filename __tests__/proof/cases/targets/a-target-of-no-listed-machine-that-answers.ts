import { counter, page, proofCase } from '../../case.ts'

export default proofCase({
  machines: [{}, {}, { id: 'ghost', unlisted: true }],
  metrics: { web_requests_total: 'counter' },
  warm: 8_000,
  // Made by hand in another way: its samples are in every sum.
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  expect: {
    verdict: 'failed',
    failures: ['target-unexpected web at [fdaa:0:1::4]:9100'],
    says: [/in every sum/],
  },
})
