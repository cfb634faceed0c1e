import { counter, gauge, page, proofCase } from '../../case.ts'

export default proofCase({
  services: [{ name: 'crawler', port: 9100, metrics: { crawler_queue: 'gauge' } }],
  serve: () =>
    page(
      (n) =>
        counter('scrape_jobs_total', n) +
        gauge('scrape_duration_seconds', 2, '{site="a"}') +
        gauge('scrape_timeout_seconds', 9, '{site="a"}') +
        gauge('up', 1, '{site="a"}') +
        gauge('crawler_queue', 3),
    ),
  expect: { verdict: 'proven', evidence: { targets: [{ samples: 5, lost: 0 }] } },
})
