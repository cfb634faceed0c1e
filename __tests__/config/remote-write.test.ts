import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { lintConfiguration, lintStoredSeries } from '../../src/lint/config/lint.ts'
import { paceOf } from '../support/pace.ts'

const fileWith = (target: string) => `monitoring: { app: mon }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 1 }]
remote_write:
  - ${target}
`

function problemsOf(target: string): string[] {
  try {
    loadConfig(fileWith(target), 'monitoring.yml')
  } catch (error) {
    if (error instanceof ActionError)
      return error.problems.map(({ code, message, hint }) => `${code} ${message} ${hint}`)
    throw error
  }
  return []
}

const URL_ = 'url: "https://s.example/api/v1/write"'

test.each([
  ['a key in the file', `{ ${URL_}, password: geheim }`, /^config\/unknown-key .* Use password_env /],
  [
    'a key in place of its variable',
    `{ ${URL_}, user: a, password_env: glc_9f8e7d6c5b }`,
    /^config\/value .*password_env is not the name/,
  ],
  ['a user without a key', `{ ${URL_}, user: a }`, /^config\/missing-key .*password_env is missing/],
  [
    'a key without a user',
    `{ ${URL_}, password_env: KEY_OF_STORE }`,
    /^config\/missing-key .*user is missing/,
  ],
  ['a password in the URL', '{ url: "https://a:geheim@s.example/w" }', /^config\/value /],
  ['another protocol', '{ url: "ftp://s.example/w" }', /^config\/value /],
  [
    'a key over plain HTTP',
    '{ url: "http://s.example/api/v1/write", user: a, password_env: KEY_OF_STORE }',
    /^config\/credentials-over-http .*"s\.example"/,
  ],
  [
    'a key over plain HTTP, when it is read back',
    `{ ${URL_}, query_url: "http://s.example", user: a, password_env: KEY_OF_STORE }`,
    /^config\/credentials-over-http /,
  ],
  [
    'two targets on one host',
    `{ ${URL_} }\n  - { ${URL_} }`,
    /^config\/duplicate-name .*"s\.example", the host/,
  ],
  [
    'more shards at the least than at the most',
    `{ ${URL_}, queue_config: { min_shards: 5 } }`,
    /^config\/value .*more min_shards/,
  ],
])('%s is refused, and never repeated', (_, target, says) => {
  const problems = problemsOf(target)
  expect(problems).toEqual([expect.stringMatching(says)])
  expect(problems.join()).not.toMatch(/geheim|glc_/)
})

test('a server on the private network needs no key, and no TLS for one', () => {
  expect(problemsOf('{ url: "http://vm.internal:8428/api/v1/write" }')).toEqual([])
  expect(problemsOf('{ url: "http://[fdaa::3]:8428/w", user: a, password_env: KEY_OF_STORE }')).toEqual([])
})

async function linted(target: string): Promise<string[]> {
  const source = { file: 'monitoring.yml', text: fileWith(target) }
  const config = loadConfig(source.text, source.file)
  const found = [...lintConfiguration(config, source), ...(await lintStoredSeries(config, source, paceOf()))]
  return found.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)
}

test.each([
  [`{ ${URL_}, drop: ["go_.*", ".*"] }`, ['5:62 config/not-stored']],
  [`{ ${URL_}, keep: ["(?!up).*"] }`, ['5:53 config/pattern']],
  [`{ ${URL_}, keep: ["web_.*"], drop: ["web_debug"] }`, []],
  ['{ url: "http://thanos.internal:19291/api/v1/receive" }', ['5:12 config/no-query-url']],
  ['{ url: "http://thanos.internal:19291/api/v1/receive", query_url: "http://thanos.internal:10902" }', []],
])('%s is checked', async (target, found) => {
  expect(await linted(target)).toEqual(found)
})
