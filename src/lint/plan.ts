import { type ConfigurationInputs, readConfiguration } from '../config/configuration.ts'
import type { Config } from '../config/schema.ts'
import { ruleFilePaths } from '../config/sources/rule-files.ts'
import type { Sources } from '../config/sources/source-files.ts'
import { type FoundSources, findSources } from '../config/sources/sources.ts'
import { isOfGitHub } from '../config/sources/workflow-sources.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { few } from '../lib/text.ts'
import {
  existsInWorkspace,
  fromRoot,
  readText,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../lib/workspace.ts'
import { lintConfiguration, lintContract, lintNotification } from './config/lint.ts'
import { findDrift } from './drift.ts'
import { lintSources } from './index.ts'
import { limitEach, worstFirst } from './order.ts'
import { prometheusContext } from './prometheus/subject.ts'
import { NO_NAMES, namesOfShippedRules, recordedByShippedRules } from './recorded.ts'
import { missingFiles, namedFiles } from './referenced-files.ts'
import { aboutOthers, deployedBy, relationTo } from './relation.ts'
import type { BaseConfiguration } from './removed-metrics.ts'
import { silenceByConfig, silenceExternal } from './silence.ts'

/** Other programs that check files, if they are installed. They get texts, and read nothing of the workspace. */
export interface ExternalValidators {
  /** The problems that a program finds in a file. Not called for files with errors that are known already. */
  check(kind: 'prometheus' | 'rules' | 'fly', source: TextFile): Promise<Diagnostic[]>
  /** What was not checked so far: programs that are not installed, and files that were not passed on, or only in part. */
  skipped(): readonly Skipped[]
  /** The failures of a unit test of rules, run with the rule files that it names: by their paths in the repository. */
  test(source: TextFile, rules: ReadonlyMap<string, string>): Promise<Diagnostic[]>
}

/** The workspace to check, and the programs and the time for it. */
export interface CheckRequest extends ConfigurationInputs {
  workspace: Workspace
  /** Names of the action's inputs, for the workflows that call it. */
  inputs: readonly string[]
  /** Whether remote write is configured: its rules are deployed only then. */
  remoteWrite: boolean
  validators: ExternalValidators
  /** The time limits. */
  pace: Pace
  /** Whether the configuration is a draft, which has assumptions of the preset. */
  isDraft?: boolean
  /** The configuration of the base branch, if it is known. */
  base?: BaseConfiguration | undefined
}

export interface CheckResult {
  /** Worst first. */
  problems: Diagnostic[]
  /** Undefined when it could not be read. */
  config: Config | undefined
  /** How many files of each kind were checked. */
  checked: Readonly<Record<string, number>>
  /** What was not checked, why, and what to set to change that. */
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
  const { config, file, isIncomplete } = read
  const search = { config, own: file, pace }
  const { sources, problems: unreadable, ...unread } = await findSources(workspace, search)
  const named = config && file !== undefined ? [file, ...namedFiles(workspace, config)] : []
  const { problems: found, dashboards } = await lintSources(sources, {
    config,
    assumed: file === undefined || isIncomplete || input.isDraft === true,
    recorded: async () => (config ? recordedByShippedRules(config, input.remoteWrite) : []),
    ownRules: async () => (config ? namesOfShippedRules(config, input.remoteWrite) : NO_NAMES),
    // A stand-in is not a port to compare with.
    prometheus: prometheusContext(isIncomplete ? undefined : config, () => false),
    inputs: input.inputs,
    files: named,
    textOf: (path) => readable(workspace, fromRoot(workspace, path))?.text,
    exists: (path) => existsInWorkspace(workspace, fromRoot(workspace, path)),
    pace,
  })
  const contract = config && read.text ? await lintContract(config, read.text, { ...input, sources }) : []
  const notified = config ? await lintNotification(config, read.text, { ...input, sources }) : []
  const drift = config && file !== undefined && !isIncomplete ? await driftOf(input, config) : []
  const own = [...read.problems, ...contract, ...notified, ...found, ...unreadable, ...drift]
  const apps =
    file === undefined ? [] : (config?.apps ?? []).map((app) => repositoryPath(workspace, app.config))
  const deployed = await deployedBy(sources, { config, named, apps, pace })
  const relate = relationTo(sources, { named, deployed })
  const theirs = [...(await validated(sources, own, input)), ...(await tested(sources, own, input))]
  const at = file === undefined ? undefined : { file, line: 1, column: 1 }
  const problems = silenceByConfig(relate([...own, ...theirs]), config?.lint.ignore ?? [], at)
  return {
    problems: worstFirst(limitEach([...problems, ...pace.problems()])),
    config: isIncomplete ? undefined : config,
    checked: {
      configuration: file === undefined ? 0 : 1,
      'Fly configurations': sources.fly.length,
      'Prometheus configurations': sources.prometheus.length,
      'rule files': sources.rules.length,
      ...(sources.ruleTests.length > 0 && { 'rule tests': sources.ruleTests.length }),
      dashboards,
      workflows: sources.workflows.filter(isOfGitHub).length,
    },
    skipped: [...validators.skipped(), ...skips(unread), ...aboutOthers(own, named)],
  }
}

const nameOf = ({ workspace, config }: CheckRequest): { file: string } => ({
  file: repositoryPath(workspace, config.path),
})

/** What was not read, and what to do about it. */
function skips({
  incomplete,
  closed,
  large,
}: Pick<FoundSources, 'incomplete' | 'closed' | 'large'>): Skipped[] {
  const set = 'name them in `grafana.dashboards` if they are dashboards, else nothing'
  return [
    ...(incomplete
      ? [
          {
            part: 'Some files',
            why: 'There are too many files to read all of them.',
            set: 'working-directory',
          },
        ]
      : []),
    ...(closed.length > 0
      ? [{ part: 'Some folders', why: `${few(closed)} cannot be listed.`, set: 'permission to read them' }]
      : []),
    ...(large.length > 0
      ? [
          {
            part: 'Large files',
            why: `Larger than 2 MB and not named in the configuration: ${few(large)}.`,
            set,
          },
        ]
      : []),
  ]
}

/** Files of `init` that no longer match the configuration; files that cannot be read are reported elsewhere. */
function driftOf({ workspace, config: { path } }: CheckRequest, config: Config): Promise<Diagnostic[]> {
  return findDrift(config, path, {
    ownRules: () => ruleFilePaths(workspace, config).rules,
    read: (file) => readable(workspace, file),
  })
}

/** A file that can be read. */
function readable(workspace: Workspace, file: string): TextFile | undefined {
  try {
    return readText(workspace, file)
  } catch {
    return undefined
  }
}

interface ReadConfig {
  config: Config | undefined
  /** Undefined: the preset. */
  file: string | undefined
  /** Undefined when the file does not exist, or cannot be read. */
  text?: TextFile
  problems: readonly Diagnostic[]
  /** Whether values are still empty, with others in their place. */
  isIncomplete?: boolean
}

/** Reads the configuration and checks it against the files that exist. */
function lintConfig(input: CheckRequest): ReadConfig {
  const read = readConfig(input)
  const { config, text, problems } = read
  if (!config) return read
  const missing = missingFiles(input.workspace, config, text)
  const found = text ? lintConfiguration(config, text) : []
  return { ...read, problems: [...problems, ...missing, ...found] }
}

/** In place of a configuration whose check did not finish: other files are checked without it. */
const NOT_READ: ReadConfig = { config: undefined, file: undefined, problems: [] }

function readConfig(input: CheckRequest): ReadConfig {
  const { incomplete, problems, ...read } = readConfiguration(input.workspace, input)
  const { config, source } = incomplete ?? read
  const file = source?.file ?? problems.find(({ at }) => at)?.at?.file
  return { config, file, ...(source && { text: source }), problems, isIncomplete: incomplete !== undefined }
}

/** The unit tests of deployed rules that have no errors so far. */
async function tested(
  { ruleTests, deployedRules }: Sources,
  own: readonly Diagnostic[],
  { validators }: CheckRequest,
): Promise<Diagnostic[]> {
  if (ruleTests.length === 0) return []
  const { prepareTest } = await import('./rules/unit-tests.ts')
  const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file))
  const found: Diagnostic[] = []
  for (const source of ruleTests) {
    const { rules, problems } = prepareTest(source, deployedRules)
    found.push(...problems)
    const isRunnable = problems.length === 0 && !deployedRules.some(({ file }) => wrong.has(file))
    if (isRunnable) found.push(...(await validators.test(source, rules)))
  }
  return found
}

/** The findings of other programs in files that have no errors so far. */
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
          found.push(...(await pace.on(source, [], () => silenceExternal(theirs, source.text, source.file))))
      }
  const reported = new Set(own.map(same))
  return found.filter((problem) => !reported.has(same(problem)))
}

const same = ({ code, at, message }: Diagnostic): string => `${code} ${at?.file} ${message}`
