import { type JsonObject, mapStrings, sha256 } from '../../lib/json-value.ts'
import type { NormalDashboard } from '../../model/grafana.ts'

/** Grafana takes no longer ones. */
const MAX = 40

/** A text as a uid: where it is too long for one, what was cut off is told by its hash. */
export const uidFor = (text: string, max = MAX): string =>
  text.length <= max ? text : uidWithHash(text, text, max)

/** A uid that shows how `text` begins and is another one for each `key`: the same at every run. */
export const uidWithHash = (text: string, key: string, max = MAX): string =>
  `${text.slice(0, max - 9)}-${sha256(key).slice(0, 8)}`

/** The uid of a dashboard whose plain one another deployment has: the same at every run. */
export const deploymentUid = (uid: string, deployment: string): string =>
  uidWithHash(uid, `${deployment}\0${uid}`)

/** The dashboards under their uids in Grafana; links between them lead to these, not to the other deployment's. */
export function withUids(
  dashboards: readonly NormalDashboard[],
  moved: ReadonlyMap<string, string>,
): NormalDashboard[] {
  if (moved.size === 0) return [...dashboards]
  const linked = (text: string) =>
    text.replace(/(\/d(?:-solo)?\/)([\w-]+)/g, (_, path, uid) => path + (moved.get(uid) ?? uid))
  return dashboards.map((dashboard) => {
    const uid = moved.get(dashboard.uid) ?? dashboard.uid
    return { ...dashboard, uid, json: { ...(mapStrings(dashboard.json, linked) as JsonObject), uid } }
  })
}

export const prefix = (deployment: string): string => `dm-${sha256(deployment).slice(0, 8)}-`

/** The uid of a rule: stable as long as group and name are, and recognisable as this deployment's. 28 characters. */
export function ruleUid(deployment: string, group: string, name: string): string {
  return prefix(deployment) + sha256(`${group}/${name}`).slice(0, 16)
}
