import { type DeclaredMetric, declaredMetrics } from '../config/declared-metrics.ts'
import { hasFlySeries, isOnFlysPrometheus } from '../config/fly-engine.ts'
import type { Config } from '../config/schema.ts'
import { SERIES_OF, SERIES_PARTS, type SeriesPart } from '../formats/metric-types.ts'
import { parseDuration } from '../lib/duration.ts'
import { didYouMeanMetric } from '../lib/similar-name.ts'
import { FLY_JOB, FLY_SERIES } from '../model/fly-series.ts'
import { isAddedByPrometheus, SELF_JOB } from '../model/prometheus.ts'

/** A series that the contract of one or more services contains. */
export interface Declared {
  services: readonly string[]
  metric: DeclaredMetric
  part: SeriesPart
}

/** The result of looking up the name of a series in the contract. */
export type KnownSeries =
  | ({ kind: 'declared' } & Declared)
  /** The metric is declared with a type that has no such series. */
  | ({ kind: 'impossible' } & Declared)
  /** Exposed by Prometheus or by a common client library, or recorded by a rule: not part of a contract. */
  | { kind: 'standard' }
  | { kind: 'unknown'; recorded: boolean; hint: string | undefined }

/** The declared metrics and labels that queries are compared with. */
export interface Contract {
  /** Whether any service declares metrics. */
  declares: boolean
  /** The types come from the preset and were not declared by the user. */
  assumed: boolean
  series(name: string): KnownSeries
  /** The series of Fly's managed Prometheus that the one that is deployed here has, too. */
  ofFly: ReadonlySet<string>
  /** Milliseconds between two scrapes. */
  scrapeInterval: number
  /** The labels that a recorded series may have; undefined when they are not known. */
  recordedLabels(name: string): readonly string[] | undefined
  /** Values of the labels `service`, `job` and `app` of scraped series. Undefined for any other label. */
  values(label: string): readonly string[] | undefined
  /** Values of a label that Prometheus gives to targets, and so to `up`. Undefined: not known. */
  targetValues(label: string): readonly string[] | undefined
  /** The jobs of every Prometheus of the repository: queries that are asked elsewhere may select them. */
  jobsElsewhere: ReadonlySet<string>
  /** Fly's managed Prometheus is asked: `instance` is the id of a machine there. */
  isFlys: boolean
}

/**
 * The contract for dashboards. Fly's managed Prometheus has no label of a service: rules are rendered for it, and dashboards
 * are sent as they are.
 */
export const contractOfDashboards = (contract: Contract | undefined): Contract | undefined =>
  contract?.isFlys
    ? {
        ...contract,
        values: (label) => (label === 'service' || label === 'job' ? [] : contract.values(label)),
      }
    : contract

/** Series that other programs expose independently of what services declare: Fly's managed Prometheus, client libraries. */
const STANDARD =
  /^(?:fly_\w+|target_info|(?:prometheus|go|process|promhttp|net_conntrack|python|nodejs|jvm|ruby|dotnet)_\w+)$/

/** Names that rules record, each with the labels that its series may have; undefined labels are not known. */
export type RecordedNames = ReadonlyMap<string, readonly string[] | undefined>

/** The contract of a configuration. */
export function contractOf(
  config: Config,
  {
    recorded,
    assumed,
    jobsElsewhere = new Set(),
  }: { recorded: RecordedNames; assumed: boolean; jobsElsewhere?: ReadonlySet<string> },
): Contract {
  const declared = declaredBy(config)
  const hasFly = hasFlySeries(config.monitoring)
  const services = [...config.services.map(({ name }) => name), SELF_JOB, ...(hasFly ? [FLY_JOB] : [])]
  const labels: Record<string, readonly string[]> = {
    service: services,
    job: services,
    app: [...config.apps.map(({ app }) => app), config.monitoring.app],
  }
  const hint = similarName([...seriesNames(declared), ...recorded.keys()])
  return {
    declares: declared.size > 0,
    isFlys: isOnFlysPrometheus(config.monitoring),
    assumed,
    ofFly: new Set(hasFly ? FLY_SERIES : []),
    scrapeInterval: parseDuration(config.monitoring.scrape_interval) ?? 0,
    recordedLabels: (name) => recorded.get(name),
    jobsElsewhere,
    values: (label) => (Object.hasOwn(labels, label) ? labels[label] : undefined),
    targetValues: (label) => labels[label] ?? valuesOnTargets(label, config),
    series(name) {
      const part = SERIES_PARTS.find((suffix) => suffix !== '' && name.endsWith(suffix))
      const known =
        seriesOf(declared, name, '') ?? (part && seriesOf(declared, name.slice(0, -part.length), part))
      if (known) return known
      if (
        isAddedByPrometheus(name) ||
        STANDARD.test(name) ||
        recorded.has(name) ||
        isCreationTime(name, declared)
      )
        return { kind: 'standard' }
      return {
        kind: 'unknown',
        recorded: name.includes(':'),
        get hint() {
          return hint(name)
        },
      }
    },
  }
}

/** What the services give a label; the value of `instance`, and the labels that Fly's own Prometheus gives, are not known. */
const valuesOnTargets = (label: string, { services, monitoring }: Config): readonly string[] | undefined =>
  label === 'instance' || isOnFlysPrometheus(monitoring)
    ? undefined
    : services.flatMap(({ labels }) => labels?.[label] ?? [])

/**
 * Whether queries with only unknown metrics are about other programs. A name that is almost a declared one is most likely
 * misspelled, and one that a rule of the repository should record is about its services.
 */
export const isAboutOthers = (unknown: readonly string[], contract: Contract): boolean => {
  const known = unknown.map((name) => contract.series(name))
  const isOwn = (one: KnownSeries) => one.kind === 'unknown' && one.hint !== undefined
  return known.some((one) => one.kind === 'unknown' && !one.recorded) && !known.some(isOwn)
}

/** `x_created` of a declared metric, which OpenMetrics adds. */
function isCreationTime(name: string, declared: Declarations): boolean {
  const base = name.replace(/_created$/, '')
  return base !== name && [base, `${base}_total`].some((one) => declared.has(one))
}

type Declarations = ReadonlyMap<string, readonly { service: string; metric: DeclaredMetric }[]>

/** The declared metrics, by name. */
const declaredBy = ({ services }: Config): Declarations =>
  Map.groupBy(
    services.flatMap((service) =>
      declaredMetrics(service).map((metric) => ({ service: service.name, metric })),
    ),
    ({ metric }) => metric.name,
  )

/** Two services may declare a metric of the same name with different types: it has the series of both. */
function seriesOf(declared: Declarations, name: string, part: SeriesPart): KnownSeries | undefined {
  const all = declared.get(name) ?? []
  const has = all.filter(({ metric }) => SERIES_OF[metric.type].includes(part))
  const meant = has.length > 0 ? has : all
  const [first] = meant
  if (!first) return undefined
  const services = meant.map(({ service }) => service)
  return { kind: has.length > 0 ? 'declared' : 'impossible', part, services, metric: first.metric }
}

const seriesNames = (declared: Declarations): string[] =>
  [...declared.values()]
    .flat()
    .flatMap(({ metric }) => SERIES_OF[metric.type].map((part) => `${metric.name}${part}`))

/** Finds the name that was probably meant. That needs a comparison with every name, so each result is kept. */
function similarName(names: readonly string[]): (name: string) => string | undefined {
  const found = new Map<string, string | undefined>()
  return (name) => {
    if (!found.has(name)) found.set(name, didYouMeanMetric(name, names))
    return found.get(name)
  }
}
