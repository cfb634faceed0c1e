import { realpathSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Environment } from '../inputs/names.ts'
import { ActionError } from '../lib/errors.ts'
import { jsonText } from '../lib/json-text.ts'
import type { Log } from '../lib/log.ts'
import { temporaryFolder } from '../lib/temporary.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import { writeFiles } from '../lib/write-files.ts'
import { inputIn } from './github/publication.ts'

/**
 * Writes the findings as SARIF where the input says, in the workspace or in the runner's temporary folder, else into a
 * folder of this run. Returns the path; empty when it could not be written.
 */
export function writeSarif(
  sarif: object,
  { folder, env, log }: { folder: string; env: Environment; log: Log },
): string {
  const value = inputIn(env)
  const given = value('sarif-file')
  const workspace = workspaceRoot(env)
  const path =
    given === undefined
      ? join(folder, 'findings.sarif')
      : resolve(workspace, value('working-directory') ?? '.', given)
  const roots = given === undefined ? [folder] : [temporaryFolder(env), workspace]
  const root = roots.find((one) => path.startsWith(`${resolve(one)}/`)) ?? workspace
  try {
    const file = { path: relative(root, path), text: `${jsonText(sarif)}\n`, executable: false }
    writeFiles(realpathSync(root), [file])
    return path
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    for (const problem of error.problems) log.problem({ ...problem, severity: 'warning' })
    return ''
  }
}
