import { type DeployCommand, dependsOnRun, isScript } from '../config/deploys/deploy-commands.ts'
import { isSample } from '../config/sources/aside.ts'
import { ActionError, type Diagnostic, type SourceLocation } from '../lib/errors.ts'
import { few, list } from '../lib/text.ts'
import type { AppChoice } from './apps/apps.ts'
import { isFlyFile } from './apps/in-use.ts'
import type { FlyFacts } from './apps/scan-fly.ts'
import { type FoundApp, type FoundService, initNote, isAppName, isOfTeam, placeText } from './findings.ts'
import { folders } from './found-dashboards.ts'
import type { NearEvidence } from './services/near-evidence.ts'
import type { TeamServer } from './services/team-servers.ts'

/** The error for a repository without an app: nothing is drafted for one that is not known. */
export function noAppFound(
  { nameless, foreign }: AppChoice,
  {
    fly,
    aside,
    unreadable,
  }: { fly: readonly FlyFacts[]; aside: readonly string[]; unreadable: readonly Diagnostic[] },
): ActionError {
  const [first] = nameless
  const prometheus = fly
    .filter(({ role }) => role === 'monitoring')
    .map(({ file }) => `${file} is a Prometheus`)
  const others = foreign.map(({ file }) => `${file} runs a program of somebody else`)
  const { samples, retired } = kindsOf(aside.filter(isFlyFile))
  const belongs = (paths: readonly string[], where: string) =>
    paths.length === 0 ? [] : [`${few(paths)} ${paths.length === 1 ? 'belongs' : 'belong'} to ${where}`]
  const invalid = unreadable.flatMap(({ at, message }) =>
    at
      ? { place: placeText(at), is: message.includes('encrypted with') ? 'encrypted' : 'not valid TOML' }
      : [],
  )
  const left = [
    ...prometheus,
    ...others,
    ...belongs(samples, 'examples, tests or documents'),
    ...belongs(retired, 'what no longer runs'),
    ...invalid.map(({ place, is }) => `${place} is ${is}`),
  ]
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
        hint: `${invalid.length === 0 ? 'Give' : `Correct ${few(invalid.map(({ place }) => place))}, and run \`init\` again. Or give`} the name of the app that is to be monitored: \`init --app NAME\`. \`--working-directory FOLDER\` reads another folder.`,
      }
  return new ActionError('configuration', [problem])
}

/** Apps of which nothing says where their metrics are: one note for many of them. */
export function withoutMetrics(
  apps: readonly FoundApp[],
  {
    services,
    fly,
    openApp,
    servers,
    near,
  }: {
    services: readonly FoundService[]
    fly: readonly FlyFacts[]
    openApp: string | undefined
    servers: ReadonlyMap<string, TeamServer>
    near: ReadonlyMap<string, NearEvidence>
  },
): Diagnostic[] {
  const unknown = apps.flatMap(({ app, config }) => {
    const facts = fly.find(({ path }) => path === config)
    return facts && services.every((service) => service.app !== app) ? [{ app, facts }] : []
  })
  // Without any service, the draft has an empty one.
  const isOpen = !services.some(isOfTeam)
  const open = isOpen ? unknown.filter(({ app }) => app === openApp) : []
  const others = unknown.filter((one) => !open.includes(one))
  const pushes = (app: string) => servers.get(app)?.pushes
  const silent = others.filter(({ app }) => !pushes(app))
  const groups = silent.length > MOST_NOTES ? [silent] : silent.map((one) => [one])
  return [
    ...open.flatMap((one) =>
      pushes(one.app) ? [] : noMetrics([one], { hint: 'Fill in `port` and `path` of its service.', near }),
    ),
    ...unknown.flatMap(({ app }) => pushedMetrics(app, pushes(app))),
    ...groups.map((same) =>
      noMetrics(same, {
        hint: `If ${same.length === 1 ? 'it' : 'one of them'} has some, add a service for it.`,
        near,
      }),
    ),
  ]
}

const MOST_NOTES = 3

function pushedMetrics(app: string, at: SourceLocation | undefined): Diagnostic[] {
  if (!at) return []
  const message = `${app} pushes its metrics by OTLP here, and nothing in this repository says that it publishes them for Prometheus as well.`
  const hint =
    'Give its SDK an exporter of Prometheus (`OTEL_METRICS_EXPORTER=prometheus`, where the SDK reads that variable) and add a service for it. This action has no receiver of OTLP.'
  return [initNote(at.file, at, message, hint)]
}

function noMetrics(
  apps: readonly { app: string; facts: FlyFacts }[],
  { hint, near }: { hint: string; near: ReadonlyMap<string, NearEvidence> },
): Diagnostic {
  const { file, name } = apps[0]?.facts ?? { file: '', name: undefined }
  const at = name?.at ?? { line: 1, column: 1 }
  const [them, their, publishes] =
    apps.length === 1 ? ['it', 'its', 'publishes'] : ['them', 'their', 'publish']
  const who = `${few(apps.map(({ app }) => app))} ${publishes} metrics`
  const nowhere = `no [metrics], no job of Prometheus for ${them}`
  const found = apps.map(({ app }) => near.get(app)).find(Boolean)
  if (!found) {
    const message = `Nothing in this repository says where ${who}: ${nowhere}, no library of ${their} own.`
    return initNote(file, at, message, hint)
  }
  const message = `It is not known whether and where ${who}: ${nowhere}. ${placeText(found.at)} has ${found.what}, but no endpoint was found from it.`
  return initNote(file, at, message, hint)
}

/** Notes about the files that are left out because of where they are. */
export function asideNotes(paths: readonly string[]): Diagnostic[] {
  const isDashboard = (path: string) => path.endsWith('.json')
  const dashboards = paths.filter(isDashboard)
  const { samples, retired } = kindsOf(paths.filter((path) => !isDashboard(path)))
  return [
    ...leftOut(
      samples.filter(isFlyFile),
      'Fly configurations of examples, tests and documents',
      'is deployed from here, add it to `apps`',
    ),
    ...leftOut(
      samples.filter((path) => !isFlyFile(path)),
      'Files about alerts and scrapes in examples and documents',
      'is in use, add its rules to `alerts.rules`, its receivers to `alerts.notify`, and its targets to `services`',
    ),
    ...leftOut(
      retired,
      'Files in folders of what no longer runs',
      'is still in use, add it to `apps` or to `alerts.rules`',
    ),
    ...leftOut(
      dashboards,
      'Dashboards in examples, documents and folders of what no longer runs',
      'is in use, add it to `grafana.dashboards`',
      folders(dashboards),
    ),
  ]
}

function leftOut(
  paths: readonly string[],
  which: string,
  when: string,
  named: readonly string[] = paths,
): Diagnostic[] {
  const [first] = paths
  if (first === undefined) return []
  const message = `${which} are left out: ${few(named)}.`
  return [initNote(first, { line: 1, column: 1 }, message, `If one of them ${when}.`)]
}

const kindsOf = (paths: readonly string[]) => ({
  samples: paths.filter(isSample),
  retired: paths.filter((path) => !isSample(path)),
})

interface DeployedFiles {
  fly: readonly FlyFacts[]
  unreadable: readonly Diagnostic[]
  exists(path: string): boolean
}

/**
 * A note for each Fly configuration that a workflow deploys with and that is not in the repository. A deploy that names an app
 * of the draft and has no file takes the configuration that the app has on Fly.
 */
export function missingConfigurations(
  commands: readonly DeployCommand[],
  { fly, unreadable, exists }: DeployedFiles,
): Diagnostic[] {
  const missing = commands.filter(
    ({ config, app }) =>
      !dependsOnRun(config) &&
      !/(?:^|\/)fly\.monitoring\.toml$/.test(config) &&
      unreadable.every(({ at }) => at?.file !== config) &&
      fly.every(({ file, name }) => file !== config && (app === undefined || name?.value !== app)),
  )
  const same = Map.groupBy(missing, ({ at, config }) => `${placeText(at)} ${config}`)
  return [...same.values()].flatMap((all) =>
    noteOf(all, (names, { config }) => {
      const draft = names.length > 1 ? 'their apps are' : 'its app is'
      return `This workflow deploys ${few(names)} with ${config}, which is not ${exists(config) ? 'TOML' : 'in this repository'}: ${draft} not in the draft.`
    }),
  )
}

/** One note about deploys that differ only in the app. */
function noteOf(
  deploys: readonly DeployCommand[],
  text: (names: readonly string[], first: DeployCommand) => string,
): Diagnostic[] {
  const [first] = deploys
  if (!first) return []
  const names = deploys.map(({ app }) => (app === undefined || dependsOnRun(app) ? 'an app' : app))
  const distinct = [...new Set(names)].toSorted((a, b) => Number(a === 'an app') - Number(b === 'an app'))
  const hint =
    distinct.length > 1
      ? 'Add them to `apps` with `deploy: false`, and services for their metrics.'
      : 'Add it to `apps` with `deploy: false`, and a service for its metrics.'
  return [initNote(first.at.file, first.at, text(distinct, first), hint)]
}

/** A note for each app that a workflow or a script deploys with a configuration of another one: `flyctl deploy --app chat-staging`. */
export function otherNames(
  {
    commands,
    scripts,
    fly,
  }: Record<'commands' | 'scripts', readonly DeployCommand[]> & Pick<DeployedFiles, 'fly'>,
  known: readonly string[],
): Diagnostic[] {
  const others = [...commands, ...scripts].filter(
    ({ config, app }) =>
      isAppName(app) &&
      !known.includes(app) &&
      fly.some(({ file, role }) => file === config && role === 'app'),
  )
  const distinct = [...new Map(others.map((one) => [one.app, one])).values()]
  const same = Map.groupBy(distinct, ({ at, config }) => `${placeText(at)} ${config}`)
  return [...same.values()].flatMap((all) =>
    noteOf(all, (names, { config, at }) => {
      const draft = names.length > 1 ? 'those apps are' : 'that app is'
      const what = isScript(at.file) ? 'script' : 'workflow'
      return `This ${what} deploys ${few(names)} with ${config} as well: ${draft} not in the draft.`
    }),
  )
}
