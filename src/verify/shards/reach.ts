import { parseYaml } from '../../formats/yaml-value.ts'
import { isJsonObject, objectsIn } from '../../lib/json-value.ts'
import { SELF_JOB } from '../../model/prometheus.ts'
import { SHARD_LABEL } from '../../model/shards.ts'

/** The shard that a running configuration names, in its scrape of itself; undefined where it names none. */
export function shardNamedIn(yaml: string): string | undefined {
  const config = parseYaml(yaml)
  const own = objectsIn(isJsonObject(config) ? config.scrape_configs : []).find(
    ({ job_name }) => job_name === SELF_JOB,
  )
  const [targets] = objectsIn(own?.static_configs)
  const shard = isJsonObject(targets?.labels) ? targets.labels[SHARD_LABEL] : undefined
  return shard === undefined ? undefined : `shard ${shard}`
}
