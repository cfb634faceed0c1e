import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import { type FoundSources, findSources } from '../config/sources.ts'
import { type InitFile, renderedFiles } from '../desired/manual/files.ts'
import { PROMETHEUS_PATH } from '../desired/manual/paths.ts'
import { INPUTS } from '../inputs/names.ts'
import type { Inputs, PresetNames } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { ignoredByGit } from '../lib/git.ts'
import { createPace, type Pace } from '../lib/pace.ts'
import { readText, repositoryPath, type TextFile, type Workspace } from '../lib/workspace.ts'
import { lintSources } from '../lint/index.ts'
import { worstFirst } from '../lint/order.ts'
import { prometheusContext } from '../lint/prometheus/subject.ts'
import { namesOfShippedRules, recordedByShippedRules } from '../lint/recorded.ts'
import { type Decision, decide } from './decide.ts'
import { draftConfiguration } from './draft.ts'
import { initNote } from './findings.ts'
import { pinnedProgram } from './program.ts'
import { scanRepository } from './scan.ts'
import { starterFiles, WORKFLOW } from './starters.ts'

/** What `init` is about to do. */
export interface Prepared {
  config: Config
  /** Whether a configuration exists already: it is never overwritten. */
  configured: boolean
  decisions: Decision[]
  /** Problems in the files that were found, and notes, worst first. */
  problems: Diagnostic[]
}

export interface InitOptions {
  config: Inputs['config']
  names: PresetNames
  force: boolean
}

/**
 * Reads the repository and decides what to do with every file; nothing is written.
 * @throws ActionError `configuration` when the configuration or a name from the options is not valid
 */
export async function prepareInit(
  workspace: Workspace,
  { config: { path }, names, force }: InitOptions,
): Promise<Prepared> {
  const existing = readText(workspace, path)
  if (existing) refuseNames(names, existing.file)
  const pace = createPace({ until: Date.now() + MOST_MS, signal: new AbortController().signal })
  const found = await findSources(workspace, { config: undefined, pace })
  const dashboards = await dashboardsIn(found, pace)
  const inside = insideOf(workspace)
  const first = existing ? undefined : firstConfiguration(found, dashboards, { inside, names })
  const config = existing ? loadConfig(existing.text, existing.file) : checked(first?.text ?? '')
  const branch = defaultBranch(workspace)
  const files = [
    ...(first ? [{ path, text: first.text, executable: false }] : []),
    ...renderedFiles(config, path),
    ...starterFiles(config, {
      branch,
      workingDirectory: repositoryPath(workspace, ''),
      source: path,
      program: await pinnedProgram(),
      dashboards: uids(dashboards, inside),
    }),
  ].map((file) => atRoot(file, workspace))
  const root: Workspace = { root: workspace.root, folder: workspace.root }
  const decisions = files.map((file) => decide(file, readText(root, file.path, MAX_BYTES)?.text, force))
  return {
    config,
    configured: existing !== undefined,
    decisions,
    problems: [
      ...(first ? await wrongIn(found, { config, notes: first.notes, pace }) : []),
      ...(await ignored(workspace.root, decisions)),
      ...belowRoot(workspace.root),
    ],
  }
}

/** The time limit for reading, in milliseconds: no one waits longer at a terminal. Unread files are reported. */
const MOST_MS = 120_000

interface FoundDashboard {
  file: string
  /** Its uid, when it is one of the shipped dashboards. */
  ours: string[]
}

async function dashboardsIn({ sources }: FoundSources, pace: Pace): Promise<FoundDashboard[]> {
  const found: FoundDashboard[] = []
  await pace.each(sources.dashboards, ({ file, text: read }) => {
    const text = read()
    if (text !== undefined) found.push({ file, ours: OURS.test(text) ? uidOf(text) : [] })
  })
  return found
}

const OURS = /"fechatter-(?:overview|monitoring)"/

/** The size limit of an existing file that is compared: a dashboard may be large. */
const MAX_BYTES = 16_000_000

/** Options for names are for the first configuration only; afterwards the configuration has them. */
function refuseNames(names: PresetNames, file: string): void {
  const given = Object.keys(names)
  if (given.length === 0) return
  const message = `${file} exists already, and the names are configured there.`
  const hint = `Change them in ${file}, then run init without options for names.`
  throw new ActionError('configuration', [{ code: 'input/name-conflict', severity: 'error', message, hint }])
}

interface Scanning {
  inside: (file: string) => string
  names: PresetNames
}

function firstConfiguration(
  { sources }: FoundSources,
  dashboards: readonly FoundDashboard[],
  { inside, names }: Scanning,
) {
  const fly = sources.fly.map(({ file, text, role }) => ({ path: inside(file), text, role }))
  const paths = dashboards.map(({ file }) => inside(file))
  const found = scanRepository({ fly, prometheus: sources.prometheus, dashboards: paths }, names)
  const replaced = sources.prometheus.filter(
    ({ file }) => inside(file) !== PROMETHEUS_PATH && found.from.has(file),
  )
  return { text: draftConfiguration(found, names), notes: [...found.notes, ...replaced.map(superseded)] }
}

const superseded = ({ file }: TextFile): Diagnostic =>
  initNote(
    file,
    { line: 1, column: 1 },
    'The targets of this Prometheus on Fly are in monitoring.yml now.',
    `Remove this file when the new Prometheus runs: ${PROMETHEUS_PATH} replaces it.`,
  )

/** The findings are valid, so any error is about a name from the options, and there is no file to refer to. */
function checked(text: string): Config {
  try {
    return loadConfig(text, '')
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    throw new ActionError(
      'configuration',
      error.problems.map(({ at: _, ...problem }) => problem),
    )
  }
}

/** The problems in the existing files, checked with the configuration that was generated from them. */
async function wrongIn(
  { sources, problems }: FoundSources,
  { config, notes, pace }: { config: Config; notes: readonly Diagnostic[]; pace: Pace },
): Promise<Diagnostic[]> {
  const prometheus = prometheusContext(config, () => false)
  const found = await lintSources(sources, {
    config,
    assumed: true,
    recorded: () => recordedByShippedRules(config, true),
    ownRules: () => namesOfShippedRules(config, true),
    prometheus,
    inputs: INPUTS,
    pace,
  })
  // The notes report the same once, and how it was resolved.
  const reported = found.problems.filter(({ code }) => code !== 'prometheus/unknown-app')
  return worstFirst([...reported, ...problems, ...notes, ...pace.problems()])
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

/** Paths of the repository as the configuration writes them, relative to the working directory. */
function insideOf(workspace: Workspace): (file: string) => string {
  const folder = repositoryPath(workspace, '')
  return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file)
}

/** The file with its path from the root of the repository: all files except the workflow are in the working directory. */
const atRoot = (file: InitFile, workspace: Workspace): InitFile =>
  file.path === WORKFLOW ? file : { ...file, path: repositoryPath(workspace, file.path) }

/** The paths of shipped dashboards that exist in the repository, by uid. */
const uids = (dashboards: readonly FoundDashboard[], inside: (file: string) => string): Map<string, string> =>
  new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)] as const)))

function uidOf(text: string): string[] {
  try {
    const json = JSON.parse(text) as { uid?: unknown; dashboard?: { uid?: unknown } } | null
    const uid = json?.uid ?? json?.dashboard?.uid
    return typeof uid === 'string' ? [uid] : []
  } catch {
    // The linter reports what is wrong with it.
    return []
  }
}

/** The default branch of `origin`, as far as this clone has it. */
function defaultBranch({ root }: Workspace): string {
  const git = (path: string): string => {
    try {
      return readText({ root, folder: root }, `.git/${path}`)?.text ?? ''
    } catch {
      // Another kind of repository, or a large file: a person corrects one line of the workflow.
      return ''
    }
  }
  const branch = (text: string, where: string) =>
    new RegExp(`^ref: refs/${where}/(\\S+)$`, 'm').exec(text)?.[1]
  const packed = git('packed-refs')
  const has = (name: string) => git(`refs/heads/${name}`) !== '' || packed.includes(`refs/heads/${name}\n`)
  return (
    branch(git('refs/remotes/origin/HEAD'), 'remotes/origin') ??
    ['main', 'master'].find(has) ??
    branch(git('HEAD'), 'heads') ??
    'main'
  )
}
