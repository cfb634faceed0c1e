import type { DataSourceReference } from '../../formats/dashboard.ts'
import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import { count, few } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { kindOf, referenceIn, sourcesOf } from './source.ts'
import type { LintedDashboard } from './subject.ts'

const board = (uid: string) => ({
  path: 'grafana/d.json',
  text: dashboard({ source: `"datasource": ▸{ "type": "prometheus", "uid": "${uid}" },` }),
  others: {
    'grafana/datasources.yml': `apiVersion: 1
datasources:
  - { name: Prometheus, type: prometheus, uid: prom, url: "http://mon.internal:9090" }
`,
  },
})

/** A data source that the Grafana of the repository does not have. */
export const fixedDatasource: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/fixed-datasource',
  severity: 'warning',
  what: 'Panels name a data source that no provisioning file of the repository defines.',
  why: 'The Grafana that is provisioned from the repository does not find it. (Dashboards that this action imports get its own data source.)',
  bad: board('other'),
  good: { ...board('prom'), text: board('prom').text.replace('▸', '') },
  check({ dashboard: own, found, provisioned }, { report }) {
    if (!found || provisioned.size === 0) return
    const isMissing = (source: DataSourceReference): boolean =>
      source.name !== '' &&
      !provisioned.has(source.name) &&
      !/^(?:default|grafanacloud-.*)$/.test(source.name) &&
      referenceIn(source, own) === undefined &&
      kindOf(source, own) !== 'other'
    const missing = own.panels.flatMap((panel) => {
      const source = sourcesOf(panel).find(isMissing)
      return source ? [{ panel, source }] : []
    })
    const [first] = missing
    if (!first) return
    report(
      [...first.panel.path, 'datasource'],
      `${count(missing.length, 'panel')} ask${missing.length === 1 ? 's' : ''} the data source ${quoted(first.source.name)}, which no provisioning file here defines.`,
      `Use a uid that exists (${few([...provisioned].map((name) => `\`${name}\``))}), or a variable of type "Data source".`,
    )
  },
}
