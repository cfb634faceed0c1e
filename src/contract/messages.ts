import type { Locate } from '../config/load.ts'
import type { ServiceConfig } from '../config/schema.ts'
import type { Exposition } from '../formats/exposition.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { count, few } from '../lib/text.ts'
import type { Difference } from './compare.ts'

/** The page that is compared, and the service that it is of. */
export interface ComparedPage {
  service: ServiceConfig
  /** The place of the service in `services`. */
  index: number
  /** Where the page was read, for people: a URL, a file. */
  source: string
  page: Exposition
}

const NAMED = 20

/**
 * The differences as problems, at their places in the configuration. `written`: what can be written to the configuration
 * has been, and is not a problem any more.
 */
export function describeDifferences(
  { service, index, source }: ComparedPage,
  differences: readonly Difference[],
  { locate, written }: { locate: Locate; written: boolean },
): Diagnostic[] {
  const problem = (
    name: string,
    rest: Pick<Diagnostic, 'code' | 'message' | 'hint'>,
    severity: Diagnostic['severity'],
  ) => {
    const at = locate(['services', index, 'metrics', name], 'key')
    return { ...rest, severity, ...(at && { at }) }
  }
  const found = differences.flatMap((difference): Diagnostic[] => {
    if (difference.kind === 'missing')
      return [problem(difference.metric.name, missing(difference, source), written ? 'warning' : 'error')]
    if (written || difference.kind === 'undeclared') return []
    const { name } = difference.metric
    return [
      problem(
        name,
        difference.kind === 'type' ? wrongType(difference, source) : noLabels(difference, source),
        'error',
      ),
    ]
  })
  return written
    ? found
    : [...found, ...undeclared(differences, service, locate(['services', index, 'name']))]
}

type Of<K extends Difference['kind']> = Extract<Difference, { kind: K }>
type Text = Pick<Diagnostic, 'code' | 'message' | 'hint'>

function missing({ metric: { name }, near }: Of<'missing'>, source: string): Text {
  const code = 'contract-missing'
  const where = near === undefined ? '' : `, which has ${near}`
  const message = `${name} is declared and is not on the page ${source}${where}.`
  if (near === undefined)
    return {
      code,
      message,
      hint: 'Restore the metric in the service, or remove it here and from the panels and rules that use it. If it appears with the first event, declare expect: after-traffic.',
    }
  return {
    code,
    message,
    hint: `If the metric was renamed, rename it here too, and in the panels and rules that use it; else restore ${name} in the service.`,
  }
}

const wrongType = ({ metric: { name, type }, actual }: Of<'type'>, source: string): Text => ({
  code: 'contract-type',
  message:
    actual === undefined
      ? `${name} is declared as ${type}, and the page ${source} has no # TYPE line for it.`
      : `${name} is declared as ${type}, and the page ${source} has it as ${actual}.`,
  hint: `Correct the type here ("deploy-monitoring contract" does it), or in the service. Queries depend on it: rate() needs a counter.`,
})

const noLabels = ({ metric: { name }, absent, actual }: Of<'labels'>, source: string): Text => ({
  code: 'contract-labels',
  message: `${name} has series without the declared ${absent.length > 1 ? 'labels' : 'label'} ${few(absent)} on the page ${source}; ${actual.length > 0 ? `all have ${few(actual)}` : 'no label is on all of them'}.`,
  hint: 'Restore the labels in the service, or remove them here and from the panels and rules that use them.',
})

function undeclared(
  differences: readonly Difference[],
  { name }: ServiceConfig,
  at: Diagnostic['at'],
): Diagnostic[] {
  const names = differences.flatMap(({ kind, metric }) => (kind === 'undeclared' ? metric.name : []))
  if (names.length === 0) return []
  return [
    {
      code: 'contract-undeclared',
      severity: 'warning',
      ...(at && { at }),
      message: `${name} exposes ${count(names.length, 'metric')} that ${names.length > 1 ? 'are' : 'is'} not declared: ${few(names, NAMED)}.`,
      hint: 'Run "deploy-monitoring contract" with the same page to declare them.',
    },
  ]
}

/** A metric with more series than this costs memory in Prometheus and in every query. */
const MANY_SERIES = 1_000

/** Problems of the page itself: its format, and its size compared with the limit of the scrape job. */
export function describePage({ service, source, page }: ComparedPage, sampleLimit: number): Diagnostic[] {
  const { faults, samples, metrics } = page
  const first = faults[0]
  const wide = metrics.filter(({ series }) => series > MANY_SERIES)
  return [
    ...(first
      ? [
          {
            code: 'contract-format',
            severity: 'error' as const,
            message: `Line ${first.line} of the page ${source} is not in Prometheus' format: ${first.message}${faults.length > 1 ? ` ${count(faults.length - 1, 'other line is', 'other lines are')} not in the format either.` : ''}`,
            hint: 'Prometheus refuses the whole page. Is it the page of metrics? See https://prometheus.io/docs/instrumenting/exposition_formats.',
          },
        ]
      : []),
    ...(metrics.length === 0 && !first
      ? [
          {
            code: 'contract-empty',
            severity: 'error' as const,
            message: `The page ${source} has no metrics.`,
            hint: 'Is it the page of metrics of this service? A service whose metrics appear with its first requests needs some requests first.',
          },
        ]
      : []),
    ...(samples > sampleLimit
      ? [
          {
            code: 'contract-too-many-samples',
            severity: 'error' as const,
            message: `The page ${source} has ${samples} samples; the scrape job of ${service.name} accepts ${sampleLimit}.`,
            hint: 'Remove labels with many values, drop series with `drop`, or raise sample_limit of the service.',
          },
        ]
      : []),
    ...wide.map(({ name, series, widest }) => ({
      code: 'contract-cardinality',
      severity: 'warning' as const,
      message: `${name} has ${series} series on the page ${source}${widest ? `: its label ${widest.label} has ${count(widest.values, 'value')}` : ''}.`,
      hint: 'Labels such as a user, a URL with ids or a session have no limit: remove them, or drop the metric with `drop`.',
    })),
  ]
}
