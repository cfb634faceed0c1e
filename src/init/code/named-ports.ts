import type { Instruction } from '../../formats/dockerfile.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { usedCode } from './unused-settings.ts'

interface PortSources {
  /** Source code; empty where it is not here. */
  code: Iterable<TextFile>
  /** Files with settings beside it. */
  settings: Iterable<TextFile>
  /** All that runs is code that is here. */
  isWhole: boolean
}

/** Whether the code of an app, its Dockerfile, or the settings of its machines have a number that is a port. */
export function namesPort(port: number, { facts: { fly, build } }: ChosenApp, sources: PortSources): boolean {
  const number = new RegExp(`(?<![\\d.])${port}(?![\\d.])`)
  const [files, settings] = [[...sources.code], [...sources.settings]]
  const code = files.map((one) => usedCode(one, files))
  const instructions = build?.content.stages.flatMap((stage) => stage.instructions) ?? []
  const programs = [
    ...code,
    ...fly.processes.map(({ value }) => value),
    ...instructions.filter(({ name }) => !isVariable(name)).map(({ text }) => text),
  ]
  const isUsed = sources.isWhole ? usedLines(programs) : () => true
  const isRead = (key: string) =>
    code.length + settings.length === 0 ||
    [...settings.map(({ text }) => text), ...programs].some((text) => text.includes(key))
  const texts = [
    ...code,
    ...fly.processes.map(({ value }) => value),
    // A variable that nothing reads is left over.
    ...fly.env.flatMap(({ key, value }) => (isRead(key) ? [value] : [])),
    ...settings.flatMap((file) => (isOfVariables(file) ? file.text.split('\n').filter(isUsed) : [file.text])),
    ...instructions.flatMap((one) => (sources.isWhole ? openingTexts(one).filter(isUsed) : [one.text])),
  ]
  return texts.length === 0 || texts.some((text) => number.test(text))
}

const isVariable = (name: string): boolean => name === 'ENV' || name === 'ARG'

const isOfVariables = ({ file }: TextFile): boolean => /(?:^|\/)\.env[^/]*$/.test(file)

/** The parts of an instruction that may open a port: `EXPOSE` only says that something else does, as `LABEL` does. */
const openingTexts = ({ name, text, words }: Instruction): readonly string[] => {
  if (name === 'EXPOSE' || name === 'LABEL') return []
  return isVariable(name) && words.every((word) => word.includes('=')) ? words : [text]
}

/** A variable for metrics, without what is in front of that word; those of OpenTelemetry are read by its libraries. */
const METRICS_VARIABLE = /^\s*(?!OTEL_)\w{0,40}?((?:METRICS|PROM|EXPORTER)\w{0,40})\s*[=\s]/i

/**
 * Whether a line may be in use: it does not set a variable for metrics that no program reads. Programs write the name in their
 * own way: `METRICS_PORT`, `metricsPort`, `metrics.port`.
 */
function usedLines(programs: readonly string[]): (line: string) => boolean {
  let all: string | undefined
  return (line) => {
    const name = METRICS_VARIABLE.exec(line)?.[1]
    if (name === undefined) return true
    all ??= plain(programs.join('\n'))
    return all.includes(plain(name))
  }
}

const plain = (text: string): string => text.toLowerCase().replace(/[_.-]/g, '')
