import { posix } from 'node:path'
import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { isBelow, type Package } from '../build/packages.ts'
import type { CodeClaims } from './claims.ts'
import { type CodeHint, isPublishing } from './code-hint.ts'
import { usedCode } from './unused-settings.ts'

/** Images with the runtime of a language, or none: what they start is the code of the team. Another image is a program itself. */
const RUNTIME =
  /^(?:\S*\/)?(?:node|python|golang|go|rust|elixir|erlang|ruby|php|java|jre|jdk|openjdk|eclipse-temurin|amazoncorretto|deno|bun|dotnet|aspnet|runtime|debian|ubuntu|alpine|busybox|scratch|static|base|cc|bookworm|wolfi-base|cuda|uv|pnpm|playwright|slim)(?:[-:@]\S*)?(?:-debian\d+)?(?::\S*)?$/

/** What builds download for a language: its runtime, its package manager, a key of a package repository. */
const OF_A_RUNTIME =
  /nodesource|nodejs\.org|astral\.sh|rustup|bun\.sh|deno\.(?:land|com)|python-poetry|get-pip|pnpm|yarnpkg|golang\.org|go\.dev|googlechrome|dl-ssl\.google|localhost|127\.0\.0\.1|\.(?:gpg|asc|key|pub|pem|crt)\b/

/** Settings of a program, as Linux has them in a folder with its name; not those of the system itself. */
const OF_A_PROGRAM =
  /\s\/(?:usr\/local\/)?etc\/(?!(?:ssl|pki|ca-certificates|apt|apk|yum|dnf|cron|profile|sudoers|ld\.so|security|ssh|php|python|java|app)\b)[\w-]{2,40}\//

/** Whether an image has programs besides the code: those of another image, what its build downloads, or what it has settings for. */
export function hasOtherPrograms(build: ChosenApp['facts']['build']): boolean {
  const stages = build?.content.stages ?? []
  const names = new Set(stages.map(({ name }) => name))
  // A variable in the tag says nothing about the name.
  const isForeign = (base: string) =>
    !names.has(base.toLowerCase()) && !base.replace(/:[^/]*$/, '').includes('$') && !RUNTIME.test(base)
  return stages.some(
    ({ base, instructions }) =>
      isForeign(base) ||
      instructions.some(({ name, text }) => /^(?:COPY|ADD|RUN)$/.test(name) && OF_A_PROGRAM.test(text)) ||
      instructions.some(
        ({ name, text }) =>
          name === 'RUN' &&
          [...text.matchAll(/\b(?:curl|wget)\b[^\n;&|]{0,300}?(https?:[^\n;&|\s]{0,300})/g)].some(
            ([, url = '']) => !OF_A_RUNTIME.test(url),
          ),
      ),
  )
}

const ABOUT_METRICS = /prometheus|openmetrics|\/metrics\b/i
/** Languages whose routes are read. In others, the word is enough to leave the question open. */
const IS_READ = /\.(?:[cm]?[jt]s|py|go|rs)$/

/** Images for languages that are not read: a program that an image of one starts may be in one of its packages. */
const UNREAD_RUNTIME =
  /^(?:\S*\/)?(?:elixir|erlang|ruby|php|java|jre|jdk|openjdk|eclipse-temurin|amazoncorretto|dotnet|aspnet)(?:[-:@]\S*)?$/

const startsUnread = (build: ChosenApp['facts']['build']): boolean =>
  build?.content.stages.some(({ base }) => UNREAD_RUNTIME.test(base)) === true

/** Whether all that an app runs is code that is here. */
export function isWhole(
  { facts: { build, file: fly } }: ChosenApp,
  { files, isAlone, library }: CodeClaims,
): boolean {
  if (files.length === 0 || (!isAlone && hasOtherPrograms(build))) return false
  // In a language whose routes are not read, a framework that is started may publish metrics by itself.
  const isUnread = startsUnread(build) || !areRoutesRead({ files })
  if (!isAlone && isUnread && (library === undefined || library.isShared)) return false
  // Without a Dockerfile, it is built from the folder of its Fly configuration.
  return build !== undefined || files.some(({ file }) => isBelow(file, posix.dirname(fly)))
}

/** A line that is a comment; an attribute of PHP is none. */
const COMMENT = /^[ \t]*(?:\/[/*]|\*|#(?!\[)|--)[^\n]*/gm

/**
 * Whether code whose routes are not read does not even name what a path would answer with: no library for Prometheus in its
 * manifests, and nothing in the code and its settings that is called like that or like the path. Its image is one of a language.
 */
export function namesNoMetrics(
  path: string,
  { facts: { build } }: ChosenApp,
  {
    files,
    library,
    settings,
    packages,
  }: Pick<CodeClaims, 'files' | 'library' | 'settings'> & { packages: readonly Package[] },
): boolean {
  if (library || files.length === 0 || areRoutesRead({ files })) return false
  if (!build || !RUNTIME.test(build.content.from)) return false
  const last = posix.basename(path).replace(/\W/g, '\\$&')
  const named = new RegExp(`[pP]rometheus|PROMETHEUS|[oO]pen[mM]etrics|["'\`/:]${last}\\b`)
  return (
    [...files, ...settings()].every(({ text }) => !named.test(text.replace(COMMENT, ''))) &&
    packages.every((one) => !one.namesPrometheus || !files.some(({ file }) => isBelow(file, one.folder)))
  )
}

/** Whether nothing in the code of an app publishes metrics. */
export function publishesNothing({ files, library }: CodeClaims, hints: readonly CodeHint[]): boolean {
  // A library that only holds metrics has nothing to publish where no code uses it.
  if (library?.path !== undefined || library?.closed) return false
  const isWithout = files.every(({ text }) => !ABOUT_METRICS.test(text))
  return isWithout || (library === undefined && areRoutesRead({ files }) && !hints.some(isPublishing))
}

/** A setting with the port of the metrics, by its name. */
const PORT_SETTING = /(?:metrics|prom(?:etheus)?|exporter)_?(?:port|addr|address|bind|listen)\b/i
/** It has no value by default: `metrics_addr: str = ""`, `flag.String("metrics_addr", "")`, `default_value = ""`. */
const EMPTY = /[=,?|:]\s{0,3}(?:""|''|None\b|null\b)/

/** A setting that gives the metrics a port of their own. */
export interface PortSetting {
  at: SourceLocation
  /** The variable of the environment that sets it, where its line says one. */
  variable: string | undefined
  /** It is empty by default. */
  isEmpty: boolean
}

/** The setting for the port of the metrics, where no number for that port is in the code. */
export function portSetting(
  { files }: Pick<CodeClaims, 'files'>,
  hints: readonly CodeHint[],
): PortSetting | undefined {
  if (hints.some(({ port }) => port !== undefined)) return undefined
  const using = files.filter((one) => PORT_SETTING.test(one.text) && PORT_SETTING.test(usedCode(one, files)))
  const found = using.flatMap(settingsIn)
  return found.find(({ isEmpty }) => isEmpty) ?? found[0]
}

const settingsIn = ({ file, text }: TextFile): PortSetting[] =>
  text.split('\n').flatMap((line, i, all) => {
    if (line.length > 500 || !PORT_SETTING.test(line) || /^\s*(?:\/\/|#|\*)/.test(line)) return []
    const above = all[i - 1] ?? ''
    // Rust has the default in an attribute above.
    const whole = /^\s*#\[/.test(above) ? `${above}\n${line}` : line
    const variable = /["'`]([A-Z][A-Z\d_]{2,60})["'`]/.exec(whole)?.[1]
    return [{ at: { file, line: i + 1, column: 1 }, variable, isEmpty: EMPTY.test(whole) }]
  })

/** Whether the code publishes metrics on a port that is not a number in it: a setting without a default, or one of a library. */
export const hasOpenPort = ({ files, library }: CodeClaims, hints: readonly CodeHint[]): boolean =>
  typeof library?.port === 'number' ||
  hints.some(({ listens, port }) => listens && port === undefined) ||
  portSetting({ files }, hints) !== undefined

/** Whether the routes of all code of an app are read. */
export const areRoutesRead = ({ files }: Pick<CodeClaims, 'files'>): boolean =>
  files.length > 0 && files.every(({ file }) => IS_READ.test(file))
