import type { PresetNames } from '../config/preset.ts'
import type { Config } from '../config/schema.ts'
import { findDrift } from '../init/drift.ts'
import type { Problem } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { few } from '../lib/text.ts'
import { readText, shown, type TextFile, type Workspace } from '../lib/workspace.ts'
import { readConfiguration } from '../project.ts'
import { lintConfiguration } from './config/lint.ts'
import { lintSources, type Source, type Sources } from './index.ts'
import { missingFiles, namedFiles } from './named.ts'
import { atMost, worstFirst } from './order.ts'
import { prometheusContext } from './prometheus/subject.ts'
import { silenceByConfig, silenceTheirs } from './silence.ts'
import { type Found, findSources } from './workspace.ts'

/** Programs that check files too, when they are there. Each is given texts, and reads nothing of the workspace. */
export interface Validators {
  /** Problems of a program in each file; a file that we have errors for ourselves is not asked about. */
  check(kind: 'prometheus' | 'rules' | 'fly', source: Source): Promise<Problem[]>
  /** What was not checked so far: programs that are not there, and files that they were not or not wholly given. */
  skipped(): readonly Skipped[]
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
  /** The time that there is. */
  pace: Pace
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

export interface Skipped {
  part: string
  why: string
  set: string
}

/** Checks every file of a workspace. Nothing is sent anywhere, and nothing of the workspace is executed. */
export async function plan(input: PlanInput): Promise<PlanResult> {
  const { workspace, pace, validators } = input
  const read = await pace.on(nameOf(input), NOT_READ, () => readConfig(input))
  const { config, file } = read
  const search = { config, own: file, pace }
  const { sources, problems: unreadable, ...unread } = await findSources(workspace, search)
  const { problems: found, dashboards } = await lintSources(sources, {
    config,
    assumed: file === undefined,
    recorded: async () => (config ? recordedBy(config, input.remoteWrite) : []),
    prometheus: prometheusContext(config, () => false),
    inputs: input.inputs,
    files: config && file !== undefined ? [file, ...namedFiles(workspace, config)] : [],
    pace,
  })
  const own = [...read.problems, ...(await ofConfig(input, read)), ...found, ...unreadable]
  const theirs = await validated(sources, own, input)
  const at = file === undefined ? undefined : { file, line: 1, column: 1 }
  const problems = silenceByConfig([...own, ...theirs], config?.lint.ignore ?? [], at)
  return {
    problems: worstFirst(atMost([...problems, ...pace.problems()])),
    config,
    checked: {
      configuration: file === undefined ? 0 : 1,
      'Fly configurations': sources.fly.length,
      'Prometheus configurations': sources.prometheus.length,
      'rule files': sources.rules.length,
      dashboards,
      workflows: sources.workflows.length,
    },
    skipped: [...validators.skipped(), ...skips(unread)],
  }
}

const nameOf = ({ workspace, config }: PlanInput): { file: string } => ({
  file: shown(workspace, config.path),
})

/** What the configuration says, against the files that are there and what can be rendered from it. */
async function ofConfig(input: PlanInput, { config, file, text }: ReadConfig): Promise<Problem[]> {
  if (!config) return []
  const { workspace, pace } = input
  const problems = await pace.on(nameOf(input), [], () => [
    ...missingFiles(workspace, config, text),
    ...(text ? lintConfiguration(config, text) : []),
  ])
  return [...problems, ...(file === undefined ? [] : await driftOf(input, config))]
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

/** As a configuration that cannot be read: other files are checked by themselves. */
const NOT_READ: ReadConfig = { config: undefined, file: undefined, problems: [] }

function readConfig({ workspace, config: asked, names }: PlanInput): ReadConfig {
  const { config, source, problems } = readConfiguration(workspace, { config: asked, names })
  const file = source?.file ?? problems.find(({ at }) => at)?.at?.file
  return { config, file, ...(source && { text: source }), problems }
}

/** What other programs find in files that we have no errors in. */
async function validated(
  sources: Sources,
  own: readonly Problem[],
  { validators, pace }: PlanInput,
): Promise<Problem[]> {
  const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file))
  const found: Problem[] = []
  for (const kind of ['prometheus', 'rules', 'fly'] as const)
    for (const source of sources[kind])
      if (!wrong.has(source.file)) {
        const theirs = await validators.check(kind, source)
        if (theirs.length > 0)
          found.push(...(await pace.on(source, [], () => silenceTheirs(theirs, source.text, source.file))))
      }
  const told = new Set(own.map(same))
  return found.filter((problem) => !told.has(same(problem)))
}

const same = ({ code, at, message }: Problem): string => `${code} ${at?.file} ${message}`
