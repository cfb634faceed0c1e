import { expect, test } from '@jest/globals'
import { REASON_CLASSES, type ReasonClass } from '../../src/verify/reason-classes.ts'
import type { Circumstances } from '../../src/verify/targets/circumstances.ts'
import { classifyError, PATIENCE } from '../../src/verify/targets/classify-error.ts'
import { explainTargets, type FailedTarget, reasonFor } from '../../src/verify/targets/reasons.ts'
import { recordOf } from '../../src/verify/targets/steadiness.ts'
import { fc } from '../support/property.ts'
import { kinds } from './fixtures.ts'

/** What each recorded kind must be called: by 2.42, and by 3.14 where its words say more. Up ones have no error. */
const CLASSES: Record<string, ReasonClass | [old: ReasonClass | 'up', now: ReasonClass] | 'up'> = {
  bad_ct: ['up', 'content-type'],
  bad_gzip: 'encoding',
  big_body: 'limit',
  big_samples: 'limit',
  blank_ct: ['up', 'content-type'],
  blank_ct_with_fallback: 'up',
  bound_to_ipv4_only: 'refused',
  comments_only: 'up',
  dns_no_records: 'dns',
  dns_nxdomain: 'dns',
  dns_servfail: 'dns',
  dns_timeout: 'timeout',
  dup_samples: 'up',
  empty200: 'up',
  eof: 'reset',
  future_timestamp: 'up',
  hang: 'timeout',
  html200: ['parse', 'html'],
  html_as_text: ['parse', 'html'],
  http400_tls: 'http-status',
  http401: 'auth',
  http403: 'auth',
  http404: 'not-found',
  http429: 'http-status',
  http500: 'server-error',
  http502: 'server-error',
  http503: 'server-error',
  http_to_https_port: 'reset',
  https_to_plain_http: 'scheme',
  json200: ['parse', 'content-type'],
  json200_with_fallback: 'parse',
  net_unreachable: 'unreachable',
  no_route: 'unreachable',
  not_http: 'not-http',
  ok: 'up',
  old_timestamp: 'up',
  parse_bad_utf8: 'parse',
  parse_bad_value: 'parse',
  parse_dup_label: 'parse',
  parse_no_eof_om: 'parse',
  password_file_missing: 'local-config',
  redirect_https: 'tls',
  redirect_loop: 'redirect',
  refused_6pn: 'refused',
  refused_by_name: 'refused',
  refused_loopback: 'refused',
  reset_by_peer: 'reset',
  slow_body: 'timeout',
  syn_dropped: 'timeout',
  tls_bad_name: 'tls',
  tls_unknown_ca: 'tls',
  trunc: 'truncated',
  wrong_path: 'not-found',
}

const circumstances: Circumstances = {
  service: 'notify_server',
  app: 'shop',
  isOnFly: true,
  machines: ['m1'],
  machineState: 'started',
  addresses: ['[fdaa::2]:9091'],
  port: 9091,
  path: '/metrics',
  lastError: '',
  siblingUp: false,
  lost: 0,
  checksPass: undefined,
}

test('every recorded kind is known', () => {
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(CLASSES).toSorted())
})

test.each(kinds)('$kind: the messages of 2.42 and of 3.14 have the right class', (kind) => {
  const wanted = CLASSES[kind.kind] ?? 'up'
  const [old, now] = Array.isArray(wanted) ? wanted : [wanted, wanted]
  const classOf = ({ health, lastError }: { health: string; lastError: string }) =>
    health === 'up' ? 'up' : classifyError(lastError)
  expect([classOf(kind['2.42.0']), classOf(kind['3.14.0'])]).toEqual([old, now])
})

test.each([
  ['Get "http://x": dial tcp: lookup drop.internal on [fdaa::3]:53: read udp: i/o timeout', 'dns'],
  ['Get "https://x": net/http: TLS handshake timeout', 'timeout'],
  ['Get "http://x": read tcp [::1]:1->[::1]:2: i/o timeout', 'timeout'],
  ['server returned HTTP status 301 Moved Permanently', 'redirect'],
  ['server returned HTTP status 410 Gone', 'not-found'],
  ['label_limit exceeded (metric: "x", number of labels: 3, limit: 2)', 'limit'],
  ['label_value_length_limit exceeded (metric: "x", label name: "y", length: 9, limit: 2)', 'limit'],
  ['target_limit exceeded (number of targets: 3, limit: 2)', 'limit'],
  [
    'received unsupported Content-Type "application/grpc" and no fallback_scrape_protocol specified',
    'content-type',
  ],
  ['something that nobody has seen yet', 'unknown'],
])('%s is %s', (lastError, wanted) => {
  expect(classifyError(lastError)).toBe(wanted)
})

test("a status line's own words do not decide", () => {
  expect(classifyError('server returned HTTP status 503 connection refused')).toBe('server-error')
  expect(classifyError('server returned HTTP status 401 no such host')).toBe('auth')
})

/** Text of a target as Go quotes it. */
const quoted = (text: string): string => JSON.stringify(text)

test('text of the target does not change the class', () => {
  const tempting = fc.constantFrom(
    'connection refused',
    'no such host',
    '401',
    'x509: ',
    'sample limit exceeded',
    '"',
    '\\',
  )
  const text = fc.array(fc.oneof(tempting, fc.string()), { maxLength: 6 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(text, (said) => {
      expect(
        classifyError(
          `strconv.ParseFloat: parsing ${quoted(said)}: invalid syntax while parsing: ${quoted(said)}`,
        ),
      ).toBe('parse')
      expect(classifyError(`Get "http://x": malformed HTTP response ${quoted(said)}`)).toBe('not-http')
    }),
  )
})

test('any text has a class, and any class an explanation', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...REASON_CLASSES), (lastError, kind) => {
      expect(REASON_CLASSES).toContain(classifyError(lastError))
      const reason = reasonFor(kind, { ...circumstances, lastError })
      expect(reason.why).toMatch(/\.$/)
      expect(reason.next).toMatch(/\.$/)
      expect(reason.detail.length).toBeLessThanOrEqual(501)
      expect(PATIENCE[kind]).toBeDefined()
    }),
  )
})

test('refused: the private network is IPv6, and other services of the machine', () => {
  const alone = reasonFor('refused', circumstances)
  expect(alone.why).toContain('not started yet, uses another port, or listens on 0.0.0.0 only')
  expect(alone.next).toContain('Bind [::]:9091')
  expect(alone.why).not.toContain('machine and network are fine')
  expect(reasonFor('refused', { ...circumstances, siblingUp: true }).why).toContain(
    'machine and network are fine',
  )
  expect(reasonFor('refused', { ...circumstances, checksPass: false }).why).toContain(
    'health checks of machine m1 fail',
  )
})

test('a parse error shows the offending line where Prometheus reports it, with the right certainty', () => {
  const parse = (lastError: string) => reasonFor('parse', { ...circumstances, lastError })
  const now = parse('strconv.ParseFloat: parsing "abc": invalid syntax while parsing: "bad_total abc"')
  expect(now).toMatchObject({ certainty: 'proven', why: expect.stringContaining('"bad_total abc"') })
  const old = parse('"INVALID" is not a valid start token')
  expect(old).toMatchObject({ certainty: 'inferred', why: expect.stringContaining('web page or JSON') })
  expect(parse('data does not end with # EOF').next).toContain('# EOF')
})

test('a failure at another URL than the scraped one is that of a redirect, whatever happened there', () => {
  const scrapeUrl = 'http://[::1]:18034/metrics'
  const at = (url: string, what: string) => `Get "${url}": ${what}`
  for (const lastError of [
    at('https://[::1]:18034/metrics', 'x509: cannot validate certificate'),
    at('https://[::1]:18034/metrics', 'http: server gave HTTP response to HTTPS client'),
    at('http://www.example.internal/metrics', 'dial tcp: lookup www.example.internal: no such host'),
    at('http://[::1]:1/login', 'dial tcp [::1]:1: connect: connection refused'),
  ])
    expect(classifyError(lastError, scrapeUrl)).toBe('redirect')
  expect(classifyError(at(scrapeUrl, 'dial tcp: connect: connection refused'), scrapeUrl)).toBe('refused')
  const https = at('https://[::1]:18034/metrics', 'x509: cannot validate certificate')
  const told = reasonFor('redirect', { ...circumstances, scrapeUrl, lastError: https })
  expect(told).toMatchObject({
    why: expect.stringMatching(/redirect to HTTPS.*The port is right/),
    next: expect.stringContaining('force_ssl'),
  })
  const refused = reasonFor('redirect', {
    ...circumstances,
    scrapeUrl,
    lastError: 'server returned HTTP status 301',
  })
  expect(refused.why).toContain('does not follow')
})

test('what is not a metrics page is called what it is', () => {
  const parse = (line: string) =>
    reasonFor('parse', {
      ...circumstances,
      lastError: `expected a valid start token, got "x" ("INVALID") while parsing: ${line}`,
    }).why
  expect(parse(String.raw`"{\"status\":"`)).toContain('it is JSON')
  expect(parse(String.raw`"\x1b\xf0"`)).toContain('brotli')
  expect(parse(String.raw`"\ufeff# TYPE"`)).toContain('byte order mark')
  const json =
    'received unsupported Content-Type "application/json" and no fallback_scrape_protocol specified'
  expect(reasonFor('content-type', { ...circumstances, lastError: json }).why).toContain('with JSON')
  const settings = String.raw`Get "http://x": net/http: HTTP/1.x transport connection broken: malformed HTTP response "\x00\x00\x00\x04\x00\x00\x00\x00\x00"`
  expect(classifyError(settings)).toBe('not-http')
  expect(reasonFor('not-http', { ...circumstances, lastError: settings }).why).toContain('speaks HTTP/2')
  const ssh = 'Get "http://x": malformed HTTP response "SSH-2.0-OpenSSH_9.6"'
  expect(reasonFor('not-http', { ...circumstances, lastError: ssh }).why).toContain('does not speak HTTP')
})

test('a full volume is named, with the command that extends it', () => {
  const full = ['write to WAL: log samples: write /prometheus/wal/1: no space left on device']
  expect(reasonFor('not-stored', { ...circumstances, serverErrors: full })).toMatchObject({
    certainty: 'proven',
    why: expect.stringContaining('is full'),
    next: expect.stringContaining('flyctl volumes extend'),
  })
  expect(reasonFor('not-stored', circumstances)).toMatchObject({ certainty: 'inferred' })
})

/** Faults of so many machines, each at an address of its own. */
const faults = (n: number, kind: ReasonClass, given: Partial<Circumstances> = {}): FailedTarget[] =>
  Array.from({ length: n }, (_, i) => ({
    kind,
    circumstances: { ...circumstances, machines: [`m${i}`], addresses: [`[fdaa::${i}]:9091`], ...given },
  }))
const sharedOf = (all: readonly FailedTarget[]) => {
  const explained = explainTargets(all)
  return all.map((fault) => explained.get(fault)?.shared)
}

test('targets with one cause and one remedy share one reason without an address', () => {
  const all = faults(12, 'refused')
  const [first, ...others] = sharedOf(all)
  expect(first?.why).toMatch(/^Nothing listens on port 9091 of 12 machines: notify_server is not started yet/)
  expect(first?.next).toContain('Bind [::]:9091')
  for (const other of others) expect(other).toBe(first)
  const own = all.map((fault) => explainTargets(all).get(fault)?.reason.why)
  for (const [i, why] of own.entries()) expect(why).toContain(`Nothing listens on [fdaa::${i}]:9091`)
})

test('a single target of a cause has no shared reason', () => {
  expect(sharedOf(faults(1, 'refused'))).toEqual([undefined])
  const different = [
    ...faults(1, 'refused'),
    ...faults(1, 'timeout'),
    ...faults(1, 'refused', { siblingUp: true }),
    ...faults(1, 'refused', { siblingUp: true, service: 'bot_server', port: 9092 }),
    ...faults(1, 'refused', { app: 'forum' }),
    ...faults(1, 'stopped', { machineState: 'stopped' }),
    ...faults(1, 'stopped', { machineState: 'suspended' }),
  ]
  expect(sharedOf(different)).toEqual(different.map(() => undefined))
})

test('when no port of an app answers, the services have one cause', () => {
  const all = ['a', 'b', 'c', 'd'].flatMap((service, i) =>
    faults(5, 'refused', { service, port: 9090 + i, addresses: [`[fdaa::${i}]:${9090 + i}`] }),
  )
  const [first, ...others] = sharedOf(all)
  expect(first?.why).toMatch(
    /^Nothing listens on the metrics ports of a, b, c and 1 more on 5 machines: .*IPv6/,
  )
  for (const other of others) expect(other).toBe(first)
})

test('targets that fail now and then share a cause, whatever their numbers', () => {
  const record = (failed: number) =>
    recordOf([{ at: 1, up: true }, ...Array(failed).fill({ at: 2, up: false })], 0)
  const all = [1, 2, 3].flatMap((failed) => faults(1, 'flapping', { record: record(failed) }))
  expect(sharedOf(all)[0]?.why).toMatch(/^Some scrapes of notify_server succeed and others fail: /)
  const [own] = explainTargets(all).values()
  expect(own?.reason.why).toContain('(1 of 2 scrapes since verification began)')
})

test('stopped machines are started with one command, and a machine with four services is one machine', () => {
  const [three] = sharedOf(faults(3, 'stopped', { machineState: 'stopped' }))
  expect(three?.why).toMatch(/^Machines m0, m1 and m2 are stopped; /)
  expect(three?.next).toMatch(/^Start them \(flyctl machine start m0 m1 m2 -a shop\)/)
  const [fleet] = sharedOf(faults(40, 'stopped', { machineState: 'stopped' }))
  expect(fleet?.why).toMatch(/^Machines m0, m1, m2 and 37 more are stopped; /)
  expect(fleet?.next).toMatch(/^Start them \(flyctl machine start ID … -a shop\)/)
  const services = ['a', 'b', 'c', 'd'].flatMap((service, i) =>
    faults(1, 'stopped', { machineState: 'stopped', service, addresses: [`[fdaa::2]:909${i}`] }),
  )
  const [four] = sharedOf(services)
  expect(four?.why).toMatch(/^Machine m0 is stopped; /)
  expect(four?.next).toContain('Start it (flyctl machine start m0 -a shop)')
})

test('reasons that differ only in numbers or text of the target are one cause', () => {
  const lost = [...faults(2, 'samples-lost', { lost: 3 }), ...faults(1, 'samples-lost', { lost: 4 })]
  expect(sharedOf(lost)[0]?.why).toContain('did not store 10 of its samples')
  const line = (text: string) => ({ lastError: `strconv.ParseFloat: x while parsing: "${text}"` })
  const parse = [...faults(1, 'parse', line('a 1 x')), ...faults(1, 'parse', line('a 2 x'))]
  expect(sharedOf(parse)[0]).toBeDefined()
  const ports = [...faults(1, 'stale'), ...faults(1, 'stale', { port: 7778, addresses: ['[fdaa::2]:7778'] })]
  expect(sharedOf(ports)[0]?.why).toContain('Prometheus last scraped 2 targets before')
})

test('any class can be worded for several targets', () => {
  fc.assert(
    fc.property(fc.constantFrom(...REASON_CLASSES), fc.integer({ min: 2, max: 60 }), (kind, n) => {
      const [shared] = sharedOf(faults(n, kind))
      expect(shared?.why).toMatch(/\.$/)
      expect(shared?.why).not.toMatch(/fdaa|undefined| {2}| [.,:;]/)
    }),
    { numRuns: 200 },
  )
})

const atAddress: Circumstances = {
  ...circumstances,
  service: 'db',
  app: 'db',
  isOnFly: false,
  machines: [],
  machineState: '',
  addresses: ['db.example.com:9187'],
}

/** These are about Prometheus itself, which is on Fly; the others exist only for machines. */
const ABOUT_PROMETHEUS = ['no-machines', 'stopped', 'not-scraped', 'stale', 'local-config', 'not-stored']
const ABOUT_FLY = ['no-metrics-section', 'scrape-failed']

test.each(REASON_CLASSES.filter((kind) => ![...ABOUT_PROMETHEUS, ...ABOUT_FLY].includes(kind)))(
  '%s of an address that is not on Fly does not speak of Fly',
  (kind) => {
    for (const lastError of ['', 'server returned HTTP status 400 Bad Request', 'while parsing: "<"']) {
      const { why, next } = reasonFor(kind, { ...atAddress, lastError })
      expect(`${why} ${next}`).not.toMatch(
        /flyctl|\bFly's\b|private network is|0\.0\.0\.0|may_stop|[Mm]achine {2}/,
      )
    }
  },
)

test('a refused scrape names the credentials that were sent, or those that could be', () => {
  expect(reasonFor('auth', atAddress).next).toContain('Set authorization or basic_auth for db')
  const credentials = { key: 'basic_auth', variable: 'DB_PASSWORD' } as const
  const { why, next } = reasonFor('auth', { ...circumstances, credentials })
  expect(why).toContain('`basic_auth`')
  expect(next).toContain('DB_PASSWORD')
})

test('a certificate that is not accepted leads to tls_config, where the scrape uses HTTPS', () => {
  expect(reasonFor('tls', { ...circumstances, scrapeUrl: 'https://[fdaa::2]:9091/metrics' }).next).toContain(
    'tls_config.server_name',
  )
  expect(reasonFor('tls', { ...circumstances, scrapeUrl: 'http://[fdaa::2]:9091/metrics' }).next).toContain(
    'plain HTTP',
  )
})
