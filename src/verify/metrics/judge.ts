import type { DeclaredMetric } from '../../config/declared-metrics.ts'
import { few } from '../../lib/text.ts'
import type { MetricEvidence } from '../evidence.ts'
import type { MachineFinding } from './machine.ts'
import {
  absentText,
  announcedText,
  delayedText,
  nearText,
  noBucketsText,
  type Parts,
  partialText,
  wrongLabelsText,
  wrongTypeText,
} from './texts.ts'

/** `elsewhere`: other services that expose it. `store`: the server that has the samples, where it is another one. */
interface About {
  elsewhere: readonly string[]
  store?: string | undefined
}

type Found = Omit<MetricEvidence, 'service' | 'name' | 'type' | 'machines'>

/** The finding of one kind on some machines. */
type Of<Kind extends MachineFinding['kind']> = Extract<MachineFinding, { kind: Kind }>

/** Judges a declared metric by what each machine of its service exposes. */
export function judgeMetric(
  service: string,
  metric: DeclaredMetric,
  { findings, ...about }: About & { findings: readonly MachineFinding[] },
): MetricEvidence {
  const { name, type } = metric
  const machines = { with: findings.filter(({ kind }) => kind === 'present').length, of: findings.length }
  return { service, name, type, machines, ...foundAs(metric, findings, about) }
}

function foundAs(
  metric: DeclaredMetric,
  findings: readonly MachineFinding[],
  { elsewhere, store }: About,
): Found {
  const only = <Kind extends MachineFinding['kind']>(kind: Kind) =>
    findings.filter((finding): finding is Of<Kind> => finding.kind === kind)
  if (findings.length === 0)
    return { state: 'unknown', certainty: 'not checked', why: 'No machine of the service is known to be up.' }
  const present = only('present')
  const [wrong] = only('wrong-type')
  if (wrong) return proven('wrong-type', wrongTypeText(metric, wrong, parts(findings, wrong)), wrong.actual)
  const [unlabelled] = only('wrong-labels')
  if (unlabelled)
    return proven(
      'wrong-labels',
      wrongLabelsText(unlabelled.lacks, parts(findings, unlabelled)),
      unlabelled.actual,
    )
  const noBuckets = only('no-buckets')
  if (noBuckets.length > 0) return proven('missing', noBucketsText(metric.name), 'histogram')
  const near = only('near')
  const [renamed] = near.filter((finding) => isFailure(finding, metric))
  if (renamed) return renamedMetric(metric, renamed, parts(findings, renamed))
  if (present.length === findings.length) return presentMetric(present)
  if (present.length > 0)
    return metric.expect === 'after-traffic'
      ? presentMetric(present)
      : {
          ...proven('partial', partialText(parts(findings, undefined))),
          ...(present[0]?.actual !== undefined && { actualType: present[0].actual }),
        }
  return absentMetric(metric, { announced: only('announced').length > 0, near: near[0], elsewhere, store })
}

/** A name that may belong to another metric is a failure only for a metric that must be there. */
const isFailure = ({ near }: Of<'near'>, { expect }: DeclaredMetric): boolean =>
  expect === 'always' || near.likeness !== 'similar'

const proven = (
  state: MetricEvidence['state'],
  { why, next }: { why: string; next: string },
  actual?: string,
) => ({ state, ...(actual !== undefined && { actualType: actual }), certainty: 'proven', why, next }) as const

/** The machines in order, and those like the given finding; without one, all that are not in order. */
function parts(findings: readonly MachineFinding[], like: MachineFinding | undefined): Parts {
  const affected = findings.filter(({ kind }) => (like ? kind === like.kind : kind !== 'present'))
  return {
    good: findings.filter(({ kind }) => kind === 'present').length,
    of: findings.length,
    machines: few(affected.map(({ machine }) => machine)),
  }
}

function renamedMetric(metric: DeclaredMetric, { near, actual }: Of<'near'>, of: Parts): Found {
  return {
    ...proven(of.good > 0 ? 'partial' : 'missing', nearText(metric, near, of)),
    nearMiss: near.name,
    ...(of.good > 0 && actual !== undefined && { actualType: actual }),
  }
}

function presentMetric(present: readonly Of<'present'>[]): Found {
  const typed = present.find(({ actual }) => actual !== undefined && actual !== 'unknown')?.actual
  const untyped = present.find(({ actual }) => actual === undefined || actual === 'unknown')
  const delays = present.flatMap(({ delayedMs }) => delayedMs ?? [])
  const about = { state: 'present', ...(typed !== undefined && { actualType: typed }) } as const
  if (untyped)
    return {
      ...about,
      certainty: 'inferred',
      why:
        untyped.actual === undefined
          ? 'It has samples, but the service sends no # TYPE line, so its type is not known.'
          : 'It has samples, but the service does not say its type: its # TYPE line says `unknown` or `untyped`, or there is only a # HELP line.',
    }
  return {
    ...about,
    certainty: 'proven',
    why: `Scraped from ${present.length} of ${present.length} machines after verification began.${delayedText(delays)}`,
  }
}

function absentMetric(
  metric: DeclaredMetric,
  about: About & { announced: boolean; near: Of<'near'> | undefined },
): Found {
  const { expect } = metric
  const { announced, near, elsewhere, store } = about
  if (elsewhere.length > 0) return proven('missing', absentText(elsewhere))
  if (expect === 'always') return proven('missing', announced ? announcedText(store) : absentText([]))
  return {
    state: 'waiting',
    certainty: announced ? 'inferred' : 'not checked',
    why: announced
      ? 'Announced with the declared type, but without a sample, which is normal before the first event.'
      : `No sample yet, which is normal before the first event.${near ? ` The service exposes ${near.near.name}: is that the intended name?` : ''}`,
    ...(near && { nearMiss: near.near.name }),
  }
}
