import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { longestInterval, scrapeTimes } from '../../src/config/scrape-options.ts'
import { ActionError } from '../../src/lib/errors.ts'

const file = (service: string) => `monitoring: { app: mon, scrape_interval: 30s }
apps:
  - { app: chat }
services:
  - { name: web, app: chat, port: 9090, ${service} }
`

function problems(service: string): string[] {
  try {
    loadConfig(file(service), 'monitoring.yml')
    return []
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return error.problems.map(({ at, code, message }) => `${at?.line}:${at?.column} ${code} ${message}`)
  }
}

test('a service has scrape settings of its own, with the names that Prometheus uses', () => {
  expect(
    problems(
      'scheme: https, tls_config: { server_name: chat.example }, labels: { team: core }, scrape_interval: 1m, scrape_timeout: 20s, sample_limit: 50, keep: ["http_.*"], drop: ["http_debug_.*"]',
    ),
  ).toEqual([])
})

test.each([
  [
    'labels: { job: web }',
    '5:51 config/reserved-label The label "job" is reserved: Prometheus or this action sets it.',
  ],
  [
    'labels: { __address__: "other:80" }',
    '5:51 config/reserved-label The label "__address__" is reserved: Prometheus or this action sets it.',
  ],
  [
    'labels: { "team-name": core }',
    '5:51 config/value "team-name" is not a label name: letters, digits and "_".',
  ],
  [
    'scrape_timeout: 31s',
    '5:57 config/scrape-timeout The scrape timeout 31s is longer than the scrape interval 30s.',
  ],
  [
    'scrape_interval: 5s, scrape_timeout: 10s',
    '5:78 config/scrape-timeout The scrape timeout 10s is longer than the scrape interval 5s.',
  ],
  [
    'tls_config: { server_name: web }',
    '5:41 config/tls-without-https tls_config has no effect: the service is scraped over HTTP.',
  ],
  [
    'scrape_interval: 5m',
    '5:58 config/value services[0].scrape_interval is "5m", which is not between 1s and 2m.',
  ],
  ['keep: []', '5:47 config/value services[0].keep needs at least one pattern.'],
])('%s is refused at its place', (service, expected) => {
  expect(problems(service)).toEqual([expected])
})

test('the timeout follows a shorter interval, and rates wait for the slowest service', () => {
  const monitoring = { scrape_interval: '15s' }
  expect(scrapeTimes({}, monitoring)).toEqual({ interval: '15s', timeout: '10s' })
  expect(scrapeTimes({ scrape_interval: '5s' }, monitoring)).toEqual({ interval: '5s', timeout: '5s' })
  expect(scrapeTimes({ scrape_timeout: '12s' }, monitoring)).toEqual({ interval: '15s', timeout: '12s' })
  expect(longestInterval({ monitoring, services: [{}, { scrape_interval: '1m' }] })).toBe('1m')
  expect(longestInterval({ monitoring, services: [{ scrape_interval: '1s' }] })).toBe('15s')
})
