import { credentialVariables } from '../config/credentials.ts'
import type { Project } from '../config/sources/project.ts'
import { missingSecrets } from '../desired/alertmanager/receiver-kinds.ts'
import type { ScrapeSecrets } from '../desired/scrape-secrets.ts'
import { environmentVariable } from '../inputs/names.ts'
import type { Inputs } from '../inputs/types.ts'
import { readScrapeSecrets } from './read-scrape-secrets.ts'

/** Never sent to anyone: it stands for a value that this run was not given. A receiver's value has to be a URL. */
const STAND_IN = 'https://not-given.invalid/'

/** Inputs that render the files of a deploy. */
export interface ComparedInputs {
  inputs: Inputs
  scrapes: ScrapeSecrets
  /** Variables of the secrets that a deploy needs and that this run was not given. */
  missing: string[]
}

/**
 * A plan may run with fewer secrets than a deploy. The files that a deploy renders name secrets and do not hold them, so they
 * can be compared without their values.
 */
export function withStandIns(
  project: Project,
  given: Inputs,
  env: Readonly<Record<string, string | undefined>>,
): ComparedInputs {
  const scrapes = readScrapeSecrets(project, env).secrets
  const unset = credentialVariables(project.config).filter((variable) => !scrapes.has(variable))
  const { notify } = project.config.alerts
  const receivers = notify ? missingSecrets(notify, given.receivers).map(({ secret }) => secret) : []
  const standIns = Object.fromEntries(receivers.map((secret) => [secret, STAND_IN]))
  return {
    inputs: { ...given, receivers: { ...given.receivers, ...standIns } },
    scrapes: new Map([...scrapes, ...unset.map((variable) => [variable, STAND_IN] as const)]),
    missing: [...new Set([...unset, ...receivers.map(environmentVariable)])],
  }
}
