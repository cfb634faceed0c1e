import { basename, dirname, join } from 'node:path/posix'
import type { TextFile } from '../../lib/workspace.ts'
import { isScript } from '../deploys/deploy-commands.ts'
import type { PrometheusSource } from './source-files.ts'

/** What of a repository says how its configurations of Prometheus get to where Prometheus reads them. */
interface Surroundings {
  /** Dockerfiles and compose files. */
  naming: readonly TextFile[]
  /** Workflows and scripts; only called when a configuration has something to fill in. */
  programs: () => Promise<readonly TextFile[]>
  /** Whether a path from the root exists. */
  exists: (path: string) => boolean
}

/** The configurations with what other files do to them before Prometheus reads them. */
export async function inSurroundings(
  found: readonly PrometheusSource[],
  { naming, programs, exists }: Surroundings,
): Promise<PrometheusSource[]> {
  const isOpen = found.some(({ text }) => /\$\{[A-Za-z_]/.test(text))
  // The start script of this action fills in three variables of its own configuration, which says so itself.
  const all = isOpen ? [...naming, ...(await programs())].filter(({ text }) => !WRITTEN.test(text)) : []
  return found.map((source) => ({
    ...source,
    exists: (path) => source.exists(path) || naming.some((file) => isPlaced(path, file, exists)),
    // An exception in the file says so already.
    isCompleted: !EXCEPTION.test(source.text) && all.some(({ text }) => fillsIn(text, source.file)),
  }))
}

const WRITTEN = /^# Written by deploy-monitoring init/m
const EXCEPTION = /deploy-monitoring ignore prometheus\/placeholder\b/

/** Longer words are not paths. */
const MAX_WORD = 200

/** Whether a line of a Dockerfile or a compose file puts a file of the repository where it has the name of this path. */
function isPlaced(path: string, { file, text }: TextFile, exists: Surroundings['exists']): boolean {
  const name = basename(path)
  if (!text.includes(name)) return false
  return text.split('\n').some((line) => {
    if (!line.includes(name)) return false
    const words = line.split(/[^\w.@/-]+/).filter((word) => word !== '' && word.length <= MAX_WORD)
    return (
      words.some((word) => basename(word) === name) &&
      words.some((word) => !word.startsWith('/') && [join(dirname(file), word), join(word)].some(exists))
    )
  })
}

/** Whether a path may be that of a program that fills in a configuration before it starts Prometheus. */
export const mayFillIn = (path: string): boolean =>
  isScript(path) || /(?:^|\/)(?:docker-)?(?:entrypoint|start|run)(?:[-_]\w+)?(?:\.\w+)?$/.test(path)

/** Programs that fill in placeholders, and those that do it with a line that says so. */
const FILLS_IN =
  /\b(?:envsubst|gomplate|confd|dockerize|consul-template|envtpl|envplate|esh|jinja2?|j2|ytt|templatefile|expandvars|eval)\b/
const EDITS = /\b(?:sed|perl|awk)\b[^\n]{0,500}\$\\?\{?\w/

/** Whether a program fills in a configuration, which may have a further ending there: `prometheus.yml.tmpl`. */
function fillsIn(text: string, file: string): boolean {
  const name = `${basename(file).replace(/\..*$/, '')}.`
  const isNamed = (line: string) =>
    line
      .split(/[^\w.-]+/)
      .some((word) => word.startsWith(name) && /\.(?:ya?ml|tmpl|tpl|template|in|j2)$/.test(word))
  const lines = text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
  const isFilled = lines.some((line) => FILLS_IN.test(line)) && lines.some(isNamed)
  return isFilled || lines.some((line) => EDITS.test(line) && isNamed(line))
}
