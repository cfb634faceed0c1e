import { posix } from 'node:path'
import { PRESET_APP, type PresetNames } from '../inputs/types.ts'
import { BY_NPX } from '../lib/documentation.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import {
  existsInWorkspace,
  readText,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../lib/workspace.ts'
import { otherKindOf } from './sources/recognise.ts'

/**
 * Whether the preset stands for a configuration that does not exist: where an input names the app, or the app is Fechatter's.
 * Nobody else's repository is compared with Fechatter's services.
 */
export function presetApplies(workspace: Workspace, names: PresetNames): boolean {
  return Object.keys(names).length > 0 || isFechatter(appIn(workspace))
}

/** Fechatter's apps: the preset is theirs. */
export const isFechatter = (app: string): boolean => app === PRESET_APP || app.startsWith(`${PRESET_APP}-`)

function appIn(workspace: Workspace): string {
  try {
    return /^app\s*=\s*["']([^"']+)["']/m.exec(readText(workspace, 'fly.toml')?.text ?? '')?.[1] ?? ''
  } catch (error) {
    // A file that cannot be read is reported where it is checked.
    if (error instanceof ActionError) return ''
    throw error
  }
}

/** The one finding about a configuration that does not exist; a file with the other ending is named. */
export function noConfiguration(workspace: Workspace, path: string): Diagnostic {
  const other = path.replace(/\.(ya?ml)$/, (ending) => (ending === '.yml' ? '.yaml' : '.yml'))
  const name = repositoryPath(workspace, path)
  const problem = { code: 'config/missing', severity: 'error' } as const
  if (other === path || !existsInWorkspace(workspace, other))
    return {
      ...problem,
      message: `There is no ${name}.`,
      hint: `Run \`${BY_NPX} init\`, which writes one from the files of this repository.`,
    }
  const found = repositoryPath(workspace, other)
  return {
    ...problem,
    at: { file: found, line: 1, column: 1 },
    message: `There is no ${name}, but a ${posix.basename(found)}, which is not read.`,
    hint: `Rename it to ${posix.basename(path)}, or name it with input \`config\` (\`--config ${other}\`).`,
  }
}

/** A file of another kind that only has the name of a configuration; nothing for a configuration. */
export function otherKind({ file, text }: TextFile): Diagnostic[] {
  const kind = otherKindOf(text)
  if (kind === undefined) return []
  return [
    {
      code: 'config/other-kind',
      severity: 'error',
      at: { file, line: 1, column: 1 },
      message: `${file} is ${kind}, not a configuration of this action.`,
      hint: 'Give the configuration another name with input `config`: `init --config deploy-monitoring.yml` writes it.',
    },
  ]
}
