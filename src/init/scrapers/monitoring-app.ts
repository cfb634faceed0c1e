import { PRESET_APP, type PresetNames } from '../../inputs/types.ts'
import { parseDuration } from '../../lib/duration.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { chosenOrganization } from '../apps/organization.ts'
import { regionOf } from '../apps/region.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import type { ImageEvidence } from '../build/own-images.ts'
import {
  type FoundApp,
  type FoundMonitoring,
  type FoundValue,
  initNote,
  type RepositoryFindings,
} from '../findings.ts'
import { intervalOfDraft } from './intervals.ts'
import type { ComposeService } from './scan-compose.ts'
import { scanMonitoring } from './scan-monitoring.ts'
import type { ScannedPrometheus, ScannedTarget } from './scan-prometheus.ts'

interface MonitoringContext {
  names: PresetNames
  isPreset: boolean
  prometheus: readonly ScannedPrometheus[]
  /** Targets that no service stands for. */
  lost: readonly ScannedTarget[]
  /** The configurations of the apps. */
  apps: readonly FlyFacts[]
  /** All apps of the draft. */
  found: readonly FoundApp[]
}

interface MonitoringSources {
  fly: readonly FlyFacts[]
  organizations: readonly FoundValue[]
  compose: readonly ComposeService[]
  /** What builds and deploys: it may name the region. */
  images: Pick<ImageEvidence, 'builders'>
  /** The text of a file, by its path from the root. */
  textOf(path: string): string | undefined
}

/** The monitoring app: its name, and the settings of an old one. */
export function monitoringOf(
  { fly, organizations, compose, images, textOf }: MonitoringSources,
  { names, isPreset, prometheus, lost, apps, found }: MonitoringContext,
): Pick<RepositoryFindings, 'product' | 'monitoring' | 'places' | 'notes'> {
  const product = productName(found)
  const files = fly.filter(({ role }) => role === 'monitoring')
  const named = names.monitoringApp ?? (isPreset ? PRESET_MONITORING : undefined)
  const old = scanMonitoring(files, { named, textOf })
  const left = files.flatMap(({ name }) => (name && name.value !== named ? name.value : []))
  const readers = left.flatMap((one) => readersOf(one, fly))
  const region = apps.find((one) => one.region)?.region ?? regionOf(images.builders)
  const settings = settingsOf(region, { prometheus, lost, old: old.monitoring })
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
    notes: [
      ...old.notes,
      ...notes,
      ...settings.notes,
      ...retentionThere(compose, old.monitoring),
      ...readers,
    ],
  }
}

/** A note for each variable of an app with the address of a Prometheus that the draft leaves alone: what asks it must change, too. */
const readersOf = (old: string, fly: readonly FlyFacts[]): Diagnostic[] =>
  fly
    .filter(({ role }) => role === 'app')
    .flatMap(({ file, fly: { env } }) =>
      env
        .filter(({ value }) => ADDRESS.exec(value)?.[1] === old)
        .map(({ key, at }) =>
          initNote(
            file,
            at,
            `${key} is the address of ${old}, which the draft leaves alone: the app asks that Prometheus.`,
            `Before ${old} stops, give ${key} the address of the new one, with its user and password (\`monitoring.access\`).`,
          ),
        ),
    )

const ADDRESS =
  /^(?:https?:\/\/)?(?:[^/@\s]{1,200}@)?([a-z0-9-]{1,63})\.(?:internal|flycast|fly\.dev)(?=[:/]|$)/

/** How long the draft keeps samples when nothing says it. */
const USUAL_RETENTION = '15d'

/** A note about each Prometheus in Docker Compose that keeps samples longer or shorter than the draft, when no other one says it. */
function retentionThere(compose: readonly ComposeService[], { retention }: FoundMonitoring): Diagnostic[] {
  if (retention !== undefined) return []
  const other = compose
    .flatMap(({ retention: one }) => one ?? [])
    .filter(({ value }) => parseDuration(value) !== parseDuration(USUAL_RETENTION))
  return other.map(({ value, at }) =>
    initNote(
      at.file,
      at,
      `The Prometheus of Docker Compose keeps samples for ${value}, and that of the draft for ${USUAL_RETENTION}.`,
      'To keep them as long, set `monitoring.retention`, and a `monitoring.volume` with room for them.',
    ),
  )
}

const PRESET_MONITORING = 'fechatter-monitoring'

/** Region and interval, unless an old monitoring app has a region. */
function settingsOf(
  found: FoundValue | undefined,
  { prometheus, lost, old }: Pick<MonitoringContext, 'prometheus' | 'lost'> & { old: FoundMonitoring },
): Pick<RepositoryFindings, 'monitoring' | 'places' | 'notes'> {
  const { interval, notes } = intervalOfDraft(prometheus, lost)
  const region = old.region === undefined ? found : undefined
  return {
    monitoring: {
      ...(region && { region: region.value }),
      ...(interval && { scrape_interval: interval.value }),
    },
    places: { ...(region && { region: region.at }), ...(interval && { scrape_interval: interval.at }) },
    notes,
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
