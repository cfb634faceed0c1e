import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import type { Config } from './schema.ts'

type Monitoring = Pick<Config['monitoring'], 'engine' | 'fly_metrics'>

/** Whether Fly's managed Prometheus scrapes: there is no monitoring app, and no machine of it. */
export const isOnFlysPrometheus = ({ engine }: Pick<Monitoring, 'engine'>): boolean => engine === 'fly'

/** Whether the series that Fly has of the machines are where the queries go. */
export const hasFlySeries = (monitoring: Monitoring): boolean =>
  monitoring.fly_metrics === true || isOnFlysPrometheus(monitoring)

/** The inputs of remote write: there is no one to send samples. */
export function writtenByFly(
  { monitoring }: Config,
  { remoteWrite }: Pick<Inputs, 'remoteWrite'>,
  locate: () => SourceLocation | undefined,
): Diagnostic[] {
  if (!isOnFlysPrometheus(monitoring) || !remoteWrite) return []
  const at = locate()
  return [
    {
      ...{ code: 'config/fly-engine', severity: 'error', ...(at && { at }) },
      message:
        'The inputs grafana-prometheus-url, -user and -api-key and `engine: fly` cannot be combined: Fly sends its samples nowhere.',
      hint: 'Remove the inputs, or use `engine: server`.',
    },
  ]
}
