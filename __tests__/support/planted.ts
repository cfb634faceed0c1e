import type { RunReport } from '../../src/report/report.ts'
import { evidence, report, target } from './report.ts'

const reason = { class: 'refused', why: 'w', next: 'n', certainty: 'proven', detail: 'd' } as const
const claim = { certainty: 'proven', why: 'w', next: 'n' } as const
const named = { uid: 'u', title: 't' }
const at = { file: 'f.yml', line: 1, column: 1 }

/** Everything that a report can have in it. */
export const fullReport = (): RunReport =>
  report({
    changes: [{ subject: 's', what: 'w', result: 'failed', why: 'y', seconds: 1 }],
    dashboards: [{ title: 't', url: 'https://grafana.example/d/x', result: 'created' }],
    problems: [
      { code: 'a', severity: 'warning', at, message: 'm', hint: 'h' },
      { code: 'b', severity: 'warning', message: 'm', hint: 'h' },
    ],
    planned: {
      ...{ compared: ['Fly'], downtime: 'd', price: 'p', backtestNote: 'n' },
      changes: [
        {
          ...{ platform: 'Fly', effect: 'change', kind: 'k', subject: 's', what: 'w', reason: 'r' },
          ...{ routine: false, certain: true, details: [{ title: 't', lines: ['+ a', '- b', '~ c'] }] },
        },
      ],
      backtest: [{ alert: 'a', change: 'new', fired: 1, note: 'n' }],
    },
    skipped: [{ part: 'p', why: 'w', set: 's' }],
    timings: [{ step: 's', seconds: 1, note: 'n' }],
    evidence: evidence({
      targets: [target(), target({ state: 'down', reason, shared: reason })],
      services: [{ service: 's', app: 'a', expected: 0, up: 0, resting: 0, reason }],
      metrics: [
        {
          ...{ service: 's', name: 'n', type: 't', state: 'missing', actualType: 'a', nearMiss: 'm' },
          ...{ machines: { with: 0, of: 1 }, ...claim },
        },
      ],
      undeclared: [{ service: 's', names: ['n'] }],
      panels: [
        {
          ...{ dashboard: named, panel: { id: 1, title: 't' }, refId: 'A', expr: 'e', query: 'q' },
          ...{ state: 'no-data', series: 0, value: 'v', absent: ['a'], ...claim },
        },
      ],
      rules: [{ group: 'g', name: 'n', kind: 'alerting', state: 'error', detail: 'd', ...claim }],
      alerts: [{ name: 'n', state: 'firing', labels: { severity: 's' }, summary: 's', since: 'now' }],
      checks: [{ area: 'configuration', subject: 's', outcome: 'broken', ...claim }],
    }),
  })

/** Fields that hold one of a few words of ours. */
const WORDS = [
  'platform',
  'effect',
  'change',
  'mode',
  'kind',
  'severity',
  'code',
  'state',
  'class',
  'certainty',
  'area',
  'outcome',
  'result',
]

/** The same with the text in the place of every other text. */
export function planted<T>(value: T, text: string, name = ''): T {
  if (typeof value === 'string') return (WORDS.includes(name) ? value : text) as T
  if (Array.isArray(value)) return value.map((inner) => planted(inner, text, name)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, planted(inner, text, key)]),
  ) as T
}
