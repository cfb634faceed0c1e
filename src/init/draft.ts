import { Document, isMap, isScalar, visit } from 'yaml'
import { presetConfig } from '../config/preset.ts'
import type { Config } from '../config/schema.ts'
import type { PresetNames } from '../inputs/types.ts'
import type { FoundApp, FoundService, RepositoryFindings } from './findings.ts'
import { BY_NPX } from './program.ts'
import { withDistinctNames } from './service-names.ts'

/** The URL of the schema of the configuration, for editors. */
const SCHEMA =
  'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json'

/** The folder to which `init` writes dashboards. */
export const DASHBOARDS = 'grafana-dashboards'

/** The text of a configuration from the findings; without services, one that a new team can start from. */
export function draftConfiguration(found: RepositoryFindings, names: PresetNames): string {
  const apps = found.apps.length > 0 ? found.apps : [{ app: names.app ?? PRESET_APP }]
  const services = found.services.length > 0 ? found.services : startingServices(found.apps, apps)
  const document = new Document(compose({ ...found, apps, services }, names))
  comment(document, ['monitoring', 'organization'], ORGANIZATION)
  comment(document, ['monitoring', 'access'], ACCESS)
  comment(document, ['services'], SERVICES)
  for (const [i, { config }] of apps.entries())
    if (config === undefined) comment(document, ['apps', i, 'deploy'], WATCHED)
  if (found.services.length === 0)
    comment(document, ['services', 0, 'port'], found.apps.length > 0 ? GUESSED : PRESET)
  onOneLine(document)
  document.commentBefore = ` yaml-language-server: $schema=${SCHEMA}\n${ABOUT}`
  // A blank line between the parts.
  return document.toString({ lineWidth: 0 }).replace(/\n(?=(?:apps|grafana):|# Prometheus scrapes)/g, '\n\n')
}

const ORGANIZATION = ' Apps that do not exist yet are created here.'
const ACCESS = ' Public HTTPS with a password, user prometheus. public: without a password.'
const ABOUT = ` What is monitored, and how. monitoring/, fly.monitoring.toml and the deploy are generated from this file:\n after a change, run "${BY_NPX} init".`
const SERVICES =
  " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service exposes, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }."
const WATCHED =
  ' Its Fly configuration is not in this repository, so it is only monitored. To deploy it: config: PATH instead of this.'
const GUESSED = ' No file in this repository names the endpoint of the metrics: correct this.'
const PRESET =
  ' No services were found in this repository, so these are the four services of the preset: replace them.'

/** The configuration as data. */
export function compose(found: RepositoryFindings, names: PresetNames) {
  const { monitoring } = found
  const main = found.apps[0]?.app ?? PRESET_APP
  const isFree = found.apps.every((one) => one.app !== monitoring.app)
  const services = found.services.map(service)
  return {
    monitoring: {
      app: names.monitoringApp ?? (isFree ? monitoring.app : undefined) ?? `${main.slice(0, 52)}-monitoring`,
      organization: names.organization ?? 'personal',
      region: names.region ?? monitoring.region ?? 'nrt',
      access: 'password',
      ...(monitoring.scrape_interval !== undefined && { scrape_interval: monitoring.scrape_interval }),
      ...(monitoring.retention !== undefined && { retention: monitoring.retention }),
      ...(monitoring.volume && { volume: monitoring.volume }),
      ...(monitoring.vm && { vm: monitoring.vm }),
      ...(monitoring.image !== undefined && { image: monitoring.image }),
    },
    apps: found.apps.map(({ app, config, health }) => ({
      app,
      ...(config === undefined ? { deploy: false } : { config }),
      ...(health !== undefined && { health }),
    })),
    services,
    grafana: {
      ...(services.some(({ metrics }) => metrics !== undefined) ? {} : { folder: main }),
      dashboards: [...new Set([DASHBOARDS, ...found.dashboards])],
    },
  }
}

type PresetService = FoundService & { metrics: Config['services'][number]['metrics'] }
const { services: presetServices } = presetConfig({}) as { services: PresetService[] }
const PRESET_APP = presetServices[0]?.app ?? ''

/** A service without default values; one that has the name of a preset service gets the metrics of that one. */
function service({ name, app, port, path, process }: FoundService) {
  const metrics = presetServices.find((known) => known.name === name)?.metrics
  return {
    name,
    app,
    port,
    ...(path !== '/metrics' && { path }),
    ...(process !== undefined && { process }),
    ...(metrics && { metrics }),
  }
}

/** Services for a repository without targets: one for its first app, or those of the preset when it has no app. */
function startingServices(found: readonly FoundApp[], apps: readonly FoundApp[]): FoundService[] {
  const app = apps[0]?.app ?? ''
  if (found.length === 0)
    return presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' }))
  return withDistinctNames([{ name: app, app, port: 9090, path: '/metrics' }])
}

function comment(document: Document, path: readonly (string | number)[], text: string): void {
  const parent = document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return
  const key = parent.items.map((pair) => pair.key).find((one) => isScalar(one) && one.value === path.at(-1))
  if (isScalar(key)) key.commentBefore = text
}

/** Writes small maps on one line, as people do. */
function onOneLine(document: Document): void {
  visit(document, {
    Map: (_, node, path) => {
      const isLeaf = node.items.every(({ value }) => isScalar(value))
      if (isLeaf && path.length > DEPTH_OF_VALUES) node.flow = true
    },
  })
}

/** `monitoring.volume`, `services[].metrics.NAME`: deeper than an app or a service, which have a line for each key. */
const DEPTH_OF_VALUES = 4
