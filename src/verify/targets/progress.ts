import { count, few } from '../../lib/text.ts'
import type { TargetObservation } from './observe.ts'
import type { TargetsNow } from './snapshot.ts'

/** The targets that are still being waited for, for the log; undefined when all are certain. */
export function describeOpenTargets({
  observations,
  open,
  absent,
  unexpected,
  certain,
  historyLost,
}: Pick<TargetsNow, 'observations' | 'open' | 'absent' | 'unexpected' | 'certain' | 'historyLost'>):
  | string
  | undefined {
  if (certain) return undefined
  if (open.length === 0 && absent.length > 0) return `a machine of ${few(absent)}`
  if (open.length === 0 && unexpected.length === 0)
    return `the scrapes before the last one: ${historyLost ?? 'no answer'}`
  if (open.length === 0)
    return `targets that belong to no listed machine: ${few(unexpected.map(({ service, address }) => `${service} at ${address}`))}`
  const names = open.map(
    ({ expected: { service, machine, address }, state }) =>
      `${service} ${machine ? `on ${machine.id}` : `at ${address}`} (${state === 'up' ? 'up, to be seen again' : state})`,
  )
  return `${open.length} of ${count(observations.length, 'target')}: ${few(names)}`
}

/** One line of progress for a target that changed; undefined when the change is not worth a line. */
export function progressLine({ expected, state, seen, count }: TargetObservation): string | undefined {
  const { service, machine, address } = expected
  const where = machine ? `${service} on ${machine.id} (${machine.region})` : `${service} at ${address}`
  switch (state) {
    case 'pending':
    case 'not-discovered':
    case 'not-scraped':
    case 'stale':
      return undefined
    case 'up':
      return `${where} is up: ${count?.scraped} samples`
    case 'resting':
      return `${where} is ${machine?.state}, which is allowed`
    case 'stopped':
      return `${where} is ${machine?.state}`
    case 'flapping':
    case 'restarting':
      return `${where} is ${state}: not every scrape succeeds`
    case 'not-stored':
      return `${where} is up, but its samples are not stored`
    case 'empty':
      return `${where} answers without a single sample`
    case 'samples-lost':
      return `${where} is up, but ${count?.lost} of its samples are lost`
    default:
      return `${where} is down (${state}): ${seen?.lastError ?? ''}`
  }
}
