import type { Entry } from '../rule.ts'

/** A file that the configuration names as a dashboard and that is not one. */
export const noDashboard: Entry = {
  code: 'dashboard/shape',
  severity: 'error',
  what: 'A file that should be a dashboard is not one.',
  why: 'Grafana accepts almost any JSON without an error, and shows an empty dashboard.',
}
