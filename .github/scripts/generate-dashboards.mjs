import { fechatterMonitoring } from '../../dashboards/fechatter-monitoring.ts'
import { fechatterOverview } from '../../dashboards/fechatter-overview.ts'
import { toJson } from '../../dashboards/shared.ts'

/** Everything made from dashboards/ and src/content/: path from the root → text. */
export async function dashboards() {
  return {
    'dashboards/fechatter-overview.json': toJson(fechatterOverview()),
    'dashboards/fechatter-monitoring.json': toJson(fechatterMonitoring()),
  }
}
