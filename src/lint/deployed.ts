import { dirname, join } from 'node:path/posix'
import type { Sources } from '../config/source-files.ts'
import { globMatches } from '../formats/glob.ts'
import type { TextFile } from '../lib/workspace.ts'

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
  const inWorkflows = new Set(namesIn(sources.workflows))
  for (const { file } of sources.fly) if (inWorkflows.has(file)) deployed.add(file)
  const words = [...inWorkflows, ...namesIn(sources.naming)]
  const add = (found: readonly TextFile[], by: readonly string[]) => {
    for (const { file } of found) if (by.some((word) => isNamedBy(file, word))) deployed.add(file)
  }
  const inFly = namesIn(sources.fly.filter(({ file }) => deployed.has(file)))
  add(sources.prometheus, [...words, ...inFly])
  const patterns = namesIn(sources.prometheus.filter(({ file }) => deployed.has(file)))
  add(sources.rules, [...words, ...inFly, ...patterns])
  return deployed
}

/** The paths in files, from the root of the repository: each may be meant from the folder of its file, or from the root. */
function namesIn(files: readonly TextFile[]): string[] {
  const found = new Set<string>()
  for (const { file, text } of files)
    for (const word of wordsOf(text)) {
      for (const path of [join(dirname(file), word), join(word)])
        if (!/^(?:\.|\/)/.test(path)) found.add(path.replace(/\/$/, ''))
      if (found.size > MAX_WORDS) return [...found]
    }
  return [...found]
}

/** Words that look like paths, and those of instructions that copy. A pattern for all folders names too much. */
const wordsOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const isCopied = /^\s*(?:COPY|ADD)\s/i.test(line)
    return line
      .split(/[^\w.*?@/-]+/)
      .filter((word) => word.length <= MAX_WORD && !word.includes('**') && (isCopied || /[./]/.test(word)))
  })

/** By its path, by a pattern, or by a folder above it. */
const isNamedBy = (file: string, path: string): boolean =>
  file === path || file.startsWith(`${path}/`) || (/[*?]/.test(path) && globMatches(path, file))
