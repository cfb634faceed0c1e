import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import { internalAddresses, type PrometheusFile } from './subject.ts'

/** A port that is mistyped, or a service that is not declared. */
export const unknownPort: Rule<PrometheusFile> = {
  code: 'prometheus/unknown-port',
  severity: 'warning',
  what: 'Prometheus scrapes a port that no service has.',
  why: 'Nothing listens on the port, or a program that is not declared.',
  bad: SCRAPE.replace('chat', '▸chat').replace('9090', '9091'),
  good: SCRAPE,
  check(file, { report }) {
    for (const { at, app, port } of internalAddresses(file)) {
      const known = file.ports.get(app) ?? []
      if (port === undefined || known.length === 0 || known.includes(port)) continue
      report(at, `No service of ${app} has the port ${port}.`, `Ports: ${list(known.map(String))}.`)
    }
  },
}
