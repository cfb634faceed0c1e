import { posix } from 'node:path'
import { type DeployCommand, dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { globMatches } from '../../formats/glob.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import { placeText } from '../findings.ts'
import { stageOf, withoutStage } from './stages.ts'

/** Deploys with a file that only the run knows: one at the root, or any where none is at the root. */
export const whereFilesAre = (
  commands: readonly DeployCommand[],
  files: readonly { file: string }[],
): DeployCommand[] =>
  commands.map((one) =>
    one.config === '*' && files.every(({ file }) => file.includes('/')) ? { ...one, config: '**' } : one,
  )

/** Whether a name that a deploy gives may be that of an app: `shop-*-live` is not that of `shop-api-dev`. */
const isNamedBy = (given: string, app: string): boolean =>
  given === app || (dependsOnRun(given) && globMatches(given, app))

/** The deploys with a Fly configuration, those that name it as it is first. `app`: its app, as far as it is known. */
export function deploysOf(
  { file, app }: { file: string; app: string | undefined },
  commands: readonly DeployCommand[],
): DeployCommand[] {
  const isWith = (one: DeployCommand) =>
    one.config === file || (dependsOnRun(one.config) && globMatches(one.config, file))
  const isFor = (one: DeployCommand) => one.app === undefined || app === undefined || isNamedBy(one.app, app)
  // In a copy of the repository: a checkout in a folder, or the files of an artifact.
  const isCopy = (one: DeployCommand) =>
    app !== undefined && one.app === app && one.config.endsWith(`/${file}`)
  const all = commands.filter(
    (one) => !isUnreadOfOther(one, app) && ((isWith(one) && isFor(one)) || isCopy(one)),
  )
  const isExact = ({ config }: DeployCommand) => config === file
  return [...all.filter(isExact), ...all.filter((one) => !isExact(one))]
}

const STAGE = /(?<![a-z])(?:prod(?:uction)?|stag(?:ing|e)|dev(?:elopment)?)(?![a-z])/gi

/** Whether a step that is not read names another stage than that of an app: `deploy_to_dev.yml`, `make deploy-staging`. */
function isUnreadOfOther({ isUnread, at, job, runs = '' }: DeployCommand, app = ''): boolean {
  if (!isUnread) return false
  const command = runs.split('\n').filter((line) => line.includes('deploy'))
  const stages = [posix.basename(at.file), job, ...command].flatMap((text) =>
    (text.match(STAGE) ?? []).map(stageOf),
  )
  const [own] = (app.match(STAGE) ?? []).map(stageOf)
  return own !== undefined && stages.length > 0 && !stages.includes(own)
}

/** The deploys that name an app, whatever file they deploy it with: flyctl prefers the name of its flag. */
export const deploysByApp = (app: string | undefined, commands: readonly DeployCommand[]): DeployCommand[] =>
  commands.filter((one) => app !== undefined && one.app === app)

/** Whether a deploy is certainly of an app, rather than of those that only a run knows. */
export const isCertain = (
  { app, config }: DeployCommand,
  own: { file: string; app: string | undefined },
): boolean => (app === undefined ? config === own.file || config.endsWith(`/${own.file}`) : app === own.app)

/** Whether a deploy certainly names another stage of an app that is no test: `*-staging` beside `shop`. */
function namesOtherStage({ app: named = '*' }: DeployCommand, app: string | undefined): boolean {
  const stage = stageOf(named)
  if (app === undefined || stage === undefined || stage === 'production') return false
  const isOther = stage !== stageOf(app) && !globMatches(named, app)
  return isOther && globMatches(withoutStage(named), withoutStage(app))
}

/**
 * The deploy that an app is deployed by: rather one that names its configuration than a script that may deploy any, rather on a
 * push, and rather one without a calculated name. One that a person starts counts as well; a calculated app of a pull request
 * is a preview, and another stage is not this app.
 */
export function theDeploy(
  deploys: readonly DeployCommand[],
  file: { file: string; app: string | undefined },
): DeployCommand | undefined {
  const { app } = file
  const isMeant = (one: DeployCommand) =>
    one.app === undefined ||
    !dependsOnRun(one.app) ||
    (one.app !== '*' && app !== undefined && isNamedBy(one.app, app))
  const isOfAny = ({ config }: DeployCommand) => config === '**'
  const own = deploys.filter((one) => !namesOtherStage(one, app))
  return [own.filter((one) => !isOfAny(one)), own.filter(isOfAny)]
    .map((list) => {
      const onPush = list.filter((one) => one.onPush)
      const certain = onPush.find((one) => isCertain(one, file))
      return certain ?? onPush.find(isMeant) ?? onPush[0] ?? list.find(isMeant)
    })
    .find((one) => one !== undefined)
}

/**
 * The deploy of a script with a Fly configuration under a name that cannot be that of its app, where nothing deploys that app. A
 * name that starts with that of the app is for one more of it, such as a preview.
 */
export function renamingScript(
  { file, app }: { file: string; app: string | undefined },
  { commands, scripts, byHand }: Record<'commands' | 'scripts' | 'byHand', readonly DeployCommand[]>,
): DeployCommand | undefined {
  const all = [...commands, ...scripts, ...byHand]
  if (app === undefined || deploysOf({ file, app }, all).length + deploysByApp(app, all).length > 0)
    return undefined
  return scripts.find(
    (one) => one.config === file && !namesOtherStage(one, app) && one.app?.startsWith(app) === false,
  )
}

/** What else deploys an app, or its Fly configuration. */
export interface OtherDeploys {
  /** Certainly, on a push or by a person: with its name, or with its file and no name. */
  certain: SourceLocation[]
  /** With its file, under a name that only a run knows. */
  maybe: SourceLocation[]
  /** With its file, as another stage that has no file of its own. */
  stages: DeployCommand[]
}

/** `named`: the deploys that name an app. `apps`: those of all Fly configurations. */
export function otherDeploys(
  { deployed, app, file }: { deployed: DeployCommand | undefined; app: string | undefined; file: string },
  { deploys, named, commands }: Record<'deploys' | 'named' | 'commands', readonly DeployCommand[]>,
  apps: ReadonlySet<string | undefined>,
): OtherDeploys {
  const isOwn = (one: DeployCommand) => (one.app === undefined ? !dependsOnRun(one.config) : one.app === app)
  const isMaybe = (one: DeployCommand) =>
    one.onPush &&
    one.config === file &&
    dependsOnRun(one.app ?? '') &&
    (app === undefined || isNamedBy(one.app ?? '', app))
  const stages = commands.filter(
    (one) => one.onPush && one.config === file && namesOtherStage(one, app) && !apps.has(one.app),
  )
  if (!deployed) return { certain: [], maybe: [], stages }
  const certain = placesOf([...deploys, ...named].filter(isOwn), deployed)
  return { certain, maybe: placesOf(deploys.filter(isMaybe), deployed), stages }
}

/** The places of deploys in their order, without that of one of them. */
function placesOf(deploys: readonly DeployCommand[], without: DeployCommand): SourceLocation[] {
  const places = new Map(deploys.map(({ at }) => [placeText(at), at]))
  places.delete(placeText(without.at))
  return [...places.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}
