/** What a code of a run means, and what to do; the report of a run says it with names and numbers. */
export type CodeMeaning = readonly [meaning: string, next: string]

/** Claims that a verification judges. Those about targets are described in `verify/targets/reason-texts.ts`. */
export const CLAIM_CODES: Readonly<Record<string, CodeMeaning>> = {
  'target-none': ['The configuration expects no target at all.', 'Declare a service of an app that runs.'],
  'target-unexpected': [
    'Prometheus scrapes an address that no machine of the service has.',
    'Deploy again; if it stays, compare the running configuration with `monitoring.yml`.',
  ],
  'target-not-checked': [
    'Whether the target was scraped could not be determined.',
    'Remove the reason that the report names, and verify again.',
  ],
  'metric-missing': [
    'A declared metric has no sample.',
    'Correct its name in `monitoring.yml`, or declare `expect: after-traffic` if it begins with the first event.',
  ],
  'metric-wrong-type': [
    'A metric has another type than the declared one.',
    'Declare the type that the service exposes.',
  ],
  'metric-wrong-labels': [
    'Series of a metric lack a declared label.',
    'Declare the labels that the service exposes.',
  ],
  'metric-partial': [
    'A metric is not on every machine, or not in every scrape.',
    'Find the machine in the report; it may run an older version.',
  ],
  'metric-inconsistent': [
    'Values of a counter go up and down: several processes answer in turn on one port.',
    'Let one process serve the metrics of all, or give each its own port.',
  ],
  'metric-not-checked': [
    'The metric could not be judged.',
    'Remove the reason that the report names, and verify again.',
  ],
  'panel-no-data': [
    'A panel query returns nothing, and nothing explains it.',
    'Compare its metrics and labels with those of the services.',
  ],
  'panel-stale': ['A panel query returns only old samples.', 'See why its service is no longer scraped.'],
  'panel-nan': [
    'A panel query returns NaN: it divides by zero.',
    'Guard the division, for example with `> 0`.',
  ],
  'panel-error': ['Prometheus refuses a panel query.', 'Correct the query; the report has the message.'],
  'panel-too-early': [
    'A panel looks further back than there are samples.',
    'Verify again at the time that the report names.',
  ],
  'panel-not-checked': [
    'A panel query could not be judged.',
    'Remove the reason that the report names, and verify again.',
  ],
  'rule-missing': ['A deployed rule is not loaded.', 'Read the log of Prometheus, and deploy again.'],
  'rule-error': ['Prometheus cannot evaluate a rule.', 'Correct its query; the report has the message.'],
  'rule-not-evaluated': ['A rule has not been evaluated yet.', 'Verify again after one evaluation interval.'],
  'rule-not-checked': [
    'A rule could not be judged.',
    'Remove the reason that the report names, and verify again.',
  ],
  'verification-deadline': ['Time ran out before every result was certain.', 'Increase `timeout`.'],
  'verification-cancelled': ['The run was cancelled before every result was certain.', 'Verify again.'],
  'accept-expired': ['An exception of `verify.accept` has expired.', 'Remove it, or set a later day.'],
  'accept-unused': [
    'An exception of `verify.accept` does not match anything.',
    'Remove it, or correct code and subject.',
  ],
}

/**
 * Checks of the whole deployment, by area: `AREA-broken` it does not hold, `AREA-not-checked` it could not be judged,
 * `AREA-warning` it holds, with a remark.
 */
export const CHECK_MEANINGS: Readonly<Record<string, CodeMeaning>> = {
  replicas: [
    'Each replica of Prometheus answers by its name, has a volume of its own, and says the same.',
    'See the replica that the report names.',
  ],
  shards: [
    'Each shard of Prometheus answers by its name, and together they scrape every expected target exactly once.',
    'See the shard that the report names.',
  ],
  configuration: ['The running configuration is the deployed one.', 'Deploy again.'],
  reload: [
    'Prometheus could load its configuration.',
    'Read the log of Prometheus, correct the configuration, deploy.',
  ],
  retention: ['Retention is as configured.', 'Deploy again.'],
  'self-scrape': ['Prometheus scrapes itself.', 'Deploy again: its password may have been changed by hand.'],
  uptime: [
    'Prometheus ran without restarts and gaps.',
    'Read its log; a restart is often too little memory.',
  ],
  storage: ['Prometheus can write to its volume.', 'Make the volume larger.'],
  scrapes: ['No scrape lost samples or was too slow.', 'See the services that the report names.'],
  rules: ['Rules are evaluated in time.', 'Simplify the rules that the report names.'],
  slo: ['The error budget of each objective is recorded.', 'See the metric that the report names.'],
  'remote-write': ['Samples arrive at the remote side.', 'Check address, user and key of remote write.'],
  store: [
    'The server that has the samples of an agent answers, and is not far behind.',
    'See what it answers, in the report; `query_url` and the key must be those of that server.',
  ],
  'fly-metrics': [
    'The series that Fly has of the machines arrive.',
    'Check `FLY_METRICS_TOKEN` and `monitoring.organization`; the report says what Fly answered.',
  ],
  access: ['Prometheus can be read only as `monitoring.access` says.', 'Deploy again.'],
  health: ['The `health` path of an app answers.', 'Read the log of the app.'],
  'metrics-exposure': [
    'The metrics of an app are not on its public address.',
    'Serve them on a separate port that only the private network reaches.',
  ],
  delivery: [
    'Every receiver accepts alerts.',
    'Correct the receiver that the report names; its answer is there.',
  ],
}
