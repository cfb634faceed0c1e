import type { Config } from '../config/schema.ts'
import type { Sources } from '../config/source-files.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import type { TextFile } from '../lib/workspace.ts'
import { type Contract, contractOf } from './contract.ts'
import { lintFlyToml } from './fly/lint.ts'
import { limitEach } from './order.ts'
import type { PrometheusContext } from './prometheus/subject.ts'
import { silenceByComments } from './silence.ts'

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
  /** Every file is checked within its bounds. */
  pace: Pace
}

export interface Linted {
  problems: Diagnostic[]
  /** How many of the files were dashboards. */
  dashboards: number
}

/**
 * Findings of every file. Pure, but for what reads the dashboards. What reads each kind of file is loaded only when
 * there is one, but for fly.toml, which everybody has: nobody waits for parsers without a use for them.
 */
export async function lintSources(sources: Sources, options: LintOptions): Promise<Linted> {
  const { pace } = options
  const problems: Diagnostic[] = []
  const keep: Keep = async ({ file, text }, check) => {
    const found = await pace.on({ file }, [], () => silenceByComments(check(), text, file))
    problems.push(...limitEach(found))
  }
  await lintPlatform(sources, options, keep)
  const contract = await lintQueries(sources, options, keep)
  const dashboards = await lintDashboards(sources, options, { contract, problems })
  return { problems, dashboards }
}

/** Adds what is found in the dashboards; gives their number. */
async function lintDashboards(
  sources: Sources,
  { pace }: LintOptions,
  { contract, problems }: { contract: () => Promise<Contract | undefined>; problems: Diagnostic[] },
): Promise<number> {
  // Most files of JSON are no dashboards, and where none is, nothing is loaded for them.
  const first = await pace.each(sources.dashboards, ({ text }) => text() === undefined)
  if (first === sources.dashboards.length) return 0
  const { lintDashboardText } = await import('./dashboard/lint.ts')
  const context = { contract: await contract(), seen: new Map<string, string>() }
  let count = 0
  await pace.each(sources.dashboards.slice(first), ({ text: read, ...source }) => {
    const text = read()
    if (text === undefined) return
    count++
    problems.push(...limitEach(lintDashboardText({ ...source, text }, context)))
  })
  return count
}

type Keep = (source: TextFile, check: () => readonly Diagnostic[]) => Promise<void>

/** Files that say what runs where. */
async function lintPlatform(
  sources: Sources,
  { config, prometheus, inputs, files = [] }: LintOptions,
  keep: Keep,
): Promise<void> {
  const services = config?.services ?? []
  const apps = config?.apps.map(({ app }) => app) ?? []
  for (const { app, role, dockerfile, ...source } of sources.fly) {
    await keep(source, () => lintFlyToml(source.text, source.file, { app, role, dockerfile, services }))
  }
  for (const { exists, ...source } of sources.prometheus) {
    const { lintPrometheusConfig } = await import('./prometheus/lint.ts')
    await keep(source, () => lintPrometheusConfig(source.text, source.file, { ...prometheus, exists }))
  }
  for (const source of sources.workflows) {
    const { lintWorkflow } = await import('./workflow/lint.ts')
    await keep(source, () => lintWorkflow(source.text, source.file, { inputs, files, apps }))
  }
}

/** Rule files; the answer is the contract that dashboards are held against, which knows what the rules record. */
async function lintQueries(
  sources: Sources,
  { config, recorded, assumed, pace }: LintOptions,
  keep: Keep,
): Promise<() => Promise<Contract | undefined>> {
  const rules = sources.rules.length > 0 ? await import('./rules/lint.ts') : undefined
  let made: Contract | undefined
  const contract = async () => {
    if (!config || made) return made
    const names = new Set(await recorded())
    for (const { file, text } of sources.rules)
      for (const name of await pace.on({ file }, [], () => rules?.recordedNamesIn(text) ?? []))
        names.add(name)
    made = await pace.on({ what: 'the metrics of the configuration' }, undefined, () =>
      contractOf(config, { recorded: names, assumed }),
    )
    return made
  }
  for (const source of sources.rules) {
    const held = { contract: await contract() }
    await keep(source, () => rules?.lintRules(source.text, source.file, held) ?? [])
  }
  return contract
}
