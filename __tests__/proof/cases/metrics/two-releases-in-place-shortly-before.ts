import { counter, gauge, page, proofCase } from '../../case.ts'

/** The seconds since the process began: it starts again in place, so quickly that no scrape fails. */
const ageAt = (seconds: number): number =>
  seconds < 9 ? seconds + 50 : seconds < 14 ? seconds - 9 : seconds - 14

/** Counters go back and a metric waits for its first event each time, without a start time that would tell why. */
export default proofCase({
  metrics: {
    web_requests_total: 'counter',
    web_jobs_total: { type: 'counter', expect: 'after-traffic' },
    web_queue: 'gauge',
  },
  warm: 18_000,
  deployed: 14_000,
  serve: () => {
    const began = Date.now()
    return page(() => {
      const age = ageAt((Date.now() - began) / 1000)
      const jobs = age > 2 ? counter('web_jobs_total', Math.floor(age)) : ''
      return counter('web_requests_total', Math.floor(age)) + gauge('web_queue', 1) + jobs
    })
  },
  expect: { verdict: 'proven' },
})
