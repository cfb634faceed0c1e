import { expect, test } from '@jest/globals'
import { createPool } from '../../src/lib/http.ts'
import { grafanaDeliveryOf } from '../../src/run/grafana-delivery.ts'
import type { Session } from '../../src/run/session.ts'
import { ruleGroup, scene } from '../apply/grafana-scene.ts'
import { TOKENS } from '../sandbox/grafana/server.ts'
import type { State } from '../sandbox/grafana/state.ts'

/** What a verification says about a Grafana in which the rules were written, and then this was set up. */
async function judged(set: (state: State) => void, receiver?: string): Promise<string[]> {
  const { grafana, desired, run, close } = await scene()
  try {
    grafana.state.contactPoints.push({
      uid: 'a',
      name: 'team',
      type: 'slack',
      settings: {},
      disableResolveMessage: false,
    })
    grafana.state.policies = { receiver: 'team' }
    const ruleGroups = [ruleGroup('targets', ['Down', 'Slow'], receiver === undefined ? {} : { receiver })]
    await run({ ruleGroups })
    set(grafana.state)
    const check = grafanaDeliveryOf({
      desired: { grafana: { ...desired, ruleGroups } },
      inputs: { grafana: { url: grafana.url, token: TOKENS.editor } },
      project: {
        config: {
          alerts: { receiver },
          monitoring: { app: 'mon' },
          services: [
            { name: 'web', app: 'chat' },
            { name: 'bot', app: 'chat' },
          ],
        },
      },
      pool: createPool(),
    } as unknown as Session)
    return ((await check?.()) ?? []).map(({ outcome, why }) => `${outcome}: ${why}`)
  } finally {
    await close()
  }
}

const policy = (more: object) => (state: State) => {
  state.policies = { receiver: 'team', routes: [{ object_matchers: [['alertname', '=~', '.+']], ...more }] }
}
const ALWAYS = { name: 'always', time_intervals: [{}] }
const OVER = { name: 'long ago', time_intervals: [{ years: ['2001'] }] }
const SILENCE = {
  id: 'x',
  status: { state: 'active' },
  endsAt: '2099-01-01T00:00:00.000Z',
  matchers: [{ name: 'alertname', value: '.*', isRegex: true, isEqual: true }],
}

test('a Grafana that delivers is proven, with a receiver and without', async () => {
  expect(await judged(() => {})).toEqual([expect.stringMatching(/^holds: .*ends at a contact point/)])
  expect(await judged(() => {}, 'team')).toEqual([expect.stringMatching(/^holds/)])
})

test.each<[string, (state: State) => void, RegExp]>([
  ['an empty contact point', policy({ receiver: 'empty' }), /^broken: .*"empty", which has no integration/],
  [
    'a silence',
    ({ silences }) => void silences.push(SILENCE),
    /^broken: A silence mutes alerts until 2099-01-01/,
  ],
  [
    'a mute timing',
    (state) => {
      policy({ mute_time_intervals: ['always'] })(state)
      state.muteTimings.push(ALWAYS)
    },
    /^broken: The mute timing "always"/,
  ],
  [
    'an active timing that is over',
    (state) => {
      policy({ active_time_intervals: ['long ago'] })(state)
      state.muteTimings.push(OVER)
    },
    /^broken: .*active only in "long ago"/,
  ],
  [
    'alerts that are sent to external Alertmanagers only',
    (state) => {
      state.alertmanagersChoice = 'external'
    },
    /^broken: .*external Alertmanagers only/,
  ],
  [
    'alerts that are sent to external Alertmanagers too',
    (state) => {
      state.alertmanagersChoice = 'all'
    },
    /^holds/,
  ],
  [
    'all rules paused',
    ({ ruleGroups }) => {
      for (const rule of ruleGroups.flatMap(({ rules }) => rules)) rule.isPaused = true
    },
    /^warning: Rules are paused in Grafana, so they never fire \(2 rules: Down and Slow\)/,
  ],
  [
    'an active timing that is now',
    (state) => {
      policy({ active_time_intervals: ['long ago', 'always'] })(state)
      state.muteTimings.push(OVER, ALWAYS)
    },
    /^holds/,
  ],
])('%s', async (_, set, expected) => {
  expect((await judged(set))[0]).toMatch(expected)
})

test('a policy that routes by a label of the query sends a service elsewhere', async () => {
  const [judgement] = await judged((state) => {
    state.policies = {
      receiver: 'team',
      routes: [{ receiver: 'empty', object_matchers: [['service', '=', 'bot']] }],
    }
  })
  expect(judgement).toMatch(
    /^broken: .*"empty", which has no integration.* \(2 rules: Down of bot and Slow of bot\)$/,
  )
})

test('a contact point that has lost its integrations is named, although the rule itself names it', async () => {
  const lose = (state: State) => {
    state.contactPoints.splice(0)
    state.emptyContactPoints.push('team')
  }
  expect((await judged(lose, 'team'))[0]).toMatch(/^broken: .*"team", which has no integration/)
})
