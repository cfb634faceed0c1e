import { counter, page, proofCase } from '../../case.ts'
import { PROXY, startProxy } from '../../proxy.ts'

/** What runs differs from what was deployed, and the proxy hides it. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  patchRunning: (document) => {
    document.global.external_labels = { monitor: 'another' }
  },
  url: PROXY,
  before: () => startProxy((path) => (/\/status\/(?:config|runtime)/.test(path) ? 502 : undefined)),
  expect: {
    verdict: 'unproven',
    failures: [
      'configuration-not-checked prometheus.yml',
      'reload-not-checked prometheus.yml',
      'retention-not-checked 15d',
    ],
    says: [/^# ⚠️ Not proven: /m, /^1 of 1 target scraped .*; 1 claim could not be checked/m, '502'],
  },
})
