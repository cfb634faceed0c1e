import type { DeployCommand } from '../config/deploy-commands.ts'
import type { PresetNames } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { few, list } from '../lib/text.ts'
import type { TextFile } from '../lib/workspace.ts'
import { type AppChoice, chooseApps, deployedNotes, stageComment } from './apps.ts'
import type { MetricsEvidence } from './evidence.ts'
import {
  type FoundApp,
  type FoundMonitoring,
  type FoundService,
  initNote,
  isLoss,
  lossNote,
  type RepositoryFindings,
} from './findings.ts'
import { withoutInvalid } from './invalid-values.ts'
import { scanAlerting } from './scan-alerting.ts'
import type { FlyFacts } from './scan-fly.ts'
import { scanMonitoring } from './scan-monitoring.ts'
import { type ScannedPrometheus, scanPrometheus } from './scan-prometheus.ts'
import { withDistinctNames } from './service-names.ts'
import { chooseServices } from './services.ts'

/** The files of a repository that describe its apps and their monitoring. */
export interface ScanSources extends Omit<MetricsEvidence, 'targets'> {
  fly: readonly FlyFacts[]
  /** Configurations of Prometheus, without those that `init` wrote. */
  prometheus: readonly TextFile[]
  rules: readonly TextFile[]
  /** Other files about alerts and dashboards: Alertmanager, provisioning of Grafana. */
  alerting: readonly TextFile[]
  /** Deploys in workflows. */
  commands: readonly DeployCommand[]
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
  const apps = chooseApps(
    sources.fly.filter(({ role }) => role === 'app'),
    { commands: sources.commands, named: names.app },
  )
  const prometheus = sources.prometheus.map(scanPrometheus)
  const targets = prometheus.flatMap((file) => file.targets)
  const chosen = chooseServices(apps.apps, { ...sources, targets })
  const isPreset = preset || [...apps.apps.map(({ app }) => app), ...chosen.scraped].some(isFechatter)
  const found: FoundApp[] = [
    ...apps.apps.map((one): FoundApp => {
      const comment = stageComment(one)
      const { app, deployedBy, facts } = one
      return {
        app,
        config: facts.path,
        ...(facts.health !== undefined && { health: facts.health }),
        ...(deployedBy && { deployedBy }),
        ...(comment !== undefined && { comment }),
      }
    }),
    ...chosen.scraped.map((app) => ({ app })),
  ]
  if (found.length === 0 && names.app !== undefined) found.push({ app: names.app })
  if (found.length === 0 && !isPreset) throw nothingFound(apps, sources.fly)
  const monitoringFiles = sources.fly.filter(({ role }) => role === 'monitoring')
  const named = names.monitoringApp ?? (isPreset ? PRESET_MONITORING : undefined)
  const old = scanMonitoring(monitoringFiles, named)
  const settings = settingsOf(
    apps.apps.map(({ facts }) => facts),
    { prometheus, old: old.monitoring },
  )
  const services = withDistinctNames(chosen.services)
  const valid = withoutInvalid(
    {
      apps: found,
      services,
      monitoring: {
        ...old.monitoring,
        ...settings.monitoring,
        app: names.monitoringApp ?? old.monitoring.app ?? freeName(found, sources.fly, isPreset),
      },
      places: { ...old.places, ...settings.places },
      dashboards: folders(sources.dashboards),
      isPreset,
      notes: [
        ...apps.notes,
        ...deployedNotes(apps.apps),
        ...chosen.notes,
        ...withoutMetrics(
          found.filter(({ app }) => !chosen.unclear.includes(app)),
          services,
          sources.fly,
        ),
        ...missingFiles(sources.commands, sources.fly),
        ...old.notes,
        ...prometheus.flatMap(({ notes }) => notes),
        ...scanAlerting(sources.alerting),
        ...ruleNotes(sources.rules, prometheus),
      ],
    },
    names,
  )
  return { ...valid, notes: [...valid.notes, ...prometheus.flatMap((file) => superseded(file, valid.notes))] }
}

/** Fechatter's apps: the preset is theirs, and nobody else's. */
export const isFechatter = (app: string): boolean => /^fechatter(?:-|$)/.test(app)
const PRESET_MONITORING = 'fechatter-monitoring'

function nothingFound({ nameless, foreign }: AppChoice, fly: readonly FlyFacts[]): ActionError {
  const [first] = nameless
  const prometheus = fly
    .filter(({ role }) => role === 'monitoring')
    .map(({ file }) => `${file} is a Prometheus`)
  const others = foreign.map(({ file }) => `${file} runs a program of somebody else`)
  const left = [...prometheus, ...others]
  const only = left.length === 0 ? '' : ` (${list(left)})`
  const problem: Diagnostic = first
    ? {
        code: 'init-no-app',
        severity: 'error',
        at: { file: first.file, line: first.name?.at.line ?? 1, column: first.name?.at.column ?? 1 },
        message: `${few(nameless.map(({ file }) => file))} ${nameless.length === 1 ? 'has' : 'have'} no app name that Fly accepts, so nothing was written.`,
        hint: `Give the name of the app: \`init --app NAME\`.`,
      }
    : {
        code: 'init-no-app',
        severity: 'error',
        message: `No app on Fly was found here${only}, so nothing was written.`,
        hint: 'Give the name of the app that is to be monitored: `init --app NAME`. `--working-directory FOLDER` reads another folder.',
      }
  return new ActionError('configuration', [problem])
}

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

/** A name for the new app that no app of the repository has. */
function freeName([first]: readonly FoundApp[], fly: readonly FlyFacts[], isPreset: boolean): string {
  if (isPreset) return PRESET_MONITORING
  const taken = new Set(fly.map(({ name }) => name?.value))
  const names = ['monitoring', 'prometheus', 'metrics', 'monitoring-2'].map(
    (end) => `${first?.app.slice(0, 50)}-${end}`,
  )
  return names.find((name) => !taken.has(name)) ?? `${first?.app.slice(0, 50)}-monitoring-3`
}

/** Apps of which nothing says where their metrics are. */
function withoutMetrics(
  apps: readonly FoundApp[],
  services: readonly FoundService[],
  fly: readonly FlyFacts[],
): Diagnostic[] {
  return apps
    .filter(({ app }) => services.every((service) => service.app !== app))
    .flatMap(({ app, config }) => {
      const file = fly.find(({ path }) => path === config)
      if (!file) return []
      return initNote(
        file.file,
        file.name?.at ?? { line: 1, column: 1 },
        `Nothing in this repository says where ${app} publishes metrics: no [metrics], no job of Prometheus, no library.`,
        services.length > 0
          ? 'If it has some, add a service for it.'
          : 'Fill in `port` and `path` of its service.',
      )
    })
}

/** A note for each Fly configuration that a workflow deploys with and that is not in the repository. */
function missingFiles(commands: readonly DeployCommand[], fly: readonly FlyFacts[]): Diagnostic[] {
  const missing = commands.filter(
    ({ config }) =>
      !config.includes('*') &&
      !/(?:^|\/)fly\.monitoring\.toml$/.test(config) &&
      fly.every(({ file }) => file !== config),
  )
  return missing.map(({ at, config, app }) =>
    initNote(
      at.file,
      at,
      `This workflow deploys ${app === undefined || app.includes('*') ? 'an app' : app} with ${config}, which is not in this repository: its app is not in the draft.`,
      'Add it to `apps` with `deploy: false`, and a service for its metrics.',
    ),
  )
}

/** A note for each rule file, and for rules that are named and are elsewhere. */
function ruleNotes(rules: readonly TextFile[], _: readonly ScannedPrometheus[]): Diagnostic[] {
  return rules.map(({ file }) =>
    lossNote(
      file,
      { line: 1, column: 1 },
      'These rules are not taken over.',
      'Keep the Prometheus that evaluates them.',
    ),
  )
}

/** "Remove it" is said only of what is wholly taken over. */
function superseded({ file, targets }: ScannedPrometheus, notes: readonly Diagnostic[]): Diagnostic[] {
  if (!targets.some(({ app }) => app !== undefined)) return []
  if (notes.some((note) => note.at?.file === file && isLoss(note)))
    return [
      initNote(
        file,
        { line: 1, column: 1 },
        'The targets of this Prometheus on Fly are in monitoring.yml now, but not all of its settings are.',
        'Keep it until the notes about this file are settled.',
      ),
    ]
  return [
    initNote(
      file,
      { line: 1, column: 1 },
      'The targets of this Prometheus on Fly are in monitoring.yml now.',
      'Remove this file when the new Prometheus runs: monitoring/prometheus-fly.yml replaces it.',
    ),
  ]
}

/** A folder for dashboards is listed as a whole, so that new files in it are included. */
export function folders(files: readonly string[]): string[] {
  const folderOf = (file: string) => file.slice(0, Math.max(file.lastIndexOf('/'), 0))
  const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file))
  return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted()
}
