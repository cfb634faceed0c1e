import type { DeployCommand } from '../config/deploy-commands.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import { few } from '../lib/text.ts'
import { deploysByApp, deploysOf, theDeploy, whereFilesAre } from './deploys.ts'
import { initNote, isAppName, placeText } from './findings.ts'
import { foreignImage, type NamedApp, thirdParty } from './foreign-apps.ts'
import type { FlyFacts } from './scan-fly.ts'
import { stageOf, withoutStage } from './stages.ts'

/** An app of the repository: one Fly configuration of it, and the name that it is deployed under. */
export interface ChosenApp extends NamedApp {
  /** Its other stages, which are not in the draft. */
  stages: readonly NamedApp[]
}

export interface AppChoice {
  apps: ChosenApp[]
  /** Configurations that do not say which app they are for. */
  nameless: FlyFacts[]
  /** Configurations of programs of somebody else, such as a status page. */
  foreign: FlyFacts[]
  notes: Diagnostic[]
}

/**
 * The apps of a repository: every Fly configuration is an app, unless it is another stage of one. Whatever is left out gets a
 * note. `named` is the app of the option, which selects or names one.
 */
export function chooseApps(
  files: readonly FlyFacts[],
  {
    commands,
    scripts,
    named,
  }: { commands: readonly DeployCommand[]; scripts: readonly DeployCommand[]; named: string | undefined },
): AppChoice {
  const notes: Diagnostic[] = []
  const deploys = whereFilesAre(commands, files)
  const withNames = files.map((facts) => nameOf(facts, { commands: deploys, scripts, files }))
  const chosen = named === undefined ? withNames : selected(withNames, named)
  const nameless = chosen.flatMap(({ app, facts }) => (isAppName(app) ? [] : facts))
  const apps = groupStages(chosen.filter((one): one is NamedApp => isAppName(one.app))).toSorted(mainFirst)
  const others = thirdParty(apps)
  for (const one of others) for (const each of [one, ...one.stages]) notes.push(foreignNote(each, one))
  for (const app of apps) if (!others.includes(app)) notes.push(...stageNotes(app))
  if (apps.length > 0) notes.push(...nameless.map(namelessNote))
  const foreign = others.map(({ facts }) => facts)
  const ofTeam = nameless.filter((facts) => foreignImage({ app: '', facts }) === undefined)
  return {
    apps: apps.filter((one) => !others.includes(one)),
    nameless: ofTeam.length > 0 ? ofTeam : nameless,
    foreign,
    notes,
  }
}

/** The app that people use is the main one: with a public service, near the root of the repository, and called fly.toml. */
function mainFirst(a: ChosenApp, b: ChosenApp): number {
  const weight = ({ facts }: ChosenApp) =>
    (facts.fly.services.some(({ http, ports }) => http || ports.length > 0)
      ? 0
      : facts.ports.length > 0
        ? 1
        : 2) *
      100 +
    facts.path.split('/').length +
    (/(?:^|\/)fly\.toml$/.test(facts.path) ? 0 : 0.5)
  return weight(a) - weight(b)
}

type MaybeNamed = Omit<NamedApp, 'app'> & { app: string | undefined }

/** The name in the file, or that of what deploys it. */
function nameOf(
  facts: FlyFacts,
  {
    commands,
    scripts,
    files,
  }: { commands: readonly DeployCommand[]; scripts: readonly DeployCommand[]; files: readonly FlyFacts[] },
): MaybeNamed {
  const own = isAppName(facts.name?.value) ? facts.name.value : undefined
  const file = { file: facts.file, app: own }
  const deploys = deploysOf(file, commands)
  const byScript = deploysOf(file, scripts).filter(({ config }) => config === facts.file)
  const given = [...deploys, ...byScript].map(({ app }) => app).find(isAppName)
  const deploy = theDeploy(deploys, own) ?? deploysByApp(own, commands, files)[0]
  return {
    app: own ?? given,
    facts,
    deployedBy: deploy?.at,
    isScripted: byScript.length > 0,
  }
}

/**
 * The app that the option selects: the one of that name, the one without a name (rather one with code of the team than an
 * image of somebody else), or the first one under another name.
 */
function selected(files: readonly MaybeNamed[], named: string): MaybeNamed[] {
  const matching = files.filter(({ app }) => app === named)
  if (matching.length > 0) return matching
  const nameless = files.filter(({ app }) => app === undefined)
  const ofTeam = nameless.find(({ facts }) => foreignImage({ app: named, facts }) === undefined)
  const first = ofTeam ?? nameless[0] ?? files[0]
  return first ? [{ ...first, app: named }] : []
}

/** Stages of one app: files or apps whose names differ only in the name of a stage. */
function groupStages(files: readonly NamedApp[]): ChosenApp[] {
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
  return samePath || withoutStage(a.app) === withoutStage(b.app)
}

/** Production first, then what has no name of a stage, then what a workflow or a script deploys, then what is near the root. */
function rank({ app, facts, deployedBy, isScripted }: NamedApp): number {
  const stage = stageOf(facts.path) ?? stageOf(app)
  const isTest = stage !== undefined && stage !== 'production'
  const signs = [isTest, stage !== 'production', deployedBy === undefined, !isScripted]
  const depth = Math.min(facts.path.split('/').length, MAX_DEPTH)
  return signs.reduce((sum, sign) => sum * 2 + Number(sign), 0) * (MAX_DEPTH + 1) + depth
}

const MAX_DEPTH = 20

/** A note about an app of somebody else, or another stage or configuration of it. */
const foreignNote = (one: NamedApp, main: NamedApp): Diagnostic =>
  leftOut(
    one.facts,
    one.facts.fly.build?.text('image')?.at,
    `${one.facts.file} runs something else (${foreignImage(one) ?? foreignImage(main)}): app ${one.app} is left alone.`,
    'If it has metrics, add it to `apps` and `services`.',
  )

function stageNotes({ app, facts, stages }: ChosenApp): Diagnostic[] {
  return stages.map((stage) =>
    stage.app === app
      ? leftOut(
          stage.facts,
          stage.facts.name?.at,
          `${stage.facts.file} is another configuration of app ${app}: the draft has ${facts.file} for it.`,
          'If that is wrong, change `config` of the app in monitoring.yml.',
        )
      : leftOut(
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

function namelessNote(facts: FlyFacts): Diagnostic {
  const written = facts.name
    ? `the app name ${quoted(facts.name.value)} is not one of Fly`
    : 'it has no `app`'
  return leftOut(
    facts,
    facts.name?.at,
    `${facts.file} is left out: ${written}.`,
    `Add the app to \`apps\`, with \`config: ${facts.path}\`.`,
  )
}

const leftOut = (
  { file }: FlyFacts,
  at: { line: number; column: number } | undefined,
  message: string,
  hint: string,
): Diagnostic => initNote(file, at ?? { line: 1, column: 1 }, message, hint)

/** A note for each app that a workflow deploys already: no second deploy on the same push. */
export const deployedNotes = (apps: readonly ChosenApp[]): Diagnostic[] =>
  [...Map.groupBy(apps, ({ deployedBy }) => deployedBy && placeText(deployedBy))].flatMap(([, same]) => {
    const at = same[0]?.deployedBy
    if (!at) return []
    const names = few(same.map(({ app }) => app))
    return initNote(
      at.file,
      at,
      `This workflow deploys ${names} already, so the draft only monitors ${same.length === 1 ? 'it' : 'them'} (\`deploy: false\`).`,
      'To prove each deploy, add a step with this action and `mode: verify` after that deploy. Or remove the step here and `deploy: false` there.',
    )
  })
