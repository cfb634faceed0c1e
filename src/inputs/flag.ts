import type { AddInputError } from './access.ts'

/** An input that is `true` or `false`; the default when it is not given. */
export function flagInput(
  name: string,
  given: string | undefined,
  byDefault: boolean,
  addError: AddInputError,
): boolean {
  if (given === 'true' || given === 'false') return given === 'true'
  if (given !== undefined)
    addError(
      'input/value',
      `Input ${name} is ${JSON.stringify(given)}, which is not a valid value.`,
      'Use true or false.',
    )
  return byDefault
}
