import { execFileSync } from 'node:child_process'
import { counter, gauge, page, proofCase } from '../../case.ts'

export default proofCase({
  services: [
    { name: 'web', port: 9100, metrics: { web_requests_total: 'counter' } },
    { name: 'slow', port: 9200, metrics: { slow_up: 'gauge' } },
  ],
  serve: ({ name }) => (name === 'web' ? page((n) => counter('web_requests_total', n)) : undefined),
  data: '/mnt/small',
  rules: 'groups: [{ name: all, rules: [{ alert: Watchdog, expr: vector(1) }] }]',
  before: () =>
    void execFileSync('sh', ['-ec', 'mkdir -p /mnt/small && mount -t tmpfs -o size=3m tmpfs /mnt/small']),
  async during(rig) {
    await rig.sleep(9_000)
    execFileSync('sh', ['-c', 'dd if=/dev/zero of=/mnt/small/fill bs=1k 2>/dev/null || true'])
    await rig.sleep(4_000)
    const [, slow] = rig.config.services
    const [machine] = rig.machines
    if (slow && machine) await rig.listen(slow, machine, page(gauge('slow_up', 1)))
  },
  expect: {
    verdict: 'failed',
    failures: [
      'target-not-stored 2 targets on machine m1 (web and slow)',
      'rule-error Watchdog in group all',
      'metric-not-checked web_requests_total of web',
      'metric-not-checked slow_up of slow',
    ],
    says: ['is full', 'flyctl volumes extend'],
    saysNot: [/Set it to 0 at start/],
    evidence: {
      targets: [
        { service: 'web', state: 'down', reason: { class: 'not-stored' } },
        { service: 'slow', state: 'down', reason: { class: 'not-stored' } },
      ],
    },
  },
})
