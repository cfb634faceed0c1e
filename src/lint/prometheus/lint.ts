import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { runRules } from '../rule.ts'
import { invalidYaml } from '../yaml/syntax.ts'
import { prometheusRules } from './rules.ts'
import type { PrometheusContext } from './subject.ts'

/** What is wrong with a prometheus.yml beyond what promtool finds. */
export function lintPrometheusConfig(text: string, file: string, context: PrometheusContext): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const { tree } = read
  const isNothing = tree.kind === 'value' && tree.value === null
  // Anything but a map is promtool's to refuse; an empty file passes there.
  if (tree.kind !== 'table' && !isNothing) return []
  const root = tree.kind === 'table' ? tree : { kind: 'table' as const, at: tree.at, entries: new Map() }
  return runRules(prometheusRules, { root, ...context }, file)
}
