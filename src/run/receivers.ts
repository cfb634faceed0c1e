import { locateIn } from '../config/load.ts'
import type { Project } from '../config/sources/project.ts'
import { missingSecrets } from '../desired/alertmanager/receiver-kinds.ts'
import { environmentVariable } from '../inputs/names.ts'
import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'

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

const HEARTBEAT_UNUSED: Diagnostic = {
  code: 'input/heartbeat-unused',
  severity: 'warning',
  message:
    'heartbeat-url is set, but there is no Alertmanager that could ping it: `alerts.notify` is not configured.',
  hint: 'Configure `alerts.notify`. With Grafana instead: create a contact point of the type webhook with this URL, and a notification policy for `alertname = Watchdog` that leads to it, repeated every minute.',
}
