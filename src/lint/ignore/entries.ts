import type { Entry } from '../rule.ts'

/** A fly.toml with one line of [env] that is a finding, and what stands behind it. */
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
  why: 'It has no effect without one: the next reader has to know why.',
  bad: { text: excused(' # deploy-monitoring ignore fly/secret-in-env'), also: ['fly/secret-in-env'] },
  good: GOOD,
}

/** An exception that hides nothing. */
export const ignoreUnused: Entry = {
  code: 'ignore/unused',
  severity: 'warning',
  what: 'An exception hides nothing.',
  why: 'What it was for is gone, or its code is misspelled.',
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

/** An exception with a name of before. */
export const ignoreRenamed: Entry = {
  code: 'ignore/renamed',
  severity: 'warning',
  what: 'An exception uses an old name of a diagnostic.',
  why: 'It still has its effect. Names were changed to `subject/what`.',
  bad: excused(' # deploy-monitoring ignore fly-toml-secret-in-env: of the public demo'),
  good: GOOD,
}

export const ignoreEntries = [ignoreNoReason, ignoreUnused, ignoreRenamed]
