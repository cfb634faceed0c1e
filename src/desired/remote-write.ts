import { QUEUE_DEFAULTS, type RemoteWriteConfig, targetName } from '../config/remote-write.ts'
import { ARRIVAL_METRIC } from '../model/prometheus.ts'
import { NO_REDIRECTS, seriesRules } from './scrape-job.ts'
import { variablePath } from './scrape-secrets.ts'

/** The section remote_write of prometheus.yml: the target of the inputs first. `keyFile`: where its key is. */
export const remoteWriteSection = (
  input: { url: string; user: string } | undefined,
  keyFile: string,
  targets: readonly RemoteWriteConfig[],
): object[] => [
  ...(input
    ? [
        {
          url: input.url,
          ...NO_REDIRECTS,
          basic_auth: { username: input.user, password_file: keyFile },
          queue_config: QUEUE_DEFAULTS,
        },
      ]
    : []),
  ...targets.map(sectionOf),
]

/** The name is the label remote_name of the counters, from which alerts and the verification know the target. */
const sectionOf = (target: RemoteWriteConfig): object => ({
  url: target.url,
  name: targetName(target),
  ...NO_REDIRECTS,
  ...(target.user !== undefined &&
    target.password_env !== undefined && {
      basic_auth: { username: target.user, password_file: variablePath(target.password_env) },
    }),
  ...sentSeries(target),
  queue_config: { ...QUEUE_DEFAULTS, ...target.queue_config },
})

/** Which series are sent. The one that proves the arrival is always among them. */
function sentSeries({ keep, drop }: RemoteWriteConfig) {
  const rules = seriesRules({ keep: keep && [ARRIVAL_METRIC, ...keep], drop })
  return rules.length > 0 && { write_relabel_configs: rules }
}
