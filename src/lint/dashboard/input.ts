import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'

const file = (plugin: string, mark = '') =>
  dashboard({
    top: `"uid": "d", "title": "D", "__inputs": [${mark}{ "name": "DS_LOGS", "type": "datasource", "pluginId": "${plugin}" }],`,
  })

/** An input that an import cannot fill in. */
export const unresolvedInput: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/input',
  severity: 'error',
  what: 'A dashboard that is imported has an input for a data source other than Prometheus.',
  why: 'Only Grafana asks which data source is meant; `deploy` refuses the dashboard.',
  bad: file('loki', '▸'),
  good: file('prometheus'),
  check({ dashboard: { inputs }, found }, { report }) {
    if (found) return
    for (const { name, type, kind, path } of inputs)
      if (kind === 'unresolved')
        report(
          path,
          `The input ${quoted(name)} needs ${type === '' ? 'a value' : `a data source of type ${quoted(type)}`}, which the import does not have.`,
          type === ''
            ? 'Add it as `value`, or replace the input in the file with the value.'
            : 'Add the uid of that data source as its `value`: Grafana shows it in the address of its settings (Connections, Data sources).',
        )
  },
}
