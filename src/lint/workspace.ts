import { dirname, join } from 'node:path'
import type { AppConfig, Config } from '../config/schema.ts'
import { ActionError, type Problem } from '../lib/errors.ts'
import {
  exists,
  fromRoot,
  listFiles,
  MAX_DASHBOARD_BYTES,
  readText,
  shown,
  type TextFile,
  type Workspace,
  walkFiles,
} from '../lib/workspace.ts'
import type { Source, Sources } from './index.ts'
import { looksLikeCaller, looksLikeDashboard, looksLikePrometheus, looksLikeRules } from './recognise.ts'

/** Files that nobody named are looked at up to this size. */
const MAX_FOUND_BYTES = 2_000_000
/** More files than this are not searched; named ones are always read. */
const MAX_FILES = 20_000
const MAX_DEPTH = 12

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

export interface Found {
  sources: Sources
  /** Files that are missing or cannot be read; filled further while the dashboards are read. */
  problems: Problem[]
  /** Whether there were too many files to look at all of them. */
  incomplete: boolean
  /** Folders that may not be listed. */
  closed: readonly string[]
  /** Files that nobody named and that are too large to look at; filled further while the dashboards are read. */
  large: readonly string[]
}

/**
 * All files of a workspace that can be checked: those that the configuration names, and those that are recognised.
 * The file of the configuration itself, `own`, is never taken for another: it has keys of the same names.
 */
export function findSources(workspace: Workspace, config: Config | undefined, own?: string): Found {
  const problems: Problem[] = []
  const large: string[] = []
  const read = reader(workspace, { problems, large })
  const { paths, incomplete, closed } = walkFiles(workspace, {
    skips: (folder) => folder.startsWith('.') || FOREIGN.has(folder),
    maxFiles: MAX_FILES,
    maxDepth: MAX_DEPTH,
  })
  const isWorkflow = (file: string) => /^\.github\/workflows\/[^/]+$/.test(file)
  const yamls = paths
    .filter((path) => /\.ya?ml$/.test(path))
    .flatMap((path) => read(path, 'found') ?? [])
    .filter(({ file }) => file !== own && !isWorkflow(file))
  return {
    sources: {
      fly: flyFiles(workspace, { config, paths, read }),
      prometheus: yamls
        .filter(({ text }) => looksLikePrometheus(text))
        .map((file) => ({ ...file, exists: existsBeside(workspace, file) })),
      rules: yamls.filter(({ text }) => looksLikeRules(text)),
      workflows: workflows(workspace, read),
      dashboards: dashboards(workspace, { config, paths, read }),
    },
    problems,
    incomplete,
    closed,
    large,
  }
}

type Reader = (path: string, how: 'named' | 'found') => TextFile | undefined

interface About {
  config: Config | undefined
  paths: readonly string[]
  read: Reader
}

interface Unread {
  problems: Problem[]
  large: string[]
}

/** Reads a file of the working directory; one that cannot be read is told once, and only if it matters. */
function reader(workspace: Workspace, unread: Unread): Reader {
  const told = new Set<string>()
  return (path, how) => {
    try {
      return readText(workspace, path, limitOf(path, how))
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      if (!told.has(path)) tell(shown(workspace, path), how, { error, ...unread })
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

/** The Fly configurations of the apps, and any other that is there. */
function flyFiles(workspace: Workspace, { config, paths, read }: About): Sources['fly'] {
  const named = Map.groupBy(config?.apps ?? [], (app) => shown(workspace, app.config))
  const others = paths.filter((path) => /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/.test(path))
  const all = [...new Set([...named.values()].flatMap(([app]) => app?.config ?? []).concat(others))]
  return all.flatMap((path): Sources['fly'] => {
    const file = path.endsWith('.toml') ? read(path, 'named') : undefined
    if (!file) return []
    const own = /^app\s*=\s*["']([^"']+)["']/m.exec(file.text)?.[1] ?? ''
    const monitoring = config?.monitoring.app
    // An app that is not deployed from here may well have a default path that leads to the file of another.
    const apps = named.get(file.file)
    const app = apps?.find(({ deploy }) => deploy) ?? apps?.find(({ app: name }) => name === own)
    if (app) return [{ ...file, app: app.app, role: 'app', dockerfile: builtFrom(app, workspace) }]
    if (own !== monitoring && !/monitoring|prometheus/.test(path)) return [{ ...file, app: own, role: 'app' }]
    return [{ ...file, app: monitoring ?? own, role: 'monitoring' }]
  })
}

/** As people see it in the repository. An image is not built at all. */
const builtFrom = ({ dockerfile, image }: AppConfig, workspace: Workspace): string | undefined =>
  image === undefined && dockerfile !== undefined ? shown(workspace, dockerfile) : undefined

/** Of a path that is relative to a file: whether it leads to something in the workspace. */
const existsBeside =
  (workspace: Workspace, { file }: TextFile) =>
  (path: string): boolean =>
    exists(workspace, fromRoot(workspace, join(dirname(file), path)))

/** The workflows lie at the root of the repository, whatever the working directory is. */
function workflows(workspace: Workspace, read: Reader): Source[] {
  const folder = fromRoot(workspace, '.github/workflows')
  if (!exists(workspace, folder)) return []
  return listFiles(workspace, folder, '')
    .filter((path) => /\.ya?ml$/.test(path))
    .flatMap((path) => read(path, 'found') ?? [])
    .filter(({ text }) => looksLikeCaller(text))
}

function* dashboards(
  workspace: Workspace,
  { config, paths, read }: About,
): Generator<Source & { found?: boolean }> {
  const named = new Set(
    (config?.grafana.dashboards ?? []).flatMap((path) => listFiles(workspace, path, '.json')),
  )
  for (const path of named) {
    const file = read(path, 'named')
    if (file) yield file
  }
  for (const path of paths) {
    if (
      !path.endsWith('.json') ||
      named.has(path) ||
      /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer)\.json$/.test(path)
    )
      continue
    const file = read(path, 'found')
    if (file && looksLikeDashboard(file.text)) yield { ...file, found: true }
  }
}
