import * as v from 'valibot'
import type { GrafanaRequest, GrafanaRequests, GrafanaResponse } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

const settingsShape = v.object({ namespace: v.string() })

export interface ResourceRequest extends Pick<GrafanaRequest, 'method' | 'body' | 'to' | 'expect'> {
  /** Group and version: `dashboard.grafana.app/v2`. */
  resource: string
  /** The kind, and what follows it: `dashboards/overview`. */
  rest: string
}

/** Sends a request about resources of `/apis`, in the namespace of this Grafana. */
export type ResourceRequests = (asked: ResourceRequest) => Promise<GrafanaResponse>

/**
 * The namespace is `default` for the first organization; the settings contain that of others and of Grafana Cloud. They
 * are asked for only when they must be.
 */
export function createResourceRequests({ send }: GrafanaRequests, url: string): ResourceRequests {
  const settings = async () => {
    const to = 'return its namespace'
    return parseResponse(await send({ path: '/api/frontend/settings', to }), settingsShape, to).namespace
  }
  let known: Promise<string> | undefined
  const isCloud = new URL(url).hostname.endsWith('.grafana.net')
  return async ({ resource, rest, ...asked }) => {
    const to = (namespace: string) =>
      send({ ...asked, path: `/apis/${resource}/namespaces/${pathSegment(namespace)}/${rest}` })
    if (isCloud) known ??= settings()
    const used = known ? await known : 'default'
    const answer = await to(used)
    if (answer.status !== 403) return answer
    known ??= settings()
    const right = await known
    return right === used ? answer : to(right)
  }
}
