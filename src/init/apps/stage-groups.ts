import type { Diagnostic } from '../../lib/errors.ts'
import { few } from '../../lib/text.ts'
import { leftOutNote } from '../findings.ts'
import type { ChosenApp, NamedApp } from './chosen-app.ts'
import { isReordered, stageOf, withoutStage } from './stages.ts'

/** Stages of one app: files or apps whose names differ only in the name of a stage. */
export function groupStages(files: readonly NamedApp[]): ChosenApp[] {
  const groups: NamedApp[][] = []
  for (const one of files) {
    const same = groups.find((group) => group.some((other) => areStages(one, other)))
    if (same) same.push(one)
    else groups.push([one])
  }
  return groups.flatMap((group) => {
    const sorted = group.toSorted((a, b) => rank(a) - rank(b))
    // Of several configurations of one app, the one that is deployed.
    const first = sorted.find(({ app, deployedBy }) => app === sorted[0]?.app && deployedBy) ?? sorted[0]
    return first ? [{ ...first, stages: sorted.filter((one) => one !== first) }] : []
  })
}

function areStages(a: NamedApp, b: NamedApp): boolean {
  if (a.app === b.app) return true
  const isStage = [a, b].some(({ app, facts }) => stageOf(app) ?? stageOf(facts.path))
  if (!isStage) return false
  const samePath = withoutStage(a.facts.path) === withoutStage(b.facts.path)
  return samePath || (withoutStage(a.app) === withoutStage(b.app) && !isReordered(a.app, b.app))
}

/**
 * What is no test first (what a job for production deploys is none, whatever its name), then what a workflow deploys (rather with this file than by the name of the app), then what is called production, then what a script deploys, then what is
 * not a copy, then what is near the root, then the file that flyctl reads without a flag.
 */
function rank({ app, facts, deployedBy, isProduction, command, isScripted }: NamedApp): number {
  const named = stageOf(facts.path) ?? stageOf(app)
  const stage = isProduction ? 'production' : named
  const isTest = stage !== undefined && stage !== 'production'
  const signs = [
    isTest,
    deployedBy === undefined,
    command === undefined,
    stage !== 'production',
    named !== 'production',
    !isScripted,
    SECOND_COPY.test(facts.path),
    stage !== 'staging',
  ]
  const depth = Math.min(facts.path.split('/').length, MAX_DEPTH)
  const name = /(?:^|\/)fly\.toml$/.test(facts.path) ? 0 : 0.5
  return signs.reduce((sum, sign) => sum * 2 + Number(sign), 0) * (MAX_DEPTH + 1) + depth + name
}

/** Folders that may have a copy of what is elsewhere in the repository. */
const SECOND_COPY = /(?:^|[/_.-])(?:legacy|backups?|copy|previous|old|archives?)(?=[/_.-])/i

const MAX_DEPTH = 20

/** Notes about the stages that are not in the draft. */
export function stageNotes({ app, facts, stages }: ChosenApp): Diagnostic[] {
  return stages.map((stage) =>
    stage.app === app
      ? leftOutNote(
          stage.facts,
          stage.facts.name?.at,
          `${stage.facts.file} is another configuration of app ${app}: the draft has ${facts.file} for it.`,
          'If that is wrong, change `config` of the app in monitoring.yml.',
        )
      : leftOutNote(
          stage.facts,
          stage.facts.name?.at,
          `${stage.facts.file} (app ${stage.app}) is another stage of ${app} (${facts.file}), so it is not in this draft.`,
          `Give it a configuration of its own: \`init --app ${stage.app} --config monitoring.${stage.app}.yml\`. If it is an app of its own, add it to \`apps\`.`,
        ),
  )
}

/** The comment of an app that has stages. */
export function stageComment({ app, stages }: ChosenApp): string | undefined {
  const others = stages.filter((stage) => stage.app !== app)
  return others.length === 0
    ? undefined
    : ` Taken for other stages of it: ${few(others.map(({ facts }) => facts.path))}. An app of its own is a further entry.`
}
