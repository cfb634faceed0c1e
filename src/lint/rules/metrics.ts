import { readYaml } from '../../formats/yaml.ts'
import { quoted } from '../../lib/quote.ts'
import { readQuery } from '../query/lint.ts'
import type { UsedMetrics } from '../query/metrics.ts'
import { rulesOf } from './subject.ts'

/** The metrics that each rule of a file reads; empty when the file cannot be read. */
export function metricsInRules(text: string): UsedMetrics[] {
  const read = readYaml(text)
  if (!read.ok) return []
  return rulesOf(read.tree).map(({ kind, name, at, query }) => ({
    queries: [readQuery(query, 'rule')],
    what: `the ${kind === 'alert' ? 'alert' : 'recording rule'} ${quoted(name)}`,
    line: at.line,
    ...(kind === 'record' && { records: name }),
  }))
}
