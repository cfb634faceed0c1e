import { counter, gauge, page, proofCase } from '../../case.ts'

export default proofCase({
  services: [
    { name: 'web', port: 9100, metrics: { web_requests_total: 'counter' } },
    { name: 'slow', port: 9200, metrics: { slow_up: 'gauge' } },
  ],
  serve: ({ name }) =>
    name === 'web'
      ? page((n) => counter('web_requests_total', n) + (n > 2 ? `web_requests_total ${n + 1}\n` : ''))
      : undefined,
  async during(rig) {
    await rig.sleep(10_000)
    const [, slow] = rig.config.services
    const [machine] = rig.machines
    if (slow && machine) await rig.listen(slow, machine, page(gauge('slow_up', 1)))
  },
  expect: {
    verdict: 'failed',
    failures: ['target-samples-lost web on machine m1 (fra)', 'metric-not-checked web_requests_total of web'],
  },
})
