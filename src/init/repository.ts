import { basename, posix } from 'node:path'
import { isDocument, isInstruction, isScript, pipelineDeploysIn } from '../config/deploys/deploy-commands.ts'
import { imageDeploysIn, instructedDeploysIn, scriptDeploysIn } from '../config/deploys/people-deploys.ts'
import { isPipeline, PIPELINE_FOLDERS } from '../config/deploys/pipelines.ts'
import { isArchived } from '../config/sources/aside.ts'
import { isSearched } from '../config/sources/searched-folders.ts'
import { type FoundSources, findSources } from '../config/sources/sources.ts'
import { isWorkflow, workflowPaths } from '../config/sources/workflow-sources.ts'
import { initMarkOf } from '../desired/manual/mark.ts'
import { PROMETHEUS_PATH } from '../desired/manual/paths.ts'
import { ignoreRefusal } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import {
  existsInWorkspace,
  fromRoot,
  namesInFolder,
  readText,
  repositoryPath,
  type TextFile,
  type Workspace,
  walkFiles,
} from '../lib/workspace.ts'
import { isAlerting, mayBeAlerting } from './alerting/scan-alerting.ts'
import { asideIn, inUse } from './apps/in-use.ts'
import { organizationsIn } from './apps/organization.ts'
import { isPlatformFile } from './apps/other-platforms.ts'
import { readFly } from './apps/read-fly.ts'
import { packagesOf } from './build/packages.ts'
import { remoteOwner } from './clone.ts'
import { isManifest, librariesIn } from './code/libraries.ts'
import { withoutRustTests } from './code/rust-tests.ts'
import { isCode, isSettings } from './code/scan-code.ts'
import { dashboardsIn, type FoundDashboard } from './found-dashboards.ts'
import type { ScanSources } from './scan.ts'
import { isOtherScraper, mayBeOtherScraper } from './scrapers/other-scrapers.ts'
import { isComposeFile, scanCompose } from './scrapers/scan-compose.ts'

/** The files of a repository: those that `plan` checks, and those that only `init` reads. */
export interface Repository {
  found: FoundSources
  scan: ScanSources
  dashboards: FoundDashboard[]
}

/** Paths of the repository as the configuration writes them, relative to the working directory. */
export type Inside = (file: string) => string

const MAX_FILES = 20_000
const MAX_BYTES = 500_000
/** All code that is searched for metrics, in characters. */
const MAX_CODE = 50_000_000
/** Further folders with code of others, or of tests. */
const NOT_READ = /^(?:testdata|deps|_build)$/

/** Reads everything that a draft is made from. */
export async function readRepository(workspace: Workspace, inside: Inside, pace: Pace): Promise<Repository> {
  const all = pathsIn(workspace)
  const read = (path: string): TextFile | undefined => readOr(workspace, path)
  const { scripts, pipelines, byScripts, byPipelines, told } = await deployers(all, {
    workspace,
    read,
    pace,
  })
  const scripted = [...byScripts, ...byPipelines].map(({ config }) => config)
  const found = await findSources(workspace, { config: undefined, scripted, pace })
  const { sources } = found
  const fly = sources.fly.map(({ file }) => fromRoot(workspace, file))
  const paths = inUse(all, fly).filter((path) => !isWorkflow(path))
  const collect = collector({ workspace, paths, read, pace })
  const compose = await collect(isComposeFile)
  const manifests = await collect(isManifest)
  const packages = packagesOf(manifests)
  const alerting = await collect(mayBeAlerting, ({ text }) => isAlerting(text))
  const scrapers = await collect(mayBeOtherScraper, isOtherScraper)
  const builders = [...workflowsOf(workspace), ...pipelines, ...scripts]
  const queries = [...sources.dataSources, ...sources.prometheus]
  const dashboards = await dashboardsIn(found, pace)
  const code = codeOf(paths, { workspace, read, fly })
  const reading = { ...code, workspace, inside, paths: all, read, packages, byPipelines, byScripts }
  const flyFacts = readFly(sources, reading)
  const inDraft = flyFacts.fly.map(({ file }) => fromRoot(workspace, file))
  const used = [...sources.rules, ...sources.prometheus, ...alerting]
  return {
    found,
    dashboards,
    scan: {
      ...flyFacts,
      ...told,
      prometheus: sources.prometheus.filter(({ file, text }) => !isOwn(inside(file), text)),
      rules: sources.rules.filter(({ text }) => !initMarkOf(text)),
      alerting,
      scrapers,
      inside,
      folder: repositoryPath(workspace, ''),
      aside: await asideIn(all, { read, pace, fly: [...fly, ...inDraft], used }),
      images: { owner: remoteOwner(workspace), folder: basename(workspace.root), builders },
      organizations: organizationsIn({ builders, fly: flyFacts.fly, queries }),
      compose: compose.flatMap(scanCompose),
      ...code,
      packages,
      libraries: manifests.flatMap(librariesIn),
      dashboards: dashboards.map(({ file }) => inside(file)),
    },
  }
}

/** All paths of the working directory, but for folders that are not searched. */
const pathsIn = (workspace: Workspace): string[] =>
  walkFiles(workspace, {
    skips: (name) => NOT_READ.test(name) || !isSearched(name),
    maxFiles: MAX_FILES,
    maxDepth: 12,
  }).paths

/** Scripts and pipelines that deploy with flyctl, or may, and their deploys. */
async function deployers(paths: readonly string[], reading: Omit<Collecting, 'paths'>) {
  const { workspace } = reading
  const exists = (file: string) => existsInWorkspace(workspace, fromRoot(workspace, file))
  const used = inUse(paths, [])
  const speaksOfFly = ({ text }: TextFile) => /\bfly(?:ctl)?\b/i.test(text)
  const scripts = await collector({ ...reading, paths: used })(isScript, speaksOfFly)
  const current = paths.filter((path) => !isArchived(path))
  const documents = await collector({ ...reading, paths: current })(isInstruction, speaksOfFly)
  const platforms = await collector({ ...reading, paths: used })(isPlatformFile)
  const followed = new Set(used.map((path) => repositoryPath(workspace, path)))
  const instructions = documents.filter(({ file }) => followed.has(file))
  const others = await collector({ ...reading, paths: current })(isDocument, speaksOfFly)
  const byImage = others.flatMap((file) => imageDeploysIn(file, exists))
  const pipelines = pipelinesIn(workspace)
  const byPipelines = pipelines.flatMap(pipelineDeploysIn)
  return {
    scripts,
    pipelines,
    byScripts: scripts.flatMap((file) => scriptDeploysIn(file, exists)),
    told: {
      documents,
      platforms,
      byHand: [...instructions.flatMap((file) => instructedDeploysIn(file, exists)), ...byImage],
    },
    byPipelines,
  }
}

interface Collecting {
  workspace: Workspace
  paths: readonly string[]
  read: (path: string) => TextFile | undefined
  pace: Pace
}

/** Reads the files with certain paths, and keeps those of one kind. */
const collector =
  ({ workspace, paths, read, pace }: Collecting) =>
  async (
    wanted: (path: string) => boolean,
    isKind: (file: TextFile) => boolean = () => true,
  ): Promise<TextFile[]> => {
    const files: TextFile[] = []
    await pace.each(
      paths.filter(wanted).map((path) => ({ path, file: repositoryPath(workspace, path) })),
      ({ path }) => {
        const file = read(path)
        if (file && isKind(file)) files.push(file)
      },
    )
    return files
  }

/** All workflows: those that build an image need not deploy. */
export const workflowsOf = (workspace: Workspace): TextFile[] =>
  workflowPaths(workspace).flatMap((path) => readOr(workspace, path) ?? [])

/** The pipelines of other services than GitHub, which are at the root of the repository. */
function pipelinesIn(workspace: Workspace): TextFile[] {
  const { paths } = walkFiles(
    { ...workspace, folder: workspace.root },
    { skips: (name) => !PIPELINE_FOLDERS.includes(name), maxFiles: MAX_FILES, maxDepth: 1 },
  )
  return paths.filter(isPipeline).flatMap((path) => readOr(workspace, fromRoot(workspace, path)) ?? [])
}

/** The rendered configuration at its own path is not an old one. */
const isOwn = (path: string, text: string): boolean =>
  path === PROMETHEUS_PATH && initMarkOf(text) !== undefined

type CodeSources = Pick<ScanSources, 'codePaths' | 'exists' | 'namesIn' | 'textOf' | 'code' | 'settings'>

/** `fly`: the Fly configurations: what is deployed is no test, whatever the folder with it is called. */
function codeOf(
  paths: readonly string[],
  { workspace, read, fly }: Omit<CodeSearch, 'isWanted'> & { fly: readonly string[] },
): CodeSources {
  const folders = [...new Set(fly.map((path) => `${posix.dirname(path)}/`))]
  const inApp = (path: string) =>
    Math.max(0, ...folders.map((one) => (path.startsWith(one) ? one.length : 0)))
  const code = paths.filter((path) => isCode(path.slice(inApp(path))))
  return {
    codePaths: code.map((path) => repositoryPath(workspace, path)),
    exists: (path) => existsInWorkspace(workspace, fromRoot(workspace, path)),
    namesIn: (folder) => namesInFolder(workspace, fromRoot(workspace, folder)),
    textOf: (path) => read(fromRoot(workspace, path))?.text,
    code: (isWanted) => readCode(code, { workspace, isWanted, read }),
    settings: (isWanted) => readCode(paths.filter(isSettings), { workspace, isWanted, read }),
  }
}

interface CodeSearch {
  workspace: Workspace
  isWanted: (file: string) => boolean
  read: (path: string) => TextFile | undefined
}

function* readCode(paths: readonly string[], { workspace, isWanted, read }: CodeSearch): Generator<TextFile> {
  let room = MAX_CODE
  for (const path of paths) {
    if (!isWanted(repositoryPath(workspace, path))) continue
    const source = read(path)
    room -= source?.text.length ?? 0
    if (room < 0) return
    if (source) yield withoutRustTests(source)
  }
}

/** A file that cannot be read, or is large, says nothing about metrics. */
function readOr(workspace: Workspace, path: string): TextFile | undefined {
  try {
    return readText(workspace, path, MAX_BYTES)
  } catch (error) {
    return ignoreRefusal(error)
  }
}

/** Relative to the working directory; a path outside of it stays as it is. */
export function insideOf(workspace: Workspace): Inside {
  const folder = repositoryPath(workspace, '')
  return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? posix.relative(folder, file) : file)
}
