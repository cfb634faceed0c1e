import { count, list } from '../lib/text.ts'
import type { FoundFailure } from './failure.ts'

/** A failure, what it is a consequence of, and what follows from it. */
export interface ConnectedFailure {
  failure: FoundFailure
  /** What explains it: a service, a metric, or the subject of another failure. */
  because?: string
}

/**
 * One cause, one action: a failure that follows from another one names it and is counted there. Metrics and panels of a
 * service that is down have no data because of it, so has a panel whose metric is missing.
 */
export function connectCauses(all: readonly FoundFailure[]): ConnectedFailure[] {
  const found = withFullDisk(all)
  const causes = new Map<string, FoundFailure>()
  for (const failure of found)
    for (const key of failure.explains ?? []) if (!causes.has(key)) causes.set(key, failure)
  const keysOf = ({ because = [] }: FoundFailure): readonly string[] =>
    because.find((keys) => keys.every((key) => causes.has(key))) ?? []
  const causeOf = (failure: FoundFailure): FoundFailure | undefined => {
    const [key] = keysOf(failure)
    const cause = key === undefined ? undefined : causes.get(key)
    return cause === failure ? undefined : cause
  }
  // A panel follows from a metric, and the metric from its service.
  const rootOf = (failure: FoundFailure): FoundFailure => {
    const seen = new Set<FoundFailure>()
    let at = failure
    for (let next = causeOf(at); next && !seen.has(next); next = causeOf(at)) {
      seen.add(next)
      at = next
    }
    return at
  }
  const consequences = Map.groupBy(found, rootOf)
  return found.map((failure) => {
    const rest = (consequences.get(failure) ?? []).filter((one) => one !== failure)
    const root = rootOf(failure)
    const because = root === failure ? undefined : nameOf(keysOf(failure)[0], root)
    return {
      failure:
        rest.length === 0 ? failure : { ...failure, why: `${failure.why} ${consequencesOf(rest, failure)}` },
      ...(because !== undefined && { because }),
    }
  })
}

/** The service or the metric that explains a failure; for other causes, the subject of the failure that names them. */
const nameOf = (key = '', root: FoundFailure): string =>
  /^(?:service|metric):/.test(key) ? key.slice(key.indexOf(':') + 1) : root.subject

const DISK = 'disk:the full volume of Prometheus'

/**
 * A full volume shows everywhere at once: in targets whose samples are lost, in the log of rules, in remote write; and
 * what is not stored is missing in metrics and panels. The first failure that names it is the cause of all of them.
 */
function withFullDisk(found: readonly FoundFailure[]): readonly FoundFailure[] {
  const first = found.find(isFullDisk)
  if (!first) return found
  const isConsequence = (failure: FoundFailure) =>
    isFullDisk(failure) || failure.level === 'panels' || failure.area === 'metrics'
  return found.map((failure) => {
    if (failure === first) return { ...failure, explains: [...(failure.explains ?? []), DISK] }
    return isConsequence(failure) ? { ...failure, because: [[DISK]] } : failure
  })
}

const isFullDisk = ({ why }: FoundFailure): boolean =>
  /no space left on device|disk is full|volume is full/i.test(why)

function consequencesOf(all: readonly FoundFailure[], cause: FoundFailure): string {
  const of = (...areas: FoundFailure['area'][]) => all.filter(({ area }) => areas.includes(area)).length
  const without = of('metrics') + of('panels')
  const parts = [
    ...(of('metrics') > 0 ? [count(of('metrics'), 'metric')] : []),
    ...(of('panels') > 0 ? [count(of('panels'), 'panel query', 'panel queries')] : []),
  ]
  const others = all.length - without
  const noData = without === 1 ? 'has no data' : 'have no data'
  const verb = cause.outcome === 'not-checked' ? 'could not be checked' : noData
  const sentences = [
    ...(without > 0 ? [`${list(parts)} ${verb} because of it.`] : []),
    ...(others > 0
      ? [`${count(others, 'other check')} ${others === 1 ? 'has' : 'have'} the same cause.`]
      : []),
  ]
  return sentences.join(' ')
}
