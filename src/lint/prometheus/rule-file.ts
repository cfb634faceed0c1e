import { get, items, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import type { PrometheusFile } from './subject.ts'

/** A rule file that does not exist. */
export const ruleFile: Rule<PrometheusFile> = {
  code: 'prometheus/rule-file',
  severity: 'error',
  what: 'A Prometheus configuration names a rule file that does not exist.',
  why: '`promtool check config` refuses it; Prometheus itself starts without the rules.',
  bad: `${SCRAPE}rule_files: [▸none.yml]\n`,
  good: { text: `${SCRAPE}rule_files: [alerts.yml]\n`, others: { 'alerts.yml': 'groups: []\n' } },
  check(file, { report }) {
    for (const entry of items(get(file.root, 'rule_files'))) {
      const path = scalarText(entry) ?? ''
      if (path === '' || /^\/|[*?[\]]/.test(path) || file.exists(path)) continue
      report(entry.at, `The rule file ${quoted(path)} does not exist.`, 'Paths are relative to this file.')
    }
  },
}
