import { get, items, textOf } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Problem } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import { finding } from './catalog.ts'
import type { PrometheusContext } from './prometheus/context.ts'
import { rejected } from './prometheus/rejects.ts'
import { traps } from './prometheus/traps.ts'
import type { Report } from './prometheus/visit.ts'
import { invalidYaml } from './yaml/syntax.ts'

/** Findings of a prometheus.yml: errors are what Prometheus refuses or cannot work with. */
export function lintPrometheusConfig(text: string, file: string, context: PrometheusContext): Problem[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const problems: Problem[] = []
  const report: Report = (code, at, message, hint) =>
    problems.push(finding(code, { file, ...at }, message, hint))
  const { tree } = read
  if (tree.kind === 'table') {
    rejected(tree, context.version, report)
    traps(tree, context, report)
    for (const rules of items(get(tree, 'rule_files'))) {
      const path = textOf(rules) ?? ''
      if (path !== '' && !/^\/|[*?[\]]/.test(path) && !context.exists(path))
        report(
          'prometheus/rule-file',
          rules.at,
          `The rule file ${quoted(path)} does not exist.`,
          'Paths are relative to this file.',
        )
    }
  } else if (tree.kind === 'value' && tree.value === null)
    report(
      'prometheus/empty',
      { line: 1, column: 1 },
      'The file is empty: Prometheus scrapes nothing.',
      'Add scrape_configs.',
    )
  else
    report(
      'prometheus/shape',
      tree.at,
      'A Prometheus configuration is a map.',
      'Start it with "global:" or "scrape_configs:".',
    )
  return problems
}
