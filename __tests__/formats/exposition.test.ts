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
  ['web_requests_total', 'The value or the timestamp is not valid.'],
  ['web_requests_total many', 'The value or the timestamp is not valid.'],
  ['web_requests_total{a=1} 2', 'The labels are not valid.'],
  ['web_requests_total{a="1" 2', 'The labels are not valid.'],
])('%s is not in the format', (line, message) => {
  expect(readExposition(`ok 1\n${line}\n`).faults).toEqual([{ line: 2, message }])
})

// What Prometheus 3.13 said of pages with these lines: up, or the reason for down.
test.each([
  'a 1 1395066363000',
  'a{} 1.e5',
  'a{b="c" d="e"} .5',
  'a{b="c",}1',
  'a\t{b="c\\d"}\t+Inf ',
  '  # TYPE a gauge',
  '#TYPE a anything',
  '# TYPE "a b" untyped',
  '#\tTYPE a\tgauge',
])('Prometheus accepts %j', (line) => {
  expect(readExposition(`${line}\n`).faults).toEqual([])
})

test.each([
  ['a 0x1p-2', 'value'],
  ['a 1_000', 'value'],
  ['a 1,5', 'value'],
  ['a null', 'value'],
  ['a 1 1.5', 'timestamp'],
  ['a 1 -5', 'timestamp'],
  ['a{b="c"} 1 # {x="y"} 1', 'timestamp'],
  ['a{b="c",b="d"} 1', 'same name'],
  ['a{b="c",,} 1', 'labels'],
  ['a{,} 1', 'labels'],
  ["a{b='c'} 1", 'labels'],
  ['a 1\r', 'CR LF'],
  ['# TYPE a', 'type'],
  ['# TYPE a Gauge', 'type'],
  ['# TYPE a gauge ', 'type'],
  ['# TYPE a  gauge', 'type'],
  ['# TYPE a info', 'type'],
  ['# TYPE a.b gauge', 'type'],
  ['# TYPE a unknown', 'type'],
])('Prometheus refuses %j', (line, reason) => {
  expect(readExposition(`${line}\n`).faults).toEqual([{ line: 1, message: expect.stringContaining(reason) }])
})

// What Prometheus 3.14 said of these pages.
test.each([
  ['# TYPE q gauge\n# UNIT q jobs\nq 1\n# EOF\n', undefined, 'unit'],
  ['# TYPE q_jobs gauge\n# UNIT q_jobs jobs\nq_jobs 1\n# EOF\n', undefined, undefined],
  ['# TYPE q counter\nq_total 1\n', 'application/openmetrics-text; version=1.0.0', '# EOF'],
  ['# TYPE q info\nq_info 1\n# EOF\n', 'application/openmetrics-text', undefined],
  ['# TYPE q info\nq_info 1\n# EOF\n', 'text/plain; version=0.0.4', 'type'],
])('%j with the Content-Type %s', (page, contentType, reason) => {
  const messages = readExposition(page, contentType).faults.map(({ message }) => message)
  expect(messages).toEqual(reason === undefined ? [] : [expect.stringContaining(reason)])
})

const EXEMPLAR = '{t="x"} 1 1'

// What `promtool tsdb create-blocks-from openmetrics` of Prometheus 3 said of each line.
test.each([
  ['a_total{x="1",} 1 1', undefined],
  ['a 1 1 # {} 1', undefined],
  [`a_bucket{le="1"} 1 1 # ${EXEMPLAR}`, undefined],
  ['{"a.b",x="1"} 1 1', undefined],
  ['# TYPE "a.b" gauge', undefined],
  ['# HELP a ', undefined],
  ['# UNIT a ', undefined],
  ['', 'empty'],
  ['# a comment', 'no lines with #'],
  ['#  TYPE a counter', 'no lines with #'],
  ['# HELP a', 'no lines with #'],
  ['# TYPE a.b gauge', 'no lines with #'],
  ['# TYPE a untyped', 'type'],
  ['a_total{x="1", y="2"} 1 1', 'one space'],
  ['a_total {x="1"} 1 1', 'one space'],
  ['a  1', 'one space'],
  [' a 1', 'one space'],
  ['a 1 ', 'one space'],
  ['a\t1', 'one space'],
  ['a 1 1 # exemplar', 'one space'],
  ['a 1 NaN', 'timestamp'],
  ['# EOF\na 1', 'behind the end'],
])('OpenMetrics with the line %j', (line, reason) => {
  const { faults } = readExposition(`${line}\n# EOF\n`, 'application/openmetrics-text')
  expect(faults[0]?.message).toEqual(reason && expect.stringContaining(reason))
})

test('a page is read in linear time, whatever is in a line', () => {
  const cpuOf = (n: number) => {
    const lines = [
      '1'.repeat(n),
      `a{${'b="c",'.repeat(n / 6)}`,
      `a${' '.repeat(n)}x`,
      `a{${'b="c",'.repeat(n / 6)}\n# EOF`,
      `a 1 # {${'b="c",'.repeat(n / 6)}\n# EOF`,
      `# TYPE ${'\t '.repeat(n / 2)}`,
    ]
    const before = process.cpuUsage()
    for (const line of lines) readExposition(line)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  cpuOf(20_000)
  expect(cpuOf(400_000)).toBeLessThan(Math.max(cpuOf(20_000), 2_000) * 100)
})

test('the labels of a metric are those that Prometheus stores for every series of it', () => {
  expect(
    names('x{a="1",b="2"} 1\nx{b="3",c=""} 1\ny{a=""} 1\ny{a="1"} 1\n').map((one) => one.slice(0, -2)),
  ).toEqual(['x undefined [b]', 'y undefined []'])
})

test('the label with most values is known', () => {
  const text = Array.from({ length: 30 }, (_, i) => `x{user="${i}",kind="${i % 2}"} 1`).join('\n')
  expect(readExposition(text).metrics[0]).toMatchObject({ series: 30, widest: { label: 'user', values: 30 } })
})
