import { dirname, join, normalize } from 'node:path/posix'
import type { Sources } from '../config/source-files.ts'
import { globMatches } from '../formats/glob.ts'
import type { TextFile } from '../lib/workspace.ts'

/** A file that says which others are deployed: a workflow, a Dockerfile, a compose file, a Fly configuration. */
export type NamingFile = TextFile

/** Longer words are not paths, and comparing them with every file would take long. */
const MAX_WORD = 200
/** Words of all naming files together; real repositories have far less. */
const MAX_WORDS = 20_000

/**
 * The files of a repository that something deploys: those that the configuration names, and those that a workflow, a
 * Dockerfile, a compose file, a deployed Fly configuration or a deployed Prometheus configuration names. Only in them a
 * mistake is certain to matter.
 * @param named paths from the root of the repository
 * @param apps names of the apps of the configuration, including that of Prometheus
 */
export function deployedFiles(
  sources: Sources,
  {
    named,
    apps,
    naming,
  }: { named: readonly string[]; apps: readonly string[]; naming: readonly NamingFile[] },
): ReadonlySet<string> {
  const deployed = new Set(named)
  const words = namesIn([...sources.workflows, ...naming])
  const addFrom = (found: readonly TextFile[], by: readonly Word[]) => {
    for (const { file } of found) if (by.some((word) => isNamedBy(file, word))) deployed.add(file)
  }
  for (const { file, app } of sources.fly) if (apps.includes(app)) deployed.add(file)
  addFrom(sources.fly, words)
  const inFly = namesIn(sources.fly.filter(({ file }) => deployed.has(file)))
  addFrom(sources.prometheus, [...words, ...inFly])
  const inPrometheus = namesIn(sources.prometheus.filter(({ file }) => deployed.has(file)))
  addFrom(sources.rules, [...words, ...inFly, ...inPrometheus])
  for (const { file } of sources.workflows) deployed.add(file)
  return deployed
}

/** A word that may be the path of a file or a folder, as seen from the root of the repository. */
interface Word {
  path: string
  isPattern: boolean
}

/** The words of files that look like paths: each from the folder of its file, and from the root. */
function namesIn(files: readonly TextFile[]): Word[] {
  const found = new Set<string>()
  for (const { file, text } of files)
    for (const [word] of text.matchAll(/[\w.*?@/-]+/g)) {
      if (word.length > MAX_WORD || !/[./]/.test(word) || /^[./]*$/.test(word)) continue
      for (const path of [join(dirname(file), word), normalize(word)])
        if (!path.startsWith('..') && !path.startsWith('/')) found.add(path.replace(/\/$/, ''))
      if (found.size > MAX_WORDS) return []
    }
  return [...found].map((path) => ({ path, isPattern: /[*?]/.test(path) }))
}

/** By its path, by a pattern, or by a folder above it. */
const isNamedBy = (file: string, { path, isPattern }: Word): boolean =>
  isPattern ? globMatches(path, file) : file === path || file.startsWith(`${path}/`)
