import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { privateUrl } from '../model/fly-names.ts'
import { isAgent, type Store, storeOf } from './engine.ts'
import type { Config } from './schema.ts'

const WHAT_TO_DO =
  'write the samples to Grafana Cloud as well (the inputs grafana-prometheus-url, -user and -api-key), or name a data source with these metrics that Grafana reaches (`grafana.datasource`), or set `monitoring.access: password`'

/**
 * A Grafana that cannot query a Prometheus, or the store of an agent, without a public address: every dashboard and rule in
 * it would fail. One that runs on Fly may be in the same private network.
 */
export function unreachableForGrafana(
  config: Config,
  inputs: Pick<Inputs, 'grafana' | 'remoteWrite'>,
): Diagnostic[] {
  const { grafana, remoteWrite } = inputs
  if (config.grafana.datasource !== undefined || !grafana || isOnFly(grafana.url)) return []
  const store = storeOf(config, inputs)
  if (store) return isPrivate(store.queryUrl) ? [privateStore(store, grafana.url)] : []
  const { access, app } = config.monitoring
  if (access !== 'private' || (isCloud(grafana.url) && isCloud(remoteWrite?.url))) return []
  return [
    {
      code: 'config/private-grafana',
      severity: 'error',
      message: `\`monitoring.access\` is private: Grafana at ${grafana.url} cannot reach Prometheus at ${privateUrl(app)}, which only Fly's private network reaches.`,
      hint: `Do one of these: ${WHAT_TO_DO}.`,
    },
  ]
}

const hostOf = (url: string | undefined): string => URL.parse(url ?? '')?.hostname ?? ''
const isCloud = (url: string | undefined): boolean => hostOf(url).endsWith('.grafana.net')
const isOnFly = (url: string): boolean => /\.(?:fly\.dev|internal|flycast)$/.test(hostOf(url))
const isPrivate = (url: string): boolean => /\.(?:internal|flycast)$/.test(hostOf(url))

const privateStore = ({ name, queryUrl }: Store, grafana: string): Diagnostic => ({
  code: 'config/private-grafana',
  severity: 'error',
  message: `The store ${name} of \`monitoring.engine: agent\` is asked at ${queryUrl}, which only Fly's private network reaches: Grafana at ${grafana} cannot show its samples.`,
  hint: 'Give the store a public address behind HTTPS and a password, and set it as `query_url`; or name a data source with these metrics that Grafana reaches (`grafana.datasource`).',
})

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
