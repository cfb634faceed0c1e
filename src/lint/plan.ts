import { type ConfigurationInputs, readConfiguration } from '../config/project.ts'
import type { Config } from '../config/schema.ts'
import type { Sources } from '../config/source-files.ts'
import { type FoundSources, findSources } from '../config/sources.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { few } from '../lib/text.ts'
import { readText, repositoryPath, type TextFile, type Workspace } from '../lib/workspace.ts'
import { lintConfiguration } from './config/lint.ts'
import { findDrift } from './drift.ts'
import { lintSources } from './index.ts'
import { limitEach, worstFirst } from './order.ts'
import { prometheusContext } from './prometheus/subject.ts'
import { recordedByShippedRules } from './recorded.ts'
import { missingFiles, namedFiles } from './referenced-files.ts'
import { silenceByConfig, silenceTheirs } from './silence.ts'

/** Programs that check files too, when they are there. Each is given texts, and reads nothing of the workspace. */
export interface ExternalValidators {
  /** Problems of a program in each file; a file that we have errors for ourselves is not asked about. */
  check(kind: 'prometheus' | 'rules' | 'fly', source: TextFile): Promise<Diagnostic[]>
  /** What was not checked so far: programs that are not there, and files that they were not or not wholly given. */
  skipped(): readonly Skipped[]
}

/** What to check, and with what. */
export interface CheckRequest extends ConfigurationInputs {
  workspace: Workspace
  /** Inputs of the action, for workflows that call it. */
  inputs: readonly string[]
  /** Whether samples will be written to another Prometheus: its rules ship only then. */
  remoteWrite: boolean
  validators: ExternalValidators
  /** The time that there is. */
  pace: Pace
}

export interface CheckResult {
  /** Worst first. */
  problems: Diagnostic[]
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
export async function checkWorkspace(input: CheckRequest): Promise<CheckResult> {
  const { workspace, pace, validators } = input
  const read = await pace.on(nameOf(input), NOT_READ, () => lintConfig(input))
  const { config, file } = read
  const search = { config, own: file, pace }
  const { sources, problems: unreadable, ...unread } = await findSources(workspace, search)
  const { problems: found, dashboards } = await lintSources(sources, {
    config,
    assumed: file === undefined,
    recorded: async () => (config ? recordedByShippedRules(config, input.remoteWrite) : []),
    prometheus: prometheusContext(config, () => false),
    inputs: input.inputs,
    files: config && file !== undefined ? [file, ...namedFiles(workspace, config)] : [],
    pace,
  })
  const drift = config && file !== undefined ? await driftOf(input, config) : []
  const own = [...read.problems, ...found, ...unreadable, ...drift]
  const theirs = await validated(sources, own, input)
  const at = file === undefined ? undefined : { file, line: 1, column: 1 }
  const problems = silenceByConfig([...own, ...theirs], config?.lint.ignore ?? [], at)
  return {
    problems: worstFirst(limitEach([...problems, ...pace.problems()])),
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

const nameOf = ({ workspace, config }: CheckRequest): { file: string } => ({
  file: repositoryPath(workspace, config.path),
})

/** What was not looked at, and what to do about it. */
function skips({
  incomplete,
  closed,
  large,
}: Pick<FoundSources, 'incomplete' | 'closed' | 'large'>): Skipped[] {
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
function driftOf({ workspace, config: { path } }: CheckRequest, config: Config): Promise<Diagnostic[]> {
  return findDrift(config, path, (file) => {
    try {
      return readText(workspace, file)
    } catch {
      return undefined
    }
  })
}

interface ReadConfig {
  config: Config | undefined
  /** Undefined: the preset. */
  file: string | undefined
  /** Undefined: there is none, or it cannot be read. */
  text?: TextFile
  problems: readonly Diagnostic[]
}

/** The configuration, with what is wrong in it, and against the files that are there. */
function lintConfig(input: CheckRequest): ReadConfig {
  const read = readConfig(input)
  const { config, text, problems } = read
  if (!config) return read
  const missing = missingFiles(input.workspace, config, text)
  return { ...read, problems: [...problems, ...missing, ...(text ? lintConfiguration(config, text) : [])] }
}

/** As a configuration that cannot be read: other files are checked by themselves. */
const NOT_READ: ReadConfig = { config: undefined, file: undefined, problems: [] }

function readConfig(input: CheckRequest): ReadConfig {
  const { config, source, problems } = readConfiguration(input.workspace, input)
  const file = source?.file ?? problems.find(({ at }) => at)?.at?.file
  return { config, file, ...(source && { text: source }), problems }
}

/** What other programs find in files that we have no errors in. */
async function validated(
  sources: Sources,
  own: readonly Diagnostic[],
  { validators, pace }: CheckRequest,
): Promise<Diagnostic[]> {
  const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file))
  const found: Diagnostic[] = []
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

const same = ({ code, at, message }: Diagnostic): string => `${code} ${at?.file} ${message}`
