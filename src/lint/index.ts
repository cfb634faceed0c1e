import type { Config } from '../config/schema.ts'
import type { Problem } from '../lib/errors.ts'
import { type JsonRead, readJson } from '../lib/json.ts'
import { finding } from './catalog.ts'
import { type Contract, contractOf } from './contract.ts'
import { lintDashboard } from './dashboards.ts'
import { lintFlyToml } from './fly-toml.ts'
import { atMost } from './order.ts'
import { lintPrometheusConfig, type PrometheusContext } from './prometheus-config.ts'
import { lintRules, recordedNames } from './rules.ts'
import { silenceByComments } from './silence.ts'
import { lintWorkflow } from './workflow.ts'

/** A text file, named as people know it: relative to the root of the repository. */
export interface Source {
  file: string
  text: string
}

/** The files of a workspace by what they are. */
export interface Sources {
  fly: readonly (Source & { app: string; role: 'app' | 'monitoring' })[]
  /** With what a path relative to the file leads to. */
  prometheus: readonly (Source & { exists: PrometheusContext['exists'] })[]
  rules: readonly Source[]
  workflows: readonly Source[]
  /** Read one after the other: there may be thousands. */
  dashboards: Iterable<Source>
}

/** What files are held against. */
export interface LintOptions {
  /** Undefined: it could not be read, and files are checked by themselves. */
  config: Config | undefined
  /** The configuration is the preset. */
  assumed: boolean
  /** Recorded by rules that ship with this action. */
  recorded: readonly string[]
  prometheus: Pick<PrometheusContext, 'version' | 'ports'>
  /** Inputs of the action, for the workflows that call it. */
  inputs: readonly string[]
}

/** Findings of every file. Pure, but for what the iterable of dashboards does. */
export function lintSources(sources: Sources, options: LintOptions): Problem[] {
  const { config } = options
  const recorded = new Set([...options.recorded, ...sources.rules.flatMap(({ text }) => recordedNames(text))])
  const contract = config && contractOf(config, { recorded, assumed: options.assumed })
  const seen = new Map<string, string>()
  const found: Problem[] = []
  const keep = ({ file, text }: Source, problems: readonly Problem[]) =>
    void found.push(...atMost(silenceByComments(problems, text, file)))
  for (const source of sources.fly) {
    const services = config?.services ?? []
    keep(source, lintFlyToml(source.text, source.file, { app: source.app, role: source.role, services }))
  }
  for (const source of sources.prometheus) {
    const context = { ...options.prometheus, exists: source.exists }
    keep(source, lintPrometheusConfig(source.text, source.file, context))
  }
  for (const source of sources.rules) keep(source, lintRules(source.text, source.file, { contract }))
  for (const source of sources.workflows)
    keep(source, lintWorkflow(source.text, source.file, { inputs: options.inputs }))
  for (const source of sources.dashboards) found.push(...atMost(dashboard(source, contract, seen)))
  return found
}

function dashboard(source: Source, contract: Contract | undefined, seen: Map<string, string>): Problem[] {
  const read = readJson(source.text)
  if (!read.ok) return [notJson(source.file, read)]
  const text = source.text.replace(/^\uFEFF/, '')
  return lintDashboard({ ...source, text, json: read.value }, { contract, seen })
}

/** The finding for a dashboard file that is no JSON. */
export function notJson(file: string, { line, column, reason }: JsonRead & { ok: false }): Problem {
  return finding(
    'dashboard-json',
    { file, line, column },
    `Not valid JSON: ${reason}.`,
    'Export the dashboard again: Share → Export → Save to file.',
  )
}
