import { z } from 'zod'
import { CHECK_AREAS, PANEL_STATES, REASON_CLASSES } from '../verify/evidence.ts'
import type { Report } from './report.ts'
import { headline } from './summary.ts'

/**
 * The result for programs. `templates/result.schema.json` is generated from here and published: within one `version`
 * nothing is taken away or renamed. Texts of other programs in it are as they came.
 */

const certainty = z
  .enum(['proven', 'inferred', 'not checked'])
  .describe('proven: seen in an answer of the running system. inferred: signs usually mean it.')
const claim = { certainty, why: z.string() }

const problem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  at: z.object({ file: z.string(), line: z.int(), column: z.int() }).optional(),
  message: z.string(),
  hint: z.string(),
})

const reason = z.object({
  class: z.enum(REASON_CLASSES),
  why: z.string(),
  next: z.string().describe('What to do.'),
  certainty,
  detail: z.string().describe('What Prometheus said, word for word.'),
})

const target = z.object({
  service: z.string(),
  app: z.string(),
  machine: z.string(),
  region: z.string(),
  address: z.string().describe('Address and port that Prometheus scrapes.'),
  state: z.enum(['up', 'down', 'resting', 'unknown']),
  ...claim,
  reason: reason.optional(),
  lastScrape: z.string().optional().describe("On Prometheus' own clock, as an ISO time."),
  samples: z.number().optional(),
  lost: z.number().optional(),
})

const metric = z.object({
  service: z.string(),
  name: z.string(),
  type: z.string(),
  state: z.enum(['present', 'waiting', 'missing', 'wrong-type', 'partial', 'unknown']),
  ...claim,
  actualType: z.string().optional(),
  nearMiss: z.string().optional(),
  next: z.string().optional(),
})

const panel = z.object({
  dashboard: z.object({ uid: z.string(), title: z.string() }),
  panel: z.object({ id: z.number(), title: z.string() }),
  refId: z.string(),
  query: z.string().describe('As executed, variables and macros filled in.'),
  state: z.enum(PANEL_STATES),
  ...claim,
  absent: z.array(z.string()),
  next: z.string().optional(),
})

const check = z.object({
  area: z.enum(CHECK_AREAS),
  subject: z.string(),
  outcome: z.enum(['holds', 'warning', 'broken', 'not-checked']),
  ...claim,
  next: z.string().optional(),
})

const rule = z.object({
  group: z.string(),
  name: z.string(),
  state: z.enum(['ok', 'error', 'not-evaluated', 'missing']),
  ...claim,
  detail: z.string(),
})

const evidence = z.object({
  mark: z.string().optional().describe("Only scrapes after this moment on Prometheus' clock count."),
  began: z.string(),
  ended: z.string(),
  prometheus: z.string().optional().describe('Version of Prometheus.'),
  targets: z.array(target),
  services: z.array(
    z.object({
      service: z.string(),
      app: z.string(),
      expected: z.int(),
      up: z.int(),
      resting: z.int(),
      reason: reason.optional(),
    }),
  ),
  metrics: z.array(metric),
  undeclared: z.array(z.object({ service: z.string(), names: z.array(z.string()) })),
  panels: z.array(panel),
  rules: z.array(rule),
  alerts: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['pending', 'firing']),
      summary: z.string(),
      since: z.string(),
    }),
  ),
  checks: z.array(check),
})

export const resultSchema = z.object({
  version: z.literal(1),
  mode: z.enum(['deploy', 'plan', 'verify', 'dashboards']).optional(),
  verdict: z.enum(['proven', 'unproven', 'failed']),
  headline: z.string(),
  monitoring: z.object({ app: z.string(), url: z.string() }).optional(),
  apps: z.array(z.object({ app: z.string(), deployed: z.boolean(), machines: z.int() })),
  failures: z.array(
    z.object({
      code: z.string(),
      area: z.string(),
      subject: z.string(),
      why: z.string(),
      next: z.string(),
      decides: z.boolean(),
    }),
  ),
  problems: z.array(problem),
  changes: z.array(z.object({ subject: z.string(), what: z.string(), result: z.string(), why: z.string() })),
  dashboards: z.array(z.object({ title: z.string(), url: z.string(), result: z.string() })),
  skipped: z.array(z.object({ part: z.string(), why: z.string(), set: z.string() })),
  checked: z.record(z.string(), z.int()).optional().describe('Mode plan: files checked, by kind.'),
  evidence: evidence.optional(),
})

/** A report as its published result: what the schema does not know is left out. */
export function resultOf(report: Report): z.output<typeof resultSchema> {
  const { verdict, monitoring, ...rest } = report
  return resultSchema.parse({
    version: 1,
    ...rest,
    verdict: verdict.kind,
    failures: verdict.kind === 'unproven' ? verdict.failures : [],
    headline: headline(report),
    ...(monitoring && { monitoring }),
  })
}
