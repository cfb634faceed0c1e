import type { Reason } from '../evidence.ts'
import type { ReasonClass } from '../reason-classes.ts'
import type { Circumstances } from './circumstances.ts'
import { FLY_TEXTS } from './fly-reasons.ts'
import type { ReasonText } from './reason-forms.ts'
import { REASON_TEXTS } from './reason-texts.ts'
import { STATIC_TEXTS } from './static-reasons.ts'

const MAX_DETAIL = 500

/** Explains a class of failure in terms of the platform. */
export function reasonFor(kind: ReasonClass, c: Circumstances): Reason {
  const detail = c.lastError.length > MAX_DETAIL ? `${c.lastError.slice(0, MAX_DETAIL)}…` : c.lastError
  return { class: kind, ...textOf(kind, c), detail }
}

/**
 * A static address is not on Fly: other causes, and no advice for its machines. Fly's own scraper stores no errors: other
 * signs.
 */
const textOf = (kind: ReasonClass, c: Circumstances): ReasonText => {
  const special = c.fly ? FLY_TEXTS[kind] : c.isOnFly ? undefined : STATIC_TEXTS[kind]
  return (special ?? REASON_TEXTS[kind])(c)
}

/** A failed target: the input of its reason. */
export interface FailedTarget {
  kind: ReasonClass
  circumstances: Circumstances
}

/** Why one target failed. */
export interface ExplainedTarget {
  reason: Reason
  /** The same reason, worded for all targets that share cause and remedy; absent when it applies to one target only. */
  shared?: Reason
}

/** The reason of each failed target. Targets that differ only in their address share one cause. */
export function explainTargets(failed: readonly FailedTarget[]): Map<FailedTarget, ExplainedTarget> {
  const groups = [...Map.groupBy(failed, causeOf).values()]
  return new Map(
    groups.flatMap((group): [FailedTarget, ExplainedTarget][] => {
      const [first, ...others] = group
      const shared =
        first && others.length > 0 ? reasonFor(first.kind, combined([first, ...others])) : undefined
      return group.map((target) => [
        target,
        { reason: reasonFor(target.kind, target.circumstances), ...(shared && { shared }) },
      ])
    }),
  )
}

/**
 * The text of the reason without address, number of samples and quoted text of the target. When no port of a machine
 * answers, the ports have one cause: the services listen on IPv4 only.
 */
function causeOf({ kind, circumstances }: FailedTarget): string {
  if (kind === 'refused' && !circumstances.siblingUp)
    return JSON.stringify([kind, circumstances.app, circumstances.checksPass === false])
  const alone = { ...circumstances, machines: [], addresses: [], lost: 0, record: lostPage(circumstances) }
  const { why, next } = textOf(kind, alone)
  return JSON.stringify([kind, circumstances.app, why.replace(/"(?:[^"\\]|\\.)*"?/gs, '""'), next])
}

/** Of the record, only what changes the cause: the numbers in it differ from target to target. */
const lostPage = ({ record }: Circumstances): Circumstances['record'] =>
  record?.lostPage ? { ...record, empty: 0 } : undefined

function combined([first, ...others]: readonly [FailedTarget, ...FailedTarget[]]): Circumstances {
  const all = [first, ...others].map(({ circumstances }) => circumstances)
  return {
    ...first.circumstances,
    services: [...new Set(all.map(({ service }) => service))],
    machines: all.flatMap(({ machines }) => machines),
    addresses: all.flatMap(({ addresses }) => addresses),
    lost: all.reduce((sum, { lost }) => sum + lost, 0),
    record: lostPage(first.circumstances),
  }
}
