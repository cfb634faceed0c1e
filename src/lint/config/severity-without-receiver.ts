import { locateIn } from '../../config/load.ts'
import type { ReceiverKind } from '../../config/notify.ts'
import type { Config } from '../../config/schema.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { count, few, list } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { diagnostic, type Entry } from '../rule.ts'
import { configExample } from './example.ts'

export const configSeverityWithoutReceiver: Entry = {
  code: 'config/severity-without-receiver',
  severity: 'warning',
  what: 'Every receiver of `alerts.notify` is limited by `severities`, and some alerts have none of them.',
  why: 'They fire, and no one is notified.',
  bad: configExample({ more: 'alerts: { ▸notify: { ntfy: { severities: [critical] } } }' }),
  good: configExample({ more: 'alerts: { notify: { ntfy: { severities: [critical] }, slack: {} } }' }),
}

/** An alerting rule, as routing sees it. `severity`: empty without one. */
interface Alert {
  name: string
  severity: string
}

/** Alerts that no receiver accepts. `shipped`: those of this action; only called when every receiver is limited. */
export async function severityWithoutReceiver(
  { alerts: { notify } }: Config,
  source: TextFile,
  alerts: { own: readonly TextFile[]; shipped: () => Promise<readonly Alert[]> },
): Promise<Diagnostic[]> {
  const kinds = Object.keys(notify ?? {}) as ReceiverKind[]
  const limits = kinds.map((kind) => notify?.[kind]?.severities)
  if (kinds.length === 0 || limits.includes(undefined)) return []
  const accepted = new Set<string>(limits.flatMap((severities) => severities ?? []))
  const all = [...(await alerts.shipped()), ...alerts.own.flatMap(({ text }) => alertsIn(text))]
  const lost = all.filter(({ severity }) => !accepted.has(severity) && !isUndecided(severity))
  if (lost.length === 0) return []
  const severities = [...new Set(lost.map(({ severity }) => severity))]
  const named = severities.filter((severity) => severity !== '')
  const of = [
    ...(named.length > 0 ? [`of severity ${list(named)}`] : []),
    ...(named.length < severities.length ? ['without a severity'] : []),
  ]
  const names = [...new Set(lost.map(({ name }) => name))]
  return [
    diagnostic(
      configSeverityWithoutReceiver,
      locateIn(source)(['alerts', 'notify'], 'key'),
      `No receiver accepts alerts ${list(of)}: ${count(names.length, 'alert')} would notify no one (${few(names, 5)}).`,
      `Remove \`severities\` from one receiver, or add ${named.length > 0 ? list(named) : 'a severity to these alerts'}.`,
    ),
  ]
}

/** On purpose for no one, or decided by a template when the alert fires. */
const isUndecided = (severity: string): boolean => severity === 'none' || severity.includes('{{')

/** The alerts of a rule file; a rule has the labels of its group, too. */
function alertsIn(text: string): Alert[] {
  const read = readYaml(text)
  if (!read.ok) return []
  const severityOf = (node: Tree) => scalarText(get(get(node, 'labels'), 'severity'))
  return items(get(read.tree, 'groups')).flatMap((group) =>
    items(get(group, 'rules')).flatMap((rule) => {
      const name = scalarText(get(rule, 'alert'))
      return name ? [{ name, severity: severityOf(rule) ?? severityOf(group) ?? '' }] : []
    }),
  )
}
