import type { PresetNames } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'

/** Names are set in one place: an input that would have no effect is an error. */
export function conflictingNames(names: PresetNames, file: string): Diagnostic[] {
  const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name))
  return given.map((name) => ({
    code: 'input/name-conflict',
    severity: 'error',
    message: `Input ${name} is for use without a configuration file, and ${file} exists.`,
    hint: `Set the name in ${file} and remove the input.`,
  }))
}
