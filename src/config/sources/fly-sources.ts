import { posix } from 'node:path'
import { readDockerfile } from '../../formats/dockerfile.ts'
import { globMatches } from '../../formats/glob.ts'
import {
  existsInWorkspace,
  fromRoot,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../../lib/workspace.ts'
import { BUILDING, type DeployCommand, dependsOnRun } from '../deploys/deploy-commands.ts'
import type { AppConfig } from '../schema.ts'
import { flyModelOf, isFlyConfiguration, prometheusEvidence } from './fly-identity.ts'
import { type FlySource, type SearchContext, type Sources, withNames } from './source-files.ts'

interface FlySearch extends SearchContext {
  workspace: Workspace
  /** The files of the working directory. */
  paths: readonly string[]
  /** Workflows, and their deploys: they name configurations. */
  workflows: Sources['workflows']
  deploys: Sources['deploys']
}

/** The Fly configurations of the apps, those that a workflow deploys, and all others in the workspace. */
export async function flyFiles(search: FlySearch): Promise<Sources['fly']> {
  const { workspace, paths, config, read, pace, hasRoom, deploys } = search
  const apps = Map.groupBy(config?.apps ?? [], (app) => repositoryPath(workspace, app.config))
  const named = [...apps.values()].flatMap(([app]) => app?.config ?? [])
  const deployed = deploys.flatMap((command) => expand(command.config, workspace, paths))
  const others = paths.filter((path) => path.endsWith('.toml'))
  const found: FlySource[] = []
  await pace.each(withNames(workspace, [...new Set([...named, ...deployed, ...others])]), ({ path }) => {
    const isNamed = named.includes(path) || /(?:^|\/)fly\b[^/]*\.toml$/.test(path)
    const file = path.endsWith('.toml') ? read(path, isNamed ? 'named' : 'found') : undefined
    if (!file || !(named.includes(path) || isFlyConfiguration(path, file.text)) || !hasRoom(file)) return
    const ours = apps.get(file.file) ?? []
    const app = ours.find(({ deploy }) => deploy) ?? ours.find((one) => one.app === nameIn(file))
    const dockerfile = app && builtFrom(app, workspace)
    const by = app?.deploy === true ? undefined : deploys.find((one) => one.config === file.file)
    const started = startedIn(file, app, { workspace, by })
    const build = builtBy(file, {
      named: dockerfile,
      started,
      by,
      isForeign: app === undefined,
      ...search,
    })
    const role = app
      ? { app: app.app, role: 'app' as const, ours: app.deploy }
      : roleOf(file, { ...search, path, build })
    const absent = findsDockerfile(file, app, search) ? absentIn(file, { started, workspace }) : undefined
    const hasFile = (local: string) =>
      existsInWorkspace(workspace, fromRoot(workspace, posix.join(started, local)))
    found.push({ ...file, ...role, dockerfile, build, absent, started, hasFile })
  })
  return found
}

/** The paths in the working directory for a path of a workflow, in which `*` stands for an expression. */
function expand(config: string, workspace: Workspace, paths: readonly string[]): string[] {
  const path = fromRoot(workspace, config)
  if (!dependsOnRun(path)) return path.startsWith('..') ? [] : [path]
  return paths.filter((one) => globMatches(path, one))
}

const nameIn = ({ text }: TextFile): string => /^app\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? ''

/** The folder that flyctl is started in, from the root: that of the configuration, or of a deploy in a workflow. */
function startedIn(
  { file }: TextFile,
  app: AppConfig | undefined,
  { workspace, by }: { workspace: Workspace; by: DeployCommand | undefined },
): string {
  if (app?.context !== undefined) return repositoryPath(workspace, app.context)
  return by === undefined || dependsOnRun(by.folder) ? posix.dirname(file) : by.folder
}

/** What may write a Dockerfile before a deploy, or say another one. */
const WRITES =
  /dockerfile|\b(?:cp|mv|ln|rsync|tar|unzip|turbo)\b|\bgit (?:clone|submodule)|(?:download-artifact|cache)@|^ *(?:ref|repository|path|submodules):/im

/** Whether this action or workflows build what flyctl finds in the repository, rather than a Dockerfile or an image that they name. */
function findsDockerfile(
  { file }: TextFile,
  app: AppConfig | undefined,
  { deploys, workflows }: FlySearch,
): boolean {
  if (app?.deploy === true) return (app.image ?? app.dockerfile) === undefined
  const own = deploys.filter(({ config }) => config === file)
  const isWritten = ({ at }: DeployCommand) =>
    workflows.some((one) => one.file === at.file && WRITES.test(one.text))
  const isOther = (one: DeployCommand) =>
    dependsOnRun(one.folder) || one.options.some((option) => BUILDING.test(option)) || isWritten(one)
  return own.length > 0 && !own.some(isOther)
}

interface BuildSearch extends Pick<FlySearch, 'workspace' | 'read'> {
  /** The Dockerfile in the configuration of this action. */
  named: string | undefined
  started: string
  /** The deploy of a workflow: its Dockerfile counts when the Fly configuration has none. */
  by: DeployCommand | undefined
  /** Whether no app of the configuration is deployed with the file. */
  isForeign: boolean
}

/** Which Dockerfile flyctl builds: the one that is named, or the one in the folder that it is started in. */
function builtBy(
  { file, text }: TextFile,
  { named, started, by, isForeign, workspace, read }: BuildSearch,
): TextFile | undefined {
  const { own, isOther } = buildSection(text)
  if (named === undefined && isOther) return undefined
  const usual = by?.dockerfile ?? posix.join(started, 'Dockerfile')
  // An image that is built before its deploy: `Dockerfile.worker` of `fly.worker.toml`.
  const isMade = by?.options.some((one) => one.startsWith('--image'))
  const [, suffix] = (isMade && /\bfly(\.[\w-]+)\.toml$/.exec(file)) || []
  const likely = suffix === undefined ? [] : [posix.join(started, `Dockerfile${suffix}`)]
  // What a path from elsewhere means says what the app is, although flyctl does not find the file.
  const meant = own === undefined || !isForeign ? [] : [by?.dockerfile ?? posix.join(started, own), own]
  const ownPaths = own === undefined ? [...likely, usual] : [posix.join(posix.dirname(file), own), ...meant]
  const path = (named === undefined ? ownPaths : [named, ...meant])
    .map((one) => fromRoot(workspace, one))
    .find((one) => !one.startsWith('..') && existsInWorkspace(workspace, one))
  return path === undefined ? undefined : read(path, 'found')
}

/** What [build] of a Fly configuration names, as it is written there: an image, or a Dockerfile with its path from the root. */
export function buildIn(
  file: TextFile | undefined,
): { written: string; path: string | undefined } | undefined {
  if (file === undefined) return undefined
  const { own, image } = buildSection(file.text)
  if (image !== undefined) return { written: `image = "${image}"`, path: undefined }
  if (own === undefined || /^\w+:\/\//.test(own)) return undefined
  return { written: `dockerfile = "${own}"`, path: posix.join(posix.dirname(file.file), own) }
}

/** The Dockerfile that [build] names, or that it has another way to build. */
function buildSection(text: string): {
  own: string | undefined
  image: string | undefined
  isOther: boolean
  isThere: boolean
} {
  const table = /^\s*\[build\]\s*$([\s\S]*?)(?=^\s*\[|(?![\s\S]))/m.exec(text)?.[1]
  const dotted = [...text.matchAll(/^[ \t]*build\.([^\n]*)/gm)].map(([, key = '']) => key)
  const section = [table ?? '', ...dotted].join('\n')
  return {
    own: /^\s*dockerfile\s*=\s*["']([^"']+)["']/m.exec(section)?.[1],
    image: /^\s*image\s*=\s*["']([^"']+)["']/m.exec(section)?.[1],
    isOther:
      /^\s*(?:image|builder|builtin|buildpacks|compose\.\w+)\s*=/m.test(section) ||
      /^\s*\[build\.compose\]/m.test(text),
    isThere: table !== undefined || /^\s*\[build\./m.test(text),
  }
}

/** The Dockerfile that [build] names and that is not there. flyctl also takes a URL. */
export function absentDockerfile({ file, text }: TextFile, workspace: Workspace): string | undefined {
  const { own, isOther } = buildSection(text)
  if (own === undefined || isOther || /^\w+:\/\//.test(own)) return undefined
  const path = posix.join(posix.dirname(file), own)
  const inside = fromRoot(workspace, path)
  return inside.startsWith('..') || existsInWorkspace(workspace, inside) ? undefined : path
}

/** The Dockerfile that flyctl would build and that is not there. Without [build], it is not looked for. */
function absentIn(
  file: TextFile,
  { started, workspace }: Pick<BuildSearch, 'started' | 'workspace'>,
): string | undefined {
  const { own, isOther, isThere } = buildSection(file.text)
  if (own !== undefined || isOther || !isThere) return absentDockerfile(file, workspace)
  const exists = (name: string) =>
    existsInWorkspace(workspace, fromRoot(workspace, posix.join(started, name)))
  return ['Dockerfile', 'dockerfile'].some(exists) ? undefined : posix.join(started, 'Dockerfile')
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
