import type { Diagnostic } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import type { AcceptedClaim, FoundFailure } from './failure.ts'

/** The claims that the configuration accepts on a day. */
export interface Acceptance {
  /** The exception for a failure. One that combines several claims is accepted only if every one of them is. */
  of(failure: FoundFailure): AcceptedClaim | undefined
  /** Warnings about exceptions that have expired or did not match anything, once every failure was looked up. */
  warnings(): Diagnostic[]
}

/** That nothing was scraped, or that the run ended early, is never accepted: there would be no proof at all. */
const NEVER = /^(?:target-none|verification-.*)$/

export function acceptance(accept: readonly AcceptedClaim[], now: Date): Acceptance {
  const today = now.toISOString().slice(0, 10)
  const used = new Set<AcceptedClaim>()
  const matching = (code: string, subject: string) => {
    const all = accept.filter((one) => one.code === code && matchesWildcard(one.subject, subject))
    for (const one of all) used.add(one)
    return all.find(({ until }) => until >= today)
  }
  return {
    of({ code, subject, members = [subject] }) {
      if (NEVER.test(code)) return undefined
      const each = members.map((member) => matching(code, member))
      return matching(code, subject) ?? (each.every((one) => one !== undefined) ? each[0] : undefined)
    },
    warnings: () =>
      accept.flatMap((one) => {
        if (one.until < today && used.has(one)) return expired(one)
        return used.has(one) ? [] : unused(one)
      }),
  }
}

const nameOf = ({ code, subject }: AcceptedClaim): string =>
  `\`verify.accept\` names ${quoted(code)} of ${quoted(subject)}`

const expired = (one: AcceptedClaim): Diagnostic => ({
  code: 'accept-expired',
  severity: 'warning',
  message: `${nameOf(one)}, and this exception expired on ${one.until}: the claim counts again.`,
  hint: 'Correct what is wrong, or set a later `until`.',
})

const unused = (one: AcceptedClaim): Diagnostic => ({
  code: 'accept-unused',
  severity: 'warning',
  message: `${nameOf(one)}, which does not match anything that is unproven.`,
  hint: 'Remove the entry if the claim holds now; otherwise copy code and subject from the report.',
})

/** Whether a text matches a pattern in which `*` stands for any text. Linear in both. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
