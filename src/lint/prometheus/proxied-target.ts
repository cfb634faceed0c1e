import { scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { job, SCRAPE } from './examples.ts'
import { type PrometheusFile, staticTargets } from './subject.ts'

/** A target behind Fly's proxy. */
export const proxiedTarget: Rule<PrometheusFile> = {
  code: 'prometheus/proxied-target',
  severity: 'warning',
  what: "A target is an app's address at Fly's proxy: APP.flycast or APP.fly.dev.",
  why: 'The proxy chooses a machine for every scrape: with more than one, counters jump between their values. It also starts stopped machines.',
  bad: job('static_configs: [{ targets: [▸"chat.flycast:9090"] }]'),
  good: SCRAPE,
  check(file, { report }) {
    for (const target of staticTargets(file)) {
      const text = scalarText(target) ?? ''
      const [, app, domain, port] = /^([a-z0-9-]+)\.(flycast|fly\.dev)(?::(\d+))?$/.exec(text) ?? []
      // On other ports of the public address, the edge does not answer at all, which is reported as that.
      const isClosed = domain === 'fly.dev' && port !== undefined && port !== '443' && port !== '80'
      if (app === undefined || isClosed) continue
      const known = file.ports.get(app)?.[0] ?? (domain === 'flycast' ? Number(port ?? 80) : undefined)
      report(
        target.at,
        `${quoted(text)} leads to Fly's proxy, which chooses a machine for every scrape.`,
        `If ${app} may have several machines, use \`dns_sd_configs: [{ names: [${app}.internal], type: AAAA, port: ${known ?? '…'} }]\`${known === undefined ? ' with the port of the metrics' : ''}: it finds each of them.`,
      )
    }
  },
}
