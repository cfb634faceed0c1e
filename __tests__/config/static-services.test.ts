import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { ActionError } from '../../src/lib/errors.ts'

const file = (service: string) => `monitoring: { app: mon }
apps:
  - { app: chat }
services:
  - { ${service} }
`

const load = (service: string) => loadConfig(file(service), 'monitoring.yml')

function problems(service: string): string[] {
  try {
    load(service)
    return []
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return error.problems.map(({ code, message, hint }) => `${code} ${message} ${hint}`)
  }
}

test('a service outside of Fly has addresses in place of an app', () => {
  expect(
    problems(
      'name: db, discovery: static, addresses: ["db.example.com:9187", "10.0.0.3:9100", "[2001:db8::1]:9100", "node_1:9100"], path: /stats',
    ),
  ).toEqual([])
  expect(problems('name: web, discovery: dns, app: chat, port: 9090')).toEqual([])
})

test.each([
  [
    'name: db, addresses: ["db.example.com:9187"]',
    [
      'config/unknown-key services[0].addresses needs discovery: static. Add discovery: static, and remove what is for an app on Fly (app, port, process, may_stop).',
    ],
  ],
  [
    'name: db, discovery: static, addresses: ["a.example:1"], port: 9090',
    [
      'config/unknown-key services[0].port has no meaning with discovery: "static". Remove port, or change discovery: static is for services with addresses, dns for those with an app and a port.',
    ],
  ],
  [
    'name: web, discovery: dns, app: chat, port: 1, addresses: ["a.example:1"]',
    [
      'config/unknown-key services[0].addresses has no meaning with discovery: "dns". Remove addresses, or change discovery: static is for services with addresses, dns for those with an app and a port.',
    ],
  ],
  [
    'name: db, discovery: statik, addresses: ["a.example:1"]',
    [
      'config/value services[0].discovery is "statik", which is not one of: dns, static. Did you mean "static"?',
    ],
  ],
  [
    'name: db, discovery: static',
    ['config/missing-key services[0].addresses is missing. Add services[0].addresses: it has no default.'],
  ],
  [
    'name: db, discovery: static, addresses: []',
    ['config/value services[0].addresses needs at least one address. Change the value.'],
  ],
  [
    'name: db, discovery: static, addresses: ["https://a.example:1"]',
    [
      'config/value services[0].addresses[0] is "https://a.example:1", which is not a host and a port such as db.example.com:9187, without https:// and without a path. Change the value.',
    ],
  ],
  [
    'name: db, discovery: static, addresses: ["a.example:1/metrics"]',
    [
      'config/value services[0].addresses[0] is "a.example:1/metrics", which is not a host and a port such as db.example.com:9187, without https:// and without a path. Change the value.',
    ],
  ],
  [
    'name: db, discovery: static, addresses: ["a.example:1", "A.example:1"]',
    [
      'config/duplicate-address The address "A.example:1" is scraped twice. Remove one of the two, or give them different paths.',
    ],
  ],
])('%s is refused, once and with a way out', (service, expected) => {
  expect(problems(service)).toEqual(expected)
})

test.each([
  'a.example',
  'a.example:0',
  'a.example:65536',
  '1.2.3:80',
  '0x7f.1:80',
  '[::1:80',
  ':80',
  'a b:80',
])('%s is not an address', (address) => {
  expect(problems(`name: db, discovery: static, addresses: ["${address}"]`)).toHaveLength(1)
})

test('a list in place of a service is one problem', () => {
  expect(() =>
    loadConfig('monitoring: { app: mon }\napps: [{ app: chat }]\nservices: [5, []]\n', 'monitoring.yml'),
  ).toThrow(/services\[0\] must be a map, not 5[\s\S]*services\[1\] must be a map, not a list/)
})

const web = 'name: web, app: chat, port: 9090'

test('a scrape authenticates with a secret that the file only names', () => {
  expect(load(`${web}, authorization: { credentials_env: WEB_TOKEN }`).services[0]?.authorization).toEqual({
    type: 'Bearer',
    credentials_env: 'WEB_TOKEN',
  })
  expect(problems(`${web}, basic_auth: { username: ops, password_env: PASSWORD }`)).toEqual([])
})

const SECRETS = [
  'hunter2!secret',
  'eyJhbGciOiJIUzI1NiJ9.e30.abc',
  'ABCDEF0123456789ABCD',
  'glsa_aBcDeFgHiJ',
  '$WEB_TOKEN',
  '123456789',
]

test.each(SECRETS)('the secret %s in place of a name is refused, and not quoted', (secret) => {
  const found = [
    ...problems(`${web}, authorization: { credentials_env: ${JSON.stringify(secret)} }`),
    ...problems(`${web}, basic_auth: { username: ops, password_env: ${JSON.stringify(secret)} }`),
  ]
  expect(found).toHaveLength(2)
  for (const one of found) {
    expect(one).toMatch(/is not the name of an environment variable\. Write the name of the variable/)
    expect(one).not.toContain(secret)
  }
})

test('a number in place of a name is not quoted either', () => {
  const found = problems(`${web}, authorization: { credentials_env: 84736251 }`)
  expect(found).toEqual([expect.stringContaining('is not the name of an environment variable')])
  expect(found.join('')).not.toContain('84736251')
})

test.each([
  ['authorization: { credentials: s3cr3t, credentials_env: A }', 'authorization.credentials_env'],
  ['basic_auth: { username: a, password: s3cr3t, password_env: A }', 'basic_auth.password_env'],
  ['bearer_token: s3cr3t', 'authorization.credentials_env'],
])('%s: the key with the secret is refused, and the right one is named', (more, instead) => {
  const found = problems(`${web}, ${more}`)
  expect(found).toEqual([expect.stringContaining(`Use ${instead} with the name of an environment variable`)])
  expect(found.join('')).not.toContain('s3cr3t')
})

test.each(['FLY_API_TOKEN', 'GITHUB_TOKEN', 'PROMETHEUS_PASSWORD', 'SLACK_WEBHOOK_URL', 'PATH'])(
  'the value of %s is never sent to a service',
  (name) => {
    expect(problems(`${web}, authorization: { credentials_env: ${name} }`)).toEqual([
      expect.stringContaining('is a variable of the system or of this action'),
    ])
  },
)

test('what Prometheus does not accept is found', () => {
  expect(
    problems(
      `${web}, authorization: { credentials_env: A_TOKEN }, basic_auth: { username: a, password_env: A_TOKEN }`,
    ),
  ).toEqual([expect.stringContaining('config/two-credentials')])
  expect(problems(`${web}, authorization: { type: Basic, credentials_env: A_TOKEN }`)).toEqual([
    expect.stringContaining('needs basic_auth instead'),
  ])
})

test.each([
  ['db.example.com:9187', '', ['config/credentials-over-http']],
  ['10.0.0.7:9187', '', ['config/credentials-over-http']],
  ['db.example.com:9187', 'scheme: https, ', []],
  ['chat.internal:9187', '', []],
  ['chat.flycast:9187', '', []],
  ['[fdaa::3]:9187', '', []],
  ['localhost:9187', '', []],
])('a secret for %s, %s', (address, scheme, expected) => {
  const found = problems(
    `name: db, discovery: static, ${scheme}addresses: ["${address}"], authorization: { credentials_env: DB_TOKEN }`,
  )
  expect(found.map((one) => one.split(' ')[0])).toEqual(expected)
})
