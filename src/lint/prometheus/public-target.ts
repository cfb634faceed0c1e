import { scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { job, SCRAPE } from './examples.ts'
import { type PrometheusFile, staticTargets } from './subject.ts'

/** A port that Fly's edge may not route. */
export const publicTarget: Rule<PrometheusFile> = {
  code: 'prometheus/public-target',
  severity: 'warning',
  what: 'A target is the public address of an app with a port other than 80 and 443.',
  why: 'Fly publishes declared ports only. (A TCP connection succeeds nevertheless, on any port.)',
  bad: job('static_configs: [{ targets: [▸"chat.fly.dev:9090"] }]'),
  good: SCRAPE,
  check(file, { report }) {
    for (const target of staticTargets(file)) {
      const text = scalarText(target) ?? ''
      const [, app, port] = /^([a-z0-9-]+)\.fly\.dev:(\d+)$/.exec(text) ?? []
      if (app === undefined || port === '443' || port === '80') continue
      report(
        target.at,
        `${quoted(text)} answers only if the app publishes port ${port}.`,
        `Scrape \`${app}.internal\` over the private network.`,
      )
    }
  },
}
