import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { job, SCRAPE } from './examples.ts'
import { type PrometheusFile, staticAddresses } from './subject.ts'

/** An app whose machines are not distinguished. */
export const staticInternal: Rule<PrometheusFile> = {
  code: 'prometheus/static-internal',
  severity: 'warning',
  what: 'An app on Fly is scraped as a static target.',
  why: '`APP.internal` resolves to all machines: each scrape reaches any one of them. Service discovery with AAAA records finds each machine.',
  bad: job('static_configs: [{ targets: [▸"chat.internal:9090"] }]'),
  good: SCRAPE,
  check(file, { report }) {
    for (const { at, text, app } of staticAddresses(file))
      report(
        at,
        `${quoted(text)} is scraped as one target, however many machines ${app} has.`,
        'Use `dns_sd_configs: [{ names: [APP.internal], type: AAAA, port: PORT }]` with the app and the port of the target.',
      )
  },
}
