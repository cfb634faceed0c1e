import type { Entry } from './entry.ts'

/** Findings of files that fail a run, worst first. */
export const ERRORS = {
  'query/syntax': {
    severity: 'error',
    what: 'Prometheus would refuse a query.',
    why: 'The panel shows an error; a rule file with it is not loaded, and a new Prometheus does not start.',
  },
  'query/bucket-of-summary': {
    severity: 'error',
    what: 'A query reads the buckets of a summary.',
    why: 'A summary has none: its quantiles are calculated by the service. The query never answers anything.',
  },
  'query/no-such-series': {
    severity: 'error',
    what: 'A query reads a series that a metric of the declared type does not have.',
    why: 'The query never answers anything.',
  },
  'query/never-matches': {
    severity: 'error',
    what: 'A query selects what no series has, or joins series whose labels never match.',
    why: 'The query never answers anything. Scraped series have the labels service, app, job and instance.',
  },
  'query/no-le': {
    severity: 'error',
    what: 'histogram_quantile gets sums without the label le.',
    why: 'The query never answers anything.',
  },
  'dashboard/json': {
    severity: 'error',
    what: 'A dashboard is not valid JSON.',
    why: 'Grafana cannot import it.',
    fatal: true,
  },
  'dashboard/shape': {
    severity: 'error',
    what: 'A file that should be a dashboard is none.',
    why: 'Grafana takes almost any JSON without a word, and shows an empty dashboard.',
  },
  'dashboard/no-title': {
    severity: 'error',
    what: 'A dashboard has no title.',
    why: 'Grafana refuses it.',
  },
  'dashboard/uid-form': {
    severity: 'error',
    what: 'The uid of a dashboard is longer than 40 characters or has others than letters, digits, - and _.',
    why: 'Grafana refuses it.',
  },
  'dashboard/duplicate-uid': {
    severity: 'error',
    what: 'Two dashboards have the same uid.',
    why: 'The second import overwrites the first.',
  },
} as const satisfies Record<string, Entry>
