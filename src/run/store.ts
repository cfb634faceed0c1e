import type { Dispatcher } from 'undici'
import { createPrometheus } from '../clients/prometheus/client.ts'
import { type Store, storeOf } from '../config/engine.ts'
import { targetName } from '../config/remote-write.ts'
import type { Config } from '../config/schema.ts'
import type { ScrapeSecrets } from '../desired/scrape-secrets.ts'
import type { Inputs } from '../inputs/types.ts'
import { parseDuration } from '../lib/duration.ts'
import type { Prometheus } from '../model/prometheus.ts'
import type { StoreView } from '../verify/store/view.ts'

/** The store of an agent, as it is asked; undefined where Prometheus itself has the samples. */
export interface OpenStore {
  name: string
  view: StoreView
}

interface Given {
  inputs: Pick<Inputs, 'remoteWrite'>
  project: { config: Config }
  scrapes: ScrapeSecrets
  pool: Dispatcher
  signal?: AbortSignal
}

/** An agent and its store as one Prometheus. `agent`: asks the agent itself. */
export async function openStore(agent: Prometheus, given: Given): Promise<OpenStore | undefined> {
  const { inputs, project, scrapes, pool, signal } = given
  const { config } = project
  const store = storeOf(config, inputs)
  if (!store) return undefined
  const [{ createStoreView }, { allGroups, inlineRecordings }] = await Promise.all([
    import('../verify/store/view.ts'),
    import('../desired/alerts/groups.ts'),
  ])
  const key = store.variable === undefined ? inputs.remoteWrite?.key : scrapes.get(store.variable)
  const credentials =
    store.user === undefined || key === undefined ? undefined : { user: store.user, password: key }
  const view = createStoreView({
    agent,
    store: createPrometheus({ url: store.queryUrl, credentials, pool, signal, kind: 'store' }),
    name: store.name,
    monitor: config.monitoring.app,
    inline: inlineRecordings(allGroups(config, { remoteWrite: true })),
    intervalMs: parseDuration(config.monitoring.scrape_interval) ?? 15_000,
    batchMs: batchOf(config, store),
  })
  return { name: store.name, view }
}

/** How long samples may wait to be sent; 5 s by default. */
function batchOf({ remote_write: targets }: Config, { name }: Store): number {
  const target = targets.find((one) => targetName(one) === name)
  return parseDuration(target?.queue_config?.batch_send_deadline ?? '') ?? 5_000
}
