import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { fechatterMonitoring } from '../../dashboards/fechatter-monitoring.ts'
import { fechatterOverview } from '../../dashboards/fechatter-overview.ts'
import { toJson } from '../../dashboards/shared.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every file that is made from definitions in dashboards/ and src/content/: path from the root → text. */
async function generated() {
  return new Map([
    ['dashboards/fechatter-overview.json', toJson(fechatterOverview())],
    ['dashboards/fechatter-monitoring.json', toJson(fechatterMonitoring())],
  ])
}

/**
 * Writes them; with `check`, writes nothing.
 * @returns the paths whose text on disk was another
 */
export async function generateDashboards({ check = false } = {}) {
  const stale = []
  for (const [path, text] of await generated()) {
    const present = await readFile(root + path, 'utf8').catch(() => undefined)
    if (present === text) continue
    stale.push(path)
    if (!check) await writeFile(root + path, text)
  }
  return stale
}
