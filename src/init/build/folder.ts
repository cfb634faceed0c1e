import { posix } from 'node:path'
import { dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { isShellWord } from '../../formats/dockerfile.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { foldersAbove } from '../../lib/folders.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { type FoundBuild, initNote, placeText } from '../findings.ts'
import { type NamesIn, unmatchedIn } from './copy-patterns.ts'
import { isImagePlaceholder } from './own-images.ts'
import { isBelow, type Package } from './packages.ts'
import { copiesAll, rootOfWorkspace } from './workspace-root.ts'

/** What says how an app is built. */
export interface BuildEvidence {
  /** There is code in their folders. */
  packages: readonly Package[]
  /** Whether a path from the root of the repository exists. */
  exists(path: string): boolean
  /** Lists a folder. */
  namesIn: NamesIn
  /** The text of a file; undefined when it is not there. */
  textOf(path: string): string | undefined
}

/** How an app is built: as its deploys of today do it, or where the files are that its Dockerfile copies. */
export function foundBuild(app: ChosenApp, evidence: BuildEvidence): FoundBuild | undefined {
  const { facts, command } = app
  if (facts.fly.build?.has('image')) return undefined
  const own = posix.dirname(facts.file)
  const other = instead(app, evidence)
  if (other) return { context: other.folder, ...unnamed(other.folder, facts), why: other.why }
  if (command && !dependsOnRun(command.folder)) return asCommanded(command, { own, facts })
  const { folder, missing, why: said } = copiedFrom(app, evidence) ?? { folder: own, missing: [] }
  if (!facts.build || (folder === own && !facts.isMeant)) return undefined
  if (facts.isMeant) {
    const why = `flyctl would look for ${facts.build.file} in ${own}, because ${facts.file} is there`
    return { ...(folder !== own && { context: folder }), dockerfile: facts.build.file, why }
  }
  const which = missing.length === 0 ? 'the files' : 'most of the files'
  return {
    context: folder,
    ...unnamed(folder, facts),
    why: said ?? `it has ${which} that ${facts.build.file} copies`,
  }
}

/** The Dockerfile of an app, where flyctl does not find it from a folder: [build] does not name it, and it is in another one. */
const unnamed = (
  folder: string,
  { build, fly, isMeant }: ChosenApp['facts'],
): Pick<FoundBuild, 'dockerfile'> =>
  build && (isMeant || (!fly.build?.has('dockerfile') && posix.dirname(build.file) !== folder))
    ? { dockerfile: build.file }
    : {}

function asCommanded(
  { folder, dockerfile, at }: NonNullable<ChosenApp['command']>,
  { own, facts }: { own: string; facts: ChosenApp['facts'] },
): FoundBuild | undefined {
  const context = folder === own ? undefined : folder
  // The Fly configuration takes precedence; where flyctl does not find what that names, the path is meant from the root.
  const isNamed = dockerfile !== undefined && facts.fly.build?.text('dockerfile') === undefined
  const given = facts.isMeant ? facts.build?.file : isNamed ? dockerfile : undefined
  const named = given !== undefined && !dependsOnRun(given) ? given : undefined
  if (context === undefined && named === undefined) return undefined
  return {
    ...(context !== undefined && { context }),
    ...(named !== undefined && { dockerfile: named }),
    why: `${placeText(at)} deploys it ${context === undefined ? 'with this Dockerfile' : 'from this folder'}`,
  }
}

/**
 * The folder to build instead of the one that a script deploys from, where that one lacks what the Dockerfile copies: the
 * folder of another deploy that has all of it, else where the files are. A workflow may copy files there in a step before.
 */
function instead(app: ChosenApp, evidence: BuildEvidence): { folder: string; why: string } | undefined {
  const { command, deployedBy, byPeople, facts } = app
  if (!command || deployedBy || !facts.build || dependsOnRun(command.folder)) return undefined
  const lacking = missingIn(command.folder, facts.build, evidence)
  if (lacking.length === 0 || fetches(evidence.textOf(command.at.file), lacking)) return undefined
  const isWhole = ({ folder }: { folder: string }) =>
    !dependsOnRun(folder) && missingIn(folder, facts.build, evidence).length === 0
  const other = byPeople.find(isWhole)
  const copied = other ?? copiedFrom(app, evidence)
  if (!copied || !isWhole(copied)) return undefined
  const lacks = `${placeText(command.at)} deploys it from ${command.folder}, which does not have ${few(lacking)}`
  const has = `all that ${facts.build.file} copies`
  const why = other
    ? `${placeText(other.at)} deploys it from a folder that has ${has}`
    : `this folder has ${has}`
  return { folder: copied.folder, why: `${lacks}; ${why}` }
}

/** Whether a script puts files that a folder lacks there before it deploys. */
const fetches = (script: string | undefined, lacking: readonly string[]): boolean =>
  (script ?? '')
    .split('\n')
    .some(
      (line) =>
        /(?:^|[\s;&|(])(?:cp|mv|ln|rsync|tar|unzip|git|turbo)\s/.test(line) &&
        (/\.\.\/|\*/.test(line) || lacking.some((path) => line.includes(posix.basename(path)))),
    )

/** The folder that a deploy of today builds: that of its command, or the one that has what the Dockerfile copies. */
export function contextOf(app: ChosenApp, evidence: BuildEvidence): string | undefined {
  const { command } = app
  const other = instead(app, evidence)
  if (other) return other.folder
  if (command && !dependsOnRun(command.folder)) return command.folder
  return copiedFrom(app, evidence)?.folder
}

/**
 * Notes about an image that is a placeholder, and files that one copies and that are nowhere: no
 * deploy succeeds.
 */
export function buildNotes(apps: readonly ChosenApp[], evidence: BuildEvidence): Diagnostic[] {
  const own = apps.filter(({ deployedBy, database }) => deployedBy === undefined && database === undefined)
  const byFile = Map.groupBy(own, ({ facts }) => facts.build?.file)
  return [
    ...own.flatMap(placeholderNote),
    ...[...byFile].flatMap(([file, same]) => (file === undefined ? [] : missingFiles(file, same, evidence))),
  ]
}

function placeholderNote({ app, facts }: ChosenApp): Diagnostic[] {
  const image = facts.fly.build?.text('image')
  if (!image || !isImagePlaceholder(image.value)) return []
  const message = `The image ${quoted(image.value)} is a placeholder: a deploy of ${app} fails until it is the name of one.`
  const hint = `Set \`image\`, or set \`deploy: false\` and deploy ${app} as before.`
  return [initNote(facts.file, image.at, message, hint)]
}

/** What follows from that. */
export const shellText = (file: string | undefined, word: string, then = 'a deploy fails'): string =>
  `${file} has ${quoted(word)} after COPY, which Docker takes for the name of a file: ${then}`

/** The files that the Dockerfile of an app copies and that are not in the repository: a deploy from a clone fails. */
export const missingFor = (app: ChosenApp, evidence: BuildEvidence): string[] =>
  copiedFrom(app, evidence)?.missing ?? []

function missingFiles(file: string, apps: readonly ChosenApp[], evidence: BuildEvidence): Diagnostic[] {
  const lacking = apps.map((app) => ({ app: app.app, missing: missingFor(app, evidence) }))
  const failing = lacking.filter(({ missing }) => missing.length > 0)
  const missing = [...new Set(failing.flatMap((one) => one.missing))]
  if (missing.length === 0) return []
  const [which, what] = missing.length === 1 ? ['which is', 'that'] : ['which are', 'them']
  const names = few(failing.map(({ app }) => app))
  const shell = missing.find(isShellWord)
  const [fails, cure] = shell
    ? [shellText(file, shell, `a deploy of ${names} fails`), 'correct that instruction']
    : [
        `${file} copies ${few(missing.map(quoted))}, ${which} not in this repository: a deploy of ${names} fails unless a step before it makes ${what}`,
        `add a step that makes ${what} before it`,
      ]
  const message = `${fails}. So the draft only monitors ${failing.length === 1 ? 'it' : 'them'} (\`deploy: false\`).`
  const hint = `To deploy ${names} with this action, ${cure}, and remove that line.`
  return [initNote(file, { line: 1, column: 1 }, message, hint)]
}

/** What a Dockerfile copies and a folder does not have. */
const missingIn = (
  folder: string,
  build: ChosenApp['facts']['build'],
  { exists }: Pick<BuildEvidence, 'exists'>,
): string[] => [
  ...new Set(
    (build?.copied ?? []).filter((path) => !/[*?[]/.test(path) && !exists(posix.join(folder, path))),
  ),
]

/** A folder for a build, what of the Dockerfile is not there, and why it is that one, where the files alone do not say it. */
interface CopiedFrom {
  folder: string
  missing: string[]
  why?: string
}

/** The folder that has the most of what the Dockerfile copies, and what is not there; undefined without a Dockerfile. */
function copiedFrom({ facts }: ChosenApp, evidence: BuildEvidence): CopiedFrom | undefined {
  const { file, build, fly } = facts
  const { packages, namesIn } = evidence
  if (!build || fly.build?.has('image')) return undefined
  // A pattern that matches nothing does not fail, but what it is for is elsewhere.
  const asContext = (folder: string) => {
    const missing = missingIn(folder, build, evidence)
    return { folder, missing, lacking: missing.length + unmatchedIn(folder, build.content, namesIn).length }
  }
  const root = rootOfWorkspace(facts, evidence)
  if (root && asContext(root.folder).lacking === 0) return { ...root, missing: [] }
  const [own, built] = [posix.dirname(file), posix.dirname(build.file)]
  const hasCode = (folder: string) => folder === own || packages.some((one) => isBelow(one.folder, folder))
  const above = foldersAbove(built)
  // A package whose Fly configuration names a Dockerfile below it, which copies all, is built in its own folder.
  const isWhole = copiesAll(build) && packages.some(({ folder }) => folder === own)
  const folders = [...new Set([...(isWhole && above.includes(own) ? [own] : []), built, ...above, own])]
  // Rather a folder with code; of a language that is not known, another one.
  const [first, ...more] = [...new Set([...folders.filter(hasCode), ...folders])].map(asContext)
  const best = more.reduce((best, one) => (best && best.lacking <= one.lacking ? best : one), first)
  if (!best || best.lacking === 0) return best
  // A Dockerfile in a folder of Dockerfiles is for another folder: the one that has all of its files.
  const [only, ...others] = packages.filter(({ folder }) => asContext(folder).lacking === 0)
  return only && others.length === 0 ? { folder: only.folder, missing: [] } : best
}
