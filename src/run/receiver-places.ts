import { locateIn } from '../config/load.ts'
import type { ReceiverKind } from '../config/notify.ts'
import { SECRETS_OF, secretsOf } from '../desired/alertmanager/receiver-kinds.ts'
import { rawInput } from '../inputs/names.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { openWorkspace, readText, workspaceRoot } from '../lib/workspace.ts'
import type { RunContext } from './context.ts'

/**
 * Adds to the problems of receivers' secrets the place of the receiver in the configuration, as far as there is one:
 * inputs are read before it.
 */
export function withReceiverPlaces(problems: readonly Diagnostic[], env: RunContext['env']): Diagnostic[] {
  const read = (name: 'config' | 'working-directory', otherwise: string) =>
    rawInput(env, name)?.trim() || otherwise
  try {
    const workspace = openWorkspace(workspaceRoot(env), read('working-directory', '.'))
    const source = readText(workspace, read('config', 'monitoring.yml'))
    const locate = source && locateIn(source)
    return problems.map((problem) => {
      const secret = /^Input (\S+) /.exec(problem.message)?.[1] ?? ''
      const kind = (Object.keys(SECRETS_OF) as ReceiverKind[]).find((one) =>
        secretsOf(one).some((name) => name === secret),
      )
      const at = kind && problem.code === 'input/receiver' && locate?.(['alerts', 'notify', kind], 'key')
      return at ? { ...problem, at } : problem
    })
  } catch {
    // A configuration that cannot be read is reported when the inputs are valid.
    return [...problems]
  }
}
