import type { Entry } from './entry.ts'

/** Findings of files that do not fail a run, worst first. */
export const WARNINGS = {
  'query/undeclared-metric': {
    severity: 'warning',
    what: 'A query reads a metric that no service declares.',
    why: 'It may be misspelt, and nobody checks that it is there.',
  },
  'query/unrecorded-metric': {
    severity: 'warning',
    what: 'A query reads the result of a recording rule that is nowhere.',
    why: 'Names with a colon are those of recording rules.',
  },
  'query/maybe-summary': {
    severity: 'warning',
    what: 'A query reads only the buckets of a metric whose type is an assumption of the preset.',
    why: 'Exporters that are not given buckets write summaries, which have no buckets.',
  },
  'query/raw-counter': {
    severity: 'warning',
    what: 'A query reads a counter as it is.',
    why: 'A counter starts at 0 again with every deploy.',
  },
  'query/rate-of-gauge': {
    severity: 'warning',
    what: 'A query calculates the rate of a gauge.',
    why: 'rate takes every fall of a value for a restart at 0.',
  },
  'query/experimental': {
    severity: 'warning',
    what: 'A query uses what Prometheus has only behind a feature flag.',
    why: 'The Prometheus that is deployed here is started without.',
  },
  'query/limit': {
    severity: 'warning',
    what: 'A query is too long or nests too deeply to be checked.',
    why: 'Nothing else can be said about it.',
  },
  'dashboard/no-uid': {
    severity: 'warning',
    what: 'A dashboard has no uid.',
    why: 'Every import makes another dashboard.',
  },
  'dashboard/undefined-datasource': {
    severity: 'warning',
    what: 'A panel names its data source by a variable or an input that is not defined.',
    why: 'The panel finds no data source.',
  },
  'dashboard/fixed-datasource': {
    severity: 'warning',
    what: 'Panels are bound to one data source by name or uid.',
    why: 'In another Grafana the data source has another uid. (The import of this action puts its own in the place.)',
  },
  'dashboard/undefined-variable': {
    severity: 'warning',
    what: 'A query uses a variable that the dashboard does not define.',
    why: 'Grafana sends the text as it is, and Prometheus refuses or finds nothing.',
  },
  'dashboard/duplicate-panel-id': {
    severity: 'warning',
    what: 'Two panels of a dashboard have the same id.',
    why: 'Links and alerts find panels by id.',
  },
  'dashboard/unrelated': {
    severity: 'warning',
    what: 'None of the metrics of a dashboard is declared.',
    why: 'It is about other programs, or everything in it is misspelt.',
  },
  'dashboard/no-query': {
    severity: 'warning',
    what: 'A panel has a query without an expression.',
    why: 'It shows nothing.',
  },
  'dashboard/no-unit': {
    severity: 'warning',
    what: 'A panel shows numbers without a unit.',
    why: 'Seconds, bytes and percentages look alike.',
  },
} as const satisfies Record<string, Entry>
