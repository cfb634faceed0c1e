import { posix } from 'node:path'
import { globMatches } from '../../formats/glob.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { isBelow } from '../build/packages.ts'
import { startCommands } from '../build/start-commands.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { configuredLibrary } from '../jvm/endpoint.ts'
import type { ResolveImport } from '../routes/route-graph.ts'
import type { AppCode } from './app-code.ts'
import { type CodeHint, isPublishing, preferred } from './code-hint.ts'
import { isRunBy } from './dead-code.ts'
import { importsOf, reachedFrom } from './imports.ts'
import type { FoundLibrary } from './libraries.ts'
import { type OtherEntry, otherEntries } from './other-entry.ts'

/** What code belongs to an app, next to the other apps of the repository. */
export interface CodeClaims {
  files: readonly TextFile[]
  /** Its machines start this code, and nothing beside it. */
  isAlone: boolean
  /** The files with settings beside them. */
  settings(): Iterable<TextFile>
  /** Whether a file is in a package of the app itself, and not in one that it shares with others. */
  isNear(file: string): boolean
  /** The files that an import means. */
  resolve: ResolveImport
  library: FoundLibrary | undefined
  /** What the settings of the library say, instead of the code. */
  configured?: readonly CodeHint[] | undefined
  /** Of what the files say, what is about this app. */
  ofApp(hints: readonly CodeHint[]): OwnHints
  /** Whether its machines start a file, directly or not; where that is not known, any of its own package. */
  isStarted(file: string): boolean
  /** The process groups that run a line of a file, directly or not. */
  startedBy(at: SourceLocation): readonly { process?: string }[]
  /** Whether its machines may run a line: not one of a function that they never call, or that only another app reaches. */
  mayRun(at: SourceLocation): boolean
  /** The program that loads a file, where what its machines start does not. */
  otherEntry: OtherEntry
}

interface OwnHints {
  hints: readonly CodeHint[]
  /** The main endpoint of the files is one of this app. */
  isFirst: boolean
  /** Whether a file may be a part of what runs. */
  isRead(file: string): boolean
}

interface Claimant {
  app: ChosenApp
  code: AppCode
}

/** The code of an app, and its library for metrics; undefined when no code is here, or nothing in it is about metrics. */
export function claimsOf(
  app: ChosenApp,
  codes: ReadonlyMap<ChosenApp, AppCode>,
  evidence: MetricsEvidence,
): CodeClaims | undefined {
  const all = [...codes].map(([one, code]): Claimant => ({ app: one, code }))
  const own = all.find((one) => one.app === app)
  if (!own) return undefined
  const others = all.filter((one) => one !== own)
  const isOwn = (file: string) => isIn(file, own.code, others)
  const library = libraryOf(own.code, isOwn, evidence.libraries)
  const sharing = all.filter((one) => one.code.folders.some((folder) => own.code.folders.includes(folder)))
  if (!(sharing[0] && isSameProgram(sharing[0], own)) && !library && !startsCode(own)) return undefined
  const isNear = (file: string) => own.code.folders.some((folder) => isBelow(file, folder))
  const files = [...evidence.code(isOwn)].toSorted((a, b) => Number(isNear(b.file)) - Number(isNear(a.file)))
  const entries = filesOf(sharing.flatMap(({ code }) => code.starts))
  const reach = (starts: AppCode['starts']) =>
    reachedFrom(filesOf(starts), entries, { files, packages: evidence.packages })
  const reaches = new Map(sharing.map((one) => [one, reach(one.code.starts)]))
  const isRun = (at: SourceLocation, found: ReadonlySet<string> | undefined) =>
    isRunBy(at, found, { files, starts: entries })
  const programs = files.filter(isProgram).map(({ file }) => file)
  const isReached = (file: string) =>
    !isWholeStartKnown(own) || [...reaches.values()].some((found) => found?.has(file) !== false)
  const isOwnProgram = (file: string) => programs.every((one) => isReached(one) || !isOfProgram(file, one))
  const reached = isWholeStartKnown(own) ? reaches.get(own) : undefined
  const otherEntry = otherEntries(reached, files, evidence.packages)
  const fromSettings = library && configuredLibrary(library, app, { code: own.code, files, evidence })
  return {
    files,
    isAlone: own.code.starts.every((start) => start.isAlone),
    settings: () => evidence.settings(isOwn),
    isNear,
    resolve: importsOf(files, evidence.packages),
    library: fromSettings?.library ?? library,
    configured: fromSettings?.hints,
    ofApp: (hints) =>
      hintsOf(
        own,
        hints.filter(({ at }) => isOwnProgram(at.file)),
        { reaches, library, isRun, otherEntry },
      ),
    isStarted: (file) =>
      reaches.get(own)?.has(file) ?? (all.length === 1 || (isNear(file) && !own.code.folders.includes('.'))),
    startedBy: (at) => own.code.starts.filter((start) => isRun(at, reach([start]))),
    otherEntry,
    mayRun: (at) =>
      isRun(at, reaches.get(own)) || [...reaches.values()].every((found) => !found?.has(at.file)),
  }
}

const filesOf = (starts: AppCode['starts']): string[] => starts.flatMap(({ files }) => files)

/** Whether it is known what each process group starts; where it is not, it may be anything that no other app starts. */
const isWholeStartKnown = ({ code }: Claimant): boolean => code.starts.every(({ files }) => files.length > 0)

/** A worker that is built from the folder of a web app has its libraries, but need not publish anything. */
const startsCode = ({ code }: Claimant): boolean => code.starts.some(({ files }) => files.length > 0)

/** Whether two apps run the same: the same image with the same commands and ports, under two names. */
const isSameProgram = (a: Claimant, b: Claimant): boolean =>
  a === b || (isStarted(a) && programOf(a) === programOf(b))

const isStarted = ({ app }: Claimant): boolean =>
  startCommands(app.facts).some(({ command }) => command.trim() !== '')

const programOf = ({ app: { facts }, code }: Claimant): string =>
  JSON.stringify([facts.build?.file, startCommands(facts), facts.ports, code.starts])

/** Whether a file is started by itself, and is no part of another program. */
const isProgram = ({ file, text }: TextFile): boolean =>
  file.endsWith('.go')
    ? /^package main\b/m.test(text)
    : file.endsWith('.py') && /^if __name__ == ["']__main__["']/m.test(text)

/** Whether a file is that of a program, or, in Go, in a folder of its own: `cmd/worker/internal/…`. */
const isOfProgram = (file: string, program: string): boolean =>
  file === program ||
  (program.endsWith('.go') && program.includes('/') && isBelow(file, posix.dirname(program)))

/** Whether a file is in the packages of an app, and not in one that only another app is built from. */
function isIn(file: string, { folders, shared }: AppCode, others: readonly Claimant[]): boolean {
  const own = [...folders, ...shared]
  const inside = own.filter((folder) => isBelow(file, folder))
  return (
    inside.length > 0 &&
    others.every(({ code }) =>
      code.folders.every(
        (other) =>
          own.includes(other) ||
          !isBelow(file, other) ||
          inside.some((folder) => folder !== other && isBelow(folder, other)),
      ),
    )
  )
}

/**
 * The library of an app, rather one that has a path of its own: in its packages, then in those that they depend on, then in the
 * folders above, which hold what all packages of a workspace use.
 */
function libraryOf(
  { folders, shared }: AppCode,
  isOwn: (file: string) => boolean,
  libraries: readonly FoundLibrary[],
): FoundLibrary | undefined {
  const best = (some: readonly FoundLibrary[]) => some.find(({ path }) => path !== undefined) ?? some[0]
  const inside = (them: readonly string[]) =>
    libraries.filter(({ at: { file } }) => isOwn(file) && them.some((folder) => isBelow(file, folder)))
  const above = libraries.filter(({ at: { file } }) =>
    folders.some(
      (folder) => folder !== '.' && isBelow(folder, posix.dirname(file)) && !isBelow(file, folder),
    ),
  )
  const other = best(inside(shared)) ?? best(above)
  return best(inside(folders)) ?? (other && { ...other, isShared: true as const })
}

interface Reaching extends Pick<CodeClaims, 'library' | 'otherEntry'> {
  reaches: ReadonlyMap<Claimant, ReadonlySet<string> | undefined>
  isRun(at: SourceLocation, found: ReadonlySet<string> | undefined): boolean
}

/** What is about an app: what its machines start says more than the names of files. */
function hintsOf(
  own: Claimant,
  hints: readonly CodeHint[],
  { reaches, library, isRun, otherEntry }: Reaching,
): OwnHints {
  const publishes = ({ isRoute, isServed, listens, isExposition }: CodeHint) =>
    [isRoute, isServed, listens, isExposition].includes(true)
  const claimants = [...reaches.keys()]
  const reached = (hint: CodeHint, by: Claimant) =>
    isPublishing(hint) ? isRun(hint.at, reaches.get(by)) : reaches.get(by)?.has(hint.at.file) === true
  const inReach = hints.filter((hint) => reached(hint, own))
  const unclaimed = hints.filter((hint) => claimants.every((one) => !reached(hint, one)))
  const rest = isWholeStartKnown(own) ? unclaimed.filter((hint) => !publishes(hint)) : unclaimed
  if (inReach.some(publishes)) {
    // Imports lead to what publishes: a module that nothing imports opens no port.
    const isRead = (file: string) => reaches.get(own)?.has(file) === true || !isModule(file)
    return { hints: [...inReach, ...rest.filter(({ at }) => isRead(at.file))], isFirst: true, isRead }
  }
  const free = claimants.filter((one) => !hints.some((hint) => publishes(hint) && reached(hint, one)))
  const isLeft = free.length === claimants.length || unclaimed.some(publishes)
  const first = ownerOf(free, library, unclaimed)
  // A package that others use as well publishes where it is imported.
  const left = new Set([...inReach, ...(library?.isShared && reaches.get(own) ? rest : unclaimed)])
  const isFirst = isLeft && first !== undefined && isSameProgram(first, own)
  return {
    hints: hints.filter((hint) => left.has(hint)),
    isFirst,
    isRead: (file) => otherEntry(file) === undefined,
  }
}

/** Whether a file is only read where another one imports it: settings may be found by their names. */
const isModule = (file: string): boolean =>
  /\.(?:[cm]?[jt]sx?|py|go|rs)$/.test(file) && !/(?:^|[/._-])(?:conf|config|settings|env|default)/i.test(file)

/**
 * Which of the apps of a folder publishes the metrics of its code: one whose image has the library, and rather one that the file
 * with the route is named after.
 */
function ownerOf(
  sharing: readonly Claimant[],
  library: FoundLibrary | undefined,
  hints: readonly CodeHint[],
): Claimant | undefined {
  const having = library ? sharing.filter(({ app }) => hasFile(app, library.at.file)) : []
  const [first, ...more] = having.length > 0 ? having : sharing
  const words =
    preferred(hints)
      ?.at.file.toLowerCase()
      .split(/[^a-z0-9]+/) ?? []
  const isMeant = ({ app: { app } }: Claimant) =>
    app
      .split('-')
      .some((word) => words.includes(word) && !sharing.every((one) => one.app.app.split('-').includes(word)))
  return more.length === 0
    ? first
    : ([first, ...more].find((one) => one !== undefined && isMeant(one)) ?? first)
}

/** Whether the Dockerfile of an app copies a file, as far as it is known. */
function hasFile({ facts: { build } }: ChosenApp, file: string): boolean {
  if (!build || build.copied.length === 0) return true
  const name = posix.basename(file)
  return build.copied.some(
    (path) =>
      isBelow(file, posix.normalize(path).replace(/\/$/, '')) || globMatches(posix.basename(path), name),
  )
}
