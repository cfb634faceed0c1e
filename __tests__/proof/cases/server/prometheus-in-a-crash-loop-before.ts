import { counter, page, proofCase } from '../../case.ts'
import type { Rig } from '../../rig.ts'

async function crash(rig: Rig): Promise<void> {
  rig.prom.kill('SIGKILL')
  await rig.sleep(1_000)
  rig.startPrometheus()
}

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n)),
  async before(rig) {
    setTimeout(() => crash(rig), 9_000)
    setTimeout(() => crash(rig), 19_000)
  },
  warm: 27_000,
  expect: { verdict: 'failed', failures: ['uptime-broken prometheus'], says: ['started again 2 times'] },
})
