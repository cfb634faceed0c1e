import { withoutEndSlash } from '../lib/text.ts'
import type { RemoteWriteConfig } from './remote-write.ts'

/** A known kind of store: the end of its remote-write path, and the base path of its query API. */
interface Store {
  push: RegExp
  /** The base path, from the groups of the match; undefined where another program answers queries. */
  query: (groups: Record<string, string>) => string | undefined
}

/** By the conventions of the servers, the more specific ones first. */
const STORES: readonly Store[] = [
  // A cluster of VictoriaMetrics: behind vmauth, or vminsert and vmselect on one host.
  {
    push: /^(?<base>.*)\/insert\/(?<tenant>\d+(?::\d+)?)\/prometheus(?:\/api\/v1\/(?:write|push))?$/,
    query: ({ base, tenant }) => `${base}/select/${tenant}/prometheus`,
  },
  // Its tenant comes from labels: no single address answers queries.
  { push: /\/insert\/multitenant\//, query: () => undefined },
  // Grafana Cloud and Cortex.
  { push: /^(?<base>.*\/api\/prom)\/push$/, query: ({ base }) => base },
  // Mimir.
  { push: /^(?<base>.*)\/api\/v1\/push$/, query: ({ base }) => `${base}/prometheus` },
  // Prometheus, VictoriaMetrics as a single server, GreptimeDB.
  { push: /^(?<base>.*)\/api\/v1\/write$/, query: ({ base }) => base },
  // Thanos Receive and its Querier are separate programs.
  { push: /\/api\/v1\/receive$/, query: () => undefined },
]

/** The ports on which a cluster of VictoriaMetrics accepts samples, and answers queries. */
const [VMINSERT, VMSELECT] = ['8480', '8481']

/** Base URL of the query API that belongs to a remote-write URL; undefined where it cannot be derived. */
export function queryUrl(pushUrl: string): string | undefined {
  const url = URL.parse(pushUrl)
  if (!url) return undefined
  const path = withoutEndSlash(url.pathname)
  for (const { push, query } of STORES) {
    const match = push.exec(path)
    if (!match) continue
    const base = query(match.groups ?? {})
    if (base === undefined) return undefined
    if (base.includes('/select/') && url.port === VMINSERT) url.port = VMSELECT
    return `${url.origin}${base}`
  }
  return undefined
}

/** Where the samples that a target gets are read; undefined where it is not known. */
export const queryUrlOf = ({ query_url: given, url }: RemoteWriteConfig): string | undefined =>
  given ?? queryUrl(url)
