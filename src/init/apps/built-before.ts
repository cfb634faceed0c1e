import { posix } from 'node:path'
import { dependsOnRun, isScript } from '../../config/deploys/deploy-commands.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import { foldersAbove } from '../../lib/folders.ts'
import type { Package } from '../build/packages.ts'
import type { ChosenApp } from './chosen-app.ts'

/** A build among the commands that make files: `npm run build`, not `cp -r ../domain .`. */
const BUILD = /^(?!cp|mv|ln|rsync|tar|unzip|envsubst).*[ \t:](?:build|package|assemble|bundle)\b/
/** What may be a build in an image; packages such as `build-essential` are none. */
const IN_IMAGE =
  /(?<![\w.-])(?:build|bundle|compile|assemble|package|vite|webpack|rollup|esbuild|tsc|make|hugo|(?:ba)?sh)(?![\w]|-(?:essential|base|deps))|\.sh\b/
/** A program that runs its source, and needs no output. */
const OF_SOURCE = /\.tsx?\b|\bsrc\//
/** Where builds write, at the end of a pattern of Git. */
const OUTPUT =
  /(?:^|\/)(\.next|\.nuxt|\.output|\.svelte-kit|dist|build|out|_site|bundle|public|static)(?:\/\*{0,2})?$/

/** A build that people run before they deploy. */
interface Built {
  /** The deploy. */
  at: SourceLocation
  command: string
  /** What keeps its output out of Git. */
  ignored: { at: string; pattern: string }
}

interface Evidence {
  textOf(path: string): string | undefined
  packages: readonly Package[]
}

/** The build that each script runs before it deploys an app, where its image copies the whole folder and builds nothing, and Git ignores the output. */
export function builtBefore(one: ChosenApp, evidence: Evidence): Built | undefined {
  const scripts = one.byPeople.filter(({ at }) => isScript(at.file))
  const builds = scripts.flatMap(({ at, folder, makes = [] }) => {
    const command = makes.find((make) => BUILD.test(make))
    return command === undefined ? [] : { at, command, folder }
  })
  const { build, fly } = one.facts
  const [first] = builds
  if (!first || builds.length < scripts.length || !build || fly.build?.has('image')) return undefined
  const instructions = build.content.stages.flatMap((stage) => stage.instructions)
  const isWhole = build.copied.some((path) => /^\.?\/?$/.test(posix.normalize(path)))
  const isBuilt = instructions.some(({ name, words }) =>
    name === 'RUN'
      ? IN_IMAGE.test(words.join(' '))
      : /^(?:CMD|ENTRYPOINT)$/.test(name) && OF_SOURCE.test(words.join(' ')),
  )
  if (!isWhole || isBuilt || dependsOnRun(first.folder)) return undefined
  const ignored = ignoredOutput(first.folder, build.file, evidence)
  return ignored && { at: first.at, command: first.command, ignored }
}

/** What Git ignores and the build of an image copies from a folder. */
function ignoredOutput(
  folder: string,
  dockerfile: string,
  { textOf, packages }: Evidence,
): Built['ignored'] | undefined {
  const inside = packages
    .map((one) => one.folder)
    .filter((one) => folder === '.' || one.startsWith(`${folder}/`))
  const left = [posix.join(folder, '.dockerignore'), `${dockerfile}.dockerignore`].flatMap((name) =>
    outputsOf(textOf(name)),
  )
  return [...new Set([folder, ...foldersAbove(folder), ...inside])]
    .map((one) => posix.join(one, '.gitignore'))
    .flatMap((name) => outputsOf(textOf(name)).map((one) => ({ ...one, at: `${name}:${one.line}` })))
    .find(({ name }) => left.every((one) => one.name !== name))
}

const outputsOf = (text = ''): { name: string; pattern: string; line: number }[] =>
  text.split(/\r?\n/).flatMap((line, i) => {
    const pattern = line.trim()
    const name = OUTPUT.exec(pattern)?.[1]
    return name === undefined || /^[#!]/.test(pattern) ? [] : { name, pattern, line: i + 1 }
  })
