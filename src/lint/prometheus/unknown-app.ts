import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import { internalAddresses, type PrometheusFile } from './subject.ts'

/** An app that is misspelled, or belongs to another team. */
export const unknownApp: Rule<PrometheusFile> = {
  code: 'prometheus/unknown-app',
  severity: 'warning',
  what: 'Prometheus scrapes an app that is not in the configuration.',
  why: 'The name of an app that does not exist cannot be resolved.',
  bad: SCRAPE.replace('chat', '▸chatter'),
  good: SCRAPE,
  check(file, { report }) {
    for (const { at, app } of internalAddresses(file))
      if (file.ports.size > 0 && !file.ports.has(app))
        report(
          at,
          `${app} is not one of the apps of the configuration.`,
          `Apps: ${[...file.ports.keys()].join(', ')}.`,
        )
  },
}
