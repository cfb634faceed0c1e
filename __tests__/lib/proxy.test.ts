import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { proxyVariables, readProxies } from '../../src/lib/proxy.ts'

const https = (value: string) => readProxies({ HTTPS_PROXY: value })

test.each([
  ['http://proxy.corp:3128', 'http://proxy.corp:3128'],
  ['proxy.corp:3128', 'http://proxy.corp:3128'],
  ['proxy.corp', 'http://proxy.corp'],
  ['localhost:8080', 'http://localhost:8080'],
  ['10.0.0.1:3128', 'http://10.0.0.1:3128'],
  ['[fd00::1]:3128', 'http://[fd00::1]:3128'],
  ['HTTP://proxy.corp:3128/', 'http://proxy.corp:3128'],
  ['https://proxy.corp', 'https://proxy.corp'],
  [' http://proxy.corp:3128\n', 'http://proxy.corp:3128'],
])('%j is the proxy %s', (value, origin) => {
  const { proxies, problems } = https(value)
  expect(problems).toEqual([])
  expect(proxies['https:']).toMatchObject({ variable: 'HTTPS_PROXY', origin, authorization: undefined })
  expect(proxies['http:']).toBeUndefined()
})

test.each([
  ['http://user:p%40ss%2F@proxy:3128', 'user:p@ss/'],
  ['user:secret@proxy:3128', 'user:secret'],
  ['http://user@proxy:3128', 'user:'],
  ['http://pä:ß@proxy', 'pä:ß'],
])('the credentials of %s', (value, credentials) => {
  const { proxies } = https(value)
  expect(proxies['https:']?.authorization).toBe(`Basic ${Buffer.from(credentials).toString('base64')}`)
  expect(proxies['https:']?.origin).not.toContain('@')
})

test.each([
  'http://',
  'http://:3128',
  'http:/proxy:3128',
  'proxy corp:3128',
  'proxy:99999',
  'proxy:port',
  'ftp://proxy:3128',
  'http://user:hunter2#1@proxy:3128',
  'http://user:1/hunter2@proxy:3128',
  'http://user:hunter2?@proxy:3128',
  'http://user:hunter2%@proxy:3128',
  '"http://user:hunter2@proxy:3128"',
  "'proxy:3128'",
  'http://proxy:3128/path',
  'hunter2',
  'socks5://user:hunter2@proxy:1080',
  'socks5h://proxy:1080',
  'SOCKS://proxy',
])('%j names no proxy: said with the variable, without the value', (value) => {
  // A single word is the name of a host.
  if (value === 'hunter2') return expect(https(value).problems).toEqual([])
  const { proxies, problems } = https(value)
  expect(proxies['https:']).toBeUndefined()
  expect(problems).toEqual([expect.objectContaining({ code: 'proxy-variable', severity: 'error' })])
  expect(problems[0]?.message).toContain('HTTPS_PROXY')
  expect(JSON.stringify(problems)).not.toMatch(/hunter2/)
  expect(problems[0]?.message.includes('SOCKS')).toBe(/^socks/i.test(value))
})

test.each(['', ' ', '\n'])('%j is no proxy at all', (value) => {
  expect(https(value)).toMatchObject({ problems: [], proxies: { 'https:': undefined } })
})

test('either spelling counts, and each scheme has its own variable', () => {
  const { proxies } = readProxies({
    https_proxy: 'a:1',
    HTTPS_PROXY: 'b:2',
    http_proxy: '',
    HTTP_PROXY: 'c:3',
  })
  expect(proxies['https:']).toMatchObject({ variable: 'https_proxy', origin: 'http://a:1' })
  expect(proxies['http:']).toMatchObject({ variable: 'HTTP_PROXY', origin: 'http://c:3' })
  expect(readProxies({ https_proxy: 'x y' }).problems[0]?.message).toContain('https_proxy')
})

test.each<[string, string[], string[]]>([
  ['', [], ['https://example.com']],
  ['*', ['https://example.com', 'http://[::1]'], []],
  [
    'example.com',
    ['https://example.com', 'https://a.b.example.com:8443', 'http://EXAMPLE.com', 'https://example.com.'],
    ['https://badexample.com', 'https://example.com.evil'],
  ],
  ['.example.com', ['https://a.example.com'], ['https://badexample.com']],
  ['*.example.com', ['https://a.example.com'], ['https://badexample.com']],
  ['example.com:8443', ['https://example.com:8443'], ['https://example.com']],
  ['example.com:443', ['https://example.com'], ['http://example.com']],
  ['a.test, b.test c.test,,', ['http://a.test', 'http://b.test', 'http://c.test'], ['http://d.test']],
  ['127.0.0.1,::1', ['http://127.0.0.1:3000', 'http://[::1]:3000'], ['http://127.0.0.2']],
  ['[::1]:9090', ['http://[::1]:9090'], ['http://[::1]:9091']],
  ['10.0.0.0/8', ['http://10.1.2.3:9090', 'https://10.9.9.9'], ['http://11.0.0.1', 'https://ten.example']],
  ['fdaa::/16', ['http://[fdaa:1::3]:9090'], ['http://[fdab::1]']],
  ['10.0.0.0/99,1.2.3.4/', [], ['http://10.0.0.1', 'http://1.2.3.4']],
  ['internal', ['http://chat.internal:9090'], ['http://internal.example']],
])('NO_PROXY=%s', (value, direct, proxied) => {
  const { exempts } = readProxies({ no_proxy: value }).proxies
  for (const url of direct) expect({ url, exempt: exempts(new URL(url)) }).toEqual({ url, exempt: true })
  for (const url of proxied) expect({ url, exempt: exempts(new URL(url)) }).toEqual({ url, exempt: false })
})

test('whatever the variables hold is read, or one problem each', () => {
  const value = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((text) => `http://u:${text}@proxy:1`),
  )
  fc.assert(
    fc.property(value, value, value, (HTTP_PROXY, HTTPS_PROXY, NO_PROXY) => {
      const { proxies, problems } = readProxies({ HTTP_PROXY, HTTPS_PROXY, NO_PROXY })
      const set = [HTTP_PROXY, HTTPS_PROXY].filter((text) => text.trim() !== '').length
      const found = [proxies['http:'], proxies['https:']].filter((proxy) => proxy !== undefined).length
      expect(found + problems.length).toBe(set)
      proxies.exempts(new URL('https://grafana.example.com'))
    }),
  )
})

test('flyctl gets what we use, in the form that it reads', () => {
  expect(
    proxyVariables({
      https_proxy: 'user:secret@proxy:3128',
      HTTPS_PROXY: 'other:1',
      HTTP_PROXY: 'http://[broken',
      NO_PROXY: 'a.test b.test, c.test',
    }),
  ).toEqual({ HTTPS_PROXY: 'http://user:secret@proxy:3128', NO_PROXY: 'a.test,b.test,c.test' })
  expect(proxyVariables({})).toEqual({})
})
