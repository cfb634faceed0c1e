import { counter, page, proofCase } from '../../case.ts'
import { PROXY, startProxy } from '../../proxy.ts'

/** Rules can be read at the start and not at the end. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  rules: 'groups: [{ name: own, rules: [{ record: "own:up", expr: "sum(up)" }] }]',
  url: PROXY,
  warm: 8_000,
  deadline: 20_000,
  before: () => {
    let n = 0
    startProxy((path) => (/\/api\/v1\/(?:rules|alerts)/.test(path) && ++n > 1 ? 502 : undefined))
  },
  expect: {
    verdict: 'unproven',
    failures: ['rules-not-checked rules.yml'],
    says: ['1 claim could not be checked'],
    saysNot: ['has not loaded it'],
  },
})
