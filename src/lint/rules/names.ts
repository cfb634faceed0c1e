import { get, scalarText } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { diagnostic, type Entry, type Example } from '../rule.ts'
import { alert, group } from './examples.ts'
import { type RuleItem, rulesOf } from './subject.ts'

/** A rule file that the configuration names. */
function deployed(text: string): Example {
  const services = 'services: [{ name: web, app: chat, port: 9090 }]'
  const config = `monitoring: { app: mon }\napps: [{ app: chat }]\n${services}\nalerts: { rules: [rules.yml] }\n`
  return { path: 'rules.yml', text, others: { 'monitoring.yml': config } }
}

/** A rule of `alerts.rules` whose name is taken. */
export const nameTaken: Entry = {
  code: 'rules/name-taken',
  severity: 'error',
  what: 'A rule of `alerts.rules` has the name of another one that is deployed with it.',
  why: 'Two alerts of one name and labels notify twice; with the name of an alert of this action, the message links to the wrong runbook. Two recorded series of one name overwrite each other.',
  bad: deployed(group(alert('up == 0').replace('Down', '▸TargetDown'))),
  good: deployed(group(alert('up == 0'))),
}

/** The rules that this action deploys, by kind. */
export interface OwnNames {
  alerts: ReadonlySet<string>
  records: ReadonlySet<string>
}

/** Finds names of deployed rule files that exist twice, or that are those of this action. */
export function takenNames(files: readonly TextFile[], own: OwnNames): Diagnostic[] {
  const seen = new Map<string, string>()
  return files.flatMap(({ file, text }) => {
    const read = readYaml(text)
    if (!read.ok) return []
    return rulesOf(read.tree).flatMap((rule): Diagnostic[] => {
      const at = { file, ...rule.at }
      const isOwn = (rule.kind === 'alert' ? own.alerts : own.records).has(rule.name)
      if (isOwn)
        return [
          diagnostic(
            nameTaken,
            at,
            `${quoted(rule.name)} is the name of a rule of deploy-monitoring.`,
            'Choose another name.',
          ),
        ]
      const key = keyOf(rule)
      const first = seen.get(key)
      if (first === undefined) {
        seen.set(key, `${file}:${rule.at.line}`)
        return []
      }
      return [
        diagnostic(
          nameTaken,
          at,
          `The rule ${quoted(rule.name)} exists in ${first} with the same labels.`,
          'Remove or rename one of the two, or distinguish them with a label.',
        ),
      ]
    })
  })
}

function keyOf({ kind, name, node }: RuleItem): string {
  const labels = get(node, 'labels')
  const written =
    labels?.kind === 'table' ? [...labels.entries].map(([label, value]) => [label, scalarText(value)]) : []
  return JSON.stringify([kind, name, written.toSorted()])
}
