import { posix } from 'node:path'
import { BUILDING, dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { initNote } from '../findings.ts'
import type { BuildEvidence } from './folder.ts'

/** What says in [build] how an image is made. */
const BUILDS = ['image', 'dockerfile', 'builder', 'builtin', 'buildpacks', 'compose'] as const

const folderOf = ({ facts, command }: ChosenApp): string => command?.folder ?? posix.dirname(facts.file)

/** The Dockerfile of a folder; flyctl knows it by these names. */
const dockerfileIn = (folder: string, { exists }: Pick<BuildEvidence, 'exists'>): string | undefined =>
  ['Dockerfile', 'dockerfile'].map((name) => posix.join(folder, name)).find(exists)

/** A Dockerfile of the repository in another folder. */
const otherDockerfile = (evidence: BuildEvidence): string | undefined =>
  ['.', ...evidence.packages.map(({ folder }) => folder)]
    .map((folder) => dockerfileIn(folder, evidence))
    .find((path) => path !== undefined)

/** Why flyctl finds nothing to build an app from: a deploy of a clone fails. Undefined: it finds something, or that is not known. */
export function lackingDockerfile(app: ChosenApp, evidence: BuildEvidence): string | undefined {
  const { facts, command } = app
  const folder = folderOf(app)
  const isElsewhere = command?.dockerfile !== undefined || command?.makes !== undefined
  if (facts.build || isElsewhere || facts.isTemplate || dependsOnRun(folder)) return undefined
  if (facts.containers.length > 0 || command?.options.some((one) => BUILDING.test(one))) return undefined
  const { build } = facts.fly
  const named = build?.text('dockerfile')?.value
  if (named !== undefined)
    return /^\w+:\/\//.test(named) || ['image', 'builder', 'builtin'].some((key) => build?.has(key))
      ? undefined
      : `[build] names ${named}, which is not in this repository`
  if (BUILDS.some((key) => build?.has(key)) || dockerfileIn(folder, evidence)) return undefined
  return `${folder === '.' ? 'The root of the repository' : `The folder ${folder}`} has no Dockerfile, and [build] names none`
}

/** A note about the apps that flyctl finds nothing to build for. */
export function withoutDockerfile(apps: readonly ChosenApp[], evidence: BuildEvidence): Diagnostic[] {
  const lacking = apps.flatMap((app) => {
    const why = lackingDockerfile(app, evidence)
    return why === undefined ? [] : [{ app, why }]
  })
  const other = otherDockerfile(evidence)
  return [...Map.groupBy(lacking, ({ why }) => why)].flatMap(([why, [first, ...more]]) => {
    if (!first) return []
    const names = few([first, ...more].map(({ app }) => app.app))
    const message = `${why}: a deploy of ${names} fails. So the draft only monitors ${more.length === 0 ? 'it' : 'them'} (\`deploy: false\`).`
    const cure =
      other === undefined
        ? 'add a Dockerfile, or an `image` to [build]'
        : `set \`dockerfile\` of the app, such as ${other}, and its \`context\``
    return initNote(
      first.app.facts.file,
      { line: 1, column: 1 },
      message,
      `To deploy ${names} with this action, ${cure}, and remove that line.`,
    )
  })
}
