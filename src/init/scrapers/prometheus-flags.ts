import { scriptsInImage, type TextOf } from '../../config/sources/installed-prometheus.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { argumentsOf } from '../../lint/fly/subject.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import type { FoundValue } from '../findings.ts'

/** A flag that Prometheus is started with, without its dashes. */
export interface PrometheusFlag {
  name: string
  value: string
  at: SourceLocation
}

/** `--flag=value`, or `-storage.tsdb.retention 30d` as old versions have it. */
const ARGUMENT = /^--?((?:(?<=--)[a-z]|[a-z][\w-]*\.)[\w.-]*?)(?:=(.*))?$/s

/** The flags of Prometheus: in the Fly configuration, its Dockerfile, and the scripts that the Dockerfile copies. */
export function flagsOf(facts: FlyFacts, textOf: TextOf): PrometheusFlag[] {
  const own = argumentsOf(facts).flatMap(({ word, next, at }) => {
    const [, name, value] = ARGUMENT.exec(word) ?? []
    return name === undefined ? [] : [{ name, value: value ?? next ?? '', at: { file: facts.file, ...at } }]
  })
  return [...own, ...scriptsInImage(facts.build?.file, textOf).flatMap(flagsInScript)]
}

/** A command that starts Prometheus, with the lines that continue it. */
const COMMAND = /^[^#\n]{0,300}(?<![\w.-])prometheus(?=[\s"'])(?:[^\n\\]|\\[^\n]|\\\n){0,3000}/gm
const FLAG = /(?<=\s["']?)--([a-z][\w.-]{1,60})(?:[= ]["']?([^\s"'\\]{1,200}))?/g

const flagsInScript = ({ file, text }: TextFile): PrometheusFlag[] =>
  [...text.matchAll(COMMAND)].flatMap(({ 0: command, index }) =>
    [...command.matchAll(FLAG)].map(({ 1: name = '', 2: value = '', index: from }) => ({
      name,
      value,
      at: { file, line: lineAt(text, index + from), column: 1 },
    })),
  )

const RETENTION = ['storage.tsdb.retention.time', 'storage.tsdb.retention']

/** How long samples are kept, from the flag for it; undefined without one, and when something fills it in. */
export function retentionIn(flags: readonly PrometheusFlag[]): FoundValue | undefined {
  const found = RETENTION.flatMap((name) => flags.filter((flag) => flag.name === name))
  return found.find(({ value }) => /^\d[\dsmhdwy]{1,20}$/.test(value))
}
