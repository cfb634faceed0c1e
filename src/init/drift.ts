import type { Config } from '../config/schema.ts'
import type { Problem } from '../lib/errors.ts'
import { markOf } from './mark.ts'
import { renderedFiles } from './rendered.ts'

/**
 * Files that `init` made from the configuration and that are not what it says any more. Files that are not there, that
 * somebody else wrote, or that another configuration made are none of its business.
 * @param source path of the configuration, relative to the working directory, as the marks of the files name it
 * @param read text of a file of the working directory, if there is one, and its path as people know it
 */
export function findDrift(
  config: Config,
  source: string,
  read: (path: string) => { file: string; text: string } | undefined,
): Problem[] {
  return renderedFiles(config, source).flatMap(({ path, text: wanted }): Problem[] => {
    const found = read(path)
    const mark = found && markOf(found.text)
    if (mark?.source !== source) return []
    const text = found?.text.replaceAll('\r\n', '\n') ?? ''
    if (text === wanted) return []
    const at = { file: found?.file ?? path, line: firstDifference(text, wanted), column: 1 }
    return [{ code: 'generated-drift', severity: 'warning', at, ...saying(mark.changed, source) }]
  })
}

function saying(changed: boolean, source: string): { message: string; hint: string } {
  return changed
    ? {
        message: `This file was changed by hand and differs from what ${source} says.`,
        hint: `A deploy by hand would ship it, the action would not. Move the change to ${source}, then run "deploy-monitoring init --force".`,
      }
    : {
        message: `This file was made from ${source}, and is not what it says now.`,
        hint: 'Run "deploy-monitoring init" and commit the result.',
      }
}

/** The first line that differs, apart from the mark, which always does. */
function firstDifference(text: string, wanted: string): number {
  const lines = text.split('\n')
  const others = wanted.split('\n')
  const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'))
  return at === -1 ? Math.min(lines.length, others.length) : at + 1
}
