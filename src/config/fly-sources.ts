import { posix } from 'node:path'
import { readDockerfile } from '../formats/dockerfile.ts'
import { globMatches } from '../formats/glob.ts'
import {
  existsInWorkspace,
  fromRoot,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../lib/workspace.ts'
import { flyModelOf, isFlyConfiguration, prometheusEvidence } from './fly-identity.ts'
import type { AppConfig } from './schema.ts'
import { type FlySource, type SearchContext, type Sources, withNames } from './source-files.ts'
import { deployCommandsIn } from './workflow-deploys.ts'

interface FlySearch extends SearchContext {
  workspace: Workspace
  /** The files of the working directory. */
  paths: readonly string[]
  /** Workflows that deploy: they name configurations. */
  workflows: readonly TextFile[]
}

/** The Fly configurations of the apps, those that a workflow deploys, and all others in the workspace. */
export async function flyFiles(search: FlySearch): Promise<Sources['fly']> {
  const { workspace, paths, config, read, pace, hasRoom, workflows } = search
  const apps = Map.groupBy(config?.apps ?? [], (app) => repositoryPath(workspace, app.config))
  const named = [...apps.values()].flatMap(([app]) => app?.config ?? [])
  const deployed = workflows
    .flatMap(deployCommandsIn)
    .flatMap((command) => expand(command.config, workspace, paths))
  const others = paths.filter((path) => path.endsWith('.toml'))
  const found: FlySource[] = []
  await pace.each(withNames(workspace, [...new Set([...named, ...deployed, ...others])]), ({ path }) => {
    const isNamed = named.includes(path) || /(?:^|\/)fly\b[^/]*\.toml$/.test(path)
    const file = path.endsWith('.toml') ? read(path, isNamed ? 'named' : 'found') : undefined
    if (!file || !(named.includes(path) || isFlyConfiguration(path, file.text)) || !hasRoom(file)) return
    const ours = apps.get(file.file) ?? []
    const app = ours.find(({ deploy }) => deploy) ?? ours.find((one) => one.app === nameIn(file))
    const dockerfile = app && builtFrom(app, workspace)
    const build = builtBy(file, dockerfile, search)
    const role = app
      ? { app: app.app, role: 'app' as const, ours: app.deploy }
      : roleOf(file, { ...search, path, build })
    found.push({ ...file, ...role, dockerfile, build })
  })
  return found
}

/** The paths in the working directory for a path of a workflow, in which `*` stands for an expression. */
function expand(config: string, workspace: Workspace, paths: readonly string[]): string[] {
  const path = fromRoot(workspace, config)
  if (!path.includes('*')) return path.startsWith('..') ? [] : [path]
  return paths.filter((one) => globMatches(path, one))
}

const nameIn = ({ text }: TextFile): string => /^app\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? ''

/** Which Dockerfile flyctl builds: the one that is named, or the one next to the Fly configuration. */
function builtBy(
  { file, text }: TextFile,
  named: string | undefined,
  { workspace, read }: { workspace: Workspace; read: SearchContext['read'] },
): TextFile | undefined {
  const section = /^\s*\[build\]\s*$([\s\S]*?)(?=^\s*\[|(?![\s\S]))/m.exec(text)?.[1] ?? ''
  if (named === undefined && /^\s*(?:image|builder|builtin)\s*=/m.test(section)) return undefined
  const own = /^\s*dockerfile\s*=\s*["']([^"']+)["']/m.exec(section)?.[1]
  const path = fromRoot(workspace, named ?? posix.join(posix.dirname(file), own ?? 'Dockerfile'))
  return existsInWorkspace(workspace, path) ? read(path, 'found') : undefined
}

/** The role of a Fly configuration that no app of the configuration is deployed with. */
function roleOf(
  file: TextFile,
  { config, path, paths, build }: FlySearch & { path: string; build: TextFile | undefined },
): Pick<FlySource, 'app' | 'role' | 'ours'> {
  const own = nameIn(file)
  const monitoring = config?.monitoring.app
  // The path that `init` writes to: it is compared with the configuration.
  if (path === 'fly.monitoring.toml' || (own !== '' && own === monitoring))
    return { app: monitoring ?? own, role: 'monitoring', ours: false }
  const fly = flyModelOf(file.text)
  const beside = ['prometheus.yml', 'prometheus.yaml'].map((name) => posix.join(posix.dirname(path), name))
  const neighbours = {
    dockerfile: build && readDockerfile(build.text),
    hasPrometheusConfig: beside.some((one) => paths.includes(one)),
  }
  return { app: own, role: fly && prometheusEvidence(fly, neighbours) ? 'monitoring' : 'app', ours: false }
}

/** The Dockerfile, relative to the root of the repository. An image is not built at all. */
const builtFrom = ({ dockerfile, image }: AppConfig, workspace: Workspace): string | undefined =>
  image === undefined && dockerfile !== undefined ? repositoryPath(workspace, dockerfile) : undefined
