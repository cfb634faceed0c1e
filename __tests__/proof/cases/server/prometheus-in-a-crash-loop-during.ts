import { counter, gauge, page, proofCase } from '../../case.ts'
import type { Rig } from '../../rig.ts'

async function crash(rig: Rig): Promise<void> {
  rig.prom.kill('SIGKILL')
  await rig.sleep(1_000)
  rig.startPrometheus()
}

export default proofCase({
  services: [
    { name: 'web', port: 9100, metrics: { web_requests_total: 'counter' } },
    { name: 'slow', port: 9200, metrics: { slow_up: 'gauge' } },
  ],
  serve: ({ name }) => (name === 'web' ? page((n) => counter('web_requests_total', n)) : undefined),
  async during(rig) {
    await rig.sleep(9_000)
    await crash(rig)
    await rig.sleep(8_000)
    await crash(rig)
    const [, slow] = rig.config.services
    const [machine] = rig.machines
    if (slow && machine) await rig.listen(slow, machine, page(gauge('slow_up', 1)))
  },
  expect: { verdict: 'failed', failures: ['uptime-broken prometheus'] },
})
