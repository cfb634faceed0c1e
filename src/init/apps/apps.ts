import { posix } from 'node:path'
import { type DeployCommand, dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import type { Port } from '../../formats/fly-toml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type ImageEvidence, isBuiltHere } from '../build/own-images.ts'
import { isAppName, isPlaceholder, leftOutNote } from '../findings.ts'
import { usualPort } from '../programs/endpoints.ts'
import { baseImages } from './base-images.ts'
import type { ChosenApp, MaybeNamed, NamedApp } from './chosen-app.ts'
import { renamedNotes, renamingDeploy } from './deployed-name.ts'
import {
  deploysByApp,
  deploysOf,
  isCertain,
  otherDeploys,
  renamingScript,
  theDeploy,
  whereFilesAre,
} from './deploys.ts'
import { flyDatabase } from './fly-databases.ts'
import { foreignImage, thirdParty } from './foreign-apps.ts'
import type { FlyFacts } from './scan-fly.ts'
import { groupStages, stageNotes } from './stage-groups.ts'
import { stageOf } from './stages.ts'

export interface AppChoice {
  apps: ChosenApp[]
  /** Configurations that do not say which app they are for. */
  nameless: FlyFacts[]
  /** Configurations of programs of somebody else, such as a status page. */
  foreign: FlyFacts[]
  notes: Diagnostic[]
}

/** What says how the apps are built and deployed today. */
interface DeployEvidence {
  commands: readonly DeployCommand[]
  scripts: readonly DeployCommand[]
  byHand: readonly DeployCommand[]
  images: ImageEvidence
  /** Texts that say how people deploy. */
  documents: readonly TextFile[]
  /** Apps that a Prometheus scrapes today. */
  scraped: ReadonlySet<string | undefined>
}

/**
 * The apps of a repository: every Fly configuration is an app, unless it is another stage of one. Whatever is left out gets a
 * note. `named` is the app of the option, which selects or names one.
 */
export function chooseApps(
  files: readonly FlyFacts[],
  { named, ...evidence }: DeployEvidence & { named: string | undefined },
): AppChoice {
  const commands = whereFilesAre(evidence.commands, files)
  const withNames = files.map((facts) => nameOf(facts, { ...evidence, commands, files, named }))
  const { images, notes } = baseImages(named === undefined ? withNames : [], evidence.scraped)
  const running = withNames.filter((one) => !images.has(one))
  const chosen = named === undefined ? running : selected(running, named)
  const nameless = chosen.flatMap(({ app, facts }) => (isAppName(app) ? [] : facts))
  const apps = groupStages(chosen.filter((one): one is NamedApp => isAppName(one.app))).toSorted(mainFirst)
  const others = thirdParty(apps, evidence.scraped)
  for (const one of others) for (const each of [one, ...one.stages]) notes.push(foreignNote(each, one))
  for (const app of apps) if (!others.includes(app)) notes.push(...stageNotes(app))
  notes.push(...renamedNotes(apps.filter((one) => !others.includes(one))))
  if (apps.length > 0) notes.push(...namelessNotes(chosen.filter(({ app }) => !isAppName(app))))
  const foreign = others.map(({ facts }) => facts)
  const ofTeam = chosen.flatMap((one) =>
    !isAppName(one.app) && foreignImage(one) === undefined ? one.facts : [],
  )
  return {
    apps: apps.filter((one) => !others.includes(one)),
    nameless: ofTeam.length > 0 ? ofTeam : nameless,
    foreign,
    notes,
  }
}

/** The app that people use is the main one: of the team, with a public service, near the root of the repository, and called fly.toml. */
function mainFirst(a: ChosenApp, b: ChosenApp): number {
  const weight = ({ facts, ...one }: ChosenApp) =>
    (foreignImage({ facts, ...one }) === undefined ? 0 : 1000) +
    reach(facts) * 100 +
    facts.path.split('/').length +
    (/(?:^|\/)fly\.toml$/.test(facts.path) ? 0 : 0.5)
  return weight(a) - weight(b)
}

/** Whom the services of an app are for: people in a browser, other programs on the internet, or other apps. */
function reach({ fly: { services }, ports }: FlyFacts): number {
  const isWeb = ({ handlers }: Port) => handlers.some((one) => one === 'http')
  if (services.some(({ http, ports: own }) => http || own.some(isWeb))) return 0
  if (services.some(({ ports: own }) => own.length > 0)) return 1
  return ports.length > 0 ? 2 : 3
}

interface NameEvidence extends DeployEvidence {
  files: readonly FlyFacts[]
  /** The app of the option. */
  named: string | undefined
}

/** The name in the file, or that of what deploys it: of several, the one that is asked for, else production. */
function nameOf(
  facts: FlyFacts,
  { commands, scripts, byHand, images, documents, files, named }: NameEvidence,
): MaybeNamed {
  const image = facts.fly.build?.text('image')?.value
  const all = [...(image === undefined ? [] : [image]), ...facts.containers]
  const isNamed = isAppName(facts.name?.value)
  const ofAny = deploysOf({ file: facts.file, app: undefined }, commands)
  const isAsked = !isNamed && (files.length === 1 || ofAny.some((one) => one.app === named))
  const renaming = renamingDeploy(facts, { commands, scripts, byHand, files })
  const own = renaming?.app ?? (isNamed ? facts.name?.value : isAsked ? named : undefined)
  const file = { file: facts.file, app: own }
  // Where a command finds no Fly configuration, flyctl takes the one that the app has.
  const isWithout = ({ config }: DeployCommand) => files.every((one) => one.file !== config)
  const [byScript, instructed] = [scripts, byHand].map((all) => [
    ...deploysOf(file, all).filter(({ config }) => config === facts.file || isOfStage(config)),
    ...deploysByApp(own, all).filter((one) => one.image !== undefined && isWithout(one)),
  ]) as [DeployCommand[], DeployCommand[]]
  const given = [...deploysOf(file, commands), ...byScript, ...instructed]
    .map(({ app }) => app)
    .filter(isAppName)
  const app = own ?? given.find((one) => stageOf(one) === 'production') ?? given[0]
  const deploys = deploysOf({ file: facts.file, app }, commands)
  // A choice of the app may not be one of the configuration: `case "$APP" in chat-dev) fly deploy -c fly.dev.toml -a "$APP"`.
  const isOfOther = ({ config }: DeployCommand) => files.some((one) => one !== facts && one.file === config)
  const byApp = deploysByApp(app, commands).filter((one) => !isOfOther(one))
  const deployed = theDeploy(deploys, file) ?? theDeploy(deploysByApp(own, commands), file)
  return {
    app,
    facts,
    deployedBy: deployed?.at,
    mayDeploy: deployed !== undefined && !isCertain(deployed, { ...file, app }),
    renamedBy: renaming?.at,
    isProduction: deployed?.isProduction === true,
    others: otherDeploys(
      { deployed, app, file: facts.file },
      { deploys, named: byApp, commands },
      new Set(files.map(({ name }) => name?.value)),
    ),
    command: [deployed, ...byScript].find((one) => one?.config === facts.file),
    byPeople: [...byScript, ...instructed],
    withMore: deployed ? undefined : withMoreOf([...byScript, ...instructed]),
    otherName: isNamed ? renamingScript(file, { commands, scripts, byHand }) : undefined,
    isScripted: byScript.length > 0,
    isOwnImage: [...all, ...[...byScript, ...instructed].flatMap(({ image = [] }) => image)].some((one) =>
      isBuiltHere(one, images),
    ),
    database: flyDatabase(app, facts, [...documents, ...images.builders]),
  }
}

/** Whether a file is one of the stages that a person chooses from: `fly.$(ENV).toml`. */
const isOfStage = (config: string): boolean =>
  dependsOnRun(config) && /^[^*]*[\w-][^*/]*\*[^*/]*\.toml$/.test(config)

/** Options that change what the machines run; others change how many there are, or how they are replaced. */
const OF_CONTENT = /^--(?:image|build-arg|build-secret|build-target|env|file-)/

/** The deploy of people that has such options, when none is without. */
function withMoreOf(deploys: readonly DeployCommand[]): NamedApp['withMore'] {
  const all = deploys.map(({ at, options }) => ({
    at,
    options: options.filter((one) => OF_CONTENT.test(one)),
  }))
  return all.every(({ options }) => options.length > 0) ? all[0] : undefined
}

/**
 * The app that the option selects: the one of that name, the one without a name (rather one with code of the team than an
 * image of somebody else), or the first one under another name.
 */
function selected(files: readonly MaybeNamed[], named: string): MaybeNamed[] {
  const matching = files.filter(({ app }) => app === named)
  if (matching.length > 0) return matching
  const nameless = files.filter(({ app }) => app === undefined)
  const ofTeam = nameless.find((one) => foreignImage({ ...one, app: named }) === undefined)
  const first = ofTeam ?? nameless[0] ?? files.find((one) => foreignImage(one) === undefined)
  // Programs of somebody else with names of their own are not that app.
  return first ? [{ ...first, app: named }] : [...files]
}

/** A note about an app of somebody else, or another stage or configuration of it. */
function foreignNote(one: NamedApp, main: NamedApp): Diagnostic {
  const port = usualPort(one.facts)
  const known = `Its metrics are on port ${port}, path /metrics, unless it is configured otherwise: to monitor it, add it`
  return leftOutNote(
    one.facts,
    one.facts.fly.build?.text('image')?.at,
    `${one.facts.file} runs something else (${foreignImage(one) ?? foreignImage(main)}): app ${one.app} is left alone.`,
    `${port === undefined ? 'If it has metrics, add it' : known} to \`apps\` and \`services\`.`,
  )
}

/** One note for the configurations of each folder that say no app in the same way. */
function namelessNotes(files: readonly MaybeNamed[]): Diagnostic[] {
  const groups = Map.groupBy(files, (one) => `${posix.dirname(one.facts.file)} ${whyNameless(one)}`)
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const [verb, config] = same.length === 1 ? ['is', first.facts.path] : ['are', 'PATH']
    return leftOutNote(
      first.facts,
      first.facts.name?.at,
      `${few(same.map(({ facts }) => facts.file))} ${verb} left out: ${whyNameless(first)}.`,
      `Add the app to \`apps\`, with \`config: ${config}\`.`,
    )
  })
}

function whyNameless(one: MaybeNamed): string {
  const { name } = one.facts
  const image = foreignImage(one)
  if (name)
    return `the app name ${quoted(name.value)} is ${isPlaceholder(name.value) ? 'a placeholder' : 'not one of Fly'}`
  return image === undefined ? 'no `app` is set' : `no \`app\` is set, and the image is ${image}`
}
