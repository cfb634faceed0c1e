import { readYaml } from '../../formats/yaml.ts'
import { quoted } from '../../lib/quote.ts'
import { readQuery } from '../query/lint.ts'
import { metricNames, type UsedMetrics } from '../query/metrics.ts'
import { rulesOf } from './subject.ts'

/** The metrics that each rule of a file reads; empty when the file cannot be read. */
export function metricsInRules(text: string): UsedMetrics[] {
  const read = readYaml(text)
  if (!read.ok) return []
  return rulesOf(read.tree).map(({ kind, name, at, query }) => ({
    names: metricNames(readQuery(query, 'rule').parsed),
    what: `the ${kind === 'alert' ? 'alert' : 'recording rule'} ${quoted(name)}`,
    line: at.line,
  }))
}
