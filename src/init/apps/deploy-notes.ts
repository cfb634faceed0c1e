import { dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import type { Diagnostic, SourceLocation } from '../../lib/errors.ts'
import { few, list } from '../../lib/text.ts'
import { missingFor } from '../build/folder.ts'
import { lackingDockerfile, withoutDockerfile } from '../build/without-dockerfile.ts'
import { initNote, placeText } from '../findings.ts'
import type { ChosenApp } from './chosen-app.ts'
import { type HeldEvidence, heldBecause } from './held.ts'
import { elsewhereNotes } from './other-platforms.ts'

/** Notes about who deploys the apps: workflows, this action from now on, or neither. */
export const deployNotes = (apps: readonly ChosenApp[], evidence: HeldEvidence): Diagnostic[] => [
  ...deployedNotes(apps.filter(({ command }) => command?.named === undefined)),
  ...namedNotes(apps),
  ...stageDeployNotes(apps),
  ...tokenNote(apps, evidence),
  ...heldNotes(apps, evidence),
  ...elsewhereNotes(apps, { ...evidence, builders: evidence.images.builders }),
  ...withoutDockerfile(
    apps.filter(({ deployedBy, database }) => deployedBy === undefined && database === undefined),
    evidence,
  ),
]

/** Notes about apps of the preset, which the draft deploys in any case: what speaks against it. */
export const presetNotes = (apps: readonly ChosenApp[], evidence: HeldEvidence): Diagnostic[] =>
  apps.flatMap((one) => {
    const { app, facts, deployedBy } = one
    const why = deployedBy ? `${placeText(deployedBy)} deploys it already` : heldBecause(one, evidence)
    if (why === undefined) return []
    const message = `${why}. The draft deploys ${app} nevertheless, as an app of the preset.`
    const hint = 'Correct that before the first deploy, or set `deploy: false` for it to only monitor it.'
    return initNote(facts.file, { line: 1, column: 1 }, message, hint)
  })

/** A note for each reason why a push does not deploy apps; that files are missing has a note of its own. */
function heldNotes(apps: readonly ChosenApp[], evidence: HeldEvidence): Diagnostic[] {
  const isLacking = (one: ChosenApp) =>
    one.database === undefined &&
    (missingFor(one, evidence).length > 0 || lackingDockerfile(one, evidence) !== undefined)
  const why = (one: ChosenApp) => (isLacking(one) ? undefined : heldBecause(one, evidence))
  return [...Map.groupBy(apps, why)].flatMap(([reason, same]) => {
    const [first] = same
    if (reason === undefined || !first) return []
    const [them, are, lines] =
      same.length === 1 ? ['it', 'it is', 'that line'] : ['them', 'they are', 'those lines']
    const message = `${reason}: the draft only monitors ${few(same.map(({ app }) => app))} (\`deploy: false\`).`
    const how = first.database === undefined ? `To deploy ${them} with this action, remove` : 'Keep'
    const meant = first.otherName ? 'Where another app is meant, correct `app`, also in `services`. ' : ''
    const hint = `${meant}${how} ${lines}. If ${are} no longer used, remove ${them} from \`apps\`.`
    return initNote(first.facts.file, { line: 1, column: 1 }, message, hint)
  })
}

/** A note for each app whose configuration is deployed under a name that only a secret or an environment has. */
const namedNotes = (apps: readonly ChosenApp[]): Diagnostic[] =>
  apps.flatMap(({ app, facts, deployedBy, command }) =>
    deployedBy && command?.named !== undefined
      ? initNote(
          deployedBy.file,
          deployedBy,
          `This workflow deploys ${facts.file} to the app that \`${command.named}\` names, which may be another one than ${app}, and one for each environment. The draft only monitors ${app} (\`deploy: false\`).`,
          `Compare the names. Where another app is meant, correct \`app\`, also in \`services\`; for one more stage: \`init --app NAME --config monitoring.NAME.yml\`.`,
        )
      : [],
  )

/** A note for each deploy of the configuration of an app as another stage, which has no file of its own. */
const stageDeployNotes = (apps: readonly ChosenApp[]): Diagnostic[] =>
  apps.flatMap(({ app, facts, others }) =>
    others.stages.flatMap(({ at, app: stage = '' }) => {
      const [meaning, name] = dependsOnRun(stage) ? [' (`*`: only a run knows it)', 'NAME'] : ['', stage]
      return initNote(
        at.file,
        at,
        `This deploys ${facts.file} as \`${stage}\`${meaning}, which is taken for another stage of ${app}, so it is not in this draft.`,
        `Give it a configuration of its own: \`init --app ${name} --config monitoring.${name}.yml\`. If it is an app of its own, add it to \`apps\`.`,
      )
    }),
  )

/** The secret with the token that the drafted workflow takes. */
const TOKEN = 'FLY_API_TOKEN'

/** A note when the apps are deployed with another token, and the usual one is that of other deploys. */
function tokenNote(apps: readonly ChosenApp[], { commands }: HeldEvidence): Diagnostic[] {
  const own = apps.flatMap(({ command }) => (command?.token === undefined ? [] : command))
  const other = commands.find(({ token }) => token === TOKEN)
  const [first] = own
  if (!first || !other || own.some(({ token }) => token === TOKEN)) return []
  return [
    initNote(
      first.at.file,
      first.at,
      `This deploy has its token from \`secrets.${first.token}\`. The drafted workflow takes \`secrets.${TOKEN}\`, which is that of another deploy here (${placeText(other.at)}).`,
      `Keep ${TOKEN} as it is: store a token of the organization of these apps under another name, and write that name in the drafted workflow.`,
    ),
  ]
}

/** A note for each workflow that deploys apps already, or may: no second deploy on the same push. */
const deployedNotes = (apps: readonly ChosenApp[]): Diagnostic[] =>
  [
    ...Map.groupBy(apps, ({ deployedBy, mayDeploy }) => deployedBy && `${deployedBy.file} ${mayDeploy}`),
  ].flatMap(([, same]) => {
    const places = same.flatMap(({ deployedBy }) => deployedBy ?? []).toSorted((a, b) => a.line - b.line)
    const [at] = places
    return at ? deployedNote(same, { at, lines: [...new Set(places.map(({ line }) => String(line)))] }) : []
  })

/** What the workflow writes to the Fly configurations of apps before it deploys them. */
const writtenBy = (apps: readonly ChosenApp[]): string[] =>
  [...Map.groupBy(apps, ({ command }) => command?.writtenAt)].flatMap(([line, same]) => {
    const files = same.flatMap(({ command, deployedBy, facts }) =>
      command?.at === deployedBy ? facts.file : [],
    )
    return line === undefined || files.length === 0 ? [] : `what line ${line} writes to ${few(files)}`
  })

function deployedNote(
  same: readonly ChosenApp[],
  { at, lines }: { at: SourceLocation; lines: readonly string[] },
): Diagnostic {
  const where = lines.length === 1 ? '' : ` in lines ${few(lines, 8)}`
  const names = few(same.map(({ app }) => app))
  const them = same.length === 1 ? 'it' : 'them'
  const more = same.flatMap(({ command, deployedBy }) =>
    command?.at === deployedBy ? [...(command?.options ?? []), ...(command?.makes ?? [])] : [],
  )
  const lost = [...[...new Set(more)].map((one) => `\`${one}\``), ...writtenBy(same)]
  const also = [...new Set(same.flatMap(({ others }) => others.certain.map(placeText)))]
  const maybe = [...new Set(same.flatMap(({ others }) => others.maybe.map(placeText)))]
  const its = same.length === 1 ? 'it' : 'some of them'
  const too =
    also.length === 0 ? '' : ` ${list(also)} ${also.length === 1 ? 'deploys' : 'deploy'} ${its} too.`
  const may =
    maybe.length === 0 ? '' : ` ${list(maybe)} may deploy ${its} too, under a name that only a run knows.`
  const steps = also.length + maybe.length === 0 ? 'the step here' : 'these steps'
  const then = `this action then deploys ${them}${lost.length === 0 ? '' : `, but without ${list(lost)}`}.`
  const watched = `so the draft only monitors ${them} (\`deploy: false\`).${too}${may}`
  return same[0]?.mayDeploy
    ? initNote(
        at.file,
        at,
        `This workflow may deploy ${names}${where}: only a run knows which apps it deploys, ${watched}`,
        `Where no run deploys one, remove \`deploy: false\` there: ${then}`,
      )
    : initNote(
        at.file,
        at,
        `This workflow deploys ${names} already${where}, ${watched}`,
        `To prove each deploy, add a step with this action and \`mode: verify\` after that deploy. Or remove ${steps} and \`deploy: false\` there: ${then}`,
      )
}
