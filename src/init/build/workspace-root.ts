import { posix } from 'node:path'
import { namesIn } from '../../config/deploys/script-names.ts'
import { foldersAbove } from '../../lib/folders.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import type { Package } from './packages.ts'

/** The folder of a build that copies all of it: which one that is, its commands, its manifests and its comments say. */

/** What says how an app is built. */
interface Evidence {
  packages: readonly Package[]
  exists(path: string): boolean
  textOf(path: string): string | undefined
}

interface Root {
  folder: string
  why: string
}

/** The folder above that an app is built in, because its own one is a part of it; undefined: nothing says so. */
export function rootOfWorkspace({ file, build }: FlyFacts, evidence: Evidence): Root | undefined {
  if (!build) return undefined
  const folder = posix.dirname(build.file)
  const said = [file, build.file].flatMap((one) => commentOf(one, build.file, evidence))[0]
  if (said !== undefined) return { folder: '.', why: said }
  const commands = build.content.stages.flatMap(({ instructions }) =>
    instructions.flatMap(({ name, text }) => (name === 'RUN' ? text.split(/[;&|\n]+/) : [])),
  )
  if (folder === '.' || !copiesAll(build) || commands.length === 0) return undefined
  const part = partBecause(folder, commands, evidence)
  const above = foldersAbove(folder)
  const root = above.find((one) => isRoot(one, evidence)) ?? '.'
  return part === undefined ? undefined : { folder: root, why: part }
}

/** Whether a Dockerfile copies the whole folder that it is built in. */
export const copiesAll = ({ copied }: NonNullable<FlyFacts['build']>): boolean =>
  copied.some((path) => /^\.?\/?$/.test(posix.normalize(path)))

/** `# Build context is the root of the repository`, `# docker build -f apps/api/Dockerfile .`. */
const CONTEXT =
  /^[ \t]*#.{0,200}\bcontext\b.{0,60}?\b(?:(?:mono)?repo(?:sitory)?|project|workspace)(?:['’]s)?[ -]root\b/i
const DOCKER =
  /^[ \t]*#.{0,80}\bdocker(?: buildx)? build\b.{0,200}? (?:-f|--file)[ =](\S+).{0,100} \.(?=[ \t`]|$)/

/** The comment of a file that says that the image is built at the root. */
const commentOf = (file: string, dockerfile: string, { textOf }: Evidence): string[] =>
  (textOf(file) ?? '')
    .split(/\r?\n/)
    .flatMap((line, i) =>
      CONTEXT.test(line) || posix.join('.', DOCKER.exec(line)?.[1] ?? '.') === dockerfile
        ? [`${file}:${i + 1} says that the image is built from this folder`]
        : [],
    )

/** What the manifest of a member of a workspace has from it, or from a folder beside it. */
const MEMBERS: Readonly<Record<string, RegExp>> = {
  'Cargo.toml': /\bworkspace\s*=\s*true\b|\bpath\s*=\s*"\.\.\//,
  'package.json': /:\s*"(?:workspace:|(?:file|link|portal):\.\.\/)/,
  'pyproject.toml': /\bworkspace\s*=\s*true\b|\bpath\s*=\s*"\.\.\//,
  'go.mod': /=>\s*\.\.\//,
  'mix.exs': /\bin_umbrella:\s*true|\bpath:\s*"\.\.\//,
}
/** What says that a folder is the root of a workspace. */
const ROOTS: Readonly<Record<string, RegExp>> = {
  'Cargo.toml': /^\[workspace[\].]/m,
  'package.json': /"workspaces"\s*:/,
  'pnpm-workspace.yaml': /./,
  'pyproject.toml': /^\[tool\.uv\.workspace\]/m,
  'go.work': /./,
  'mix.exs': /\bapps_path:/,
  'settings.gradle': /\binclude\b/,
  'settings.gradle.kts': /\binclude\b/,
  'pom.xml': /<modules>/,
}

const isRoot = (folder: string, evidence: Evidence): boolean => lineIn(ROOTS, folder, evidence) !== undefined

/** The first place in a folder where a manifest has what a table says. */
function lineIn(
  table: Readonly<Record<string, RegExp>>,
  folder: string,
  { textOf }: Evidence,
): string | undefined {
  for (const [name, pattern] of Object.entries(table)) {
    const path = posix.join(folder, name)
    const line = (textOf(path) ?? '').split('\n').findIndex((one) => pattern.test(one))
    if (line !== -1) return `${path}:${line + 1}`
  }
  return undefined
}

/** Tools that name packages from the root of their workspace only. */
const FROM_ROOT = /\b(?:pnpm|npm|yarn|turbo|lerna|nx|rush|mvnw?|gradlew?)\b/

/** Why a folder alone is not what a Dockerfile builds: its manifest needs more, or the commands name what is elsewhere. */
function partBecause(folder: string, commands: readonly string[], evidence: Evidence): string | undefined {
  if (isRoot(folder, evidence)) return undefined
  const member = lineIn(MEMBERS, folder, evidence)
  if (member !== undefined) return `${member} needs files outside of ${folder}`
  const above = foldersAbove(folder)
  const hasRoot = above.some((one) => isRoot(one, evidence))
  for (const command of commands) {
    const path = pathsIn(command).find(
      (one) =>
        !evidence.exists(posix.join(folder, one)) && above.some((up) => evidence.exists(posix.join(up, one))),
    )
    const names = FROM_ROOT.test(command) ? namesIn(command) : []
    const named = evidence.packages.find((one) =>
      names.some((name) => one.names.includes(name) || posix.basename(one.folder) === name),
    )
    const which = command.trim().replace(/\s+/g, ' ').slice(0, 60)
    if (path !== undefined) return `\`${which}\` needs ${path}, which is not in ${folder}`
    if (named && hasRoot) return `\`${which}\` names a package of that workspace`
  }
  return undefined
}

/** The files of a repository that a command may name: `src/Api/Api.csproj`, `./gradlew`. */
const pathsIn = (command: string): string[] =>
  command
    .split(/[\s"'=]+/)
    .filter((word) => /^(?:\.\/)?(?:[\w.-]+\/)+[\w-]+\.\w+$|^\.\/(?:gradlew|mvnw)$/.test(word))
