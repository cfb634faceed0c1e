import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

/** Documents that Prometheus does not read. */
export const severalDocuments: Rule<RuleFile> = {
  code: 'rules/documents',
  severity: 'warning',
  what: 'A rule file has several YAML documents.',
  why: 'Prometheus reads only the first one.',
  bad: `▸${group(alert('up == 0'))}---\nother: []\n`,
  good: group(alert('up == 0')),
  check({ tree, more, isOurs, losesRules }, { report }) {
    // Rules that are lost are an error of its own.
    if (more && !(isOurs && losesRules))
      report(
        tree.at,
        'Prometheus reads only the first document of the file.',
        'Remove the lines `---`, or split the file.',
      )
  },
}
