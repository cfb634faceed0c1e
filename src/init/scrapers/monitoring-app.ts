import { PRESET_APP, type PresetNames } from '../../inputs/types.ts'
import { chosenOrganization } from '../apps/organization.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import type { FoundApp, FoundMonitoring, FoundValue, RepositoryFindings } from '../findings.ts'
import { scanMonitoring } from './scan-monitoring.ts'
import type { ScannedPrometheus } from './scan-prometheus.ts'

interface MonitoringContext {
  names: PresetNames
  isPreset: boolean
  prometheus: readonly ScannedPrometheus[]
  /** The configurations of the apps. */
  apps: readonly FlyFacts[]
  /** All apps of the draft. */
  found: readonly FoundApp[]
}

interface MonitoringSources {
  fly: readonly FlyFacts[]
  organizations: readonly FoundValue[]
  /** The text of a file, by its path from the root. */
  textOf(path: string): string | undefined
}

/** The monitoring app: its name, and the settings of an old one. */
export function monitoringOf(
  { fly, organizations, textOf }: MonitoringSources,
  { names, isPreset, prometheus, apps, found }: MonitoringContext,
): Pick<RepositoryFindings, 'product' | 'monitoring' | 'places' | 'notes'> {
  const product = productName(found)
  const files = fly.filter(({ role }) => role === 'monitoring')
  const named = names.monitoringApp ?? (isPreset ? PRESET_MONITORING : undefined)
  const old = scanMonitoring(files, { named, textOf })
  const settings = settingsOf(apps, { prometheus, old: old.monitoring })
  const app =
    names.monitoringApp ?? old.monitoring.app ?? (isPreset ? PRESET_MONITORING : freeName(product, fly))
  const { organization, notes } = chosenOrganization(organizations)
  return {
    product,
    monitoring: {
      ...old.monitoring,
      ...settings.monitoring,
      app,
      ...(organization && { organization: organization.value }),
    },
    places: { ...old.places, ...settings.places, ...(organization && { organization: organization.at }) },
    notes: [...old.notes, ...notes],
  }
}

const PRESET_MONITORING = 'fechatter-monitoring'

/** Region and interval, from the file that says them first. */
function settingsOf(
  apps: readonly FlyFacts[],
  { prometheus, old }: { prometheus: readonly ScannedPrometheus[]; old: FoundMonitoring },
): Pick<RepositoryFindings, 'monitoring' | 'places'> {
  const interval = prometheus.find(
    ({ scrapeInterval, targets }) => scrapeInterval && targets.some(({ app }) => app !== undefined),
  )?.scrapeInterval
  const region = old.region === undefined ? apps.find((app) => app.region)?.region : undefined
  return {
    monitoring: {
      ...(region && { region: region.value }),
      ...(interval && { scrape_interval: interval.value }),
    },
    places: { ...(region && { region: region.at }), ...(interval && { scrape_interval: interval.at }) },
  }
}

/**
 * The words that the names of several apps begin with: `shop` of `shop-api` and `shop-web`. Else, and of apps that are only
 * scraped, the name of the first one.
 */
function productName(apps: readonly FoundApp[]): string {
  const main = apps[0]?.app ?? PRESET_APP
  const others = apps.slice(1).filter(({ config }) => config !== undefined)
  const words = main.split('-')
  const different = words.findIndex((word, i) => others.some(({ app }) => app.split('-')[i] !== word))
  const common = words.slice(0, different === -1 ? words.length : different).join('-')
  return others.length === 0 || common.length < 3 || GENERIC.test(common) ? main : common
}

/** Words that are the name of no product. */
const GENERIC = /^(?:the|app|api|web|fly|prod|dev|staging|service|server)s?$/

/** A name for the new app that no app of the repository has. */
function freeName(product: string, fly: readonly FlyFacts[]): string {
  const taken = new Set(fly.map(({ name }) => name?.value))
  const names = ['monitoring', 'prometheus', 'metrics', 'monitoring-2'].map(
    (end) => `${product.slice(0, 50)}-${end}`,
  )
  return names.find((name) => !taken.has(name)) ?? `${product.slice(0, 50)}-monitoring-3`
}
