import { placesIn } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import type { Problem } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import { machineFault, machineSize } from './fly/machine-size.ts'
import { diagnostic } from './rule.ts'

/**
 * What would be refused in the files that are rendered from a configuration, at its place there. The schema checks
 * every other value that gets into one of them: a property test renders and checks whatever the schema takes.
 */
export function lintRendered(config: Config, source: TextFile): Problem[] {
  const { size, memory_mb } = config.monitoring.vm
  const fault = machineFault(size, memory_mb)
  if (!fault) return []
  const at = placesIn(source)(['monitoring', 'vm', fault.about === 'size' ? 'size' : 'memory_mb'])
  return [diagnostic(machineSize, at, fault.message, fault.hint)]
}
