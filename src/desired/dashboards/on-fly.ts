import type { Config } from '../../config/schema.ts'
import { isJsonObject, type JsonObject, objectsIn } from '../../lib/json-value.ts'
import { appsMatcher } from '../alerts/fly-query.ts'
import { allGroups, storeQuery } from '../alerts/groups.ts'
import { alertList } from './agent.ts'
import { panel } from './dashboard-builder.ts'

/**
 * A dashboard of this action for Fly's managed Prometheus: its queries select by the labels that Fly gives to series, and only
 * the apps of the configuration. Grafana itself knows the alerts.
 */
export function forFly(json: JsonObject, config: Config, apps: readonly string[]): JsonObject {
  const rewrite = storeQuery(config, allGroups(config, { remoteWrite: false }))
  return {
    ...json,
    panels: objectsIn(json.panels).map((one) => {
      const [first] = objectsIn(one.targets)
      const expr = String(first?.expr ?? '')
      if (one.type === 'table' && expr.includes('ALERTS')) return alertList(one, config)
      if (one.type === 'table' && expr.includes('service:targets:'))
        return { ...machines(apps), id: one.id, gridPos: one.gridPos }
      return {
        ...one,
        targets: objectsIn(one.targets).map((target) => ({
          ...target,
          expr: rewrite(String(target.expr ?? '')),
        })),
      }
    }),
    ...(isJsonObject(json.templating) && {
      templating: {
        ...json.templating,
        list: objectsIn(json.templating.list).filter(({ name }) => name !== 'service'),
      },
    }),
  }
}

const machines = (apps: readonly string[]): JsonObject =>
  panel('stat', {
    title: 'Machines',
    description:
      'Machines that Fly scrapes with success, and those whose scrape fails. A stopped machine is in neither; a web page counts as success.',
    ...{ unit: 'short', decimals: 0, noValue: "No answer: Fly's Prometheus has nothing of the app" },
    targets: [
      { expr: `sum(up{${appsMatcher(apps)}})`, legend: 'scraped' },
      {
        expr: `count(up{${appsMatcher(apps)}} == 0) or 0 * sum(up{${appsMatcher(apps)}})`,
        legend: 'failing',
      },
    ],
  })
