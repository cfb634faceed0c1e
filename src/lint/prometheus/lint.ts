import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { runRules } from '../rule.ts'
import { invalidYaml } from '../yaml/syntax.ts'
import { prometheusRules } from './rules.ts'
import type { PrometheusContext } from './subject.ts'

/** Checks a prometheus.yml for mistakes that promtool does not find. */
export function lintPrometheusConfig(text: string, file: string, context: PrometheusContext): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const { tree } = read
  const isNothing = tree.kind === 'value' && tree.value === null
  // promtool refuses anything but a map, but accepts an empty file.
  if (tree.kind !== 'table' && !isNothing) return []
  const root = tree.kind === 'table' ? tree : { kind: 'table' as const, at: tree.at, entries: new Map() }
  return runRules(prometheusRules, { root, ...context }, file)
}
