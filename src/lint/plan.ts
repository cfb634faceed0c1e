import type { PresetNames } from '../config/preset.ts'
import type { Config } from '../config/schema.ts'
import { findDrift } from '../init/drift.ts'
import type { Problem } from '../lib/errors.ts'
import { few } from '../lib/text.ts'
import { readText, type TextFile, type Workspace } from '../lib/workspace.ts'
import { readConfiguration } from '../project.ts'
import { lintConfiguration } from './config/lint.ts'
import { lintSources, type Source } from './index.ts'
import { missingFiles, namedFiles } from './named.ts'
import { atMost, worstFirst } from './order.ts'
import { prometheusContext } from './prometheus/subject.ts'
import { silenceByConfig, silenceTheirs } from './silence.ts'
import { type Found, findSources } from './workspace.ts'

/** Programs that check files too, when they are there. Each is given texts, and reads nothing of the workspace. */
export interface Validators {
  /** Problems of a program in each file; a file that we have errors for ourselves is not asked about. */
  check(kind: 'prometheus' | 'rules' | 'fly', source: Source): Promise<Problem[]>
  /** Programs that are not there, and what they would have checked. */
  missing: readonly Skipped[]
}

export interface PlanInput {
  workspace: Workspace
  config: { path: string; explicit: boolean }
  /** Names for the preset. */
  names: PresetNames
  /** Inputs of the action, for workflows that call it. */
  inputs: readonly string[]
  /** Whether samples will be written to another Prometheus: its rules ship only then. */
  remoteWrite: boolean
  validators: Validators
}

export interface PlanResult {
  /** Worst first. */
  problems: Problem[]
  /** Undefined when it could not be read. */
  config: Config | undefined
  /** How many files of each kind were checked. */
  checked: Readonly<Record<string, number>>
  /** What was not checked, why, and what would change that. */
  skipped: readonly Skipped[]
}

interface Skipped {
  part: string
  why: string
  set: string
}

/** Checks every file of a workspace. Nothing is sent anywhere, and nothing of the workspace is executed. */
export async function plan(input: PlanInput): Promise<PlanResult> {
  const { workspace } = input
  const { config, file, text, problems: wrong } = readConfig(input)
  const { sources, problems: unreadable, ...unread } = findSources(workspace, config, file)
  let dashboards = 0
  function* counted(all: typeof sources.dashboards) {
    for (const source of all) {
      dashboards++
      yield source
    }
  }
  const found = await lintSources(
    { ...sources, dashboards: counted(sources.dashboards) },
    {
      config,
      assumed: file === undefined,
      recorded: async () => (config ? recordedBy(config, input.remoteWrite) : []),
      prometheus: prometheusContext(config, () => false),
      inputs: input.inputs,
      files: config && file !== undefined ? [file, ...namedFiles(workspace, config)] : [],
    },
  )
  const drift = config && file !== undefined ? await driftOf(input, config) : []
  const missing = config ? missingFiles(workspace, config, text) : []
  const rendered = config && text ? lintConfiguration(config, text) : []
  const own = [...wrong, ...missing, ...rendered, ...found, ...unreadable, ...drift]
  const theirs = await validated(sources, own, input.validators)
  const at = file === undefined ? undefined : { file, line: 1, column: 1 }
  const problems = silenceByConfig([...own, ...theirs], config?.lint.ignore ?? [], at)
  return {
    problems: worstFirst(atMost(problems)),
    config,
    checked: {
      configuration: file === undefined ? 0 : 1,
      'Fly configurations': sources.fly.length,
      'Prometheus configurations': sources.prometheus.length,
      'rule files': sources.rules.length,
      dashboards,
      workflows: sources.workflows.length,
    },
    skipped: [...input.validators.missing, ...skips(unread)],
  }
}

/** What was not looked at, and what to do about it. */
function skips({ incomplete, closed, large }: Pick<Found, 'incomplete' | 'closed' | 'large'>): Skipped[] {
  const set = 'name them in grafana.dashboards if they are dashboards, else nothing'
  return [
    ...(incomplete
      ? [{ part: 'Some files', why: 'There are too many to look at all of them.', set: 'working-directory' }]
      : []),
    ...(closed.length > 0
      ? [{ part: 'Some folders', why: `${few(closed)} cannot be listed.`, set: 'leave to read them' }]
      : []),
    ...(large.length > 0
      ? [{ part: 'Large files', why: `Nobody names ${few(large)}, and they have more than 2 MB.`, set }]
      : []),
  ]
}

/** Files of `init` that the configuration does not say any more; what cannot be read is told by others. */
function driftOf({ workspace, config: { path } }: PlanInput, config: Config): Promise<Problem[]> {
  return findDrift(config, path, (file) => {
    try {
      return readText(workspace, file)
    } catch {
      return undefined
    }
  })
}

/** Names that the rules record which ship with this configuration. */
async function recordedBy(config: Config, remoteWrite: boolean): Promise<string[]> {
  const { recordedNames, ruleGroups } = await import('../content/groups.ts')
  return recordedNames(ruleGroups(config, { remoteWrite }))
}

interface ReadConfig {
  config: Config | undefined
  /** Undefined: the preset. */
  file: string | undefined
  /** Undefined: there is none, or it cannot be read. */
  text?: TextFile
  problems: readonly Problem[]
}

function readConfig({ workspace, config: asked, names }: PlanInput): ReadConfig {
  const { config, source, problems } = readConfiguration(workspace, { config: asked, names })
  const file = source?.file ?? problems.find(({ at }) => at)?.at?.file
  return { config, file, ...(source && { text: source }), problems }
}

/** What other programs find in files that we have no errors in. */
async function validated(
  sources: ReturnType<typeof findSources>['sources'],
  own: readonly Problem[],
  validators: Validators,
): Promise<Problem[]> {
  const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file))
  const found: Problem[] = []
  for (const kind of ['prometheus', 'rules', 'fly'] as const)
    for (const source of sources[kind])
      if (!wrong.has(source.file)) {
        const theirs = await validators.check(kind, source)
        found.push(...silenceTheirs(theirs, source.text, source.file))
      }
  const told = new Set(own.map(same))
  return found.filter((problem) => !told.has(same(problem)))
}

const same = ({ code, at, message }: Problem): string => `${code} ${at?.file} ${message}`
