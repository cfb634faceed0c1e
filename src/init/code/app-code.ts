import { posix } from 'node:path'
import { namesIn } from '../../config/deploys/script-names.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { contextOf } from '../build/folder.ts'
import { buildCommands, imageFiles } from '../build/image-files.ts'
import { variablesOfGroup } from '../build/machine-variables.ts'
import { withDependencies } from '../build/packages.ts'
import type { BuildSources } from '../build/sources.ts'
import { startCommands } from '../build/start-commands.ts'
import { startsMore } from '../build/start-script.ts'
import { absentModule } from './absent-module.ts'
import { codeFolder } from './folder.ts'
import {
  codeStartedBy,
  packageOf,
  type Started,
  type StartSearch,
  startableModules,
  startedAt,
} from './started.ts'

/** The code of an app: what its image is built from, and what its machines start. */
export interface AppCode {
  /** The packages that are started or built, by their folders. */
  folders: readonly string[]
  /** The packages of the repository that those depend on. */
  shared: readonly string[]
  /** What each process group starts, as far as that is known; without a name where there is only one. */
  starts: readonly Start[]
}

interface Start {
  process?: string
  /** Files of code. */
  files: readonly string[]
  /** A module of Python that it names and that is not in the repository: `app.worker`. */
  absent?: string
  /** It starts code, and nothing beside it: no script, no supervisor. */
  isAlone?: true
}

/** The code of apps, as far as it is here. */
export function appCodes(apps: readonly ChosenApp[], sources: BuildSources): Map<ChosenApp, AppCode> {
  const search = { ...sources, modules: startableModules(sources.codePaths) }
  return new Map(
    apps.flatMap((app) => {
      const code = appCode(app, search)
      return code ? [[app, code] as const] : []
    }),
  )
}

/**
 * The code of an app, from what it starts: the paths and names in its command, followed back through its Dockerfile; else the
 * packages that its build names; else the folder of its Dockerfile or its Fly configuration. Undefined: its code is not here.
 */
function appCode(app: ChosenApp, sources: BuildSources & Pick<StartSearch, 'modules'>): AppCode | undefined {
  const base = codeFolder(app, sources)
  if (base === undefined) return undefined
  const {
    build,
    fly: { buildArgs },
  } = app.facts
  const context = (build && contextOf(app, sources)) ?? base
  const image = imageFiles(build?.content, buildArgs)
  const search = { ...sources, context, image, variables: new Map() }
  const started = startCommands(app.facts).map(({ process, command, written }, _, { length }) => {
    const variables = variablesOfGroup(app.facts, process)
    const start =
      length === 1
        ? startOrFolder(written, app, { ...search, variables })
        : codeStartedBy(written, { ...search, variables })
    const absent = start.files.length > 0 ? undefined : absentModule(command, sources.codePaths)
    return {
      ...(process !== undefined && { process }),
      ...start,
      ...(absent !== undefined && { absent }),
      ...(start.files.length > 0 && !startsMore(command) && { isAlone: true as const }),
    }
  })
  // Of an image that is made elsewhere, the command of each release says what is in it.
  const released = build || app.facts.release === '' ? [] : codeStartedBy(app.facts.release, search).folders
  const starting = [...started.flatMap(({ folders }) => folders), ...released]
  const named = build ? namesIn(buildCommands(build.content, buildArgs)) : []
  const built =
    starting.length > 0 ? starting : named.flatMap((name) => packageOf(name, search)?.folder ?? [])
  const targets = [...new Set(built)].filter((folder) => folder !== '.')
  const folders = targets.length > 0 ? targets : [base]
  const shared = withDependencies(folders, sources.packages).filter((one) => !folders.includes(one))
  return { folders, shared, starts: started.map(({ folders: _, ...start }) => start) }
}

/**
 * What a command starts; else the program in the folder of the Fly configuration, or with the name of that folder:
 * `cmd/worker/main.go` of `cmd/worker/fly.toml` or of `fly/worker/fly.toml`.
 */
function startOrFolder(command: string, { facts: { file } }: ChosenApp, search: StartSearch): Started {
  const start = codeStartedBy(command, search)
  const own = posix.dirname(file)
  return start.files.length > 0 || own === '.' || search.packages.some(({ folder }) => folder === own)
    ? start
    : startedAt([own, `cmd/${posix.basename(own)}`], search)
}
