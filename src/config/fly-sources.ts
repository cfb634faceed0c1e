import { dirname, join } from 'node:path/posix'
import {
  existsInWorkspace,
  fromRoot,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../lib/workspace.ts'
import type { AppConfig } from './schema.ts'
import { type FlySource, type SearchContext, type Sources, withNames } from './source-files.ts'

/** The Fly configurations of the apps, and all others in the workspace. */
export async function flyFiles(
  workspace: Workspace,
  paths: readonly string[],
  { config, read, pace, hasRoom }: SearchContext,
): Promise<Sources['fly']> {
  const apps = Map.groupBy(config?.apps ?? [], (app) => repositoryPath(workspace, app.config))
  const others = paths.filter((path) => /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/.test(path))
  const all = [...new Set([...apps.values()].flatMap(([app]) => app?.config ?? []).concat(others))]
  const found: FlySource[] = []
  await pace.each(withNames(workspace, all), ({ path }) => {
    const file = path.endsWith('.toml') ? read(path, 'named') : undefined
    if (!file || !hasRoom(file)) return
    const role = roleOf(file, { config, path, apps: apps.get(file.file) ?? [], workspace })
    found.push({ ...file, ...role, build: builtBy(file, role.dockerfile, { workspace, read }) })
  })
  return found
}

/** Which Dockerfile flyctl builds: the one that is named, or the one next to the Fly configuration. */
function builtBy(
  { file, text }: TextFile,
  named: string | undefined,
  { workspace, read }: { workspace: Workspace; read: SearchContext['read'] },
): TextFile | undefined {
  const section = /^\s*\[build\]\s*$([\s\S]*?)(?=^\s*\[|(?![\s\S]))/m.exec(text)?.[1] ?? ''
  if (named === undefined && /^\s*(?:image|builder|builtin)\s*=/m.test(section)) return undefined
  const own = /^\s*dockerfile\s*=\s*["']([^"']+)["']/m.exec(section)?.[1]
  const path = fromRoot(workspace, named ?? join(dirname(file), own ?? 'Dockerfile'))
  return existsInWorkspace(workspace, path) ? read(path, 'found') : undefined
}

/** The role of a Fly configuration's app; `apps` are those that the configuration deploys with this file. */
function roleOf(
  { text }: TextFile,
  {
    config,
    path,
    apps,
    workspace,
  }: Pick<SearchContext, 'config'> & {
    path: string
    apps: readonly AppConfig[]
    workspace: Workspace
  },
): Pick<FlySource, 'app' | 'role' | 'ours' | 'dockerfile'> {
  const own = /^app\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? ''
  const monitoring = config?.monitoring.app
  // An app that is not deployed from here may have the default path, which is the file of another app.
  const app = apps.find(({ deploy }) => deploy) ?? apps.find(({ app: name }) => name === own)
  if (app) return { app: app.app, role: 'app', ours: app.deploy, dockerfile: builtFrom(app, workspace) }
  if (own !== monitoring && !/monitoring|prometheus/.test(path)) return { app: own, role: 'app', ours: false }
  return { app: monitoring ?? own, role: 'monitoring', ours: false }
}

/** The Dockerfile, relative to the root of the repository. An image is not built at all. */
const builtFrom = ({ dockerfile, image }: AppConfig, workspace: Workspace): string | undefined =>
  image === undefined && dockerfile !== undefined ? repositoryPath(workspace, dockerfile) : undefined
