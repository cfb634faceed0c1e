import type { Entry } from './entry.ts'

/** Findings of files that fail a run, worst first. */
export const ERRORS = {
  'prometheus/promtool': {
    severity: 'error',
    what: 'promtool refuses a file for a reason that is not found here.',
    why: 'Prometheus would refuse it too.',
  },
  'query/syntax': {
    severity: 'error',
    what: 'Prometheus would refuse a query.',
    why: 'The panel shows an error; a rule file with it is not loaded, and a new Prometheus does not start.',
  },
  'rules/experimental': {
    severity: 'error',
    what: 'A rule uses what Prometheus has only behind a feature flag.',
    why: 'The rule file is not loaded.',
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
  'prometheus/placeholder': {
    severity: 'error',
    what: 'A Prometheus configuration holds a placeholder: a dollar sign and a name in braces.',
    why: '`promtool check config` passes it. Prometheus takes it literally: an address that does not exist, a password that is wrong.',
  },
  'prometheus/remote-url': {
    severity: 'error',
    what: 'The URL of a remote write or read is empty, missing or none.',
    why: '`promtool check config` passes an empty one. Every batch fails, and a stop takes a minute.',
  },
  'prometheus/shape': {
    severity: 'error',
    what: 'A Prometheus configuration has not the form that Prometheus wants.',
    why: 'Prometheus does not start.',
  },
  'prometheus/unknown-key': {
    severity: 'error',
    what: 'A Prometheus configuration has a key that this version does not know.',
    why: 'Prometheus does not start.',
  },
  'prometheus/duration': {
    severity: 'error',
    what: 'A duration of a Prometheus configuration is malformed.',
    why: 'Prometheus does not start.',
  },
  'prometheus/timeout': {
    severity: 'error',
    what: 'A scrape may take longer than the interval between two.',
    why: 'Prometheus does not start.',
  },
  'prometheus/job-name': {
    severity: 'error',
    what: 'A scrape config has no job_name, or that of another.',
    why: 'Prometheus does not start.',
  },
  'prometheus/target': {
    severity: 'error',
    what: 'A target is not HOST:PORT.',
    why: 'Prometheus does not start.',
  },
  'prometheus/dns': {
    severity: 'error',
    what: 'A discovery by DNS misses a name or port, or asks for records that cannot be used.',
    why: 'Prometheus does not start.',
  },
  'prometheus/dns-type': {
    severity: 'error',
    what: "A discovery asks Fly's DNS for another type than AAAA.",
    why: 'Names under .internal have AAAA records alone; the default type of Prometheus is SRV.',
  },
  'prometheus/regex': {
    severity: 'error',
    what: 'A relabel rule has a regular expression that Prometheus does not take.',
    why: 'Prometheus does not start.',
  },
  'prometheus/relabel': {
    severity: 'error',
    what: 'A relabel rule has an unknown action, or misses what its action needs.',
    why: 'Prometheus does not start.',
  },
  'prometheus/auth': {
    severity: 'error',
    what: 'Ways to authorise that exclude each other are given together.',
    why: 'Prometheus does not start.',
  },
  'prometheus/rule-file': {
    severity: 'error',
    what: 'A Prometheus configuration names a rule file that does not exist.',
    why: '`promtool check config` refuses it; Prometheus itself starts without the rules.',
  },
  'rules/shape': {
    severity: 'error',
    what: 'A rule file has not the form that Prometheus wants.',
    why: 'Prometheus does not load it, and does not start with it.',
  },
  'rules/unknown-key': {
    severity: 'error',
    what: 'A rule file has a key that Prometheus does not know.',
    why: 'Prometheus refuses the file.',
  },
  'rules/duplicate-group': {
    severity: 'error',
    what: 'Two groups of a rule file have the same name.',
    why: 'Prometheus refuses the file.',
  },
  'rules/duration': {
    severity: 'error',
    what: 'A duration in a rule file is malformed.',
    why: 'Prometheus refuses the file.',
  },
  'rules/label': {
    severity: 'error',
    what: 'A label or annotation has a name that is none.',
    why: 'Prometheus refuses the file.',
  },
  'rules/template': {
    severity: 'error',
    what: 'A label or annotation is not a valid template.',
    why: 'Prometheus refuses the file.',
  },
  'rules/result': {
    severity: 'error',
    what: 'The expression of a rule gives neither an instant vector nor a number.',
    why: '`promtool check rules` passes it; every evaluation fails.',
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
