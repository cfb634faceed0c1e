import { groupedRules } from '../formats/rule-file.ts'
import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import type { Config } from './schema.ts'

type Monitoring = Pick<Config['monitoring'], 'engine' | 'fly_metrics'>

/** Whether Fly's managed Prometheus scrapes: there is no monitoring app, and no machine of it. */
export const isOnFlysPrometheus = ({ engine }: Pick<Monitoring, 'engine'>): boolean => engine === 'fly'

/** Whether the series that Fly has of the machines are where the queries go. */
export const hasFlySeries = (monitoring: Monitoring): boolean =>
  monitoring.fly_metrics === true || isOnFlysPrometheus(monitoring)

/** What depends on the inputs and on other files: there is no one to send samples, and no one to record series. */
export function flyEngineProblems(
  { monitoring }: Config,
  { remoteWrite }: Pick<Inputs, 'remoteWrite'>,
  { rules, locate }: { rules: readonly TextFile[]; locate: () => SourceLocation | undefined },
): Diagnostic[] {
  if (!isOnFlysPrometheus(monitoring)) return []
  const problem = { code: 'config/fly-engine', severity: 'error' } as const
  const at = locate()
  return [
    ...(remoteWrite
      ? [
          {
            ...{ ...problem, ...(at && { at }) },
            message:
              'The inputs grafana-prometheus-url, -user and -api-key and `engine: fly` cannot be combined: Fly sends its samples nowhere.',
            hint: 'Remove the inputs, or use `engine: server`.',
          },
        ]
      : []),
    ...rules.filter(hasRecordingRule).map(({ file }) => ({
      ...{ ...problem, at: { file, line: 1, column: 1 } },
      message: `${file} has a recording rule, and with \`engine: fly\` no rule is recorded: Fly's Prometheus evaluates none, and Grafana only the alerts.`,
      hint: 'Write the expression of the recording rule into the alerts and panels that read it, and remove it; or use `engine: server`.',
    })),
  ]
}

/** A file that is not valid is reported elsewhere. */
function hasRecordingRule({ text }: TextFile): boolean {
  try {
    return groupedRules(text).some(({ rule }) => 'record' in rule)
  } catch {
    return false
  }
}
