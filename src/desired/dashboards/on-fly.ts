import type { Config } from '../../config/schema.ts'
import { isJsonObject, type JsonObject, objectsIn } from '../../lib/json-value.ts'
import { allGroups, storeQuery } from '../alerts/groups.ts'
import { alertList } from './agent.ts'
import { flyMachines } from './fly-machines.ts'

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
        return { ...machines(config, apps), id: one.id, gridPos: one.gridPos }
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

const machines = (config: Config, apps: readonly string[]): JsonObject =>
  flyMachines(config, {
    ...{ series: 'up', apps },
    description:
      'Machines that Fly scrapes with success now, of those expected; a web page counts as success.',
  })
