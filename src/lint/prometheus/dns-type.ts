import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { job, SCRAPE } from './examples.ts'
import { discoveredAddresses, dnsConfigs, type PrometheusFile } from './subject.ts'

/** A service discovery that finds no machine. */
export const dnsType: Rule<PrometheusFile> = {
  code: 'prometheus/dns-type',
  severity: 'error',
  what: "A DNS service discovery requests a record type other than AAAA from Fly's DNS.",
  why: 'Names under `.internal` have only AAAA records; the default type of Prometheus is SRV.',
  bad: job('dns_sd_configs: [{ names: [chat.internal], type: ▸A, port: 9090 }]'),
  good: SCRAPE,
  check(file, { report }) {
    for (const dns of dnsConfigs(file)) {
      const type = get(dns, 'type')
      const asked = scalarText(type)?.toUpperCase() ?? 'SRV'
      if (!['A', 'SRV', 'MX', 'NS'].includes(asked)) continue
      for (const { text } of discoveredAddresses(dns))
        report(
          type?.at ?? dns.at,
          `${quoted(text)} has only AAAA records, and this requests ${asked}.`,
          'Write `type: AAAA`.',
        )
    }
  },
}
