import { scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import { dnsConfigs, type PrometheusFile, staticAddresses, staticTargets } from './subject.ts'

/** A private IPv4 address in a configuration for Fly. */
export const ipv4Target: Rule<PrometheusFile> = {
  code: 'prometheus/ipv4-target',
  severity: 'warning',
  what: 'A Prometheus on Fly scrapes a private IPv4 address.',
  why: "Machines reach each other over Fly's private network, which has only IPv6 addresses. The IPv4 address of a machine is only for itself.",
  bad: `${SCRAPE}  - job_name: old\n    static_configs: [{ targets: [▸"172.19.1.2:9090"] }]\n`,
  good: SCRAPE,
  check(file, { report }) {
    // Only in a configuration that scrapes apps on Fly.
    if (staticAddresses(file).length + dnsConfigs(file).length === 0) return
    for (const target of staticTargets(file)) {
      const text = scalarText(target) ?? ''
      if (/^172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}(?::\d+)?$/.test(text))
        report(
          target.at,
          `${quoted(text)} is a private IPv4 address, and Fly's private network has only IPv6.`,
          'If it is a machine on Fly, use `dns_sd_configs: [{ names: [APP.internal], type: AAAA, port: … }]`.',
        )
    }
  },
}
