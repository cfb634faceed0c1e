import type { Config } from '../../config/schema.ts'
import { servicesOfApp } from '../../config/services.ts'
import { type JsonObject, objectsIn } from '../../lib/json-value.ts'
import { appsMatcher } from '../alerts/fly-query.ts'
import { readyPanel } from './dashboard-builder.ts'

/**
 * The machines of apps by a series that Fly has of each, 1 or 0: those that are up now, of those expected. As in the rule that
 * records what is expected elsewhere, that is as many as there usually were in the last day, and at least one.
 */
export function flyMachines(
  config: Config,
  {
    series,
    apps,
    description,
  }: { series: 'up' | 'fly_instance_up'; apps: readonly string[]; description: string },
): JsonObject {
  const always = apps.filter((app) => {
    const services = servicesOfApp(config.services, app)
    return services.length === 0 || services.some((service) => !service.may_stop)
  })
  const count = (some: readonly string[]) => `count by (app) (${series}{${appsMatcher(some)}})`
  const usual = `ceil(quantile_over_time(0.5, (${count(always)})[1d:5m]))`
  const declared = always.map((app) => `label_replace(vector(1), "app", "${app}", "", "")`)
  const expected = `(${[`${count(always)} > ${usual}`, usual, count(apps), ...declared].join('\nor\n')})`
  const up = `(sum by (app) (${series}{${appsMatcher(apps)}})\nor\n0 * ${expected})`
  const labelled = (name: string, values: string) =>
    `* on (app) group_left (${name})\ncount_values by (app) ("${name}", ${values})`
  const missing = `(${expected}\n-\n${up})\n${labelled('up', up)}\n${labelled('expected', expected)}`
  const expr = `label_replace(label_join(\n${missing}\n, "machines", " of ", "up", "expected"), "service", "$1", "app", "(.*)")`
  const { targets, fieldConfig, ...look } = readyPanel('machinesUp')
  return {
    ...look,
    description: `${description} Expected are as many as there usually were in the last day, and at least one. Red: click the app to open it at Fly.`,
    fieldConfig,
    targets: objectsIn(targets).map((target) => ({ ...target, expr })),
  }
}
