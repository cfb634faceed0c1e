import type { Config } from '../config/schema.ts'
import { initMarkOf } from '../desired/manual/mark.ts'
import { RENDERED_PATHS } from '../desired/manual/paths.ts'
import { BY_NPX } from '../lib/documentation.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { fileDrift } from './file/entries.ts'
import { diagnostic } from './rule.ts'

/** The working directory, as far as rendered files depend on it. */
export interface WorkingDirectory {
  /** Text of a file, if it exists, and its path from the root of the repository. */
  read(path: string): { file: string; text: string } | undefined
  /** Paths of the rule files of `alerts.rules`. */
  ownRules(): readonly string[]
}

/**
 * Finds files that `init` made from the configuration and that no longer match it. Files that do not exist, that
 * people wrote, or that were made from another configuration are not compared.
 * @param source path of the configuration, relative to the working directory, as in the marks of the files
 */
export async function findDrift(
  config: Config,
  source: string,
  { read, ownRules }: WorkingDirectory,
): Promise<Diagnostic[]> {
  const rendered = RENDERED_PATHS.flatMap((path) => {
    const found = read(path)
    const mark = found && initMarkOf(found.text)
    return mark?.source === source ? [{ path, file: found?.file ?? path, text: found?.text ?? '', mark }] : []
  })
  if (rendered.length === 0) return []
  // The renderer is loaded only where there is a file to compare.
  const { renderedFiles } = await import('../desired/manual/files.ts')
  const expected = new Map(renderedFiles(config, source, ownRules()).map(({ path, text }) => [path, text]))
  return rendered.flatMap(({ path, file, text, mark }): Diagnostic[] => {
    const [is, should] = [text.replaceAll('\r\n', '\n'), expected.get(path)]
    if (should === undefined)
      return [diagnostic(fileDrift, { file, line: 1, column: 1 }, ...notNeeded(source))]
    if (is === should) return []
    const at = { file, line: firstDifference(is, should), column: 1 }
    return [diagnostic(fileDrift, at, ...describeDrift(mark.changed, source))]
  })
}

const notNeeded = (source: string): [message: string, hint: string] => [
  `This file was made from ${source}, which needs it no longer.`,
  'Remove it: `init` removes no file.',
]

function describeDrift(changed: boolean, source: string): [message: string, hint: string] {
  return changed
    ? [
        `This file was changed by hand and does not match ${source}.`,
        `A deploy by hand would use it, the action would not. Move the change to ${source}, then run \`${BY_NPX} init --force\`.`,
      ]
    : [
        `This file was made from ${source} and no longer matches it.`,
        `Run \`${BY_NPX} init\` and commit the result.`,
      ]
}

/** The first line that differs, apart from the mark, which always does. */
function firstDifference(text: string, expected: string): number {
  const lines = text.split('\n')
  const others = expected.split('\n')
  const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'))
  return at === -1 ? Math.min(lines.length, others.length) : at + 1
}
