import { ActionError } from '../lib/errors.ts'
import { check, configValue } from './load.ts'
import type { Config } from './schema.ts'

/** In place of values that `init` leaves empty where the repository does not say them. */
const STAND_INS = { port: 1, region: 'fra' } as const satisfies Record<string, unknown>

/** Whether the port of a service is still empty: nothing is known that another port could be compared with. */
export const isPortOpen = ({ port }: { port: number }): boolean => port === STAND_INS.port

/**
 * A configuration whose only mistakes are values that are still empty, with others in their place: everything else of the
 * repository can be checked with it. Undefined when nothing is empty, or more is wrong.
 */
export function configWithGaps(text: string, file: string): Config | undefined {
  try {
    const gaps = { found: false }
    const filled = filledIn(configValue(text, file), gaps)
    return gaps.found ? check(filled).config : undefined
  } catch (error) {
    if (error instanceof ActionError) return undefined
    throw error
  }
}

function filledIn(value: unknown, gaps: { found: boolean }): unknown {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, gaps))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (inner !== null || !Object.hasOwn(STAND_INS, key)) return [key, filledIn(inner, gaps)]
      gaps.found = true
      return [key, STAND_INS[key as keyof typeof STAND_INS]]
    }),
  )
}
