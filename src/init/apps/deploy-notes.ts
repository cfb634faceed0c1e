import type { Diagnostic } from '../../lib/errors.ts'
import { few, list } from '../../lib/text.ts'
import { missingFor } from '../build/folder.ts'
import { lackingDockerfile, withoutDockerfile } from '../build/without-dockerfile.ts'
import { initNote, placeText } from '../findings.ts'
import type { ChosenApp } from './chosen-app.ts'
import { deployedByHand } from './foreign-apps.ts'
import { type HeldEvidence, heldBecause } from './held.ts'

/** Notes about who deploys the apps: workflows, this action from now on, or neither. */
export const deployNotes = (apps: readonly ChosenApp[], evidence: HeldEvidence): Diagnostic[] => [
  ...deployedNotes(apps),
  ...heldNotes(apps, evidence),
  ...withoutDockerfile(
    apps.filter(({ deployedBy }) => deployedBy === undefined),
    evidence,
  ),
  ...newlyDeployed(apps, evidence),
]

/** A note for each app that a push does not deploy although no workflow does; that files are missing has a note of its own. */
const heldNotes = (apps: readonly ChosenApp[], evidence: HeldEvidence): Diagnostic[] =>
  apps.flatMap((one) => {
    const isLacking = missingFor(one, evidence).length > 0 || lackingDockerfile(one, evidence) !== undefined
    const why = isLacking ? undefined : heldBecause(one, evidence)
    const message = `${why}: the draft only monitors ${one.app} (\`deploy: false\`).`
    const hint = 'To deploy it with this action, remove that line.'
    return why === undefined ? [] : [initNote(one.facts.file, { line: 1, column: 1 }, message, hint)]
  })

/** A note about apps that each push would deploy from now on, although no workflow does and one deploys the others. */
function newlyDeployed(apps: readonly ChosenApp[], evidence: HeldEvidence): Diagnostic[] {
  const by = apps.find(({ deployedBy }) => deployedBy)?.deployedBy
  const isPushed = (one: ChosenApp) =>
    [one.deployedBy, one.withMore, deployedByHand(one, apps), heldBecause(one, evidence)].every(
      (reason) => reason === undefined,
    )
  const others = apps.filter(isPushed)
  const [first] = others
  if (!by || !first) return []
  const names = few(others.map(({ app }) => app))
  const them = others.length === 1 ? 'it' : 'them'
  return [
    initNote(
      first.facts.file,
      { line: 1, column: 1 },
      `No workflow deploys ${names}, although ${placeText(by)} deploys other apps: with this draft each push deploys ${them}.`,
      `If a person deploys ${them}, set \`deploy: false\`. If ${others.length === 1 ? 'it is' : 'they are'} no longer used, remove ${them} from \`apps\`.`,
    ),
  ]
}

/** A note for each workflow that deploys apps already: no second deploy on the same push. */
const deployedNotes = (apps: readonly ChosenApp[]): Diagnostic[] =>
  [...Map.groupBy(apps, ({ deployedBy }) => deployedBy?.file)].flatMap(([file, same]) => {
    const places = same.flatMap(({ deployedBy }) => deployedBy ?? []).toSorted((a, b) => a.line - b.line)
    const [at] = places
    if (!at || file === undefined) return []
    const lines = [...new Set(places.map(({ line }) => String(line)))]
    const where = lines.length === 1 ? '' : ` in lines ${few(lines, 8)}`
    const names = few(same.map(({ app }) => app))
    const them = same.length === 1 ? 'it' : 'them'
    const more = same.flatMap(({ command }) => [...(command?.options ?? []), ...(command?.makes ?? [])])
    const lost = [...new Set(more)].map((one) => `\`${one}\``)
    const also = [...new Set(same.flatMap((one) => one.alsoDeployedBy.map(placeText)))]
    const too =
      also.length === 0
        ? ''
        : ` ${list(also)} ${also.length === 1 ? 'deploys' : 'deploy'} ${same.length === 1 ? 'it' : 'some of them'} too.`
    const steps = also.length === 0 ? 'the step here' : 'these steps'
    const without = lost.length === 0 ? '' : `, but without ${list(lost)}`
    return initNote(
      file,
      at,
      `This workflow deploys ${names} already${where}, so the draft only monitors ${them} (\`deploy: false\`).${too}`,
      `To prove each deploy, add a step with this action and \`mode: verify\` after that deploy. Or remove ${steps} and \`deploy: false\` there: this action then deploys ${them}${without}.`,
    )
  })
