import * as v from 'valibot'
import { CODES } from '../model/diagnostic-codes.ts'
import { OLD_CODES } from '../model/old-diagnostic-codes.ts'
import { filled, matching, relativePath } from './schema-values.ts'

/** Date.parse turns 2027-02-30 into 2027-03-02, or rejects it. */
const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const ignored = v.strictObject({
  code: v.pipe(
    v.picklist([...CODES, ...OLD_CODES]),
    v.description('Code of the finding, see docs/findings.md.'),
  ),
  file: v.pipe(v.optional(relativePath), v.description('Only in this file. Default: in every file.')),
  reason: v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.description('Why the finding is accepted here.'),
  ),
})

/** `lint`: findings in files that are accepted. */
export const lintExceptions = v.strictObject({
  ignore: v.pipe(
    v.optional(v.array(ignored), []),
    v.description('Findings that are accepted in this repository.'),
  ),
})

const accepted = v.strictObject({
  code: v.pipe(
    matching(/^[a-z]+(?:-[a-z]+)*$/, 'is not the code of a claim, such as metric-missing'),
    v.description('Code of the claim, as in the report: metric-missing, panel-no-data, rules-not-checked, …'),
  ),
  subject: v.pipe(filled, v.description('Subject of the claim, as in the report; "*" stands for any text.')),
  reason: v.pipe(filled, v.description('Why the claim is accepted although it is unproven.')),
  until: v.pipe(
    v.string(),
    v.isoDate('is not a date such as 2027-03-31'),
    v.check(isDay, 'is not a day of the calendar'),
    v.description('The last day of the exception (UTC); after it the claim counts again.'),
  ),
})

/** `verify`: claims about the running system that are accepted for a time. */
export const verifyExceptions = v.strictObject({
  accept: v.pipe(
    v.optional(v.array(accepted), []),
    v.description('Claims of the verdict that are accepted although they are unproven.'),
  ),
})
