import { setImmediate } from 'node:timers/promises'
import type { Config } from '../config/schema.ts'
import type { Problem } from '../lib/errors.ts'
import { type Contract, contractOf } from './contract.ts'
import { lintFlyToml } from './fly/lint.ts'
import { atMost } from './order.ts'
import type { PrometheusContext } from './prometheus/subject.ts'
import { silenceByComments } from './silence.ts'

/** A text file, named as people know it: relative to the root of the repository. */
export interface Source {
  file: string
  text: string
}

/** The files of a workspace by what they are. */
export interface Sources {
  fly: readonly (Source & { app: string; role: 'app' | 'monitoring'; dockerfile?: string | undefined })[]
  /** With what a path relative to the file leads to. */
  prometheus: readonly (Source & { exists: PrometheusContext['exists'] })[]
  rules: readonly Source[]
  workflows: readonly Source[]
  /** Read one after the other: there may be thousands. */
  dashboards: Iterable<Source & { found?: boolean }>
}

/** What files are held against. */
export interface LintOptions {
  /** Undefined: it could not be read, and files are checked by themselves. */
  config: Config | undefined
  /** The configuration is the preset. */
  assumed: boolean
  /** Recorded by rules that ship with this action; asked for when there are queries. */
  recorded: () => Promise<readonly string[]>
  prometheus: Pick<PrometheusContext, 'version' | 'ports'>
  /** Inputs of the action, for the workflows that call it. */
  inputs: readonly string[]
  /** What the configuration names and a deploy ships, itself among it. Relative to the root of the repository. */
  files?: readonly string[]
}

/**
 * Findings of every file. Pure, but for what the iterable of dashboards does. What reads each kind of file is loaded
 * only when there is one, but for fly.toml, which everybody has: nobody waits for parsers without a use for them.
 */
export async function lintSources(sources: Sources, options: LintOptions): Promise<Problem[]> {
  const found: Problem[] = []
  const keep = ({ file, text }: Source, problems: readonly Problem[]) =>
    void found.push(...atMost(silenceByComments(problems, text, file)))
  await lintPlatform(sources, options, keep)
  const contract = await lintQueries(sources, options, keep)
  let lint: typeof import('./dashboard/lint.ts').lintDashboardText | undefined
  const context = { seen: new Map<string, string>() }
  let count = 0
  for (const source of sources.dashboards) {
    // With thousands of them, a signal gets its turn, and so does the garbage collector.
    if (++count % 20 === 0) await setImmediate()
    lint ??= (await import('./dashboard/lint.ts')).lintDashboardText
    found.push(...atMost(lint(source, { contract: await contract(), ...context })))
  }
  return found
}

type Keep = (source: Source, problems: readonly Problem[]) => void

/** Files that say what runs where. */
async function lintPlatform(
  sources: Sources,
  { config, prometheus, inputs, files = [] }: LintOptions,
  keep: Keep,
): Promise<void> {
  const services = config?.services ?? []
  const apps = config?.apps.map(({ app }) => app) ?? []
  for (const { app, role, dockerfile, ...source } of sources.fly) {
    keep(source, lintFlyToml(source.text, source.file, { app, role, dockerfile, services }))
  }
  for (const { exists, ...source } of sources.prometheus) {
    const { lintPrometheusConfig } = await import('./prometheus/lint.ts')
    keep(source, lintPrometheusConfig(source.text, source.file, { ...prometheus, exists }))
  }
  for (const source of sources.workflows) {
    const { lintWorkflow } = await import('./workflow/lint.ts')
    keep(source, lintWorkflow(source.text, source.file, { inputs, files, apps }))
  }
}

/** Rule files; the answer is the contract that dashboards are held against, which knows what the rules record. */
async function lintQueries(
  sources: Sources,
  { config, recorded, assumed }: LintOptions,
  keep: Keep,
): Promise<() => Promise<Contract | undefined>> {
  const rules = sources.rules.length > 0 ? await import('./rules/lint.ts') : undefined
  let made: Contract | undefined
  const contract = async () => {
    if (!config || made) return made
    const names = sources.rules.flatMap(({ text }) => rules?.recordedNamesIn(text) ?? [])
    made = contractOf(config, { recorded: new Set([...(await recorded()), ...names]), assumed })
    return made
  }
  for (const source of sources.rules)
    keep(source, rules?.lintRules(source.text, source.file, { contract: await contract() }) ?? [])
  return contract
}
