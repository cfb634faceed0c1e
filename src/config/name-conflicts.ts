import type { PresetNames } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'

/** Names are said in one place: an input that would change nothing is an error. */
export function conflictingNames(names: PresetNames, file: string): Diagnostic[] {
  const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name))
  return given.map((name) => ({
    code: 'input/name-conflict',
    severity: 'error',
    message: `Input ${name} is for use without a configuration file, and there is ${file}.`,
    hint: `Say it in ${file} and remove the input.`,
  }))
}
