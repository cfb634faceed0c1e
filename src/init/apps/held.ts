import { posix } from 'node:path'
import { type DeployCommand, dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { isWorkflow } from '../../config/sources/workflow-sources.ts'
import { isShellWord } from '../../formats/dockerfile.ts'
import { foldersAbove } from '../../lib/folders.ts'
import { quoted } from '../../lib/quote.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { lackingArgument } from '../build/build-args.ts'
import { neededSecret } from '../build/build-secrets.ts'
import type { NamesIn } from '../build/copy-patterns.ts'
import { contextOf, missingFor, shellText } from '../build/folder.ts'
import { lackingLock } from '../build/lock-files.ts'
import type { ImageEvidence } from '../build/own-images.ts'
import type { Package } from '../build/packages.ts'
import { lackingDockerfile } from '../build/without-dockerfile.ts'
import { placeText } from '../findings.ts'
import { autoDeployOf } from './auto-deploys.ts'
import { builtBefore } from './built-before.ts'
import type { ChosenApp } from './chosen-app.ts'
import { clockOf } from './clocked-jobs.ts'
import { filledTemplate } from './filled-templates.ts'
import { hasPostgresChecks, isSite } from './fly-databases.ts'
import { deployedByHand, isBaseImage, storeImage } from './foreign-apps.ts'
import { livesElsewhere } from './other-platforms.ts'
import type { FlyFacts } from './scan-fly.ts'
import { startedByHand } from './started-by-hand.ts'
import { toFillIn } from './to-fill-in.ts'

/** What says that a push is not to deploy an app. */
export interface HeldEvidence {
  /** All apps of the draft. */
  apps: readonly ChosenApp[]
  /** The deploys of workflows and pipelines. */
  commands: readonly DeployCommand[]
  /** Texts that say how people deploy. */
  documents: readonly TextFile[]
  /** Files of other platforms. */
  platforms: readonly TextFile[]
  /** What says how images are built: all workflows, pipelines and scripts. */
  images: Pick<ImageEvidence, 'builders'>
  /** There is code in their folders. */
  packages: readonly Package[]
  /** Whether a path from the root of the repository exists. */
  exists(path: string): boolean
  /** Lists a folder, by its path from the root of the repository. */
  namesIn: NamesIn
  /** The text of a file, by its path from the root. */
  textOf(path: string): string | undefined
}

/** Why a push does not deploy an app that no workflow deploys; undefined: it does. */
export function heldBecause(one: ChosenApp, evidence: HeldEvidence): string | undefined {
  if (one.deployedBy) return undefined
  return (
    ofStore(one) ??
    ofStage(one) ??
    switchedOff(one) ??
    byHand(one, evidence) ??
    asOther(one) ??
    byOthers(one, evidence) ??
    unfilled(one, evidence) ??
    livesElsewhere(one, { ...evidence, builders: evidence.images.builders }) ??
    filledTemplate(one, { builders: evidence.images.builders, textOf: evidence.textOf }) ??
    ofBuild(one, evidence) ??
    besides(one, evidence)
  )
}

/** Something else than a workflow deploys it, or starts what is no server. */
function byOthers(one: ChosenApp, evidence: HeldEvidence): string | undefined {
  const auto = autoDeployOf(one, evidence)
  if (auto)
    return `${placeText(auto)} says that it is deployed automatically, and this action would deploy it a second time`
  const clock = clockOf(one, evidence.images.builders)
  if (clock)
    return `${placeText(clock)} starts its machine by the clock, as a job that ends, and a deploy would start it or change that`
  const { documents, images, textOf } = evidence
  const task = startedByHand(one, { texts: [...documents, ...images.builders], textOf })
  const { releaseCommand } = one.facts.fly.deploy ?? {}
  const also = releaseCommand ? `, and each deploy runs \`${releaseCommand.value}\`` : ''
  return task && `${task}${also}`
}

/** A person fills it in before a deploy. */
function unfilled(one: ChosenApp, { textOf }: HeldEvidence): string | undefined {
  const open = toFillIn(one, textOf)
  return (
    open &&
    `${open.at} has ${quoted(open.text)}, which looks like a text to be filled in, and a deploy from this repository sets it as it is`
  )
}

/** Workflows deploy, but not this one: it may be retired, or a person deploys it. That of other reasons is said with them. */
function besides(one: ChosenApp, { apps, commands }: HeldEvidence): string | undefined {
  if (one.withMore || deployedByHand(one, apps) !== undefined) return undefined
  const sibling = apps.find(({ deployedBy }) => deployedBy)?.deployedBy
  if (sibling) return `Workflows deploy only other apps (${placeText(sibling)})`
  const other = commands.find(({ onPush }) => onPush)?.at
  return other && `${placeText(other)} deploys with other settings, and no workflow with these`
}

/** A workflow deploys only another stage. */
function ofStage(one: ChosenApp): string | undefined {
  const stage = one.stages.find(({ app, deployedBy }) => deployedBy && app !== one.app)
  if (!stage?.deployedBy) return undefined
  return `${placeText(stage.deployedBy)} ${stage.mayDeploy ? 'may deploy' : 'deploys'} ${stage.app}, and no workflow deploys this one`
}

/** People switched the step of a workflow off. */
function switchedOff({ byPeople }: ChosenApp): string | undefined {
  const off = byPeople.find(({ at }) => isWorkflow(at.file))
  return off && `${placeText(off.at)} deploys it, and an \`if\` that is always false switches that off`
}

/** It keeps data. */
function ofStore(one: ChosenApp): string | undefined {
  if (one.database !== undefined)
    return `${one.database}: flyctl makes and updates such a database, and a deploy would replace what runs in it`
  const checks = hasPostgresChecks(one.facts.fly) ? 'the health checks of Fly Postgres' : undefined
  const what = storeImage(one) ?? storeVolume(one.facts) ?? checks
  return what && `It keeps data (${what}), and each deploy would restart it`
}

/** Where databases and queues have their files. */
const STORE_FOLDER =
  /^\/var\/lib\/(?:postgres|pgsql|mysql|mariadb|mongo|redis|valkey|clickhouse|cassandra|scylla|neo4j|rabbitmq|elasticsearch|opensearch|influxdb|kafka|questdb|arangodb|etcd)|^\/data\/db\/?$|^\/bitnami\/|\/pgdata\b/
/** The usual ports of their protocols. */
const STORE_PORTS: ReadonlySet<number> = new Set([
  3306, 4222, 5432, 5433, 5672, 6379, 6432, 7687, 9042, 9092, 9200, 27017,
])

/** The volume of a store: at its usual path, or of an app with no other ports than those of stores. One with a site is more than that. */
function storeVolume({ fly, ports }: FlyFacts): string | undefined {
  const [volume] = fly.mounts.flatMap((mount) => mount.text('destination')?.value ?? [])
  if (volume === undefined || isSite(fly)) return undefined
  const isStore =
    STORE_FOLDER.test(volume) || (ports.length > 0 && ports.every((port) => STORE_PORTS.has(port)))
  return isStore ? `a volume at ${volume}` : undefined
}

/** A comment that says who deploys: `# manual deploy`, not `# To deploy manually: …`. */
const BY_HAND =
  /^[ \t]*#.{0,200}(?:\bmanual[ -]deploy(?:s|ments?)?\b(?!\s*:)|\b(?:deployed|pushed) (?:manually|by hand)\b|\bdeploy (?:manually|by hand) only\b|\bonly deploy (?:manually|by hand)\b)/i
/** `# no manual deploys`, `# For a manual deploy: …`. */
const OTHERWISE =
  /\b(?:no|not|never|without|instead of|replaces?|avoid|for|on|after|each|every)\b.{0,20}\b(?:manual|by hand)/i

/** Its Fly configuration says that people deploy it, or a script asks one before it deploys. */
function byHand({ facts: { file }, byPeople }: ChosenApp, { textOf }: HeldEvidence): string | undefined {
  const asking = byPeople.find(({ asks }) => asks !== undefined)
  if (asking) return `${placeText(asking.at)} deploys it after a question to a person (line ${asking.asks})`
  const more = byPeople.find(({ step }) => step !== undefined)
  if (more)
    return `${placeText(more.at)} deploys it and changes machines as well (line ${more.step}), which a deploy alone does not`
  const line = (textOf(file) ?? '').split('\n').findIndex((one) => BY_HAND.test(one) && !OTHERWISE.test(one))
  return line === -1 ? undefined : `${file}:${line + 1} says that people deploy it`
}

/** A script deploys it under another name. */
function asOther({ app, facts: { file }, otherName }: ChosenApp): string | undefined {
  if (!otherName) return undefined
  const { at, app: name = '' } = otherName
  const meaning = dependsOnRun(name) ? ' (`*`: only a run knows it)' : ''
  return `${placeText(at)} deploys ${file} as \`${name}\`${meaning}, and nothing deploys it as ${app}, so a deploy of ${app} may make another app`
}

/** A build elsewhere makes what its Dockerfile copies. */
function ofBuild(one: ChosenApp, evidence: HeldEvidence): string | undefined {
  const lacking = lackingDockerfile(one, evidence)
  if (lacking !== undefined) return `${lacking}: a deploy fails`
  const missing = missingFor(one, evidence)
  const [[file], shell] = [missing, missing.find(isShellWord)]
  const { build } = one.facts
  if (shell !== undefined) return shellText(build?.file, shell)
  if (file !== undefined)
    return `${build?.file} copies ${file}, which is not in this repository and must be made before a deploy`
  const failing = failingStep(one, evidence) ?? lackingArgument(one)
  if (failing !== undefined) return failing
  const ignored = ignoredCopy(one, evidence)
  const built = builtBefore(one, evidence)
  if (built)
    return `${placeText(built.at)} deploys it after \`${built.command}\`, which ${build?.file} does not run, and ${built.ignored.at} leaves out ${built.ignored.pattern}: a deploy of a clone lacks what that makes`
  return (
    ignored &&
    `${ignored.at} leaves out ${ignored.pattern}, which ${build?.file} copies and which must be made before a deploy`
  )
}

/** A step of its build that fails for certain: it needs a secret, or a lock file that it does not have. */
function failingStep(one: ChosenApp, evidence: HeldEvidence): string | undefined {
  const { build, fly, file } = one.facts
  if (!build || fly.build?.has('image')) return undefined
  const secret = neededSecret(build.content)
  if (secret)
    return `${build.file}:${secret.line} needs the build secret ${secret.id}, which a deploy with this action does not have`
  const context = contextOf(one, evidence) ?? posix.dirname(file)
  return lackingLock(build.content, { ...evidence, context, dockerfile: build.file, isBase: isBaseImage })
}

/** What is in folders beside the files of a program. */
const NO_OUTPUT =
  /(?:^|[/._*-])(?:env|envrc|DS_Store|logs?|local|pem|key|crt|sw[op]|tmp|temp|bak|map|pyc|cache|node_modules|__pycache__|coverage|secrets?|credentials?|tests?|idea|vscode)(?=[/._*-]|$)|~$/i

/** Files below a copied folder that Git ignores, where the image is made without any command: a build elsewhere makes them. */
function ignoredCopy(
  { facts: { file, build, fly }, command }: ChosenApp,
  { textOf }: HeldEvidence,
): { at: string; pattern: string } | undefined {
  const isMade = build?.content.stages.some(({ instructions }) =>
    instructions.some(({ name }) => name === 'RUN'),
  )
  if (!build || isMade || fly.build?.has('image')) return undefined
  const context = command?.folder ?? posix.dirname(file)
  const copied = build.copied.map((path) => posix.join(context, path).replace(/\/$/, ''))
  for (const folder of copied.filter((path) => path !== context && path !== '.'))
    for (const above of [folder, ...foldersAbove(folder)]) {
      const name = posix.join(above, '.gitignore')
      for (const [i, line] of (textOf(name) ?? '').split(/\r?\n/).entries()) {
        const pattern = posix.join(above, line.trim().replace(/^\//, ''))
        const isRule = !/^\s*(?:[#!]|$)/.test(line)
        if (isRule && pattern.startsWith(`${folder}/`) && !NO_OUTPUT.test(line.trim()))
          return { at: `${name}:${i + 1}`, pattern }
      }
    }
  return undefined
}
