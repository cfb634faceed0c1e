import type { Entry } from '../rule.ts'

/** A fly.toml with a finding in one line of [env], and a comment after it. */
const excused = (comment: string, mark = '▸'): string => `app = "chat"

[env]
${mark}API_TOKEN = "hunter2"${comment}

[checks.alive]
type = "tcp"
port = 8080
`
const GOOD = excused(' # deploy-monitoring ignore fly/secret-in-env: of the public demo', '')

/** An exception without a reason. */
export const ignoreNoReason: Entry = {
  code: 'ignore/no-reason',
  severity: 'warning',
  what: 'An exception has no reason.',
  why: 'It has no effect without one: the next reader needs to know why.',
  bad: { text: excused(' # deploy-monitoring ignore fly/secret-in-env'), also: ['fly/secret-in-env'] },
  good: GOOD,
}

/** An exception without effect. */
export const ignoreUnused: Entry = {
  code: 'ignore/unused',
  severity: 'warning',
  what: 'An exception does not match any finding.',
  why: 'The finding no longer exists, or its code is misspelled.',
  bad: `app = "chat"

▸# deploy-monitoring ignore fly/secret-in-env: of the public demo
[env]
LOG_LEVEL = "info"

[checks.alive]
type = "tcp"
port = 8080
`,
  good: GOOD,
}

/** An exception with an old code. */
export const ignoreRenamed: Entry = {
  code: 'ignore/renamed',
  severity: 'warning',
  what: 'An exception uses the old code of a finding.',
  why: 'It still has an effect. Codes now have the form `subject/what`.',
  bad: excused(' # deploy-monitoring ignore fly-toml-secret-in-env: of the public demo'),
  good: GOOD,
}

export const ignoreEntries = [ignoreNoReason, ignoreUnused, ignoreRenamed]
