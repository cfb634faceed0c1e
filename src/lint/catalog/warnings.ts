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
  'prometheus/secret': {
    severity: 'warning',
    what: 'A secret stands in a Prometheus configuration.',
    why: 'It is in the repository, and in the image.',
  },
  'prometheus/static-internal': {
    severity: 'warning',
    what: 'An app of Fly is scraped as a static target.',
    why: 'APP.internal stands for all machines: each scrape asks any one of them. Discovery by AAAA records finds each.',
  },
  'prometheus/instance-label': {
    severity: 'warning',
    what: 'All targets of a job get the same label instance.',
    why: 'Series of different machines become one, and jump between their values.',
  },
  'prometheus/unknown-app': {
    severity: 'warning',
    what: 'Prometheus scrapes an app that the configuration does not have.',
    why: 'A name that no app has cannot be resolved.',
  },
  'prometheus/unknown-port': {
    severity: 'warning',
    what: 'Prometheus scrapes a port that no service has.',
    why: 'Nothing listens there, or something else does.',
  },
  'prometheus/public-target': {
    severity: 'warning',
    what: 'A target is the public address of an app with a port of its own.',
    why: 'Fly publishes declared ports only, and a connection succeeds all the same.',
  },
  'prometheus/empty': {
    severity: 'warning',
    what: 'A Prometheus configuration scrapes nothing.',
    why: '`promtool check config` passes it, even an empty file.',
  },
  'rules/duplicate': {
    severity: 'warning',
    what: 'Two rules of a file have the same name and labels.',
    why: 'promtool says FAILED and exits with 0. Recordings overwrite each other, alerts fire twice.',
  },
  'rules/documents': {
    severity: 'warning',
    what: 'A rule file has several YAML documents.',
    why: 'Prometheus reads the first one alone.',
  },
  'rules/record-name': {
    severity: 'warning',
    what: 'A recording rule has a name beyond letters, digits, _ and :.',
    why: 'Prometheus 2 refuses it; Prometheus 3 takes it, but only quoted in queries.',
  },
  'rules/no-for': {
    severity: 'warning',
    what: 'An alert has no `for`.',
    why: 'One bad sample is enough to fire it.',
  },
  'rules/no-severity': {
    severity: 'warning',
    what: 'An alert has no label severity.',
    why: 'Routes and people go by it.',
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
  'rules/unrelated': {
    severity: 'warning',
    what: 'None of the metrics of a rule file is declared.',
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
