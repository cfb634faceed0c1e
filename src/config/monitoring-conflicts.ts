import { count } from '../lib/text.ts'
import { type ConfigIssue, issueAt, quoteForMessage } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'

type Loose = Record<string, unknown>

/**
 * Keys about the machines of Prometheus that exclude each other. Works on the raw values, before validation: any of them may
 * be missing or of the wrong type, which the schema reports.
 */
export const machineConflicts = (monitoring: Loose): ConfigIssue[] => [
  ...oneRegionEach(monitoring),
  ...reachableReplicas(monitoring),
  ...shardConflicts(monitoring),
]

/** `region` would say where one machine is, and `regions` where each is. */
function oneRegionEach({ replicas = 1, region, regions }: Loose): ConfigIssue[] {
  if (!Array.isArray(regions)) return []
  const path: ConfigPath = ['monitoring', 'regions']
  if (typeof replicas === 'number' && regions.length !== replicas)
    return [
      issueAt(
        path,
        'config/replica-regions',
        `monitoring.regions has ${count(regions.length, 'region')}, and monitoring.replicas is ${replicas}.`,
        'Give one region for each replica, or leave `regions` out: then all replicas are in `region`.',
      ),
    ]
  if (region === undefined || region === regions[0]) return []
  return [
    issueAt(
      path,
      'config/replica-regions',
      `monitoring.region is ${quoteForMessage(region)}, and monitoring.regions begins with ${quoteForMessage(regions[0])}.`,
      'Remove `region`: `regions` says where each replica is.',
    ),
  ]
}

/** Several machines are asked by name through Fly's proxy, and a tunnel leads to any of them. */
function reachableReplicas(monitoring: Loose): ConfigIssue[] {
  const key = ['replicas', 'shards'].find((one) => isSeveral(monitoring[one]))
  if (monitoring.access !== 'private' || key === undefined) return []
  const message = `monitoring.${key} and \`access: private\` cannot be combined.`
  const hint =
    "Use `access: password`: each machine is verified by its name, which only Fly's proxy for public addresses passes on."
  return [issueAt(['monitoring', key], 'config/private-replicas', message, hint, 'key')]
}

const isSeveral = (number: unknown): boolean => typeof number === 'number' && number > 1

/** One shard has a part of the data: only where all of it is in a store do panels, rules and sums have the whole. */
function shardConflicts({ shards, engine = 'server' }: Loose): ConfigIssue[] {
  if (!isSeveral(shards) || engine === 'agent') return []
  const message = `monitoring.shards is ${shards}, which needs \`engine: agent\`; monitoring.engine is ${quoteForMessage(engine)}.`
  const hint =
    'Set `engine: agent` and `remote_write`: each shard has only a part of the data, so panels and rules need a store that has all of it. Or leave `shards` out, and use a larger `vm`.'
  return [issueAt(['monitoring', 'shards'], 'config/shards-without-agent', message, hint, 'key')]
}

/** Only where Fly scrapes there is no app of Prometheus. */
export function noMonitoringApp({ app, engine }: Loose): ConfigIssue[] {
  if (app !== undefined || engine === 'fly') return []
  const message = 'monitoring.app is missing.'
  return [
    issueAt(['monitoring', 'app'], 'config/missing-key', message, 'Add monitoring.app: it has no default.'),
  ]
}
