import { Document, isMap, isScalar, visit } from 'yaml'
import { presetConfig } from '../config/preset.ts'
import type { Config } from '../config/schema.ts'
import { PRESET_APP, type PresetNames } from '../inputs/types.ts'
import { BY_NPX } from '../lib/documentation.ts'
import { list } from '../lib/text.ts'
import { commentReceivers } from './alerting/open-receivers.ts'
import type { FoundApp, FoundService, RepositoryFindings } from './findings.ts'
import { isOfTeam, placeText } from './findings.ts'
import { withDistinctNames } from './services/service-names.ts'

/** The URL of the schema of the configuration, for editors. */
const SCHEMA =
  'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json'

/** The folder to which `init` writes dashboards. */
export const DASHBOARDS = 'grafana-dashboards'

/** The text of a configuration from the findings. What nothing says is left empty: `plan` refuses it until a person fills it in. */
export function draftConfiguration(found: RepositoryFindings, names: PresetNames): string {
  const document = new Document(compose(found, names))
  const services = servicesOf(found)
  comment(document, ['monitoring', 'organization'], `${organizationEvidence(found, names)}${ORGANIZATION}`)
  if (document.getIn(['monitoring', 'region']) === null) comment(document, ['monitoring', 'region'], REGION)
  comment(document, ['monitoring', 'access'], ACCESS)
  comment(document, ['services'], SERVICES)
  for (const [i, app] of appsOf(found).entries()) {
    if (app.comment !== undefined) comment(document, ['apps', i, 'app'], app.comment)
    if (app.build) {
      const key = app.build.context === undefined ? 'dockerfile' : 'context'
      comment(document, ['apps', i, key], ` Evidence: ${app.build.why}.`)
    }
    const why = watchedBecause(app, found)
    if (why !== undefined) comment(document, ['apps', i, 'deploy'], why)
  }
  for (const [i, { port, comment: why, addresses }] of services.entries())
    if (port === undefined && !addresses) comment(document, ['services', i, 'port'], UNKNOWN)
    else if (why !== undefined) comment(document, ['services', i, 'port'], why)
  if (found.isPreset && found.services.length === 0) comment(document, ['services', 0, 'port'], PRESET)
  onOneLine(document)
  commentReceivers(document, found.open)
  document.commentBefore = ` yaml-language-server: $schema=${SCHEMA}\n${ABOUT}`
  // A blank line between the parts. A value that is not known is empty.
  return document
    .toString({ lineWidth: 0, nullStr: '' })
    .replace(/^( *(?:- )?(?:port|region):) $/gm, '$1')
    .replace(/\n(?=(?:apps|alerts|grafana):|# Prometheus scrapes|# Receiver )/g, '\n\n')
}

const ORGANIZATION =
  ' Apps that do not exist yet are created here: the slug of your organization, see "flyctl orgs list".'
const REGION =
  ' Not known, because no Fly configuration has primary_region: a region such as fra, near the apps.'
const ACCESS = ' Public HTTPS with a password, user prometheus. public: without a password.'
const ABOUT = ` What is monitored, and how. monitoring/, fly.monitoring.toml and the deploy are generated from this file:\n after a change, run "${BY_NPX} init".`
const SERVICES =
  " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service exposes, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }."
const WATCHED =
  ' Its Fly configuration is not in this repository, so it is only monitored. To deploy it: config: PATH instead of this.'
const UNKNOWN =
  ' Not known: no endpoint for metrics was found in this repository. Fill in the port, and the path if it is not /metrics.'
const PRESET =
  ' No services were found in this repository, so these are the four services of the preset: replace them.'

/** Which file names the organization. */
function organizationEvidence({ places, monitoring }: RepositoryFindings, names: PresetNames): string {
  const at = monitoring.organization === undefined ? undefined : places.organization
  return at === undefined || names.organization !== undefined ? '' : ` Evidence: ${placeText(at)}.`
}

/** Whether the draft only monitors an app: it has no configuration here, or a push does not deploy it from here. */
export const isOnlyWatched = (
  { config, deployedBy, runs, withMore, held }: FoundApp,
  { isPreset }: Pick<RepositoryFindings, 'isPreset'>,
): boolean => config === undefined || ((deployedBy ?? runs ?? withMore ?? held) !== undefined && !isPreset)

/** Why an app is only monitored. */
function watchedBecause(app: FoundApp, found: RepositoryFindings): string | undefined {
  const { config, deployedBy } = app
  if (app.template !== undefined)
    return ` ${app.deployedBy ? placeText(app.deployedBy) : 'A deploy'} makes its Fly configuration from ${app.template}, so it is only monitored.`
  if (app.runsPrometheus !== undefined)
    return ` ${app.runsPrometheus} runs Prometheus in it, which is left alone: it is only monitored.`
  if (config === undefined) return WATCHED
  if (!isOnlyWatched(app, found)) return undefined
  if (!deployedBy && app.isDatabase) return ` ${app.held}.`
  if (!deployedBy && app.withMore)
    return ` ${placeText(app.withMore.at)} deploys it with ${list(app.withMore.options)}, which a deploy with this action does not have. To deploy it with this action nevertheless: remove this line.`
  if (!deployedBy) {
    const why = app.held ?? `It runs ${app.runs}, and nothing here deploys it`
    return ` ${why}. To deploy it with this action: remove this line.`
  }
  const options = app.options === undefined ? '' : `, with ${list(app.options)}`
  if (app.named !== undefined)
    return ` ${placeText(deployedBy)} deploys this configuration to the app that ${app.named} names: is it this one?`
  if (app.mayDeploy)
    return ` ${placeText(deployedBy)} may deploy it${options}: only a run knows which apps it deploys. If it does not, remove this line.`
  const places = [deployedBy, ...(app.alsoDeployedBy ?? [])].map(placeText)
  const [verb, step] = places.length === 1 ? ['deploys', 'that step'] : ['deploy', 'those steps']
  const deploy = app.mayDeploy ? 'may deploy' : verb
  return ` ${list(places)} ${deploy} it already${options}. To deploy it here instead: remove ${step}, and this line.`
}

/** The configuration as data; `port` and `region` are null where they are not known. */
export function compose(found: RepositoryFindings, names: PresetNames) {
  const { monitoring, isPreset, product } = found
  const apps = appsOf(found)
  return {
    monitoring: {
      app: names.monitoringApp ?? monitoring.app ?? `${product.slice(0, 52)}-monitoring`,
      organization: names.organization ?? monitoring.organization ?? 'personal',
      region: names.region ?? monitoring.region ?? (isPreset ? 'nrt' : null),
      access: 'password',
      ...(monitoring.scrape_interval !== undefined && { scrape_interval: monitoring.scrape_interval }),
      ...(monitoring.retention !== undefined && { retention: monitoring.retention }),
      ...(monitoring.volume && { volume: monitoring.volume }),
      ...(monitoring.vm && { vm: monitoring.vm }),
      ...(monitoring.image !== undefined && { image: monitoring.image }),
    },
    apps: apps.map((one) => ({
      app: one.app,
      ...(one.config !== undefined && { config: one.config }),
      ...(one.build?.context !== undefined && { context: one.build.context }),
      ...(one.build?.dockerfile !== undefined && { dockerfile: one.build.dockerfile }),
      ...(isOnlyWatched(one, found) && { deploy: false }),
      ...(one.health !== undefined && { health: one.health }),
    })),
    services: servicesOf(found).map((service) => asWritten(service, isPreset)),
    ...((found.rules.length > 0 || Object.keys(found.notify).length > 0) && {
      alerts: {
        ...(found.rules.length > 0 && { rules: found.rules }),
        ...(Object.keys(found.notify).length > 0 && { notify: found.notify }),
      },
    }),
    grafana: {
      folder: isPreset ? 'Fechatter' : product,
      dashboards: [...new Set([DASHBOARDS, ...found.dashboards])],
    },
  }
}

type PresetService = FoundService & { metrics: Config['services'][number]['metrics'] }
const { services: presetServices } = presetConfig({}) as { services: PresetService[] }

const appsOf = ({ apps }: RepositoryFindings): FoundApp[] => (apps.length > 0 ? apps : [{ app: PRESET_APP }])

/** The services that were found; those of the preset, or one whose port is not known, where none was. */
export function servicesOf(found: RepositoryFindings): FoundService[] {
  const app = appsOf(found)[0]?.app ?? ''
  if (found.services.some(isOfTeam)) return found.services
  if (found.isPreset)
    return withDistinctNames([
      ...found.services,
      ...presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' })),
    ])
  const open = found.openApp ?? app
  return withDistinctNames([...found.services, { name: open, app: open, port: undefined, path: '/metrics' }])
}

/** A service without default values; Fechatter's have their metrics. */
function asWritten({ name, app, port, path, process, options, addresses }: FoundService, isPreset: boolean) {
  const metrics = isPreset ? presetServices.find((known) => known.name === name)?.metrics : undefined
  return {
    name,
    ...(addresses ? { discovery: 'static', addresses } : { app, port: port ?? null }),
    ...(path !== '/metrics' && { path }),
    ...(process !== undefined && { process }),
    ...options,
    ...(metrics && { metrics }),
  }
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
