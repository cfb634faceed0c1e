import { get, items, type Tree, textOf } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Report } from './visit.ts'

const ACTIONS =
  'replace keep drop keepequal dropequal hashmod labelmap labeldrop labelkeep lowercase uppercase'.split(' ')
const WITH_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal']

/** Defaults: what is written but says the same is fine. */
const USUAL: Readonly<Record<string, string>> = {
  separator: ';',
  regex: '(.*)',
  replacement: '$1',
  modulus: '0',
  target_label: '',
}

/** Keys that an action does not take, as Prometheus 3.14 has them (model/relabel). */
const EXCLUDED: Readonly<Record<string, readonly string[]>> = {
  lowercase: ['replacement'],
  uppercase: ['replacement'],
  keepequal: ['replacement', 'regex', 'modulus', 'separator'],
  dropequal: ['replacement', 'regex', 'modulus', 'separator'],
  labeldrop: ['source_labels', 'target_label', 'replacement', 'modulus', 'separator'],
  labelkeep: ['source_labels', 'target_label', 'replacement', 'modulus', 'separator'],
}

/** What Prometheus refuses of one relabel rule. */
export function relabelRule(rule: Tree, report: Report): void {
  const action = textOf(get(rule, 'action'))?.toLowerCase() ?? 'replace'
  const at = get(rule, 'action')?.at ?? rule.at
  if (!ACTIONS.includes(action)) {
    const hint = `Use one of: ${ACTIONS.join(', ')}.`
    report('prometheus/relabel', at, `There is no relabel action ${quoted(action)}.`, hint)
    return
  }
  if (WITH_TARGET.includes(action) && !textOf(get(rule, 'target_label')))
    report('prometheus/relabel', at, `The relabel action ${action} needs a target_label.`, 'Add it.')
  if (action === 'hashmod' && !Number(textOf(get(rule, 'modulus'))))
    report('prometheus/relabel', at, 'The relabel action hashmod needs a modulus.', 'Add it.')
  for (const key of EXCLUDED[action] ?? []) {
    const node = get(rule, key)
    if (
      node &&
      (key === 'source_labels' ? items(node).length > 0 : (textOf(node) ?? USUAL[key]) !== USUAL[key])
    )
      report(
        'prometheus/relabel',
        node.at,
        `The relabel action ${action} does not take ${key}.`,
        'Remove it.',
      )
  }
}
