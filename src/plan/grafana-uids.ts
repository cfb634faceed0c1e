import type { NormalDashboard } from './grafana-dashboard.ts'
import { type Json, mapStrings, sha256 } from './grafana-json.ts'

/** The uid of a dashboard whose plain one another deployment has: the same at every run, at most 40 characters. */
export const ownUid = (uid: string, deployment: string): string =>
  `${uid.slice(0, 31)}-${sha256(deployment).slice(0, 8)}`

/** The dashboards under their uids in Grafana; links between them lead to these, not to the other deployment's. */
export function underUids(
  dashboards: readonly NormalDashboard[],
  moved: ReadonlyMap<string, string>,
): NormalDashboard[] {
  if (moved.size === 0) return [...dashboards]
  const linked = (text: string) =>
    text.replace(/(\/d(?:-solo)?\/)([\w-]+)/g, (_, path, uid) => path + (moved.get(uid) ?? uid))
  return dashboards.map((dashboard) => {
    const uid = moved.get(dashboard.uid) ?? dashboard.uid
    return { ...dashboard, uid, json: { ...(mapStrings(dashboard.json, linked) as Json), uid } }
  })
}
