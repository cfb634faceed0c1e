import { posix } from 'node:path'
import type { DeployCommand } from '../../config/deploys/deploy-commands.ts'
import { startedDeploys, withStarted } from '../../config/deploys/started-scripts.ts'
import { deployCommandsIn, stepsRunIn } from '../../config/deploys/workflow-deploys.ts'
import { flyModelOf, prometheusEvidence } from '../../config/sources/fly-identity.ts'
import { absentDockerfile } from '../../config/sources/fly-sources.ts'
import type { FlySource, Sources } from '../../config/sources/source-files.ts'
import { fromRoot, repositoryPath, type TextFile, type Workspace } from '../../lib/workspace.ts'
import { imageFiles } from '../build/image-files.ts'
import type { Package } from '../build/packages.ts'
import { programHints } from '../programs/endpoints.ts'
import type { ScanSources } from '../scan.ts'
import { asToml, templatesOf } from './made-files.ts'
import { type FlyFacts, scanFly, unreadableFly } from './scan-fly.ts'

interface FlyReading {
  workspace: Workspace
  /** The path of a file as the configuration writes it. */
  inside(file: string): string
  /** All paths of the working directory. */
  paths: readonly string[]
  read(path: string): TextFile | undefined
  exists(path: string): boolean
  textOf(path: string): string | undefined
  packages: readonly Package[]
  /** Deploys in pipelines of other services, and in scripts. */
  byPipelines: readonly DeployCommand[]
  byScripts: readonly DeployCommand[]
}

/** The Fly configurations of a repository and the deploys of its workflows, with those of the scripts that they start. */
export function readFly(
  { fly, deploys, workflows }: Pick<Sources, 'fly' | 'deploys' | 'workflows'>,
  reading: FlyReading,
): Pick<ScanSources, 'fly' | 'unreadable' | 'commands' | 'scripts'> {
  const { workspace, inside, paths, textOf, byPipelines, byScripts } = reading
  const commands = [
    ...withStarted(deploys, reading),
    ...startedDeploys(workflows.flatMap(stepsRunIn), reading),
    ...byPipelines,
  ]
  const files = paths.map((path) => repositoryPath(workspace, path))
  const templates = templatesOf([...commands, ...byScripts], { files, exists: reading.exists })
  const made = [...new Set(templates.values())].flatMap((file) => factsOfTemplate(file, reading))
  const asRead = (one: DeployCommand): DeployCommand => {
    const template = made.find(({ file }) => file === templates.get(one.config))
    return template ? { ...one, config: template.file } : one
  }
  return {
    fly: [...fly.flatMap((source) => scanFly(asMeant(source, workspace), inside(source.file))), ...made].map(
      (facts) => ({
        ...facts,
        hints: [...facts.hints, ...programHints(facts, textOf)],
        textInImage: textsInImage(facts, textOf),
      }),
    ),
    unreadable: fly.flatMap(unreadableFly),
    commands: commands.map(asRead),
    scripts: [...byScripts, ...workflows.flatMap((one) => deployCommandsIn(one, { areOff: true }))].map(
      asRead,
    ),
  }
}

/** The files of the image: the folder that it is built in is that of the Fly configuration, of its Dockerfile, or the root. */
function textsInImage({ build, fly, file }: FlyFacts, textOf: FlyReading['textOf']): FlyFacts['textInImage'] {
  if (fly.build?.has('image')) return () => undefined
  const folders = new Set([posix.dirname(file), posix.dirname(build?.file ?? file), '.'])
  return (path) => {
    const source = imageFiles(build?.content, fly.buildArgs).sourceOf(path)
    if (source === undefined) return undefined
    for (const folder of folders) {
      const text = textOf(posix.join(folder, source))
      if (text !== undefined) return text
    }
    return undefined
  }
}

/** Whether the Dockerfile is one that [build] means and flyctl does not find: its path is written from the root. */
const asMeant = (source: FlySource, workspace: Workspace): FlySource & { isMeant: boolean } => ({
  ...source,
  isMeant: source.build !== undefined && absentDockerfile(source, workspace) !== undefined,
})

/** A template that a deploy fills in, as a Fly configuration; nothing when it is not TOML then. */
function factsOfTemplate(file: string, { workspace, inside, read }: FlyReading): FlyFacts[] {
  const found = read(fromRoot(workspace, file))
  if (!found) return []
  const text = asToml(found.text)
  const fly = flyModelOf(text)
  const isPrometheus = fly && prometheusEvidence(fly, { dockerfile: undefined, hasPrometheusConfig: false })
  const role = isPrometheus ? 'monitoring' : 'app'
  const source = {
    file,
    text,
    app: '',
    role,
    ours: false,
    started: posix.dirname(file),
    hasFile: () => false,
  } as const
  return scanFly(source, inside(file)).map((facts) => ({ ...facts, isTemplate: true }))
}
