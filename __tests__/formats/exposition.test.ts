import { expect, test } from '@jest/globals'
import { readExposition } from '../../src/formats/exposition.ts'

const names = (text: string) =>
  readExposition(text).metrics.map(
    ({ name, type, labels, series }) => `${name} ${type} [${labels.join()}] ${series}`,
  )

test('metrics have the names that Prometheus stores, whatever the format calls them', () => {
  expect(
    names(`# HELP web_requests_total Requests.
# TYPE web_requests_total counter
web_requests_total{method="GET",status="200"} 3 1395066363000
web_requests_total{method="POST",status="200"} 1
# TYPE web_latency_seconds histogram
web_latency_seconds_bucket{route="/",le="0.1"} 3
web_latency_seconds_bucket{route="/",le="+Inf"} 3
web_latency_seconds_sum{route="/"} 3
web_latency_seconds_count{route="/"} 3
# TYPE web_size_bytes summary
web_size_bytes{quantile="0.5"} NaN
web_size_bytes_sum 0
web_size_bytes_count 0
# TYPE web_announced gauge
plain 1.5e-3
`),
  ).toEqual([
    'web_requests_total counter [method,status] 2',
    'web_latency_seconds histogram [route] 1',
    'web_size_bytes summary [] 1',
    'plain undefined [] 1',
    'web_announced gauge [] 0',
  ])
})

test('OpenMetrics: a counter is stored with _total, an info with _info, and _created is not a metric', () => {
  expect(
    names(`# TYPE web_requests counter
# UNIT web_requests requests
web_requests_total{a="1"} 3 # {trace_id="x"} 0.5 1520879607.789
web_requests_created{a="1"} 1520872607.123
# TYPE build info
build_info{version="1"} 1
# EOF
`),
  ).toEqual(['web_requests_total counter [a] 1', 'build_info info [version] 1'])
})

test('label values may contain anything, and names in quotes are names', () => {
  expect(
    names(`x{a="}, b=\\"",b="\\\\"} 1
{"http.requests.total",method="GET"} 2
y { a = "1" , } +Inf
# TYPE "http.requests.total" counter
`),
  ).toEqual(['x undefined [a,b] 1', 'http.requests.total counter [method] 1', 'y undefined [a] 1'])
})

test.each([
  ['<!doctype html>', 'The line does not begin with the name of a metric.'],
  ['{"status":"ok"}', 'The labels are not valid.'],
  ['web_requests_total', 'The value is not a number.'],
  ['web_requests_total many', 'The value is not a number.'],
  ['web_requests_total{a=1} 2', 'The labels are not valid.'],
  ['web_requests_total{a="1" 2', 'The labels are not valid.'],
])('%s is not in the format', (line, message) => {
  expect(readExposition(`ok 1\n${line}\n`).faults).toEqual([{ line: 2, message }])
})

test('the label with most values is known', () => {
  const text = Array.from({ length: 30 }, (_, i) => `x{user="${i}",kind="${i % 2}"} 1`).join('\n')
  expect(readExposition(text).metrics[0]).toMatchObject({ series: 30, widest: { label: 'user', values: 30 } })
})
