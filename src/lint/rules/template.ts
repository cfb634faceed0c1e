import { templateError } from '../../formats/go-template.ts'
import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import { placeIn } from './place.ts'
import type { RuleFile } from './subject.ts'

const summary = (text: string) => group(`${alert('up == 0')}  annotations: { summary: "${text}" }\n`)

/** A template of an alert that Prometheus cannot parse. */
export const ruleTemplate: Rule<RuleFile> = {
  code: 'rules/template',
  severity: 'error',
  what: 'A template in a label or an annotation of an alert is not valid.',
  why: 'Prometheus does not load the file: on a machine that starts with it, nothing is monitored.',
  bad: summary('{{ ▸$label.instance }} is down'),
  good: summary('{{ $labels.instance }} is down'),
  check({ rules }, { report }) {
    for (const { kind, name, node } of rules)
      for (const part of kind === 'alert' ? (['labels', 'annotations'] as const) : []) {
        const map = get(node, part)
        for (const [key, value] of map?.kind === 'table' ? map.entries : []) {
          const error = templateError(scalarText(value) ?? '')
          if (error)
            report(
              placeIn(value, error.from),
              `The template in ${part}.${key} of alert ${quoted(name)} is not valid: ${error.message}.`,
              error.hint ??
                'Correct the template: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/.',
            )
        }
      }
  },
}
