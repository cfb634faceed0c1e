import { expect, test } from '@jest/globals'
import { actionOutputs } from '../../src/action/outputs.ts'
import type { TargetEvidence } from '../../src/verify/evidence.ts'
import { COMMANDS } from '../support/hostile.ts'
import { evidence, report, target } from '../support/report.ts'
import { commandsIn } from '../support/runner-commands.ts'

/** By which Linux bounds one environment variable, name and all. */
const MAX_ARG_STRLEN = 131_072

const FOREIGN = COMMANDS.join(' ').repeat(10)
const reason = {
  class: 'unknown',
  why: FOREIGN,
  next: FOREIGN,
  certainty: 'inferred',
  detail: FOREIGN,
} as const

/** A fleet of 10,000 machines, the last of which is down, and everything else that can be long. */
function fleet() {
  const many = Array.from({ length: 10_000 }, (_, i) => `m${i}`)
  const targets = many.map((machine): TargetEvidence => {
    const state = machine === 'm9999' ? 'down' : 'up'
    return target({ machine, state, ...(state === 'down' && { reason }) })
  })
  const claim = { certainty: 'proven', why: '' } as const
  return actionOutputs(
    report({
      apps: many.map((app) => ({ app, deployed: true, machines: 1 })),
      dashboards: many.map((title) => ({ title: FOREIGN + title, url: FOREIGN, result: 'created' })),
      evidence: evidence({
        targets,
        metrics: many.map((name) => ({
          ...claim,
          service: 'web',
          name,
          type: 'gauge',
          state: 'missing',
          nearMiss: FOREIGN,
          machines: { with: 0, of: 1 },
        })),
        panels: many.map((title) => ({
          ...claim,
          dashboard: { uid: FOREIGN, title: '' },
          panel: { id: 1, title },
          refId: 'A',
          query: '',
          expr: '',
          series: 0,
          state: 'no-data',
          absent: [],
        })),
      }),
    }),
  )
}

test('every output fits in a variable and all of them in a job, and the worst is not what is left out', () => {
  const all = fleet()
  for (const value of Object.values(all))
    expect(Buffer.byteLength(value)).toBeLessThan(MAX_ARG_STRLEN - 1_000)
  expect(Object.values(all).join('').length * 2).toBeLessThan(1_000_000)
  expect(all['targets-total']).toBe('10000')
  const shown = JSON.parse(all.targets ?? '')
  expect(shown.length).toBeGreaterThan(300)
  expect(shown[0]).toMatchObject({ machine: 'm9999', health: 'down' })
  expect(shown[1]).toMatchObject({ machine: 'm0', health: 'up' })
})

test('what a step prints of an output, whole or in parts, is no command', () => {
  for (const value of Object.values(fleet())) {
    expect(commandsIn(value)).toEqual([])
    if (!value.startsWith('[')) continue
    const texts = JSON.parse(value).flatMap((row: object) => Object.values(row))
    expect(commandsIn(texts.join('\n'))).toEqual([])
  }
})

test('a list that fits is as it always was', () => {
  expect(actionOutputs(report()).targets).toBe(
    JSON.stringify([
      {
        service: 'notify_server',
        app: 'chat',
        machine: '148e1234a56789',
        region: 'nrt',
        address: '[fdaa:0:1::a]:9091',
        health: 'up',
        lastScrape: '2026-11-22T19:55:07.123Z',
        samples: 42,
        reason: null,
      },
    ]),
  )
})
