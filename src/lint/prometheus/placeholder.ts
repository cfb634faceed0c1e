import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { job } from './examples.ts'
import { leaves, type PrometheusFile } from './subject.ts'

const PLACEHOLDER = /\$\{[A-Za-z_][^{}]*\}/

const DATABASE = job('static_configs: [{ targets: ["db:9187"] }]')

/** A placeholder that Prometheus does not expand. */
export const placeholder: Rule<PrometheusFile> = {
  code: 'prometheus/placeholder',
  severity: 'error',
  what: 'A Prometheus configuration contains a placeholder: a dollar sign and a name in braces.',
  why: '`promtool check config` accepts it. Prometheus takes it literally: an address that does not exist, a password that is wrong.',
  bad: `${DATABASE}remote_write:\n  - url: ▸"\${URL}"\n`,
  good: `${DATABASE}remote_write:\n  - url: https://prometheus.example/api/v1/write\n`,
  check(file, { report }) {
    if (file.isCompleted) return
    for (const { at, text, path } of leaves(file.root)) {
      const written = PLACEHOLDER.exec(text)?.[0]
      // In a replacement, `${1}` and `${name}` are groups of the match. Prometheus 3 expands external labels.
      const isExpanded =
        /^(?:replacement|regex)$/.test(path.at(-1) ?? '') ||
        (file.version.major >= 3 && path.includes('external_labels'))
      if (written === undefined || isExpanded) continue
      report(
        at,
        `\`${path.join('.')}\` contains ${quoted(written)}, which Prometheus does not expand.`,
        'Write the value before Prometheus starts; for secrets use a key that ends in `_file`. Only `external_labels` are expanded.',
      )
    }
  },
}
