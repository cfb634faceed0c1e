import type { SourceLocation } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import type { ChosenApp } from './chosen-app.ts'
import type { CodeClaims } from './code-claims.ts'
import { functionAround } from './routers.ts'
import type { CodeHint } from './scan-code.ts'

/** What only a program of somebody else may do, which is in the image: the code here does not say it. */
const OTHER_PROGRAM =
  /^(?:.*\/)?(?:caddy|nginx|traefik|envoy|haproxy|postgres|redis|nats|grafana|hasura|minio|clickhouse)/
const ABOUT_METRICS = /prometheus|openmetrics|\/metrics\b/i
/** Languages whose routes are read. In others, the word is enough to leave the question open. */
const IS_READ = /\.(?:[cm]?[jt]s|py|go|rs)$/

/** Whether the code of an app is here, and nothing in it publishes metrics. */
export function publishesNothing(
  { facts: { build } }: ChosenApp,
  { files, library }: CodeClaims,
  hints: readonly CodeHint[],
): boolean {
  const base = build?.content.stages.at(-1)?.base ?? ''
  // A library that only holds metrics has nothing to publish where no code uses it.
  if (library?.path !== undefined || files.length === 0 || OTHER_PROGRAM.test(base)) return false
  const isWithout = files.every(({ text }) => !ABOUT_METRICS.test(text))
  const isRead = library === undefined && files.every(({ file }) => IS_READ.test(file))
  return isWithout || (isRead && hints.length === 0)
}

/** Whether the code of an app, its Dockerfile, or the settings of its machines have a number that is a port. */
export function namesPort(
  port: number,
  { facts: { fly, build } }: ChosenApp,
  files: readonly TextFile[],
): boolean {
  const number = new RegExp(`(?<![\\d.])${port}(?![\\d.])`)
  const texts = [
    ...files.map(({ text }) => text),
    ...fly.env.map(({ value }) => value),
    ...fly.processes.map(({ value }) => value),
    ...(build?.content.stages.flatMap(({ instructions }) => instructions.map(({ text }) => text)) ?? []),
  ]
  return texts.length === 0 || texts.some((text) => number.test(text))
}

/** Whether something calls the function that a line is in. A file that is run as a whole has none. */
export function isCalled({ file, line }: SourceLocation, files: readonly TextFile[]): boolean {
  const lines = files.find((one) => one.file === file)?.text.split('\n') ?? []
  const name = functionAround(lines, line - 1, '')
  if (name === undefined || /^(?:main|__init__|start|run|init)$/.test(name)) return true
  const uses = files.flatMap(({ text }) =>
    text.includes(name) ? text.split(new RegExp(`\\b${name}\\b`)).slice(1) : [],
  )
  return uses.length > 1
}
