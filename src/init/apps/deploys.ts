import { posix } from 'node:path'
import { type DeployCommand, dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { globMatches } from '../../formats/glob.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import { placeText } from '../findings.ts'
import { stageOf } from './stages.ts'

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
    (one) => !isOfOtherStage(one, app) && ((isWith(one) && isFor(one)) || isCopy(one)),
  )
  const isExact = ({ config }: DeployCommand) => config === file
  return [...all.filter(isExact), ...all.filter((one) => !isExact(one))]
}

const STAGE = /(?<![a-z])(?:prod(?:uction)?|stag(?:ing|e)|dev(?:elopment)?)(?![a-z])/gi

/** Whether a step that is not read names another stage than that of an app: `deploy_to_dev.yml`, `make deploy-staging`. */
function isOfOtherStage({ isUnread, at, job, runs = '' }: DeployCommand, app = ''): boolean {
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

/**
 * The deploy that an app is deployed by: rather one that names its configuration than a script that may deploy any, and rather
 * on a push. One that a person starts counts as well; a calculated app of a pull request is a preview.
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
  return [deploys.filter((one) => !isOfAny(one)), deploys.filter(isOfAny)]
    .map((list) => {
      const onPush = list.filter((one) => one.onPush)
      return onPush.find((one) => isCertain(one, file)) ?? onPush[0] ?? list.find(isMeant)
    })
    .find((one) => one !== undefined)
}

/** Where else an app is deployed, for certain, on a push or by a person: with its name, or with its file and no name. */
export function otherDeploys(
  deployed: DeployCommand | undefined,
  app: string | undefined,
  deploys: readonly DeployCommand[],
): SourceLocation[] {
  if (!deployed) return []
  const others = deploys.filter((one) =>
    one.app === undefined ? !dependsOnRun(one.config) : one.app === app,
  )
  const places = new Map(others.map(({ at }) => [placeText(at), at]))
  places.delete(placeText(deployed.at))
  return [...places.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}
