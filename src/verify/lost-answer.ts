import { ActionError, messageOf } from '../lib/errors.ts'

/** Asks; why there was no answer, undefined when there was one. The end of the run is not a missing answer. */
export async function lostAnswer(ask: () => Promise<void>): Promise<string | undefined> {
  try {
    await ask()
    return undefined
  } catch (error) {
    if (!(error instanceof ActionError) || error.problems[0]?.code === 'prometheus-cancelled') throw error
    return messageOf(error)
  }
}
