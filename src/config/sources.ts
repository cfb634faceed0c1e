import { dirname, join } from 'node:path'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import {
  existsInWorkspace,
  fromRoot,
  listFiles,
  MAX_DASHBOARD_BYTES,
  readText,
  repositoryPath,
  type TextFile,
  type Workspace,
  walkFiles,
} from '../lib/workspace.ts'
import { flyFiles } from './fly-sources.ts'
import { looksLikeCaller, looksLikeDashboard, looksLikePrometheus, looksLikeRules } from './recognise.ts'
import type { Config } from './schema.ts'
import {
  type LazySource,
  type ReadWorkspaceFile,
  type SearchContext,
  type Sources,
  withNames,
} from './source-files.ts'

/** Files that nobody named are looked at up to this size. */
const MAX_FOUND_BYTES = 2_000_000
/** More files than this are not searched; named ones are always read. */
const MAX_FILES = 20_000
const MAX_DEPTH = 12
/** Of all files together that are read at once; a hundred times what the largest repositories have. */
const MAX_KEPT_CHARACTERS = 100_000_000

/** Folders with files of other people. */
const FOREIGN = new Set([
  'node_modules',
  'vendor',
  'target',
  'dist',
  'build',
  'out',
  'coverage',
  'venv',
  '__pycache__',
  'testdata',
])

export interface FoundSources {
  sources: Sources
  /** Files that are missing or cannot be read; filled further while the dashboards are read. */
  problems: Diagnostic[]
  /** Whether there were too many files to look at all of them. */
  incomplete: boolean
  /** Folders that may not be listed. */
  closed: readonly string[]
  /** Files that nobody named and that are too large to look at; filled further while the dashboards are read. */
  large: readonly string[]
}

export interface Search {
  /** Undefined when it could not be read. */
  config: Config | undefined
  /** The file of the configuration itself is never taken for another: it has keys of the same names. */
  own?: string | undefined
  pace: Pace
}

/** All files of a workspace that can be checked: those that the configuration names, and those that are recognised. */
export async function findSources(
  workspace: Workspace,
  { config, own, pace }: Search,
): Promise<FoundSources> {
  const problems: Diagnostic[] = []
  const large: string[] = []
  let room = MAX_KEPT_CHARACTERS
  const context: SearchContext = {
    config,
    pace,
    read: reader(workspace, { problems, large }),
    hasRoom: ({ text: { length } }) => {
      room -= length
      return room >= 0
    },
  }
  const { paths, incomplete, closed } = walkFiles(workspace, {
    skips: (folder) => folder.startsWith('.') || FOREIGN.has(folder),
    maxFiles: MAX_FILES,
    maxDepth: MAX_DEPTH,
  })
  const sources = {
    fly: await flyFiles(workspace, paths, context),
    ...(await yamls(workspace, paths, { ...context, own })),
    workflows: await workflows(workspace, context),
    dashboards: dashboards(workspace, paths, context),
  }
  return { sources, problems, incomplete: incomplete || room < 0, closed, large }
}

/** Configurations of Prometheus, and rule files. */
async function yamls(
  workspace: Workspace,
  paths: readonly string[],
  { own, read, pace, hasRoom }: SearchContext & { own: string | undefined },
): Promise<Pick<Sources, 'prometheus' | 'rules'>> {
  const found = { prometheus: [] as Sources['prometheus'][number][], rules: [] as TextFile[] }
  const candidates = withNames(workspace, paths).filter(
    ({ file }) => /\.ya?ml$/.test(file) && file !== own && !/^\.github\/workflows\/[^/]+$/.test(file),
  )
  await pace.each(candidates, ({ path }) => {
    const source = read(path, 'found')
    if (!source) return
    const isPrometheus = looksLikePrometheus(source.text)
    const isRules = looksLikeRules(source.text)
    if ((!isPrometheus && !isRules) || !hasRoom(source)) return
    if (isPrometheus) found.prometheus.push({ ...source, exists: existsBeside(workspace, source) })
    if (isRules) found.rules.push(source)
  })
  return found
}

interface Unread {
  problems: Diagnostic[]
  large: string[]
}

/** Reads a file of the working directory; one that cannot be read is told once, and only if it matters. */
function reader(workspace: Workspace, unread: Unread): ReadWorkspaceFile {
  const told = new Set<string>()
  return (path, how) => {
    try {
      return readText(workspace, path, limitOf(path, how))
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      if (!told.has(path)) tell(repositoryPath(workspace, path), how, { error, ...unread })
      told.add(path)
      return undefined
    }
  }
}

function limitOf(path: string, how: 'named' | 'found'): number | undefined {
  if (how === 'found') return MAX_FOUND_BYTES
  return path.endsWith('.json') ? MAX_DASHBOARD_BYTES : undefined
}

/** Of files that nobody named, a large or binary one is most likely none of ours. */
function tell(
  file: string,
  how: 'named' | 'found',
  { error, problems, large }: Unread & { error: ActionError },
): void {
  const at = { file, line: 1, column: 1 }
  for (const problem of error.problems)
    if (how === 'named' || problem.code === 'file/outside') problems.push({ ...problem, at })
    else if (problem.code === 'file/too-large') large.push(file)
}

/** Of a path that is relative to a file: whether it leads to something in the workspace. */
const existsBeside =
  (workspace: Workspace, { file }: TextFile) =>
  (path: string): boolean =>
    existsInWorkspace(workspace, fromRoot(workspace, join(dirname(file), path)))

/** The workflows lie at the root of the repository, whatever the working directory is. */
async function workflows(workspace: Workspace, { read, pace, hasRoom }: SearchContext): Promise<TextFile[]> {
  const folder = fromRoot(workspace, '.github/workflows')
  if (!existsInWorkspace(workspace, folder)) return []
  const paths = listFiles(workspace, folder, '').filter((path) => /\.ya?ml$/.test(path))
  const found: TextFile[] = []
  await pace.each(withNames(workspace, paths), ({ path }) => {
    const source = read(path, 'found')
    if (source && looksLikeCaller(source.text) && hasRoom(source)) found.push(source)
  })
  return found
}

function dashboards(
  workspace: Workspace,
  paths: readonly string[],
  { config, read }: SearchContext,
): LazySource[] {
  const own = new Set(
    (config?.grafana.dashboards ?? []).flatMap((path) => listFiles(workspace, path, '.json')),
  )
  const others = paths.filter(
    (path) =>
      path.endsWith('.json') &&
      !own.has(path) &&
      !/(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer)\.json$/.test(path),
  )
  return [
    ...withNames(workspace, [...own]).map(({ path, file }) => ({
      file,
      text: () => read(path, 'named')?.text,
    })),
    ...withNames(workspace, others).map(({ path, file }) => ({
      file,
      found: true,
      text: () => {
        const text = read(path, 'found')?.text
        return text !== undefined && looksLikeDashboard(text) ? text : undefined
      },
    })),
  ]
}
