import type { Config } from '../config/schema.ts'
import { initMarkOf } from '../desired/manual/mark.ts'
import { RENDERED_PATHS } from '../desired/manual/paths.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { fileDrift } from './file/entries.ts'
import { diagnostic } from './rule.ts'

/**
 * Files that `init` made from the configuration and that are not what it says any more. Files that are not there, that
 * somebody else wrote, or that another configuration made are none of its business.
 * @param source path of the configuration, relative to the working directory, as the marks of the files name it
 * @param read text of a file of the working directory, if there is one, and its path as people know it
 */
export async function findDrift(
  config: Config,
  source: string,
  read: (path: string) => { file: string; text: string } | undefined,
): Promise<Diagnostic[]> {
  const ours = RENDERED_PATHS.flatMap((path) => {
    const found = read(path)
    const mark = found && initMarkOf(found.text)
    return mark?.source === source ? [{ path, file: found?.file ?? path, text: found?.text ?? '', mark }] : []
  })
  if (ours.length === 0) return []
  // What renders is loaded only where there is something to compare.
  const { renderedFiles } = await import('../desired/manual/files.ts')
  const wanted = new Map(renderedFiles(config, source).map(({ path, text }) => [path, text]))
  return ours.flatMap(({ path, file, text, mark }): Diagnostic[] => {
    const [is, should] = [text.replaceAll('\r\n', '\n'), wanted.get(path) ?? '']
    if (is === should) return []
    const at = { file, line: firstDifference(is, should), column: 1 }
    return [diagnostic(fileDrift, at, ...saying(mark.changed, source))]
  })
}

function saying(changed: boolean, source: string): [message: string, hint: string] {
  return changed
    ? [
        `This file was changed by hand and differs from what ${source} says.`,
        `A deploy by hand would ship it, the action would not. Move the change to ${source}, then run "deploy-monitoring init --force".`,
      ]
    : [
        `This file was made from ${source}, and is not what it says now.`,
        'Run "deploy-monitoring init" and commit the result.',
      ]
}

/** The first line that differs, apart from the mark, which always does. */
function firstDifference(text: string, wanted: string): number {
  const lines = text.split('\n')
  const others = wanted.split('\n')
  const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'))
  return at === -1 ? Math.min(lines.length, others.length) : at + 1
}
