import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { privateUrl } from '../model/fly-names.ts'
import { isAgent } from './engine.ts'
import type { Config } from './schema.ts'

const WHAT_TO_DO =
  'write the samples to Grafana Cloud as well (the inputs grafana-prometheus-url, -user and -api-key), or name a data source with these metrics that Grafana reaches (`grafana.datasource`), or set `monitoring.access: password`'

/**
 * A Grafana that cannot query a Prometheus without a public address: every dashboard and rule in it would fail. One that
 * runs on Fly may be in the same private network.
 */
export function unreachableForGrafana(
  { monitoring, grafana: { datasource } }: Config,
  { grafana, remoteWrite }: Pick<Inputs, 'grafana' | 'remoteWrite'>,
): Diagnostic[] {
  // With an agent Grafana asks the store.
  if (monitoring.access !== 'private' || datasource !== undefined || !grafana || isAgent(monitoring))
    return []
  const isCloud = (url: string | undefined) =>
    URL.parse(url ?? '')?.hostname.endsWith('.grafana.net') === true
  const isOnFly = /\.(?:fly\.dev|internal|flycast)$/.test(URL.parse(grafana.url)?.hostname ?? '')
  if (isOnFly || (isCloud(grafana.url) && isCloud(remoteWrite?.url))) return []
  return [
    {
      code: 'config/private-grafana',
      severity: 'error',
      message: `\`monitoring.access\` is private: Grafana at ${grafana.url} cannot reach Prometheus at ${privateUrl(monitoring.app)}, which only Fly's private network reaches.`,
      hint: `Do one of these: ${WHAT_TO_DO}.`,
    },
  ]
}

/** For a plan that does not know Grafana: what a deploy with Grafana would need. */
export const privateAccessNote = (
  { monitoring, grafana }: Config,
  { grafana: given }: Pick<Inputs, 'grafana'>,
) =>
  monitoring.access !== 'private' || grafana.datasource !== undefined || given || isAgent(monitoring)
    ? []
    : [
        {
          part: 'Whether Grafana reaches Prometheus',
          why: "`monitoring.access` is private: only Fly's private network reaches Prometheus, and a Grafana elsewhere cannot query it. A deploy with such a Grafana is refused.",
          set: `nothing without Grafana; otherwise ${WHAT_TO_DO}`,
        },
      ]
