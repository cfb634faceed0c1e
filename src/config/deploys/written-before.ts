import { posix } from 'node:path'
import { globMatches } from '../../formats/glob.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { withoutContinuations } from './shell.ts'
import type { StepPlace } from './workflow-steps.ts'

/** A command that changes a file in place, or makes it from another one: that is its last word. */
const LAST_WORD =
  /^(?:sudo[ \t]+)?(?:(?:g?sed|perl|yq)[ \t].{0,200}?(?:-[a-zA-Z]*i\b|--in-?place)|(?:cp|mv|install)[ \t]).{0,300}[ \t]["']?([^\s"']+)["']?$/
const REDIRECTED = /(?:>|\btee[ \t]+(?:-a[ \t]+)?)[ \t]*["']?([^\s"'|&;>]+)/g

/** The files that a line of a script writes. */
const writtenBy = (line: string): string[] =>
  line
    .slice(0, 1000)
    .split(/&&|;|\|\|/)
    .flatMap((part) => [
      ...(LAST_WORD.exec(part.trim())?.slice(1) ?? []),
      ...[...part.matchAll(REDIRECTED)].flatMap(([, path = '']) => path),
    ])

interface Before {
  /** The Fly configuration. */
  config: string
  /** The line of the deploy in its step, from 0. */
  line: number
  /** A text of a step with what is known, and `*` for what only a run knows. */
  known(text: string): string
  folderOf(step: Tree): string
}

/** What writes the Fly configuration of a deploy before it, in its job: the script, and the line of that, from 0. */
export function writtenBefore({ step, job }: StepPlace, before: Before) {
  const steps = items(get(job, 'steps'))
  for (const one of steps.slice(0, steps.indexOf(step) + 1)) {
    const run = get(one, 'run')
    const lines = before.known(withoutContinuations(scalarText(run) ?? '')).split('\n')
    const isOwn = (path: string) => {
      const target = posix.join(before.folderOf(one), path)
      return posix.basename(target) === posix.basename(before.config) && globMatches(target, before.config)
    }
    const line = lines
      .slice(0, one === step ? before.line : undefined)
      .findIndex((text) => writtenBy(text).some(isOwn))
    if (run && line !== -1) return { run, line }
  }
  return undefined
}
