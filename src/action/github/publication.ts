import type { InputValue } from '../../inputs/access.ts'
import { type Environment, rawInput } from '../../inputs/names.ts'
import type { Publication, ReportIdentity } from '../../report/publication.ts'
import type { WorkflowRun } from './event.ts'

/** Reads inputs that may not be valid: a run that is refused for it is reported too. */
export const inputIn =
  (env: Environment): InputValue =>
  (name) =>
    rawInput(env, name)?.trim() || undefined

/** The mode, as the input names it. */
export const modeIn = (env: Environment): string => inputIn(env)('mode') ?? 'deploy'

/** By what the inputs tell a report from others. */
export function identityIn(env: Environment): ReportIdentity {
  const value = inputIn(env)
  return {
    mode: modeIn(env),
    config: value('config') ?? '',
    folder: value('working-directory') ?? '.',
    names: [value('app') ?? '', value('monitoring-app') ?? ''],
  }
}

/** What a report is about, for those who read it on GitHub. */
export const publicationOf = (
  env: Environment,
  { commit, runUrl, runId, source }: WorkflowRun,
): Publication => ({ ...identityIn(env), commit, runUrl, runId, source })
