import { gauge, page, proofCase } from '../../case.ts'

/** One machine is one cause, for all services on it. */
export default proofCase({
  machines: [{}, { unlisted: true }],
  services: [
    { name: 'api', port: 9100, metrics: { api_up: 'gauge' } },
    { name: 'jobs', port: 9101, metrics: { jobs_up: 'gauge' } },
  ],
  serve: ({ name }) => page(gauge(`${name}_up`, 1)),
  expect: {
    verdict: 'failed',
    failures: ['target-unexpected 2 targets at [fdaa:0:1::3] (api and jobs)'],
  },
})
