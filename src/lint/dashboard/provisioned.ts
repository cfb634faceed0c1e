import { createHash } from 'node:crypto'
import { get, items, scalarText } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'

/** The names and uids of the data sources in provisioning files of Grafana; texts that are not such files have none. */
export const provisionedIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts.flatMap((text) => {
      const read = readYaml(text)
      const sources = read.ok ? [...items(get(read.tree, 'datasources'))] : []
      return sources.flatMap((source) => {
        const [uid, name] = ['uid', 'name'].map((key) => scalarText(get(source, key)))
        return [...(uid ? [uid] : []), ...(name ? [name] : []), ...(name && !uid ? [generatedUid(name)] : [])]
      })
    }),
  )

/** The uid of a provisioned data source without one (safeUIDFromName of Grafana). */
const generatedUid = (name: string): string =>
  `P${createHash('sha256').update(name).digest('hex').slice(0, 16).toUpperCase()}`
