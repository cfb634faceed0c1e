import { parseYaml } from '../../formats/yaml-value.ts'
import { parseDuration } from '../../lib/duration.ts'
import { messageOf } from '../../lib/errors.ts'
import type { RuntimeInfo } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { configDiff } from './config-diff.ts'

/** What to do when Prometheus does not run what was deployed. */
export const REDEPLOY =
  'Deploy the monitoring app again; if the problem persists, read its log with `flyctl logs`.'

/** Whether Prometheus runs the configuration that was deployed. */
export function judgeConfig(shipped: string | undefined, running: string): CheckEvidence {
  const about = { area: 'configuration', subject: 'prometheus.yml' } as const
  if (shipped === undefined)
    return {
      ...about,
      outcome: 'nothing-to-check',
      certainty: 'not checked',
      why: 'This run has no deployed configuration to compare it with.',
    }
  try {
    const differences = configDiff(parseYaml(shipped), parseYaml(running))
    if (differences.length === 0)
      return {
        ...about,
        outcome: 'holds',
        certainty: 'proven',
        why: 'The running configuration is the one that was deployed; secrets are masked and not compared.',
      }
    return {
      ...about,
      outcome: 'broken',
      certainty: 'proven',
      why: `The running configuration differs from the deployed one in ${differences.join(', ')}.`,
      next: REDEPLOY,
    }
  } catch (error) {
    return {
      ...about,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: `The running and the deployed configuration could not be compared: ${messageOf(error)}`,
    }
  }
}

/** Whether the last reload of the configuration was accepted. */
export function judgeReload({ reloadConfigSuccess }: RuntimeInfo): CheckEvidence {
  const about = { area: 'reload', subject: 'prometheus.yml', certainty: 'proven' } as const
  return reloadConfigSuccess
    ? { ...about, outcome: 'holds', why: 'The last reload succeeded.' }
    : {
        ...about,
        outcome: 'broken',
        why: 'Prometheus rejected the configuration at its last reload and still runs the previous one.',
        next: REDEPLOY,
      }
}

/** Whether samples are kept as long as configured. Prometheus reports `15d`, `2w`, or `15d or 10GiB`. */
export function judgeRetention(wanted: string, { storageRetention }: RuntimeInfo): CheckEvidence {
  const about = { area: 'retention', subject: wanted, certainty: 'proven' } as const
  const [time = ''] = storageRetention.split(' or ')
  return parseDuration(time) === parseDuration(wanted)
    ? { ...about, outcome: 'holds', why: `Prometheus keeps samples for ${storageRetention}.` }
    : {
        ...about,
        outcome: 'broken',
        why: `Prometheus keeps samples for ${storageRetention || 'its default retention time'}, not for ${wanted}.`,
        next: REDEPLOY,
      }
}
