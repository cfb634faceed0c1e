import { expect, test } from '@jest/globals'
import { serviceLabelsOf } from '../../src/verify/delivery/alert-labels.ts'

const SERVICES = [
  { service: 'web', app: 'chat' },
  { service: 'bot', app: 'chat-bot' },
]
const WEB = { service: 'web', app: 'chat' }
const BOT = { service: 'bot', app: 'chat-bot' }

test.each([
  ['up == 0', [WEB, BOT]],
  ['count by (app, service) (up{service=~"web|bot"} == 0)', [WEB, BOT]],
  ['sum by (service) (rate(a_total{app="chat-bot"}[5m])) > 1', [{ service: 'bot' }]],
  ['sum without (service) (up)', [{}]],
  ['sum(rate(a_total[5m])) > 1', [{}]],
  ['absent(up{service="web"})', [{ service: 'web' }]],
  ['vector(1)', [{}]],
  ['up{service!="web"} == 0', [BOT]],
  ['up{service=~"we.*"} == 0', [WEB]],
  ['this is not (', [{}]],
  ['topk(3, up == 0)', [WEB, BOT]],
  ['a_total / on (instance) b_total > 1', [{}]],
  ['a_total / on (service) b_total > 1', [{ service: 'web' }, { service: 'bot' }]],
  ['a_total / ignoring (service) b_total > 1', [{}]],
  ['a_total * on (instance) group_left () b_total > 1', [WEB, BOT]],
  [
    'sum by (instance) (a_total) * on (instance) group_left (service) up > 1',
    [{ service: 'web' }, { service: 'bot' }],
  ],
  ['sum(a_total) and on () up{service="bot"}', [{}]],
  ['up{service="bot"} and on () sum(a_total) > 1', [BOT]],
  ['label_replace(up, "service", "", "", "") == 0', [{}]],
  ['label_join(up, "place", "-", "service", "app") == 0', [WEB, BOT]],
  ['up == scalar(max(up))', [WEB, BOT]],
  ['1 > up{service="bot"}', [BOT]],
])('%s', (expr, labels) => {
  expect(serviceLabelsOf(expr, SERVICES)).toEqual(labels)
})
