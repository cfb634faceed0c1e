import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import { type FoundSources, findSources } from '../config/sources.ts'
import { recordedByRules, ruleGroups } from '../desired/alerts/groups.ts'
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
import { type Decision, decide } from './decide.ts'
import { draftConfiguration } from './draft.ts'
import { initNote } from './findings.ts'
import { pinnedProgram } from './program.ts'
import { scanRepository } from './scan.ts'
import { starterFiles, WORKFLOW } from './starters.ts'

/** What `init` is about to do. */
export interface Prepared {
  config: Config
  /** Whether there was a configuration already: it is never written over. */
  configured: boolean
  decisions: Decision[]
  /** What people should know: mistakes in what was found, worst first. */
  problems: Diagnostic[]
}

export interface InitOptions {
  config: Inputs['config']
  names: PresetNames
  force: boolean
}

/**
 * Reads the repository and decides about every file; nothing is written.
 * @throws ActionError `configuration` when the configuration, or a name that was given, is wrong
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

/** Nobody waits for longer at a terminal; what was not read by then is told. */
const MOST_MS = 120_000

interface FoundDashboard {
  file: string
  /** Its uid, when it is one of ours. */
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

/** What may be in the place of a file of ours: a dashboard may be large. */
const MAX_BYTES = 16_000_000

/** Names are for the first configuration; afterwards they are said in it. */
function refuseNames(names: PresetNames, file: string): void {
  const given = Object.keys(names)
  if (given.length === 0) return
  const message = `There is a ${file} already, and names are said there.`
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
    'What this Prometheus scrapes on Fly is in monitoring.yml now.',
    `Remove it when the new one runs: ${PROMETHEUS_PATH} takes its place.`,
  )

/** What was found fits; so whatever is wrong are names that were given, and there is no file to point at. */
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

/** What is wrong in the files that are there, held against the configuration that was made from them. */
async function wrongIn(
  { sources, problems }: FoundSources,
  { config, notes, pace }: { config: Config; notes: readonly Diagnostic[]; pace: Pace },
): Promise<Diagnostic[]> {
  const recorded = async () => recordedByRules(ruleGroups(config, { remoteWrite: true }))
  const prometheus = prometheusContext(config, () => false)
  const found = await lintSources(sources, {
    config,
    assumed: true,
    recorded,
    prometheus,
    inputs: INPUTS,
    pace,
  })
  // The notes tell the same once, and what became of it.
  const told = found.problems.filter(({ code }) => code !== 'prometheus/unknown-app')
  return worstFirst([...told, ...problems, ...notes, ...pace.problems()])
}

/** Files that would never reach the repository, which is where the workflow looks for them. */
async function ignored(root: string, decisions: readonly Decision[]): Promise<Diagnostic[]> {
  const found = await ignoredByGit(
    root,
    decisions.map(({ file }) => file.path),
  )
  return found.map(({ path, by }) => ({
    code: 'init-ignored',
    severity: 'warning',
    message: `git ignores ${path} (${by}).`,
    hint: `Change that line, or add the file with "git add --force ${path}".`,
  }))
}

/** GitHub looks for workflows at the root of a repository alone. */
function belowRoot(folder: string): Diagnostic[] {
  if (existsSync(join(folder, '.git'))) return []
  const root = parents(folder).find((one) => existsSync(join(one, '.git')))
  if (root === undefined) return []
  const hint = `Run init in ${root} with --working-directory ${relative(root, folder)}.`
  const message = 'This is not the root of the repository, and GitHub looks for workflows there alone.'
  return [{ code: 'init-below-root', severity: 'warning', message, hint }]
}

const parents = (folder: string): string[] =>
  dirname(folder) === folder ? [] : [dirname(folder), ...parents(dirname(folder))]

/** Paths of the repository as the configuration writes them, relative to the working directory. */
function insideOf(workspace: Workspace): (file: string) => string {
  const folder = repositoryPath(workspace, '')
  return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file)
}

/** Relative to the root of the repository: all but the workflow belongs into the working directory. */
const atRoot = (file: InitFile, workspace: Workspace): InitFile =>
  file.path === WORKFLOW ? file : { ...file, path: repositoryPath(workspace, file.path) }

/** Where those of our dashboards are that the repository has already. */
const uids = (dashboards: readonly FoundDashboard[], inside: (file: string) => string): Map<string, string> =>
  new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)] as const)))

function uidOf(text: string): string[] {
  try {
    const json = JSON.parse(text) as { uid?: unknown; dashboard?: { uid?: unknown } } | null
    const uid = json?.uid ?? json?.dashboard?.uid
    return typeof uid === 'string' ? [uid] : []
  } catch {
    // The linter tells what is wrong with it.
    return []
  }
}

/** What `origin` calls its default branch, as far as this clone knows. */
function defaultBranch({ root }: Workspace): string {
  const git = (path: string): string => {
    try {
      return readText({ root, folder: root }, `.git/${path}`)?.text ?? ''
    } catch {
      // A repository of another kind, or a large one: a person corrects one line of the workflow.
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
