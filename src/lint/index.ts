import type { WorkflowCall } from '../config/deploys/called-workflows.ts'
import { deployGroup } from '../config/deploys/deploy-group.ts'
import { evaluatesRules } from '../config/engine.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import type { Config } from '../config/schema.ts'
import { buildIn } from '../config/sources/fly-sources.ts'
import type { Sources } from '../config/sources/source-files.ts'
import { isOfGitHub } from '../config/sources/workflow-sources.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import type { TextFile } from '../lib/workspace.ts'
import { type Contract, contractOf, contractOfDashboards, type RecordedNames } from './contract.ts'
import { lintFlyToml } from './fly/lint.ts'
import { limitEach } from './order.ts'
import type { PrometheusContext } from './prometheus/subject.ts'
import type { OwnNames } from './rules/names.ts'
import { silenceByComments } from './silence.ts'

/** What files are compared with, and the limits of the checks. */
export interface LintOptions {
  /** Undefined when it could not be read: files are then checked without it. */
  config: Config | undefined
  /** The configuration is the preset. */
  assumed: boolean
  /** Names that the rules of this action record; only called when there are queries. */
  recorded: () => Promise<readonly string[]>
  /** Names of the rules of this action; only called when other rules are deployed with them. */
  ownRules: () => Promise<OwnNames>
  prometheus: Pick<PrometheusContext, 'version' | 'ports'>
  /** Names of the action's inputs, for the workflows that call it. */
  inputs: readonly string[]
  /** The files that a deploy uses, including the configuration. Relative to the root of the repository. */
  files?: readonly string[]
  /** The text of a file, relative to the root of the repository; undefined when it is not there. */
  textOf?: (path: string) => string | undefined
  /** Whether a path from the root of the repository is there. */
  exists?: (path: string) => boolean
  /** The time limits for each file and for the run. */
  pace: Pace
}

export interface Linted {
  problems: Diagnostic[]
  /** How many of the files were dashboards. */
  dashboards: number
}

/**
 * Checks every file. Pure, except for reading the dashboards. The module for each kind of file is loaded only when
 * there is one, except for fly.toml, which every repository has: no run waits for parsers that it does not need.
 */
export async function lintSources(sources: Sources, options: LintOptions): Promise<Linted> {
  const { pace } = options
  const problems: Diagnostic[] = []
  const keep: Keep = async ({ file, text }, check) => {
    const found = await pace.on({ file }, [], () => silenceByComments(check(), text, file))
    // They are limited together with what other programs find in the same file.
    for (const problem of found) problems.push(problem)
  }
  await lintPlatform(sources, options, keep)
  const contract = await lintQueries(sources, options, keep)
  if (sources.deployedRules.length > 0) {
    const { takenNames } = await import('./rules/names.ts')
    const own = await options.ownRules()
    problems.push(
      ...(await pace.on({ what: 'the names of the rules' }, [], () =>
        takenNames(sources.deployedRules, own),
      )),
    )
  }
  const dashboards = await lintDashboards(sources, options, { contract, problems })
  return { problems, dashboards }
}

/** Adds the findings of the dashboards; returns the number of dashboards. */
async function lintDashboards(
  sources: Sources,
  { pace }: LintOptions,
  { contract, problems }: { contract: () => Promise<Contract | undefined>; problems: Diagnostic[] },
): Promise<number> {
  // Most JSON files are not dashboards; without any dashboard, the module is not loaded.
  const first = await pace.each(sources.dashboards, ({ text }) => text() === undefined)
  if (first === sources.dashboards.length) return 0
  const { lintDashboardText } = await import('./dashboard/lint.ts')
  const { provisionedIn } = await import('./dashboard/provisioned.ts')
  const texts = sources.dataSources.map(({ text }) => text)
  const about = { what: 'the provisioned data sources' }
  const provisioned = await pace.on(about, new Set<string>(), () => provisionedIn(texts))
  const context = {
    contract: contractOfDashboards(await contract()),
    provisioned,
    seen: new Map<string, string>(),
  }
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

/** Fly configurations, Prometheus configurations and workflows. */
async function lintPlatform(
  sources: Sources,
  { config, prometheus, inputs, files = [], textOf, exists }: LintOptions,
  keep: Keep,
): Promise<void> {
  const services = config?.services ?? []
  const apps = config ? [...config.apps.map(({ app }) => app), config.monitoring.app] : []
  const isScrapedByFly = config ? isOnFlysPrometheus(config.monitoring) : false
  const appOf = (path: string) => sources.fly.find(({ file }) => file === path)?.app
  for (const source of sources.fly) {
    const about = { ...source, services, isScrapedByFly, textOf }
    await keep(source, () => lintFlyToml(source.text, source.file, about))
  }
  for (const { exists, isCompleted, ...source } of sources.prometheus) {
    const { lintPrometheusConfig } = await import('./prometheus/lint.ts')
    await keep(source, () =>
      lintPrometheusConfig(source.text, source.file, { ...prometheus, exists, isCompleted }),
    )
  }
  const buildOf = (path: string) => buildIn(sources.fly.find(({ file }) => file === path))
  const flyFiles = sources.fly.map(({ file }) => file)
  for (const source of sources.workflows.filter(isOfGitHub)) {
    const { lintWorkflow } = await import('./workflow/lint.ts')
    const callers = source.text.includes('workflow_call') ? await callersOf(source, sources, textOf) : []
    // What deploys with this action too is to wait for the same group.
    const others = sources.workflows.flatMap(({ text }) => (text.includes('deploy-monitoring@') ? [] : text))
    const about = {
      inputs,
      callers,
      ourGroup: deployGroup(config?.monitoring.app ?? 'monitoring', others),
      files,
      flyFiles,
      apps,
      appOf,
      buildOf,
      ...(textOf && { textOf }),
      ...(exists && { exists }),
    }
    await keep(source, () => lintWorkflow(source.text, source.file, about))
  }
}

/** The jobs that run a workflow, and so what it deploys. */
async function callersOf(
  { file }: TextFile,
  { deploys }: Sources,
  textOf: LintOptions['textOf'],
): Promise<WorkflowCall[]> {
  const { callsIn } = await import('../config/deploys/called-workflows.ts')
  return [...new Set(deploys.map(({ at }) => at.file))]
    .flatMap((path) => callsIn({ file: path, text: textOf?.(path) ?? '' }))
    .filter(({ workflow }) => workflow === file)
}

/** The names of all jobs. */
const jobsOf = (prometheus: readonly TextFile[]): Set<string> =>
  new Set(
    prometheus.flatMap(({ text }) =>
      [...text.matchAll(/job_name:[ \t]*["']?([^\s"'#,}]{1,200})/g)].flatMap(([, job]) => job ?? []),
    ),
  )

/** Checks rule files; returns the contract for dashboards, which includes the names that the rules record. */
async function lintQueries(
  sources: Sources,
  { config, recorded, assumed, pace }: LintOptions,
  keep: Keep,
): Promise<() => Promise<Contract | undefined>> {
  const rules = sources.rules.length > 0 ? await import('./rules/lint.ts') : undefined
  let made: Contract | undefined
  const contract = async () => {
    if (!config || made) return made
    const names = new Map<string, readonly string[] | undefined>()
    const none: RecordedNames = new Map()
    for (const { file, text } of sources.rules)
      for (const [name, labels] of await pace.on({ file }, none, () => rules?.recordedIn(text) ?? none))
        names.set(name, names.has(name) ? undefined : labels)
    for (const name of await recorded()) names.set(name, undefined)
    made = await pace.on({ what: 'the metrics of the configuration' }, undefined, () =>
      contractOf(config, { recorded: names, assumed, jobsElsewhere: jobsOf(sources.prometheus) }),
    )
    return made
  }
  for (const source of sources.rules) {
    const isOurs = sources.deployedRules.includes(source)
    const isOfAgent = isOurs && config !== undefined && !evaluatesRules(config.monitoring)
    const context = { contract: await contract(), isOurs, isOfAgent }
    await keep(source, () => rules?.lintRules(source.text, source.file, context) ?? [])
  }
  return contract
}
