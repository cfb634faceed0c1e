import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { ActionError } from '../../src/lib/errors.ts'

const file = (slo: string) => `monitoring: { app: shop-monitoring }
apps: [{ app: shop }]
services:
  - name: web
    app: shop
    port: 9090
    metrics:
      http_requests_total: { type: counter, expect: after-traffic }
      http_request_duration_seconds: histogram
      queue_length: gauge
slos:
  - ${slo}
`
const load = (slo: string) => loadConfig(file(slo), 'monitoring.yml').slos
const problems = (slo: string): string[] => {
  try {
    load(slo)
    return []
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return error.problems.map(({ at, message }) => `${at?.line}:${at?.column} ${message}`)
  }
}

test.each([
  ['{ service: web, errors: \'status=~"5.."\', of: http_requests_total, objective: 99.9 }'],
  ['{ service: web, errors: \'status=~"5..",route!="/health"\', of: http_requests_total, objective: 99 }'],
  ['{ service: web, errors: \'code="500"\', of: http_request_duration_seconds, objective: 99.95 }'],
  ['{ service: web, slower_than: 500ms, of: http_request_duration_seconds, objective: 95, name: fast }'],
])('accepted: %s', (slo) => {
  expect(problems(slo)).toEqual([])
})

const ERRORS = 'errors: \'status=~"5.."\''
test.each([
  [
    `{ service: wbe, ${ERRORS}, of: http_requests_total, objective: 99 }`,
    /service is "wbe", which is not one of/,
  ],
  [`{ service: web, ${ERRORS}, of: http_request_total, objective: 99 }`, /does not declare in metrics/],
  [`{ service: web, ${ERRORS}, of: queue_length, objective: 99 }`, /a gauge: it does not count events/],
  ['{ service: web, slower_than: 1s, of: http_requests_total, objective: 99 }', /only a histogram knows/],
  ['{ service: web, of: http_requests_total, objective: 99 }', /does not say which events failed/],
  [
    `{ service: web, ${ERRORS}, slower_than: 1s, of: http_request_duration_seconds, objective: 99 }`,
    /has both errors and slower_than/,
  ],
  [`{ service: web, ${ERRORS}, of: http_requests_total, objective: 0.999 }`, /the minimum is 85|is too low/],
  [`{ service: web, ${ERRORS}, of: http_requests_total, objective: 100 }`, /the maximum is 99.999/],
  [
    "{ service: web, errors: 'status=~\"5..', of: http_requests_total, objective: 99 }",
    /not a list of matchers/,
  ],
  [
    '{ service: web, errors: \'s="1"} or up{s="1"\', of: http_requests_total, objective: 99 }',
    /not a list of matchers/,
  ],
  [
    '{ service: web, errors: \'s=~"(5"\', of: http_requests_total, objective: 99 }',
    /regular expression that is not valid/,
  ],
  [
    '{ service: web, errors: \'s=~"(?!2).."\', of: http_requests_total, objective: 99 }',
    /regular expression that is not valid/,
  ],
  [
    `{ service: web, ${ERRORS}, of: http_requests_total, objective: 99 }\n  - { service: web, ${ERRORS}, of: http_requests_total, objective: 95 }`,
    /"web-errors" exists twice/,
  ],
])('refused: %s', (slo, message) => {
  expect(problems(slo)).toEqual([expect.stringMatching(message)])
})
