import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { loadConfig } from '../config/load.ts'
import { noConfiguration, otherKind } from '../config/missing-configuration.ts'
import type { Config } from '../config/schema.ts'
import { ruleFilePaths } from '../config/sources/rule-files.ts'
import { type InitFile, renderedFiles } from '../desired/manual/files.ts'
import { INPUTS } from '../inputs/names.ts'
import type { Inputs, PresetNames } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { ignoredByGit } from '../lib/git.ts'
import { createPace, type Pace } from '../lib/pace.ts'
import { readText, repositoryPath, type TextFile, type Workspace } from '../lib/workspace.ts'
import { worstFirst } from '../lint/order.ts'
import { checkWorkspace, type ExternalValidators, type Skipped } from '../lint/plan.ts'
import { defaultBranch } from './clone.ts'
import { type Decision, decide, isWrite } from './decide.ts'
import type { RepositoryFindings } from './findings.ts'
import { type CompleteDraft, type FirstDraft, firstDraft } from './first-draft.ts'
import { shippedPaths } from './found-dashboards.ts'
import { pinnedProgram } from './program.ts'
import { insideOf, readRepository, workflowsOf } from './repository.ts'
import { atReference, type StarterOptions, starterFiles } from './starters.ts'
import { WORKFLOW } from './workflow.ts'

/** What `init` is about to do. */
export interface Prepared {
  /** Whether the configuration is valid: a draft may have values that a person must fill in. */
  isComplete: boolean
  /** Whether a configuration exists already: it is never overwritten. */
  configured: boolean
  decisions: Decision[]
  /** What the first draft was made from; undefined when the configuration exists. */
  found: RepositoryFindings | undefined
  /** What was read and is not in the draft, and what to decide. */
  notes: Diagnostic[]
  /** What `plan` will say when the files are written, worst first. */
  problems: Diagnostic[]
  /** What `plan` cannot check here, and why. */
  skipped: readonly Skipped[]
}

export interface InitOptions {
  config: Inputs['config']
  names: PresetNames
  /** Start from Fechatter's services and dashboards. */
  preset: boolean
  force: boolean
  /** promtool and flyctl, as `plan` asks them. */
  validators: ExternalValidators
}

/**
 * Reads the repository and decides what to do with every file; nothing is written.
 * @throws ActionError `configuration` when the configuration or a name from the options is not valid, or no app is found
 */
export async function prepareInit(workspace: Workspace, options: InitOptions): Promise<Prepared> {
  const { path } = options.config
  const existing = readText(workspace, path)
  if (existing) refuseStart(options, existing.file)
  refuseOthers(existing, noConfiguration(workspace, path))
  const pace = createPace({ until: Date.now() + MOST_MS, signal: new AbortController().signal })
  const inside = insideOf(workspace)
  const repository = await readRepository(workspace, inside, pace)
  const program = await pinnedProgram()
  const dashboards = shippedPaths(repository.dashboards, inside)
  const decisionsFor = decider(workspace, { ...options, program, dashboards })
  const checked = planner(workspace, options, { pace, isDraft: existing === undefined })
  const planOf = async (draft: CompleteDraft) => (await checked(decisionsFor(draft.config, draft))).problems
  const first = existing ? undefined : await firstDraft(repository, { ...options, inside, plan: planOf })
  const config = existing ? loadConfig(existing.text, existing.file) : first?.config
  const decisions = decisionsFor(config, first)
  const again = existing ? await checked(decisions) : undefined
  return {
    isComplete: config !== undefined,
    configured: existing !== undefined,
    decisions,
    found: first?.found,
    notes: worstFirst(first?.notes ?? []),
    problems: [
      ...(await ignored(workspace.root, decisions)),
      ...belowRoot(workspace.root),
      ...(first ? [...gaps(first, path), ...first.problems] : (again?.problems ?? [])),
    ],
    skipped: options.validators.skipped(),
  }
}

/** The decisions about all files, for a configuration and the draft that it is from, if it is new. */
function decider(
  workspace: Workspace,
  {
    config: { path },
    force,
    program,
    dashboards,
  }: InitOptions & Pick<StarterOptions, 'program' | 'dashboards'>,
) {
  const root: Workspace = { root: workspace.root, folder: workspace.root }
  const starter = {
    branch: defaultBranch(workspace),
    workingDirectory: repositoryPath(workspace, ''),
    others: workflowsOf(workspace).flatMap(({ file, text }) => (file === WORKFLOW ? [] : text)),
    source: path,
    program,
    dashboards,
  }
  return (config: Config | undefined, draft: Pick<FirstDraft, 'text' | 'copies'> | undefined): Decision[] =>
    [
      ...(draft
        ? [{ path, text: atReference(draft.text, program), executable: false }, ...draft.copies]
        : []),
      ...(config ? renderedFiles(config, path, ruleFilePaths(workspace, config).rules) : []),
      ...starterFiles(config, starter),
    ]
      .map((file) => atRoot(file, workspace))
      .map((file) => decide(file, readText(root, file.path, MAX_BYTES)?.text, force))
}

/** Runs what `plan` runs, as if the files were written already. */
const planner =
  (
    workspace: Workspace,
    { config: { path }, validators }: InitOptions,
    state: { pace: Pace; isDraft: boolean },
  ) =>
  (decisions: readonly Decision[]) => {
    const pending = new Map(decisions.filter(isWrite).map(({ file }) => [file.path, file.text]))
    return checkWorkspace({
      workspace: { ...workspace, pending },
      config: { path, explicit: true },
      names: {},
      inputs: INPUTS,
      remoteWrite: false,
      validators,
      ...state,
    })
  }

/** What `plan` says about the values that only a person can fill in. */
function gaps({ text, config }: FirstDraft, path: string): readonly Diagnostic[] {
  if (config) return []
  try {
    loadConfig(text, path)
    return []
  } catch (error) {
    if (error instanceof ActionError) return error.problems
    throw error
  }
}

/** The time limit for reading, in milliseconds: no one waits longer at a terminal. Unread files are reported. */
const MOST_MS = 120_000

/** The size limit of an existing file that is compared: a dashboard may be large. */
const MAX_BYTES = 16_000_000

/** A file of another kind is not a configuration, and one under another name is not written a second time. */
function refuseOthers(existing: TextFile | undefined, missing: Diagnostic): void {
  const problems = existing ? otherKind(existing) : missing.at ? [missing] : []
  if (problems.length > 0) throw new ActionError('configuration', problems)
}

/** Options for names and presets are for the first configuration only; afterwards the configuration has them. */
function refuseStart({ names, preset }: Pick<InitOptions, 'names' | 'preset'>, file: string): void {
  if (Object.keys(names).length === 0 && !preset) return
  const message = `${file} exists already, and the names are configured there.`
  const hint = `Change them in ${file}, then run init without options for names and presets.`
  throw new ActionError('configuration', [{ code: 'input/name-conflict', severity: 'error', message, hint }])
}

/** Warnings about files that git ignores: they would not reach the repository, where the workflow needs them. */
async function ignored(root: string, decisions: readonly Decision[]): Promise<Diagnostic[]> {
  const found = await ignoredByGit(
    root,
    decisions.map(({ file }) => file.path),
  )
  return found.map(({ path, by }) => ({
    code: 'init-ignored',
    severity: 'warning',
    message: `git ignores ${path} (${by}).`,
    hint: `Change that line, or add the file with \`git add --force ${path}\`.`,
  }))
}

/** A warning outside of the root of the repository: GitHub reads workflows only there. */
function belowRoot(folder: string): Diagnostic[] {
  if (existsSync(join(folder, '.git'))) return []
  const root = parents(folder).find((one) => existsSync(join(one, '.git')))
  if (root === undefined) return []
  const hint = `Run \`init\` in ${root} with \`--working-directory ${relative(root, folder)}\`.`
  const message = 'This folder is not the root of the repository, but GitHub reads workflows only there.'
  return [{ code: 'init-below-root', severity: 'warning', message, hint }]
}

const parents = (folder: string): string[] =>
  dirname(folder) === folder ? [] : [dirname(folder), ...parents(dirname(folder))]

/** The file with its path from the root of the repository: all files except the workflow are in the working directory. */
const atRoot = (file: InitFile, workspace: Workspace): InitFile =>
  file.path === WORKFLOW ? file : { ...file, path: repositoryPath(workspace, file.path) }
