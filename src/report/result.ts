import * as v from 'valibot'
import { CHECK_AREAS } from '../verify/check-areas.ts'
import {
  type CheckEvidence,
  PANEL_STATES,
  type RuleEvidence,
  type TargetEvidence,
} from '../verify/evidence.ts'
import { METRIC_STATES } from '../verify/metric-states.ts'
import { REASON_CLASSES } from '../verify/reason-classes.ts'
import { headline, runOutcome } from './headline.ts'
import { plannedDeploy } from './planned-result.ts'
import type { RunReport } from './report.ts'

/**
 * The result for programs. `templates/result.schema.json` is generated from this schema and published: within one
 * `version` nothing is removed or renamed. Texts of other programs are unchanged, except for secrets.
 */

const whole = v.pipe(v.number(), v.integer())
/** One of the words of a union; the compiler asks for all of them. */
const wordOf = <T extends string>(all: Readonly<Record<T, true>>) => v.picklist(Object.keys(all) as T[])

const certainty = v.pipe(
  v.picklist(['proven', 'inferred', 'not checked']),
  v.description('proven: seen in an answer of the running system. inferred: signs usually mean it.'),
)
const claim = { certainty, why: v.string() }

const problem = v.object({
  code: v.string(),
  severity: v.picklist(['error', 'warning']),
  at: v.optional(v.object({ file: v.string(), line: whole, column: whole })),
  message: v.string(),
  hint: v.string(),
  more: v.optional(
    v.pipe(whole, v.description('How many more of these the file has: they are left out of this list.')),
  ),
  patch: v.optional(
    v.pipe(v.string(), v.description('What corrects the file, in unified form, as `git apply` reads it.')),
  ),
})

const reason = v.object({
  class: v.picklist(REASON_CLASSES),
  why: v.string(),
  next: v.pipe(v.string(), v.description('What to do.')),
  certainty,
  detail: v.pipe(v.string(), v.description('What Prometheus said, word for word.')),
})

const target = v.object({
  service: v.string(),
  app: v.string(),
  machine: v.pipe(v.string(), v.description('Empty for a static address, which is not on Fly.')),
  region: v.string(),
  address: v.pipe(v.string(), v.description('Address and port that Prometheus scrapes.')),
  state: wordOf<TargetEvidence['state']>({ up: true, down: true, resting: true, unknown: true }),
  ...claim,
  reason: v.optional(reason),
  lastScrape: v.optional(v.pipe(v.string(), v.description("On Prometheus' own clock, as an ISO time."))),
  samples: v.optional(v.number()),
  lost: v.optional(v.number()),
})

const metric = v.object({
  service: v.string(),
  name: v.string(),
  type: v.string(),
  state: v.picklist(METRIC_STATES),
  ...claim,
  actualType: v.optional(v.string()),
  nearMiss: v.optional(v.string()),
  next: v.optional(v.string()),
})

const panel = v.object({
  dashboard: v.object({ uid: v.string(), title: v.string() }),
  panel: v.object({ id: v.number(), title: v.string() }),
  refId: v.string(),
  query: v.pipe(v.string(), v.description('As executed, variables and macros filled in.')),
  state: v.picklist(PANEL_STATES),
  ...claim,
  absent: v.array(v.string()),
  dataFrom: v.optional(
    v.pipe(
      v.string(),
      v.description('When there will be data: the query looks back further than there are samples.'),
    ),
  ),
  next: v.optional(v.string()),
})

const check = v.object({
  area: v.picklist(CHECK_AREAS),
  subject: v.string(),
  outcome: wordOf<CheckEvidence['outcome']>({
    holds: true,
    warning: true,
    broken: true,
    'not-checked': true,
    'nothing-to-check': true,
  }),
  ...claim,
  next: v.optional(v.string()),
})

const rule = v.object({
  group: v.string(),
  name: v.string(),
  state: wordOf<RuleEvidence['state']>({
    ok: true,
    error: true,
    'not-evaluated': true,
    missing: true,
    'not-checked': true,
  }),
  ...claim,
  detail: v.string(),
})

const evidence = v.object({
  mark: v.optional(
    v.pipe(v.string(), v.description("Only scrapes after this moment on Prometheus' clock count.")),
  ),
  deployBegan: v.optional(v.string()),
  began: v.string(),
  ended: v.string(),
  prometheus: v.optional(v.pipe(v.string(), v.description('Version of Prometheus.'))),
  targets: v.array(target),
  services: v.array(
    v.object({
      service: v.string(),
      app: v.string(),
      expected: whole,
      up: whole,
      resting: whole,
      reason: v.optional(reason),
    }),
  ),
  metrics: v.array(metric),
  undeclared: v.array(v.object({ service: v.string(), names: v.array(v.string()) })),
  panels: v.array(panel),
  rules: v.array(rule),
  alerts: v.array(
    v.object({
      name: v.string(),
      state: v.picklist(['pending', 'firing']),
      summary: v.string(),
      since: v.string(),
    }),
  ),
  checks: v.array(check),
})

export const resultSchema = v.object({
  version: v.literal(1),
  mode: v.optional(v.picklist(['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'])),
  verdict: v.pipe(
    v.picklist(['proven', 'unproven', 'failed', 'done']),
    v.description(
      'unproven: nothing that fail-on requires is broken, and something is not proven. failed: it is broken, or a part of the run could not be done. done: a mode that proves nothing (plan, dashboards, contract) has succeeded.',
    ),
  ),
  headline: v.string(),
  commit: v.optional(v.pipe(v.string(), v.description('Commit whose files this run used.'))),
  monitoring: v.optional(v.object({ app: v.string(), url: v.string() })),
  apps: v.array(v.object({ app: v.string(), deployed: v.boolean(), machines: whole })),
  failures: v.array(
    v.object({
      code: v.string(),
      area: v.string(),
      subject: v.string(),
      why: v.string(),
      next: v.string(),
      outcome: v.pipe(
        v.picklist(['broken', 'not-checked']),
        v.description('not-checked: it was promised, and nothing is known about it.'),
      ),
      decides: v.pipe(v.boolean(), v.description('It makes the run fail, according to fail-on.')),
      lastHeld: v.optional(
        v.pipe(
          v.nullable(v.string()),
          v.description(
            "When it last held, about, on Prometheus' clock; null: not in the last two days. Absent: not known.",
          ),
        ),
      ),
      because: v.optional(
        v.pipe(v.string(), v.description('What explains it: it needs no action of its own.')),
      ),
      accepted: v.optional(
        v.pipe(
          v.object({ reason: v.string(), until: v.string() }),
          v.description('The exception of the configuration that accepts it.'),
        ),
      ),
    }),
  ),
  problems: v.array(problem),
  changes: v.array(v.object({ subject: v.string(), what: v.string(), result: v.string(), why: v.string() })),
  dashboards: v.array(v.object({ title: v.string(), url: v.string(), result: v.string() })),
  skipped: v.array(v.object({ part: v.string(), why: v.string(), set: v.string() })),
  checked: v.optional(
    v.pipe(
      v.record(v.string(), whole),
      v.description('Modes plan and contract: files and pages checked, by kind.'),
    ),
  ),
  planned: v.optional(plannedDeploy),
  evidence: v.optional(evidence),
})

/** Converts a report to the published result: fields that are not in the schema are left out. */
export function toResult(report: RunReport): v.InferOutput<typeof resultSchema> {
  const { verdict, monitoring, ...rest } = report
  return v.parse(resultSchema, {
    version: 1,
    ...rest,
    verdict: runOutcome(report),
    failures: verdict.failures,
    headline: headline(report),
    ...(monitoring && { monitoring }),
  })
}
