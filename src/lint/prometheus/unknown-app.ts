import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import { internalAddresses, type PrometheusFile } from './subject.ts'

/** An app with another name, or of another team. */
export const unknownApp: Rule<PrometheusFile> = {
  code: 'prometheus/unknown-app',
  severity: 'warning',
  what: 'Prometheus scrapes an app that the configuration does not have.',
  why: 'A name that no app has cannot be resolved.',
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
