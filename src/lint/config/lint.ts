import { locateIn } from '../../config/load.ts'
import type { Config } from '../../config/schema.ts'
import type { Sources } from '../../config/sources/source-files.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { Pace } from '../../lib/pace.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { machineFault, machineSize } from '../fly/machine-size.ts'
import type { BaseConfiguration } from '../removed-metrics.ts'
import { diagnostic, runRules } from '../rule.ts'
import { withoutQueryUrl } from './no-query-url.ts'
import { configPlaceholder, PLACEHOLDER } from './placeholder.ts'
import { staticOnFly } from './static-on-fly.ts'

/** Checks of a valid configuration that the schema cannot express. */
export const lintConfiguration = (config: Config, source: TextFile): Diagnostic[] => [
  ...placeholders(source),
  ...machine(config, source),
  ...staticOnFly(config, locateIn(source)),
  ...withoutQueryUrl(config, locateIn(source)),
]

function placeholders({ file, text }: TextFile): Diagnostic[] {
  if (!PLACEHOLDER.test(text)) return []
  const read = readYaml(text)
  return read.ok && read.tree.kind === 'table' ? runRules([configPlaceholder], read.tree, file) : []
}

/**
 * A machine size that Fly does not have, at its place in the configuration. The schema checks every other value that gets
 * into a rendered file: a property test renders and checks the values that the schema accepts.
 */
function machine({ monitoring: { vm } }: Config, source: TextFile): Diagnostic[] {
  const fault = machineFault(vm.size, vm.memory_mb)
  if (!fault) return []
  const at = locateIn(source)(['monitoring', 'vm', fault.about === 'size' ? 'size' : 'memory_mb'])
  return [diagnostic(machineSize, at, fault.message, fault.hint)]
}

/** Checks what `keep` and `drop` store; only a configuration with them loads the module that compiles patterns. */
export async function lintStoredSeries(
  { services, remote_write: targets }: Config,
  source: TextFile,
  pace: Pace,
): Promise<Diagnostic[]> {
  if ([...services, ...targets].every(({ keep, drop }) => keep === undefined && drop === undefined)) return []
  const { sentPatterns, seriesPatterns } = await import('./series-patterns.ts')
  const locate = locateIn(source)
  return pace.on(source, [], () => [...seriesPatterns(services, locate), ...sentPatterns(targets, locate)])
}

/** What the contract loses: series that are not stored, and metrics that are no longer declared. */
export async function lintContract(
  config: Config,
  source: TextFile,
  { base, sources, pace }: { base?: BaseConfiguration | undefined; sources: Sources; pace: Pace },
): Promise<Diagnostic[]> {
  const stored = await lintStoredSeries(config, source, pace)
  if (!base) return stored
  const { removedMetrics } = await import('../removed-metrics.ts')
  return [...stored, ...(await removedMetrics(base, { config, source }, { sources, pace }))]
}

/** Alerts whose severity no receiver accepts. Without any receiver, a deploy says that no one is notified. */
export async function lintNotification(
  config: Config,
  source: TextFile | undefined,
  { sources: { deployedRules }, remoteWrite }: { sources: Sources; remoteWrite: boolean },
): Promise<Diagnostic[]> {
  if (!source || !config.alerts.notify) return []
  const { severityWithoutReceiver } = await import('./severity-without-receiver.ts')
  const { alertsOfShippedRules } = await import('../recorded.ts')
  const shipped = () => alertsOfShippedRules(config, remoteWrite)
  return severityWithoutReceiver(config, source, { own: deployedRules, shipped })
}
