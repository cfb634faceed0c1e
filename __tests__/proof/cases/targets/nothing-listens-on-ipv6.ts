import { proofCase } from '../../case.ts'

const names = ['web', 'api', 'jobs', 'bot']

export default proofCase({
  machines: [{}, {}],
  services: names.map((name, i) => ({ name, port: 9100 + i, metrics: { [`${name}_total`]: 'counter' } })),
  serve: () => undefined,
  expect: {
    verdict: 'failed',
    failures: ['8 targets of 4 services (web, api, jobs and 1 more)']
      .map((subject) => `target-refused ${subject}`)
      .concat(names.map((name) => `metric-not-checked ${name}_total of ${name}`)),
    says: ['the private network is IPv6'],
  },
})
