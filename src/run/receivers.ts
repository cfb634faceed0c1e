import { locateIn } from '../config/load.ts'
import type { ReceiverKind } from '../config/notify.ts'
import type { Project } from '../config/project.ts'
import { missingSecrets } from '../desired/alertmanager/alertmanager.ts'
import { SECRETS_OF } from '../desired/alertmanager/receivers.ts'
import { environmentVariable, rawInput } from '../inputs/names.ts'
import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { openWorkspace, readText, workspaceRoot } from '../lib/workspace.ts'
import type { RunContext } from './context.ts'

/**
 * Receivers and their secrets, compared: a deploy needs the secret of every receiver; the heartbeat of the Alertmanager
 * needs an Alertmanager.
 */
export function receiverProblems({ config, source }: Project, inputs: Inputs): Diagnostic[] {
  const { notify } = config.alerts
  if (inputs.mode !== 'deploy') return []
  if (!notify) return inputs.receivers['heartbeat-url'] === undefined ? [] : [HEARTBEAT_UNUSED]
  return missingSecrets(notify, inputs.receivers).map(({ kind, secret }) => {
    const at = source && locateIn(source)(['alerts', 'notify', kind], 'key')
    const variable = environmentVariable(secret)
    return {
      code: 'input/receiver-missing',
      severity: 'error',
      ...(at && { at }),
      message: `alerts.notify.${kind} is configured, and neither the input ${secret} nor the variable ${variable} is set.`,
      hint: `Store it as a secret and pass it as ${secret} (an empty secret counts as missing), or remove alerts.notify.${kind}.`,
    }
  })
}

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
        [SECRETS_OF[one].needs, ...(SECRETS_OF[one].uses ?? [])].some((name) => name === secret),
      )
      const at = kind && problem.code === 'input/receiver' && locate?.(['alerts', 'notify', kind], 'key')
      return at ? { ...problem, at } : problem
    })
  } catch {
    // A configuration that cannot be read is reported when the inputs are valid.
    return [...problems]
  }
}

const HEARTBEAT_UNUSED: Diagnostic = {
  code: 'input/heartbeat-unused',
  severity: 'warning',
  message:
    'heartbeat-url is set, but there is no Alertmanager that could ping it: `alerts.notify` is not configured.',
  hint: 'Configure `alerts.notify`. With Grafana instead: create a contact point of the type webhook with this URL, and a notification policy for `alertname = Watchdog` that leads to it, repeated every minute.',
}
