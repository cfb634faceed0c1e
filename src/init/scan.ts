import { posix } from 'node:path'
import type { DeployCommand } from '../config/deploys/deploy-commands.ts'
import { isFechatter } from '../config/missing-configuration.ts'
import type { PresetNames } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import { type AlertSources, rulesAndReceivers } from './alerting/rules-and-receivers.ts'
import { chooseApps } from './apps/apps.ts'
import type { ChosenApp } from './apps/chosen-app.ts'
import { deployNotes, presetNotes } from './apps/deploy-notes.ts'
import { deployedByHand } from './apps/foreign-apps.ts'
import { type HeldEvidence, heldBecause } from './apps/held.ts'
import type { FlyFacts } from './apps/scan-fly.ts'
import { stageComment } from './apps/stage-groups.ts'
import { argumentNotes } from './build/build-args.ts'
import { buildNotes, foundBuild } from './build/folder.ts'
import type { ImageEvidence } from './build/own-images.ts'
import { sameCommandNotes } from './build/same-command.ts'
import type { MetricsEvidence } from './evidence.ts'
import type { FoundApp, FoundBuild, FoundValue, RepositoryFindings } from './findings.ts'
import { folders } from './found-dashboards.ts'
import { withoutInvalid } from './invalid-values.ts'
import { asideNotes, missingConfigurations, noAppFound, otherNames, withoutMetrics } from './notes.ts'
import { withoutUsualInterval } from './scrapers/intervals.ts'
import { monitoringOf } from './scrapers/monitoring-app.ts'
import { scanOtherScrapers } from './scrapers/other-scrapers.ts'
import { scanPrometheus } from './scrapers/scan-prometheus.ts'
import { askedFor } from './services/asked-app.ts'
import { scrapedTwice, withDistinctNames } from './services/service-names.ts'
import { chooseServices, type ServiceChoice } from './services/services.ts'
import type { TeamServer } from './services/team-servers.ts'

/** The files of a repository that describe its apps and their monitoring. */
export interface ScanSources extends Omit<MetricsEvidence, 'targets'>, AlertSources {
  fly: readonly FlyFacts[]
  /** Notes about Fly configurations that cannot be read. */
  unreadable: readonly Diagnostic[]
  /** Configurations of Prometheus, without those that `init` wrote. */
  prometheus: readonly TextFile[]
  /** Fly configurations of samples, and files of what no longer runs, relative to the working directory. */
  aside: readonly string[]
  /** Deploys in workflows. */
  commands: readonly DeployCommand[]
  /** Deploys in scripts that people start. */
  scripts: readonly DeployCommand[]
  /** Deploys that a README tells people to run. */
  byHand: readonly DeployCommand[]
  /** The texts that say how people deploy. */
  documents: readonly TextFile[]
  /** Files of other platforms, in which they read what they deploy. */
  platforms: readonly TextFile[]
  /** What says which images are built here. */
  images: ImageEvidence
  /** Organizations that workflows, scripts, Fly configurations and data sources name. */
  organizations: readonly FoundValue[]
  /** The working directory, from the root of the repository. */
  folder: string
  /** Files with dashboards, relative to the working directory. */
  dashboards: readonly string[]
}

export interface ScanOptions {
  /** Names from the options take precedence over those that are found. */
  names: PresetNames
  /** Fechatter's services and dashboards are asked for. */
  preset: boolean
}

/**
 * Scans the files of a repository and decides what the draft has. Pure, but for reading code.
 * @throws ActionError `configuration` when no app is found or named
 */
export function scanRepository(sources: ScanSources, { names, preset }: ScanOptions): RepositoryFindings {
  const others = scanOtherScrapers(sources.scrapers)
  const prometheus = [...sources.prometheus.map(scanPrometheus), ...others.scanned]
  const scraped = new Set(prometheus.flatMap(({ targets }) => targets.map(({ app }) => app)))
  const files = sources.fly.filter(({ role }) => role === 'app')
  const choice = chooseApps(files, { ...sources, scraped, named: names.app })
  const chosen = chooseServices(choice.apps, {
    ...sources,
    targets: prometheus.flatMap(({ targets }) => targets),
    asked: choice.apps.some(({ app }) => app === names.app) ? undefined : names.app,
  })
  const evidence = { ...sources, apps: choice.apps }
  const own = choice.apps.map((one) => asFound(one, evidence))
  const asked = askedFor(names.app, own, sources.fly)
  const scrapedApps = chosen.scraped.filter((app) => app !== names.app).map((app) => ({ app }))
  const apps: FoundApp[] = [...own, ...asked.apps, ...scrapedApps]
  const isPreset = preset || apps.some(({ app }) => isFechatter(app))
  if (apps.length === 0 && !isPreset) throw noAppFound(choice, sources)
  const services = withDistinctNames([...chosen.services, ...asked.services])
  const openApp = openAppOf(apps, chosen)
  const unexplained = apps.filter(({ app }) => !chosen.unclear.includes(app))
  const monitoring = monitoringOf(sources, {
    names,
    isPreset,
    prometheus,
    lost: chosen.lost,
    apps: choice.apps.map(({ facts }) => facts),
    found: apps,
  })
  const alerts = rulesAndReceivers(sources, prometheus, chosen.lost)
  const notes = [
    ...choice.notes,
    ...asideNotes(sources.aside),
    ...(isPreset ? presetNotes : deployNotes)(choice.apps, evidence),
    ...sources.unreadable,
    ...missingConfigurations(sources.commands, sources),
    ...otherNames(sources, namesOf(sources.fly, apps)),
    ...chosen.notes,
    ...scrapedTwice(chosen.services),
    ...withoutMetrics(unexplained, { ...chosen, services, fly: sources.fly, openApp }),
    ...monitoring.notes,
    ...(isPreset ? [] : imageNotes(choice.apps, sources)),
    ...prometheus.flatMap((file) => file.notes),
    ...alerts.notes,
    ...others.notes,
  ]
  const dashboards = folders(sources.dashboards)
  const found = { ...monitoring, ...alerts, apps, services, openApp, dashboards, isPreset, notes }
  return withoutInvalid(withoutUsualInterval(found), names)
}

const imageNotes = (apps: readonly ChosenApp[], sources: ScanSources): Diagnostic[] => [
  ...buildNotes(apps, sources),
  ...argumentNotes(apps),
  ...sameCommandNotes(apps, sources.packages),
]

/** Of several apps, the one that has a library for metrics, or pushes them; else one that runs code of the team. */
function openAppOf(apps: readonly FoundApp[], { unclear, servers }: ServiceChoice): string | undefined {
  const is = (test: (one: TeamServer) => boolean) =>
    apps.find(({ app }) => {
      const server = servers.get(app)
      return server !== undefined && test(server)
    })?.app
  return (
    unclear[0] ?? is(({ pushes }) => pushes !== undefined) ?? is(({ isServer }) => isServer) ?? apps[0]?.app
  )
}

/** The apps that are in the draft, or that a Fly configuration is for. */
const namesOf = (fly: readonly FlyFacts[], apps: readonly FoundApp[]): string[] => [
  ...apps.map(({ app }) => app),
  ...fly.flatMap(({ name }) => name?.value ?? []),
]

function asFound(one: ChosenApp, sources: ScanSources & HeldEvidence): FoundApp {
  const { app, deployedBy, command, facts, withMore } = one
  const comment = stageComment(one)
  const found = one.database === undefined ? foundBuild(one, sources) : undefined
  const runs = deployedByHand(one, sources.apps)
  const build = found && inFolder(found, sources.folder)
  const held = heldBecause(one, sources)
  return {
    app,
    ...(facts.isTemplate ? { template: facts.path } : { config: facts.path }),
    ...(build && { build }),
    ...(facts.health !== undefined && { health: facts.health }),
    ...(deployedBy && { deployedBy, alsoDeployedBy: one.others.certain }),
    ...(one.mayDeploy && { mayDeploy: true as const }),
    ...(deployedBy && command?.named !== undefined && { named: command.named }),
    ...(runs !== undefined && { runs }),
    ...(withMore && { withMore }),
    ...(deployedBy &&
      command?.at === deployedBy &&
      command.options.length > 0 && { options: command.options }),
    ...(held !== undefined && { held }),
    ...(one.database !== undefined && { isDatabase: true }),
    ...(comment !== undefined && { comment }),
  }
}

/** The build with paths from the working directory; a folder outside of it is not one that a configuration can have. */
function inFolder({ context, dockerfile, why }: FoundBuild, folder: string): FoundBuild | undefined {
  const [from, file] = [context, dockerfile].map((path) =>
    path === undefined ? undefined : posix.relative(folder, path) || '.',
  )
  if (from?.startsWith('..') || file?.startsWith('..')) return undefined
  return {
    ...(from !== undefined && { context: from }),
    ...(file !== undefined && { dockerfile: file }),
    why,
  }
}
