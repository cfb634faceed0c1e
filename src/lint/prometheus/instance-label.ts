import { get, items, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { job } from './examples.ts'
import { isInternal, type PrometheusFile, staticConfigs } from './subject.ts'

/** The same `instance` label for several targets. */
export const instanceLabel: Rule<PrometheusFile> = {
  code: 'prometheus/instance-label',
  severity: 'warning',
  what: 'All targets of a job get the same `instance` label.',
  why: 'Series of different machines become one, and jump between their values.',
  bad: job(
    'static_configs: [{ targets: ["a.example.com:9100", "b.example.com:9100"], labels: { instance: ▸fly } }]',
  ),
  good: job(
    'static_configs: [{ targets: ["a.example.com:9100", "b.example.com:9100"], labels: { site: fly } }]',
  ),
  check(file, { report }) {
    for (const config of staticConfigs(file)) {
      const instance = get(get(config, 'labels'), 'instance')
      const targets = [...items(get(config, 'targets'))]
      // The only target may have a name, unless the name stands for several machines.
      const isOne = targets.length < 2 && !targets.some((target) => isInternal(target))
      if (instance && !isOne)
        report(
          instance.at,
          `Every target gets the same \`instance\`, ${quoted(scalarText(instance))}.`,
          'Remove it: Prometheus sets the address of each machine.',
        )
    }
  },
}
