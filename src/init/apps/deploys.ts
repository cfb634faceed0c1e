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

/** The deploys with a Fly configuration, those that name it as it is first. `app`: its app, as far as it is known. */
export function deploysOf(
  { file, app }: { file: string; app: string | undefined },
  commands: readonly DeployCommand[],
): DeployCommand[] {
  const all = commands.filter(
    (one) =>
      ((one.config === file || (dependsOnRun(one.config) && globMatches(one.config, file))) &&
        (one.app === undefined || app === undefined || one.app === app || dependsOnRun(one.app))) ||
      // In a copy of the repository: a checkout in a folder, or the files of an artifact.
      (app !== undefined && one.app === app && one.config.endsWith(`/${file}`)),
  )
  const isExact = ({ config }: DeployCommand) => config === file
  return [...all.filter(isExact), ...all.filter((one) => !isExact(one))]
}

/** The deploys that name an app, whatever file they deploy it with: flyctl prefers the name of its flag. */
export const deploysByApp = (app: string | undefined, commands: readonly DeployCommand[]): DeployCommand[] =>
  commands.filter((one) => app !== undefined && one.app === app)

/** Whether a deploy certainly names another stage of an app that is no test: `*-staging` beside `shop`. */
function isOfOtherStage({ app: named = '*' }: DeployCommand, app: string | undefined): boolean {
  const stage = stageOf(named)
  if (app === undefined || stage === undefined || stage === 'production') return false
  const isOther = stage !== stageOf(app) && !globMatches(named, app)
  return isOther && globMatches(withoutStage(named), withoutStage(app))
}

const mayName = ({ app: named }: DeployCommand, app: string | undefined): boolean =>
  named === undefined || (app !== undefined && globMatches(named, app))

/**
 * The deploy that an app is deployed by: rather one that names its configuration than a script that may deploy any, rather on a
 * push, and rather one without a calculated name. One that a person starts counts as well; a calculated app of a pull request
 * is a preview, and another stage is not this app.
 */
export function theDeploy(
  deploys: readonly DeployCommand[],
  app: string | undefined,
): DeployCommand | undefined {
  const isMeant = (one: DeployCommand) =>
    one.app !== '*' && (mayName(one, app) || !dependsOnRun(one.app ?? ''))
  const isOfAny = ({ config }: DeployCommand) => config === '**'
  const own = deploys.filter((one) => !isOfOtherStage(one, app))
  return [own.filter((one) => !isOfAny(one)), own.filter(isOfAny)]
    .map((list) => {
      const pushed = list.filter(({ onPush }) => onPush)
      return pushed.find(isMeant) ?? pushed[0] ?? list.find(isMeant)
    })
    .find((one) => one !== undefined)
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
  const isCertain = (one: DeployCommand) =>
    one.app === undefined ? !dependsOnRun(one.config) : one.app === app
  const isMaybe = (one: DeployCommand) =>
    one.onPush &&
    one.config === file &&
    dependsOnRun(one.app ?? '') &&
    (app === undefined || mayName(one, app))
  const stages = commands.filter(
    (one) => one.onPush && one.config === file && isOfOtherStage(one, app) && !apps.has(one.app),
  )
  if (!deployed) return { certain: [], maybe: [], stages }
  const certain = placesOf([...deploys, ...named].filter(isCertain), deployed)
  return { certain, maybe: placesOf(deploys.filter(isMaybe), deployed), stages }
}

/** The places of deploys in their order, without that of one of them. */
function placesOf(deploys: readonly DeployCommand[], without: DeployCommand): SourceLocation[] {
  const places = new Map(deploys.map(({ at }) => [placeText(at), at]))
  places.delete(placeText(without.at))
  return [...places.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}
