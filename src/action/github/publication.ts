import type { InputValue } from '../../inputs/access.ts'
import { rawInput } from '../../inputs/names.ts'
import type { Publication } from '../../report/publication.ts'
import type { WorkflowRun } from './event.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Reads inputs that may not be valid: a run that is refused for it is reported too. */
export const inputIn =
  (env: Environment): InputValue =>
  (name) =>
    rawInput(env, name)?.trim() || undefined

/** The mode, as the input names it. */
export const modeIn = (env: Environment): string => inputIn(env)('mode') ?? 'deploy'

/** What a report is about, for those who read it on GitHub. */
export function publicationOf(env: Environment, run: WorkflowRun | undefined): Publication {
  const value = inputIn(env)
  return {
    mode: modeIn(env),
    config: value('config') ?? '',
    folder: value('working-directory') ?? '.',
    names: [value('app') ?? '', value('monitoring-app') ?? ''],
    commit: run?.commit ?? '',
    runUrl: run?.runUrl ?? '',
    runId: run?.runId ?? 0,
    source: run?.source,
  }
}
