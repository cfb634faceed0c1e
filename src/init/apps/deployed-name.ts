import type { DeployCommand } from '../../config/deploys/deploy-commands.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { initNote, isAppName, placeText } from '../findings.ts'
import type { NamedApp } from './chosen-app.ts'
import type { FlyFacts } from './scan-fly.ts'
import { stageOf, withoutStage } from './stages.ts'

interface Deploys {
  commands: readonly DeployCommand[]
  scripts: readonly DeployCommand[]
  byHand: readonly DeployCommand[]
  files: readonly FlyFacts[]
}

/** The deploy that says which app a Fly configuration is for, because all deploys with it name one that it does not. */
export function renamingDeploy(
  { file, name }: FlyFacts,
  { commands, scripts, byHand, files }: Deploys,
): DeployCommand | undefined {
  const all = [...commands, ...scripts, ...byHand]
  const own = all.filter((one) => one.config === file)
  const [first] = own.filter((one) => one.onPush && commands.includes(one))
  const [app, written] = [first?.app, name?.value]
  if (!first || !isAppName(app) || !isAppName(written) || app === written) return undefined
  const isOther = all.some((one) => one.app === written) || own.some((one) => one.app !== app)
  // Another stage of the same app, or a test stage, does not say what this one is called.
  const isStage =
    ![undefined, 'production'].includes(stageOf(app)) || withoutStage(app) === withoutStage(written)
  return isOther || isStage || files.some((one) => one.name?.value === app) ? undefined : first
}

/** A note for each app that its Fly configuration has another name for. */
export const renamedNotes = (apps: readonly NamedApp[]): Diagnostic[] =>
  apps.flatMap(({ app, facts: { file, name }, renamedBy }) =>
    renamedBy && name
      ? initNote(
          file,
          name.at,
          `${file} names app ${name.value}, but ${placeText(renamedBy)} deploys it to ${app}, and nothing deploys it to ${name.value}: the draft has ${app}.`,
          `If ${name.value} runs too, add it to \`apps\` and \`services\`.`,
        )
      : [],
  )
