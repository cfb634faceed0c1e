import { didYouMean } from '../../lib/similar-name.ts'
import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import { internalAddresses, type PrometheusFile } from './subject.ts'

/** An app that is misspelled. */
export const unknownApp: Rule<PrometheusFile> = {
  code: 'prometheus/unknown-app',
  severity: 'warning',
  what: 'Prometheus scrapes an app whose name is almost that of an app of the configuration.',
  why: 'The name of an app that does not exist cannot be resolved.',
  bad: SCRAPE.replace('chat', '▸chatt'),
  good: SCRAPE,
  check(file, { report }) {
    const apps = [...file.ports.keys()]
    for (const { at, app } of internalAddresses(file)) {
      const hint = apps.includes(app) ? undefined : didYouMean(app, apps)
      if (hint !== undefined) report(at, `${app} is not one of the apps of the configuration.`, hint)
    }
  },
}
