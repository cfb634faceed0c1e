import { get, items, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import type { PrometheusFile } from './subject.ts'

/** A remote endpoint without a valid URL. */
export const remoteUrl: Rule<PrometheusFile> = {
  code: 'prometheus/remote-url',
  severity: 'error',
  what: 'The URL of a remote write or read is empty, is not a URL, or is not the one that accepts samples.',
  why: '`promtool check config` accepts an empty URL. Every batch fails, and Prometheus takes a minute to stop.',
  bad: `${SCRAPE}remote_write:\n  - url: ▸""\n`,
  good: `${SCRAPE}remote_write:\n  - url: https://prometheus.example/api/v1/write\n`,
  check(file, { report }) {
    for (const kind of ['remote_write', 'remote_read'])
      for (const remote of items(get(file.root, kind))) {
        const url = get(remote, 'url')
        const text = scalarText(url)
        if (!url || text === undefined || text.includes('${')) continue
        const hint = kind === 'remote_write' ? cloudHint(text) : undefined
        if (hint !== undefined)
          report(url.at, `Grafana Cloud does not accept samples at ${quoted(text)}.`, hint)
        if (/^https?:\/\/[^/]/.test(text)) continue
        report(
          url.at,
          `${quoted(text)} is not a URL: every batch would fail.`,
          `Write the complete URL, with \`https://\`, or remove the entry of \`${kind}\`.`,
        )
      }
  },
}

/** Grafana Cloud accepts samples at `/api/prom/push`; other paths answer with 404 or 405. */
function cloudHint(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url?.hostname.endsWith('.grafana.net') || /\/push\/?$/.test(url.pathname)) return undefined
  // Gateways for OTLP and others have paths of their own.
  if (!/^\/(?:api\/(?:prom|v1).*)?$/.test(url.pathname)) return undefined
  return `Write \`${url.origin}/api/prom/push\`.`
}
