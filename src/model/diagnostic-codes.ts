/**
 * The code of every diagnostic, `subject/what`, most severe first: diagnostics of equal severity are shown in this
 * order when there is no room for all of them. Codes are stable across releases; each one is described in its own file,
 * `SUBJECT/WHAT.ts`.
 */

/** The file cannot be checked any further, or the run cannot start: an exception cannot silence these. */
const UNSILENCEABLE = [
  'input/workspace',
  'input/working-directory',
  'input/value',
  'input/not-yet',
  'input/incomplete-group',
  'input/url',
  'input/url-credentials',
  'input/url-http',
  'input/timeout',
  'input/password',
  'input/fly-token-missing',
  'input/fly-token-quoted',
  'input/fly-token-broken',
  'input/grafana-missing',
  'input/grafana-token',
  'input/flyctl-version',
  'input/flyctl-sha256',
  'input/name-conflict',
  'config/syntax',
  'config/too-large',
  'config/aliases',
  'config/unknown-key',
  'config/missing-key',
  'config/value',
  'config/not-yet',
  'config/duplicate-name',
  'config/duplicate-port',
  'config/unknown-app',
  'config/reserved-name',
  'config/monitoring-app',
  'config/plain-image',
  'config/reserved-label',
  'config/scrape-timeout',
  'config/tls-without-https',
  'file/missing',
  'file/unreadable',
  'file/outside',
  'file/too-large',
  'file/not-checked',
  'yaml/syntax',
  'fly/syntax',
  'dashboard/json',
] as const

const ERRORS = [
  'config/placeholder',
  'config/pattern',
  'config/not-stored',
  'prometheus/promtool',
  'fly/flyctl',
  'fly/type',
  'fly/check-type',
  'fly/service-processes',
  'fly/check-port',
  'fly/machine-size',
  'query/syntax',
  'rules/experimental',
  'query/bucket-of-summary',
  'query/no-such-series',
  'query/never-matches',
  'query/no-le',
  'prometheus/placeholder',
  'prometheus/remote-url',
  'prometheus/dns-type',
  'prometheus/rule-file',
  'rules/result',
  'workflow/pull-request-target',
  'workflow/if-secrets',
  'workflow/no-trigger',
  'workflow/action-version',
  'workflow/flyctl-version',
  'dashboard/shape',
  'dashboard/no-title',
  'dashboard/uid-form',
  'dashboard/duplicate-uid',
] as const

const WARNINGS = [
  'fly/secret-in-env',
  'workflow/secret',
  'fly/open-prometheus',
  'fly/prometheus-admin',
  'fly/app-name',
  'fly/prometheus-user',
  'fly/prometheus-volume',
  'fly/auto-start',
  'fly/port-variable',
  'fly/scale-to-zero',
  'fly/public-metrics',
  'fly/several-metrics',
  'fly/metrics-coverage',
  'fly/missing-process',
  'fly/ignored-process',
  'fly/ipv4-bind',
  'fly/no-checks',
  'fly/immediate',
  'fly/bluegreen-volume',
  'fly/retention-size',
  'fly/memory',
  'fly/memory-twice',
  'fly/service-ports',
  'fly/file-path',
  'fly/raw-value',
  'fly/dockerfile',
  'query/undeclared-metric',
  'query/unrecorded-metric',
  'query/maybe-summary',
  'query/raw-counter',
  'query/rate-of-gauge',
  'query/experimental',
  'query/limit',
  'workflow/no-token',
  'workflow/deploy-pull-request',
  'workflow/any-branch',
  'workflow/paths',
  'workflow/concurrency',
  'workflow/shared-group',
  'workflow/cancel',
  'workflow/permissions',
  'workflow/unpinned',
  'workflow/ignored',
  'workflow/input',
  'prometheus/secret',
  'prometheus/static-internal',
  'prometheus/instance-label',
  'prometheus/unknown-app',
  'prometheus/unknown-port',
  'prometheus/public-target',
  'prometheus/empty',
  'rules/duplicate',
  'rules/documents',
  'ignore/no-reason',
  'ignore/unused',
  'ignore/renamed',
  'dashboard/undefined-datasource',
  'dashboard/fixed-datasource',
  'dashboard/undefined-variable',
  'file/drift',
  'yaml/indentation',
  'fly/unknown-key',
] as const

/** Warnings about files that are deployed or imported from here. In any other file they have no consequence. */
const ADVICE = [
  'rules/record-name',
  'rules/no-for',
  'rules/no-severity',
  'dashboard/no-uid',
  'dashboard/duplicate-panel-id',
  'dashboard/unrelated',
  'rules/unrelated',
  'dashboard/no-query',
  'dashboard/no-unit',
  'fly/volume-size',
  'fly/check-limits',
  'fly/builds',
] as const

export const CODES = [...UNSILENCEABLE, ...ERRORS, ...WARNINGS, ...ADVICE] as const

/** The code of a diagnostic. */
export type Code = (typeof CODES)[number]

const silenceable: ReadonlySet<string> = new Set([...ERRORS, ...WARNINGS, ...ADVICE])
const advice: ReadonlySet<string> = new Set(ADVICE)
const warnings: ReadonlySet<string> = new Set([...WARNINGS, ...ADVICE])

/** Whether an exception may hide it. */
export const isSilenceable = (code: string): boolean => silenceable.has(code)

/** Whether it matters only in a file that is deployed or imported from the repository. */
export const isAdvice = (code: string): boolean => advice.has(code)

/** Whether it is a warning in every file. Errors become warnings in files that nothing deploys. */
export const isWarning = (code: string): boolean => warnings.has(code)
