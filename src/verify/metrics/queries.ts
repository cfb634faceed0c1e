import { promqlAnyOf, promqlString, withLabel } from '../../formats/promql/literals.ts'
import { type QueryAnswer, vectorOf } from '../../model/prometheus.ts'
import { targetKey } from '../targets/target-key.ts'

/** A question about the series of one name in some jobs. */
export interface NameQuestion {
  name: string
  jobs: readonly string[]
  /** Only series without this label. */
  without?: string
}

/** Maximum number of characters of one query: VictoriaMetrics refuses more than 16,384, with the matchers that are added. */
const BATCH = 10_000

/** The series of a name in some jobs. Every set of buckets has one without an upper limit: it stands for all of them. */
export const seriesIn = ({ name, jobs, without }: NameQuestion): string => {
  const bucket = name.endsWith('_bucket') ? ',le=~"[+]Inf|"' : ''
  const unlabelled = without === undefined ? '' : `,${without}=""`
  return `{__name__=${promqlString(name)},job=~${promqlAnyOf(jobs)}${bucket}${unlabelled}}`
}

/** A name with the label that its series lack: `NAME{LABEL=""}`. */
export const nameWithout = (name: string, label: string): string => `${name}{${label}=""}`

export interface Batch {
  query: string
  names: string[]
}

/** One expression for each name, distinguished by a label, in as few queries as their length allows. */
export function unionQueries(
  questions: readonly NameQuestion[],
  expression: (question: NameQuestion) => string,
): Batch[] {
  const batches: { parts: string[]; names: string[] }[] = []
  let size = BATCH
  for (const question of questions) {
    const text = expression(question)
    size += text.length + 50
    if (size > BATCH) {
      batches.push({ parts: [], names: [] })
      size = text.length
    }
    const batch = batches.at(-1)
    batch?.parts.push(withLabel(text, 'verify', String(batch.names.length)))
    batch?.names.push(
      question.without === undefined ? question.name : nameWithout(question.name, question.without),
    )
  }
  return batches.map(({ parts, names }) => ({ query: parts.join(' or '), names }))
}

/**
 * The time of the newest sample of each name, by target. A series that was absent from the last scrape has none: Prometheus
 * marks it as ended.
 */
export const timesQueries = (questions: readonly NameQuestion[]): Batch[] =>
  unionQueries(questions, (question) => `max by (job, instance) (timestamp(${seriesIn(question)}))`)

/** By name and target, in milliseconds. */
export function readTimes(names: readonly string[], answer: QueryAnswer): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const { metric, value } of vectorOf(answer)) {
    const name = names[Number(metric.verify)] ?? ''
    const times = found.get(name) ?? new Map<string, number>()
    found.set(name, times.set(targetKey(metric), Number(value?.[1]) * 1000))
  }
  return found
}
