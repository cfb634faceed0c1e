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
])('%s', (expr, labels) => {
  expect(serviceLabelsOf(expr, SERVICES)).toEqual(labels)
})
