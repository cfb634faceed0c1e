import type { Entry } from '../rule.ts'

/** A message of promtool; `run/external-validators.ts` runs it. */
export const promtoolRefuses: Entry = {
  code: 'prometheus/promtool',
  severity: 'error',
  what: '`promtool` refuses a Prometheus configuration or a rule file.',
  why: 'Prometheus would refuse it too. Without promtool on `PATH` this is not checked, and the plan says so.',
}
