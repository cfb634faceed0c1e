import { Document, isMap, isScalar, type Node, visit } from 'yaml'
import { type PresetNames, preset } from '../config/preset.ts'
import type { Config } from '../config/schema.ts'
import type { Found, FoundApp, FoundService } from './found.ts'

/** Where editors find the schema of the configuration. */
const SCHEMA =
  'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json'

/** Where `init` puts dashboards. */
export const DASHBOARDS = 'grafana-dashboards'

interface Draft {
  monitoring: Record<string, unknown>
  apps: Record<string, unknown>[]
  services: (FoundService & { metrics?: Config['services'][number]['metrics'] })[]
  grafana: Record<string, unknown>
}

/** A configuration as a person would write it, from what was found; without services, what a new team starts from. */
export function draft(found: Found, names: PresetNames): string {
  const apps = found.apps.length > 0 ? found.apps : [{ app: names.app ?? presetServices[0]?.app ?? 'app' }]
  const services = found.services.length > 0 ? found.services : startingServices(found.apps, apps)
  const document = new Document(compose({ ...found, apps, services }, names))
  comment(document, ['monitoring', 'organization'], 'Apps that do not exist yet are created here.')
  comment(document, ['services'], SERVICES)
  for (const [i, { config }] of apps.entries())
    if (config === undefined) comment(document, ['apps', i, 'deploy'], WATCHED)
  if (found.services.length === 0)
    comment(document, ['services', 0, 'port'], found.apps.length > 0 ? GUESSED : PRESET)
  compact(document)
  document.commentBefore = ` yaml-language-server: $schema=${SCHEMA}\n${ABOUT}`
  // A blank line between the parts.
  return document.toString({ lineWidth: 0 }).replace(/\n(?=(?:apps|grafana):|# Prometheus scrapes)/g, '\n\n')
}

const ABOUT =
  ' What is watched, and how. monitoring/, fly.monitoring.toml and the deploy are made from this file:\n after a change, run "npx @fechatter/deploy-monitoring init".'
const SERVICES =
  " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service promises, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }."
const WATCHED =
  ' Its Fly configuration is not here, so it is only watched. With one: config: PATH instead of this.'
const GUESSED = ' Nothing here tells where the metrics are: correct this.'
const PRESET =
  ' Nothing was found here, so these are the four services of the preset: put yours in their place.'

function compose(found: Found, names: PresetNames): Draft {
  const { monitoring } = found
  const [main] = found.apps
  const app = names.monitoringApp ?? monitoring.app ?? `${(main?.app ?? 'app').slice(0, 52)}-monitoring`
  const services = found.services.map((service) => ({ ...plain(service), ...promised(service) }))
  const isPreset = services.some(({ metrics }) => metrics !== undefined)
  return {
    monitoring: {
      app,
      organization: names.organization ?? 'personal',
      region: names.region ?? monitoring.region ?? main?.region ?? 'nrt',
      ...(monitoring.scrape_interval !== undefined && { scrape_interval: monitoring.scrape_interval }),
      ...(monitoring.retention !== undefined && { retention: monitoring.retention }),
      ...(monitoring.volume && { volume: monitoring.volume }),
      ...(monitoring.vm && { vm: monitoring.vm }),
      ...(monitoring.image !== undefined && { image: monitoring.image }),
    },
    apps: found.apps.map(({ app: name, config, health }) => ({
      app: name,
      ...(config === undefined ? { deploy: false } : { config }),
      ...(health !== undefined && { health }),
    })),
    services,
    grafana: {
      ...(isPreset ? {} : { folder: main?.app ?? app }),
      dashboards: [...new Set([DASHBOARDS, ...found.dashboards])],
    },
  }
}

/** A service without what is the default anyway. */
function plain({ path, ...service }: FoundService): Omit<FoundService, 'path'> & { path: string } {
  return (path === '/metrics' ? service : { ...service, path }) as FoundService
}

type PresetService = FoundService & { metrics: Config['services'][number]['metrics'] }
const presetServices = (preset({}) as { services: PresetService[] }).services

/** The contract of a service that the preset knows by its name. */
function promised({ name }: FoundService): { metrics?: PresetService['metrics'] } {
  const known = presetServices.find((service) => service.name === name)
  return known ? { metrics: known.metrics } : {}
}

/** An app about whose metrics nothing is known has one service; where there is not even an app, the preset stands in. */
function startingServices(found: readonly FoundApp[], apps: readonly FoundApp[]): FoundService[] {
  const app = apps[0]?.app ?? ''
  if (found.length === 0)
    return presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' }))
  return [{ name: /^\d/.test(app) ? `_${app.slice(0, 62)}` : app, app, port: 9090, path: '/metrics' }]
}

function comment(document: Document, path: (string | number)[], text: string): void {
  const parent = document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return
  const pair = parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === path.at(-1))
  if (pair && isScalar(pair.key)) pair.key.commentBefore = text.startsWith(' ') ? text : ` ${text}`
}

/** Small maps and lists on one line, as people write them. */
function compact(document: Document): void {
  const isSmall = (node: Node) => document.createNode(node).toString().length < 100
  visit(document, {
    Map: (_, node, path) => {
      if (path.length > 4 && node.items.every(({ value }) => isScalar(value)) && isSmall(node))
        node.flow = true
    },
  })
}
