import { basename, join } from 'node:path/posix'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { isBelow } from '../build/packages.ts'
import type { AppCode } from '../code/app-code.ts'
import { type CodeHint, preferred } from '../code/code-hint.ts'
import type { FoundLibrary } from '../code/libraries.ts'
import type { CodeFindings } from '../code/scan-code.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { type ConfiguredEndpoint, FRAMEWORKS, numberIn } from './frameworks.ts'
import { securityRule } from './security-rules.ts'
import { jvmSettings } from './settings.ts'

/** A library whose endpoint settings turn on and off, and what they say: where it answers, or why it does not. */
export interface ConfiguredLibrary {
  library: FoundLibrary
  /** Instead of what the code says. */
  hints?: readonly CodeHint[]
}

interface Program {
  code: AppCode
  files: readonly TextFile[]
  evidence: MetricsEvidence
}

/** What the settings of a framework say about the endpoint of its library; undefined where nothing is known about them. */
export function configuredLibrary(
  library: FoundLibrary,
  app: ChosenApp,
  program: Program,
): ConfiguredLibrary | undefined {
  const framework = FRAMEWORKS[library.name]
  const own = framework && resourcesOf(app, program)
  if (!own) return undefined
  const { code, evidence } = program
  const { textOf, codePaths } = evidence
  const inFolder = (folder: string) => join(folder, RESOURCES)
  const modules = evidence.packages.filter((one) =>
    code.folders.some((folder) => isBelow(one.folder, folder)),
  )
  const resources = [own, ...code.shared.map(inFolder)]
  const importable = [...resources, ...modules.map(({ folder }) => inFolder(folder))]
  const settings = jvmSettings(app, framework.rule, { resources, importable, textOf })
  const found =
    settings &&
    framework.endpoint(settings, {
      port: app.facts.ports[0],
      others: codePaths
        .filter((path) => path.startsWith(`${own}/`) && basename(path).startsWith('application-'))
        .map((file) => ({ file, text: textOf(file) ?? '' })),
    })
  if (!found) return undefined
  return 'closed' in found
    ? { library: { ...library, port: 'app', path: undefined, closed: found } }
    : { library: asConfigured(library, found), hints: hintsFor(found) }
}

const RESOURCES = 'src/main/resources'

/** The folder with the settings of the program that an app runs: with several, the one beside what starts. */
function resourcesOf({ facts }: ChosenApp, { code, files, evidence }: Program): string | undefined {
  const modules = new Set(
    evidence.codePaths.flatMap((path) => {
      const module = /^(.*?)src\/main\/resources\/(?:config\/)?application[\w-]*\.\w+$/.exec(path)?.[1]
      return module !== undefined && code.folders.some((folder) => isBelow(path, folder)) ? [module] : []
    }),
  )
  const build = facts.build?.content.stages.flatMap(({ instructions }) =>
    instructions.map(({ text }) => text),
  )
  const isStarting = (module: string) =>
    files.some(({ file, text }) => file.startsWith(`${module}src/main/`) && STARTS.test(text))
  const isNamed = (module: string) => build?.some((text) => text.includes(basename(module)))
  const narrowed = [isStarting, isNamed].reduce<string[]>(
    (left, test) => (left.length > 1 ? left.filter(test) : left),
    [...modules],
  )
  const [only, ...more] = narrowed
  return only !== undefined && more.length === 0 ? `${only}${RESOURCES}` : undefined
}

const STARTS =
  /@SpringBootApplication\b|\bSpringApplication(?:Builder)?\b|\brunApplication\s*<|\bMicronaut\.|\bQuarkus\./

function asConfigured(library: FoundLibrary, { path, port }: ConfiguredEndpoint): FoundLibrary {
  const { isShared: _, ...one } = library
  return { ...one, path, ...(port && { port: numberIn(port) ?? 0 }) }
}

function hintsFor({ path, at, port, serves }: ConfiguredEndpoint): CodeHint[] {
  const route = { path, isServed: true as const, isRoute: true as const }
  if (!port) return [{ ...route, at, serves }]
  // 0: any port that is free.
  const number = numberIn(port) || undefined
  return number === undefined
    ? [{ ...route, at: port.at, listens: true }]
    : [
        { ...route, at },
        { at: port.at, port: number },
      ]
}

/** What code says, where the settings of its library do not say more: `configured`. */
export function withSettings(
  scanned: CodeFindings,
  {
    configured,
    library,
    files,
  }: {
    configured?: readonly CodeHint[] | undefined
    library: FoundLibrary | undefined
    files: readonly TextFile[]
  },
): CodeFindings {
  const { hints } = scanned
  // Without its endpoint, only code that answers with the metrics publishes them.
  const published = hints.filter(({ isServed, listens }) => isServed || listens)
  return {
    ...scanned,
    hints: configured?.map((one) => guarded(one, hints, files)) ?? (library?.closed ? published : hints),
  }
}

/** Code that names the path of an endpoint says who may ask for it: the rules of Spring Security. */
function guarded(route: CodeHint, hints: readonly CodeHint[], files: readonly TextFile[]): CodeHint {
  const { path } = route
  const known = path === undefined ? undefined : securityRule(path, files)
  if (known) return known.guard === undefined ? route : { ...route, at: known.at, guard: known.guard }
  const rule = preferred(hints.filter((one) => one.path !== undefined && path?.endsWith(one.path)))
  return rule?.guard === undefined ? route : { ...route, at: rule.at, guard: rule.guard }
}
