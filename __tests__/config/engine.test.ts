import { expect, test } from '@jest/globals'
import { missingStore, storeOf } from '../../src/config/engine.ts'
import { loadConfig } from '../../src/config/load.ts'
import { unreachableForGrafana } from '../../src/config/private-access.ts'
import { ActionError } from '../../src/lib/errors.ts'

const fileWith = (monitoring: string, more = '') => `monitoring: { app: mon, engine: agent${monitoring} }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 1 }]
${more}
`

const configWith = (more: string) => loadConfig(fileWith('', more), 'monitoring.yml')

function problemsOf(text: string): string[] {
  try {
    loadConfig(text, 'monitoring.yml')
  } catch (error) {
    if (error instanceof ActionError)
      return error.problems.map(({ code, at, message }) => `${at?.line}:${at?.column} ${code} ${message}`)
    throw error
  }
  return []
}

test.each([
  [
    'an Alertmanager',
    fileWith('', 'alerts: { notify: { ntfy: {} } }'),
    /^4:11 config\/agent-conflict alerts\.notify/,
  ],
  [
    'two replicas',
    fileWith(', replicas: 2'),
    /^1:40 config\/agent-conflict monitoring\.replicas .*twice as high/,
  ],
  [
    'a retention',
    fileWith(', retention: 30d'),
    /^1:40 config\/agent-conflict monitoring\.retention has no effect/,
  ],
  ['another engine', fileWith('').replace('agent', 'agnet'), /^1:33 config\/value .*"agnet", which is not/],
])('an agent with %s is refused at its place', (_, text, expected) => {
  expect(problemsOf(text)).toEqual([expect.stringMatching(expected)])
})

const NO_INPUT = { remoteWrite: undefined }
const CLOUD = {
  remoteWrite: { url: 'https://p.grafana.net/api/prom/push', user: '7', key: 'k' },
}
const codes = (more: string, inputs: typeof NO_INPUT | typeof CLOUD = NO_INPUT) =>
  missingStore(configWith(more), inputs, () => undefined).map(({ code }) => code)

test('without a target there is one clear error, whatever says where samples go', () => {
  expect(codes('')).toEqual(['config/agent-target'])
  expect(codes('', CLOUD)).toEqual([])
  expect(codes('remote_write: [{ url: "https://vm.example/api/v1/write" }]')).toEqual([])
})

test('the store is a target that gets every series and answers queries', () => {
  expect(codes('remote_write: [{ url: "https://t.example/api/v1/receive" }]')).toEqual(['config/agent-store'])
  expect(codes('remote_write: [{ url: "https://vm.example/api/v1/write", keep: [a] }]')).toEqual([
    'config/agent-store',
  ])
  const several = configWith(`remote_write:
  - { url: "https://some.example/api/v1/write", drop: ["go_.*"] }
  - { url: "https://t.example/api/v1/receive" }
  - { url: "https://u.example/receive", query_url: "https://q.example/prom/", user: a, password_env: STORE_KEY }`)
  expect(storeOf(several, NO_INPUT)).toEqual({
    name: 'u.example',
    queryUrl: 'https://q.example/prom',
    user: 'a',
    variable: 'STORE_KEY',
  })
  expect(storeOf(several, CLOUD)).toMatchObject({ queryUrl: 'https://p.grafana.net/api/prom', user: '7' })
})

test('a server has no store, and needs none', () => {
  const server = loadConfig(fileWith('').replace('agent', 'server'), 'monitoring.yml')
  expect(storeOf(server, CLOUD)).toBeUndefined()
  expect(missingStore(server, NO_INPUT, () => undefined)).toEqual([])
})

test('a Grafana elsewhere cannot ask a store in the private network, whatever the access to the agent is', () => {
  const grafana = { url: 'https://acme.grafana.net', token: 'glsa_x' }
  const codesOf = (host: string, more: object = {}) =>
    unreachableForGrafana(
      { ...configWith(`remote_write: [{ url: "http://${host}/api/v1/write" }]`), ...more },
      { grafana, ...NO_INPUT },
    ).map(({ code, message }) => [code, message.includes('The store ')])
  expect(codesOf('vm.internal:8428')).toEqual([['config/private-grafana', true]])
  expect(codesOf('vm.example')).toEqual([])
  const isPrivate = {
    ...configWith('remote_write: [{ url: "https://vm.example/api/v1/write" }]').monitoring,
    access: 'private' as const,
  }
  expect(codesOf('vm.example', { monitoring: isPrivate })).toEqual([])
})
