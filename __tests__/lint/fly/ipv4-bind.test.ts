import { expect, test } from '@jest/globals'
import { parseConfig } from '../../../src/config/load.ts'
import { presetConfig } from '../../../src/config/preset.ts'
import { lintFlyToml } from '../../../src/lint/fly/lint.ts'

/** Who listens on IPv4 alone for 0.0.0.0, and where a command says it. */

const { services } = parseConfig(presetConfig({}))
const METRICS = '[env]\nMETRICS_ADDRESS = "0.0.0.0:9090"\n'

const places = (fly: string, dockerfile?: string, files: readonly string[] = []): string[] =>
  findings(fly, dockerfile, files).map(({ message }) => message)

function findings(fly: string, dockerfile?: string, files: readonly string[] = []) {
  return lintFlyToml(`app = "fechatter"\n${fly}`, 'fly.toml', {
    app: 'fechatter',
    services,
    role: 'app',
    hasFile: (path) => files.includes(path),
    ...(dockerfile && { build: { file: 'Dockerfile', text: dockerfile } }),
  }).filter(({ code }) => code === 'fly/ipv4-bind')
}

test('an address has brackets only where the port follows it: Node resolves no others', () => {
  const hint = (value: string) => findings(`[env]\nMETRICS_HOST = "${value}"\n`).map((one) => one.hint)
  expect(hint('0.0.0.0:9090')).toEqual(['Use [::] instead of 0.0.0.0: on Fly it accepts IPv4 as well.'])
  expect(hint('0.0.0.0')).toEqual(['Use :: instead of 0.0.0.0: on Fly it accepts IPv4 as well.'])
})

test.each<[string, string, string | undefined, string[]]>([
  ['Rust', METRICS, 'FROM rust:1 AS build\nRUN cargo build\nFROM debian:12\nCMD ["/chat"]\n', []],
  ['a program that is not known', METRICS, undefined, []],
  [
    'Python beside tools of Go',
    METRICS,
    'FROM golang:1 AS tools\nFROM python:3\nCOPY --from=tools /a /a\nCMD ["python", "a.py"]\n',
    [],
  ],
])('0.0.0.0 is IPv4 alone for %s', (_, fly, dockerfile, files) => {
  expect(places(fly, dockerfile, files)).toHaveLength(1)
})

test.each<[string, string | undefined, string[]]>([
  [
    'that its Dockerfile builds',
    'FROM golang:1.26 AS build\nRUN go build -o /chat .\nFROM scratch\nCOPY --from=build /chat /chat\nCMD ["/chat"]\n',
    [],
  ],
  ['without a Dockerfile', undefined, ['go.mod']],
])('a program of Go %s opens IPv6 as well', (_, dockerfile, files) => {
  expect(places(METRICS, dockerfile, files)).toEqual([])
})

test('a program of others that is written in Go opens IPv6 as well', () => {
  expect(places(`[build]\nimage = "grafana/alloy:v1.8.3"\n${METRICS}`)).toEqual([])
  expect(places(METRICS, 'FROM grafana/alloy:v1.8.3\n')).toEqual([])
})

test('the environment of the stages that the last one continues is read', () => {
  const stages = 'FROM node:24 AS base\nENV METRICS_HOST=0.0.0.0:9090\nFROM base\nCMD ["node", "a.js"]\n'
  expect(places('', stages)).toHaveLength(1)
})

test('the command of a shell is read', () => {
  const command = (words: string) => `FROM python:3\nCMD ${words}\n`
  expect(places('', command('["sh", "-c", "uvicorn main:app --host 0.0.0.0 --port 9090"]'))).toHaveLength(1)
  expect(places('', command('bash -c "uvicorn main:app --host 0.0.0.0 --port ${PORT:-9090}"'))).toHaveLength(
    0,
  )
  expect(
    places('[processes]\napp = "sh -c \'exec uvicorn main:app --host 0.0.0.0 --port 9090\'"\n'),
  ).toHaveLength(1)
})

test('a variable does not count where the command or gunicorn.conf.py has the address', () => {
  const env = '[env]\nSERVER_HOST = "0.0.0.0:9090"\n'
  const image = (words: string) => `FROM python:3\nCMD ${words}\n`
  expect(places(env, image('python a.py'))).toHaveLength(1)
  expect(places(env, image('uvicorn a:app --host $SERVER_HOST'))).toHaveLength(1)
  expect(places(env, image('uvicorn a:app --host :: --port 9090'))).toEqual([])
  expect(places(env, image('uvicorn a:app --host 127.0.0.1 --port 9090'))).toEqual([])
  expect(places(env, image('gunicorn a:app'), ['gunicorn.conf.py'])).toEqual([])
  expect(places(METRICS, image('gunicorn a:app'), ['gunicorn.conf.py'])).toHaveLength(1)
})
