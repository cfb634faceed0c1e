import type { RunReport } from '../../src/report/report.ts'
import type { Evidence, TargetEvidence } from '../../src/verify/evidence.ts'

const MARK = '2026-11-22T19:55:00.000Z'

/** A target as a healthy run sees it. */
export function target(over: Partial<TargetEvidence> = {}): TargetEvidence {
  return {
    service: 'notify_server',
    app: 'chat',
    machine: '148e1234a56789',
    region: 'nrt',
    address: '[fdaa:0:1::a]:9091',
    state: 'up',
    lastScrape: '2026-11-22T19:55:07.123Z',
    samples: 42,
    certainty: 'proven',
    why: 'Scraped after the mark.',
    ...over,
  }
}

export function evidence(over: Partial<Evidence> = {}): Evidence {
  return {
    mark: MARK,
    began: MARK,
    ended: '2026-11-22T19:55:09.000Z',
    prometheus: '3.13.3',
    targets: [target()],
    unexpected: [],
    services: [{ service: 'notify_server', app: 'chat', expected: 1, up: 1, resting: 0 }],
    metrics: [],
    undeclared: [],
    panels: [],
    rules: [],
    alerts: [],
    checks: [],
    problems: [],
    ...over,
  }
}

export function report(over: Partial<RunReport> = {}): RunReport {
  return {
    mode: 'deploy',
    verdict: { kind: 'proven', failures: [] },
    refused: false,
    commit: undefined,
    monitoring: { app: 'chat-monitoring', url: 'https://chat-monitoring.fly.dev', password: true },
    apps: [{ app: 'chat', deployed: true, machines: 1 }],
    health: ['https://chat.fly.dev/health'],
    changes: [],
    dashboards: [],
    evidence: evidence(),
    problems: [],
    skipped: [],
    checked: undefined,
    timings: [],
    ...over,
  }
}
