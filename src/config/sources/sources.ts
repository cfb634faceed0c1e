import { dirname, join } from 'node:path'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import type { Pace } from '../../lib/pace.ts'
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
} from '../../lib/workspace.ts'
import type { Config } from '../schema.ts'
import { isAside, isLiveSample } from './aside.ts'
import { flyFiles } from './fly-sources.ts'
import { inSurroundings, mayFillIn } from './prometheus-sources.ts'
import {
  looksLikeDashboard,
  looksLikeDataSources,
  looksLikePrometheus,
  looksLikeRules,
  namesOthers,
} from './recognise.ts'
import { ruleSources } from './rule-files.ts'
import { isSearched } from './searched-folders.ts'
import {
  type LazySource,
  type ReadWorkspaceFile,
  type SearchContext,
  type Sources,
  withNames,
} from './source-files.ts'
import { isWorkflow, workflowFiles } from './workflow-sources.ts'

/** Files that no configuration names are read up to this size. */
const MAX_FOUND_BYTES = 2_000_000
/** No more files than this are searched; files that the configuration names are always read. */
const MAX_FILES = 20_000
const MAX_DEPTH = 12
/** Limit for all texts that are held in memory together: a hundred times what the largest repositories have. */
const MAX_KEPT_CHARACTERS = 100_000_000

export interface FoundSources {
  sources: Sources
  /** Files that are missing or cannot be read; more are added while the dashboards are read. */
  problems: Diagnostic[]
  /** Whether there were too many files to read all of them. */
  incomplete: boolean
  /** Folders that cannot be listed for lack of permission. */
  closed: readonly string[]
  /** Files that no configuration names and that are too large to be read; more are added while the dashboards are read. */
  large: readonly string[]
}

export interface Search {
  /** Undefined when it could not be read. */
  config: Config | undefined
  /** The configuration file itself, which has keys of the same names, is not another kind of file. */
  own?: string | undefined
  /** Fly configurations that scripts deploy with, from the root of the repository. */
  scripted?: readonly string[]
  pace: Pace
}

/** All files of a workspace that can be checked: those that the configuration names, and those that are recognised. */
export async function findSources(
  workspace: Workspace,
  { config, own, scripted = [], pace }: Search,
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
  const {
    paths: all,
    incomplete,
    closed,
  } = walkFiles(workspace, {
    skips: (folder) => !isSearched(folder),
    maxFiles: MAX_FILES,
    maxDepth: MAX_DEPTH,
  })
  const { workflows, deploys } = await workflowFiles(workspace, context)
  const named = [...scripted, ...deploys.map(({ config }) => config)]
  const paths = all.filter((path) => !isAside(path) || isLiveSample(path, { workspace, workflows, named }))
  const other = await yamls(workspace, paths, { ...context, own })
  const naming = await namedBy(workspace, paths.filter(namesOthers), context)
  const sources = {
    fly: await flyFiles({ ...context, workspace, paths, workflows, deploys }),
    ...other,
    prometheus: await inSurroundings(other.prometheus, {
      naming,
      programs: async () => [...workflows, ...(await namedBy(workspace, paths.filter(mayFillIn), context))],
      exists: (file) => existsInWorkspace(workspace, fromRoot(workspace, file)),
    }),
    ...ruleSources(workspace, { config, read: context.read, found: other.rules }),
    workflows,
    deploys,
    naming,
    dashboards: dashboards(workspace, paths, context),
  }
  return { sources, problems, incomplete: incomplete || room < 0, closed, large }
}

/** Configurations of Prometheus, rule files, and data sources of Grafana. */
async function yamls(
  workspace: Workspace,
  paths: readonly string[],
  { own, read, pace, hasRoom }: SearchContext & { own: string | undefined },
): Promise<Pick<Sources, 'prometheus' | 'rules' | 'dataSources'>> {
  const found = {
    prometheus: [] as Sources['prometheus'][number][],
    rules: [] as TextFile[],
    dataSources: [] as TextFile[],
  }
  const candidates = withNames(workspace, paths).filter(
    ({ file }) => /\.(?:ya?ml|rules)$/.test(file) && file !== own && !isWorkflow(file),
  )
  await pace.each(candidates, ({ path }) => {
    const source = read(path, 'found')
    if (!source) return
    const isPrometheus = looksLikePrometheus(source.text)
    const isRules = looksLikeRules(source.text)
    const isDataSources = looksLikeDataSources(source.text)
    if ((!isPrometheus && !isRules && !isDataSources) || !hasRoom(source)) return
    if (isDataSources) found.dataSources.push(source)
    if (isPrometheus)
      found.prometheus.push({ ...source, exists: existsRelativeTo(workspace, source), isCompleted: false })
    if (isRules) found.rules.push(source)
  })
  return found
}

/** The texts of files that name others, as far as there is room. */
async function namedBy(
  workspace: Workspace,
  paths: readonly string[],
  { read, pace, hasRoom }: SearchContext,
): Promise<TextFile[]> {
  const found: TextFile[] = []
  await pace.each(withNames(workspace, paths), ({ path }) => {
    const source = read(path, 'found')
    if (source && hasRoom(source)) found.push(source)
  })
  return found
}

interface Unread {
  problems: Diagnostic[]
  large: string[]
}

/** Reads files of the working directory; one that cannot be read is reported once, and only if it matters. */
function reader(workspace: Workspace, unread: Unread): ReadWorkspaceFile {
  const reported = new Set<string>()
  return (path, how) => {
    try {
      return readText(workspace, path, limitOf(path, how))
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      if (!reported.has(path)) reportUnread(repositoryPath(workspace, path), how, { error, ...unread })
      reported.add(path)
      return undefined
    }
  }
}

function limitOf(path: string, how: 'named' | 'found'): number | undefined {
  if (how === 'found') return MAX_FOUND_BYTES
  return path.endsWith('.json') ? MAX_DASHBOARD_BYTES : undefined
}

/** A large or binary file that no configuration names is most likely of another kind. */
function reportUnread(
  file: string,
  how: 'named' | 'found',
  { error, problems, large }: Unread & { error: ActionError },
): void {
  const at = { file, line: 1, column: 1 }
  for (const problem of error.problems)
    if (how === 'named' || problem.code === 'file/outside') problems.push({ ...problem, at })
    else if (problem.code === 'file/too-large') large.push(file)
}

/** Whether a path relative to a file exists in the workspace. */
const existsRelativeTo =
  (workspace: Workspace, { file }: TextFile) =>
  (path: string): boolean =>
    existsInWorkspace(workspace, fromRoot(workspace, join(dirname(file), path)))

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
