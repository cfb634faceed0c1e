import { execFileSync } from 'node:child_process'
import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

export default proofCase({
  machines: [{}, {}],
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n)),
  dashboards: [dashboard([panel('rate', 'sum(rate(web_requests_total[$__rate_interval]))')])],
  data: '/mnt/small',
  before() {
    execFileSync('sh', ['-ec', 'mkdir -p /mnt/small && mount -t tmpfs -o size=3m tmpfs /mnt/small'])
    const fill = 'dd if=/dev/zero of=/mnt/small/fill bs=1k 2>/dev/null || true'
    setTimeout(() => execFileSync('sh', ['-c', fill]), 8_000)
  },
  warm: 12_000,
  expect: {
    verdict: 'failed',
    failures: [
      'target-not-stored 2 targets of web (m1 and m2)',
      'rule-error monitoring:volume_size:bytes in group monitoring',
      'rule-error Watchdog in group monitoring',
      'rule-error service:requests:rate5m in group services',
      'rule-error service:targets:expected in group targets',
      'rule-error service:targets:found in group targets',
      'metric-not-checked web_requests_total of web',
      'panel-stale D0 / rate (A)',
    ],
    says: ['is full', 'flyctl volumes extend'],
    saysNot: [/Correct the expression/],
  },
})
