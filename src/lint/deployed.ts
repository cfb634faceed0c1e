import { dirname, join } from 'node:path/posix'
import type { Sources } from '../config/sources/source-files.ts'
import { globMatches } from '../formats/glob.ts'
import type { TextFile } from '../lib/workspace.ts'
import { flyHost } from '../model/fly-names.ts'

/** Longer words are not paths. */
const MAX_WORD = 200
/** Words of all files that name others; real repositories have far less. */
const MAX_WORDS = 20_000

/** What the files of a repository are compared with, to find those that are deployed. */
export interface DeployedBy {
  /** Files that the configuration names, and Fly configurations that workflows deploy: paths from the root. */
  named: readonly string[]
  /** The apps of the configuration, including that of Prometheus. */
  apps: readonly string[]
}

/**
 * The files of a repository that something deploys: those that the configuration names, and those that a workflow, a
 * Dockerfile, a compose file, a deployed Fly configuration or a deployed Prometheus configuration names. In any other file
 * it is not certain that a mistake matters.
 */
export function deployedFiles(sources: Sources, { named, apps }: DeployedBy): ReadonlySet<string> {
  const deployed = new Set([...named, ...sources.workflows.map(({ file }) => file)])
  for (const { file, app } of sources.fly) if (apps.includes(app)) deployed.add(file)
  // A compose file names folders that are built, not how they are deployed at Fly.
  const inWorkflows = namesIn(sources.workflows)
  const paths = new Set(inWorkflows.map(({ path }) => path))
  for (const { file } of sources.fly) if (paths.has(file)) deployed.add(file)
  const words = [...inWorkflows, ...namesIn(sources.naming)]
  const add = (found: readonly TextFile[], by: readonly Name[]) => {
    for (const { file } of found) if (by.some((name) => isNamedBy(file, name))) deployed.add(file)
  }
  const inFly = namesIn(sources.fly.filter(({ file }) => deployed.has(file)))
  add(sources.prometheus, [...words, ...inFly])
  const patterns = namesIn(sources.prometheus.filter(({ file }) => deployed.has(file)))
  add(sources.rules, [...words, ...inFly, ...patterns])
  return deployed
}

/**
 * Configurations of a Prometheus that only a compose file names, and that scrapes nothing on Fly but apps of the configuration:
 * the Prometheus of this action takes its place. Paths from the root.
 */
export function replacedPrometheus(
  { prometheus, naming, fly, workflows }: Sources,
  apps: readonly string[],
): ReadonlySet<string> {
  const others = namesIn([...workflows, ...fly, ...naming.filter(({ file }) => !/\.ya?ml$/.test(file))])
  const replaced = prometheus.filter(({ file, text }) => {
    const hosts = [...text.matchAll(/[\w.-]{1,200}\.(?:internal|flycast|fly\.dev)\b/g)]
    const scraped = hosts.flatMap(([host]) => flyHost(host)?.app ?? [])
    const isTaken = scraped.length > 0 && scraped.every((app) => apps.includes(app))
    return isTaken && !others.some((name) => isNamedBy(file, name))
  })
  return new Set(replaced.map(({ file }) => file))
}

/** A path in a file that names others. */
interface Name {
  path: string
  /** Whether everything below it is meant, if it is a folder. */
  isWhole: boolean
}

/** The paths in files, from the root of the repository: each may be meant from the folder of its file, or from the root. */
function namesIn(files: readonly TextFile[]): Name[] {
  const found = new Map<string, Name>()
  for (const { file, text } of files)
    for (const { word, isWhole } of wordsOf(text)) {
      for (const joined of [join(dirname(file), word), join(word)]) {
        const path = joined.replace(/\/$/, '')
        if (!/^(?:\.|\/)/.test(path))
          found.set(path, { path, isWhole: isWhole || found.get(path)?.isWhole === true })
      }
      if (found.size > MAX_WORDS) return [...found.values()]
    }
  return [...found.values()]
}

/** A line about monitoring. Any other folder is code: an image has the rules in it without a program that reads them. */
const WATCHES = /prom|alert|rule|monitor|grafana|metric|observ|mimir|thanos|victoria|vmagent/i

/** Words that look like paths, and those of instructions that copy. A pattern for all folders names too much. */
const wordsOf = (text: string): { word: string; isWhole: boolean }[] =>
  text.split('\n').flatMap((line) => {
    const isCopied = /^\s*(?:COPY|ADD)\s/i.test(line)
    const isWhole = WATCHES.test(line)
    return line
      .split(/[^\w.*?@/-]+/)
      .filter((word) => word.length <= MAX_WORD && !word.includes('**') && (isCopied || /[./]/.test(word)))
      .map((word) => ({ word, isWhole }))
  })

/** By its path, by a pattern, or by a folder above it. */
const isNamedBy = (file: string, { path, isWhole }: Name): boolean =>
  file === path || (isWhole && file.startsWith(`${path}/`)) || (/[*?]/.test(path) && globMatches(path, file))
