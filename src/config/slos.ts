import { didYouMean } from '../lib/similar-name.ts'
import { few } from '../lib/text.ts'
import { type ConfigIssue, issueAt, quoteForMessage } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'
import { sloName } from './slo-schema.ts'

type Loose = Readonly<Record<string, unknown>>

/** Checks of `slos` that a schema cannot express; the values are raw. */
export function checkSlos(slos: readonly Loose[], services: readonly Loose[]): ConfigIssue[] {
  const names = new Set<string>()
  return slos.flatMap((slo, i) => {
    const path: ConfigPath = ['slos', i]
    const service = services.find(({ name }) => name === slo.service)
    const issues = [...kindOf(slo, path), ...nameTaken(slo, names, path)]
    if (typeof slo.service !== 'string') return issues
    return service
      ? [...issues, ...metricOf(slo, service, path)]
      : [...issues, ...unknownService(slo.service, services, path)]
  })
}

function kindOf(slo: Loose, path: ConfigPath): ConfigIssue[] {
  const given = ['errors', 'slower_than'].filter((key) => slo[key] !== undefined)
  if (given.length === 1) return []
  const message =
    given.length === 0
      ? `slos[${String(path[1])}] does not say which events failed: errors and slower_than are both missing.`
      : `slos[${String(path[1])}] has both errors and slower_than.`
  const hint =
    'Use errors: \'status=~"5.."\' for failed events, or slower_than: 500ms for slow ones; not both.'
  return [issueAt(path, 'config/value', message, hint)]
}

function nameTaken(slo: Loose, names: Set<string>, path: ConfigPath): ConfigIssue[] {
  const name = sloName(slo)
  const isTaken = names.has(name)
  names.add(name)
  if (!isTaken) return []
  const message = `Objective ${quoteForMessage(name)} exists twice.`
  return [issueAt(path, 'config/duplicate-name', message, 'Give one of the two another name.')]
}

/** More names than a person looks through are not listed. */
const MOST_NAMED = 10

function unknownService(service: string, services: readonly Loose[], path: ConfigPath): ConfigIssue[] {
  const known = services.map(({ name }) => String(name))
  const message = `slos[${String(path[1])}].service is ${quoteForMessage(service)}, which is not one of services.`
  const hint = didYouMean(service, known) ?? `Use one of: ${few(known, MOST_NAMED)}.`
  return [issueAt([...path, 'service'], 'config/value', message, hint)]
}

const typeOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null ? (entry as Loose).type : entry

/** `of` is a metric of the contract, so that verification and lint know it, and of a type that counts events. */
function metricOf(slo: Loose, service: Loose, path: ConfigPath): ConfigIssue[] {
  if (typeof slo.of !== 'string') return []
  const metrics = (
    typeof service.metrics === 'object' && service.metrics !== null ? service.metrics : {}
  ) as Loose
  const subject = `slos[${String(path[1])}].of is ${quoteForMessage(slo.of)}`
  const at = [...path, 'of']
  if (!Object.hasOwn(metrics, slo.of)) {
    const message = `${subject}, which service ${quoteForMessage(service.name)} does not declare in metrics.`
    const hint = didYouMean(slo.of, Object.keys(metrics)) ?? 'Declare it, with its type.'
    return [issueAt(at, 'config/value', message, hint)]
  }
  const type = typeOf(metrics[slo.of])
  const fitting = slo.slower_than === undefined ? ['counter', 'histogram', 'summary'] : ['histogram']
  if (fitting.includes(String(type))) return []
  const message = `${subject}, a ${String(type)}: ${slo.slower_than === undefined ? 'it does not count events' : 'only a histogram knows how many events took longer'}.`
  return [issueAt(at, 'config/value', message, `Use a ${fitting.join(', or a ')} of the service.`)]
}
