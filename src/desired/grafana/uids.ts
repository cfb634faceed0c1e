import { type JsonObject, mapStrings, sha256 } from '../../lib/json-value.ts'
import type { NormalDashboard } from '../../model/grafana.ts'

/** The longest uid that Grafana accepts. */
const MAX = 40

/** A text as a uid; where it is too long, its end is replaced by a hash. */
export const uidFor = (text: string, max = MAX): string =>
  text.length <= max ? text : uidWithHash(text, text, max)

/** A uid that begins with `text` and differs for each `key`: the same in every run. */
export const uidWithHash = (text: string, key: string, max = MAX): string =>
  `${text.slice(0, max - 9)}-${sha256(key).slice(0, 8)}`

/** The uid of a dashboard whose plain uid belongs to another deployment: the same in every run. */
export const deploymentUid = (uid: string, deployment: string): string =>
  uidWithHash(uid, `${deployment}\0${uid}`)

/** The dashboards with their uids in Grafana; links between them use these, not those of the other deployment. */
export function withUids(
  dashboards: readonly NormalDashboard[],
  moved: ReadonlyMap<string, string>,
): NormalDashboard[] {
  if (moved.size === 0) return [...dashboards]
  const linked = (text: string) =>
    text.replace(/(\/d(?:-solo)?\/)([\w-]+)/g, (_, path, uid) => path + (moved.get(uid) ?? uid))
  return dashboards.map((dashboard) => {
    const uid = moved.get(dashboard.uid) ?? dashboard.uid
    const json = mapStrings(dashboard.json, linked) as JsonObject
    return { ...dashboard, uid, json: dashboard.apiVersions ? json : { ...json, uid } }
  })
}

/** The prefix of the uids of all rules of a deployment. */
export const prefix = (deployment: string): string => `dm-${sha256(deployment).slice(0, 8)}-`

/** The uid of a rule: stable as long as group and name are, with the prefix of the deployment. 28 characters. */
export function ruleUid(deployment: string, group: string, name: string): string {
  return prefix(deployment) + sha256(`${group}/${name}`).slice(0, 16)
}
