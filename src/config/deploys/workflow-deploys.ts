import { posix } from 'node:path'
import { get, items, scalarText, type TextPosition, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { TextFile } from '../../lib/workspace.ts'
import {
  type DeployCommand,
  deploysIn,
  type LineDeploy,
  type ScriptDeploy,
  withoutDeploys,
  withoutExpressions,
} from './deploy-commands.ts'
import { expandShell, withoutContinuations } from './shell.ts'
import { stepFolder, variablesOf, withStepVariables } from './step-variables.ts'
import { type MatrixLeg, matrixLegs } from './workflow-matrix.ts'
import { isOnPush, type StepPlace, stageOfJob, stepsOf } from './workflow-steps.ts'
import { type Filled, fillingsOf } from './workflow-values.ts'
import { writtenBefore } from './written-before.ts'

/** A deploy as a step has it. */
export type StepDeploy = Omit<DeployCommand, 'at' | 'onPush'> & { at: Tree['at'] }

/**
 * Every deploy in a workflow: with flyctl in scripts and as arguments of its old action, and in scripts that are named so.
 * `mayRun`: which steps count. `areOff`: those that are switched off, instead of the others.
 */
export function deployCommandsIn(
  { file, text }: TextFile,
  { mayRun = () => true, areOff = false }: { mayRun?: (place: StepPlace) => boolean; areOff?: boolean } = {},
): DeployCommand[] {
  const read = readYaml(text)
  if (!read.ok) return []
  const onPush = isOnPush(read.tree)
  const steps = stepsOf(read.tree, areOff).filter(mayRun)
  const deploys = steps.flatMap((place) => [...flyDeploysOf(place), ...byScript(place)])
  return deploys.map(({ at, ...deploy }) => ({ ...deploy, at: { file, ...at }, onPush }))
}

/** The steps of a workflow that run something else than flyctl: what they start may deploy, under any name. */
export function stepsRunIn({ file, text }: TextFile): DeployCommand[] {
  const read = readYaml(text)
  if (!read.ok) return []
  const onPush = isOnPush(read.tree)
  return stepsOf(read.tree).flatMap((place) => {
    const run = get(place.step, 'run')
    if (!run || flyDeploysOf(place).length > 0 || byScript(place).length > 0) return []
    const { at, ...step } = stepOfAny(place, run)
    return [{ ...step, at: { file, ...at }, onPush }]
  })
}

/** The action that runs flyctl with the arguments of its input `args`. */
const FLYCTL_ACTION = /^superfly\/flyctl-actions@/
/** A script that a person wrote is shorter. */
const MAX_SCRIPT = 20_000

/** The deploys of a step with flyctl, one for each value of the matrix or of another expression that they depend on. */
export function flyDeploysOf(place: StepPlace): StepDeploy[] {
  const { step, job, name } = place
  const script = scriptOf(step).slice(0, MAX_SCRIPT)
  const node = get(step, 'run') ?? get(step, 'uses')
  if (!node || !/\bfly(?:ctl)?\b/.test(script)) return []
  const variables = variablesOf(place)
  const texts = [script, stepFolder(place), ...variables.values()]
  const found = fillingsOf(texts, place).flatMap((fill) => deploysOfStep(place, script, { variables, fill }))
  if (found.length === 0) return []
  const legs = matrixLegs(job)
  const secrets = secretsOf(script, variables)
  const all = found.flatMap(({ line, ...deploy }) => {
    const [, matrix] =
      TOKEN.exec([deploy.folder, deploy.config, deploy.app, deploy.dockerfile].join(' ')) ?? []
    return (matrix === undefined ? [new Map()] : legs).map((leg) => ({
      ...withWritten(forLeg(deploy, leg), { place, line, leg }),
      ...stageOfJob(place),
      ...{ token: secrets.token, named: deploy.app === '*' ? secrets.named : undefined },
      job: name,
      matrix: matrix === undefined ? undefined : `matrix.${matrix}`,
      at: placeOf(node, line),
    }))
  })
  return [...new Map(all.map((one) => [`${one.at.line} ${one.config} ${one.app}`, one])).values()]
}

const APP_SECRET = /\s(?:--app|-a)(?:\s+|=)["']?\$\{\{\s*((?:secrets|vars)\.\w+)\s*\}\}/

/** What the secrets of a repository or an environment say about the deploys of a step. */
function secretsOf(
  script: string,
  variables: ReadonlyMap<string, string>,
): Pick<StepDeploy, 'named' | 'token'> {
  const given = `${withStepVariables(script, variables)} -a ${variables.get('FLY_APP')}`
  const named = APP_SECRET.exec(given)?.[1]
  const token = /^\$\{\{\s*secrets\.(\w+)\s*\}\}$/.exec(variables.get('FLY_API_TOKEN') ?? '')?.[1]
  return { named, token }
}

/** How a step is run once: its variables, and the values of its expressions. */
interface Run {
  variables: ReadonlyMap<string, string>
  fill: Filled
}

/** The deploys of one run of a step. */
function deploysOfStep(place: StepPlace, script: string, { variables, fill }: Run): LineDeploy[] {
  const prepared = (text: string) => withTokens(fill(withStepVariables(text, variables)))
  const known = new Map([...variables].map(([key, value]) => [key, fill(value)]))
  const commands = expandShell(prepared(script), { own: undefined, args: undefined, variables: known })
  const app = known.get('FLY_APP')
  const named = app === undefined ? undefined : withoutExpressions(prepared(app))
  return deploysIn(withoutExpressions(commands), withoutExpressions(prepared(stepFolder(place)))).map(
    (deploy) => ({ ...deploy, app: deploy.app ?? named }),
  )
}

/** A deploy with the values of one job of a matrix. */
function forLeg(deploy: ScriptDeploy, leg: MatrixLeg): ScriptDeploy {
  const path = (text: string) => posix.normalize(filledIn(text, leg, '**'))
  return {
    folder: path(deploy.folder),
    config: path(deploy.config),
    app: deploy.app === undefined ? undefined : filledIn(deploy.app, leg, '*'),
    dockerfile: deploy.dockerfile === undefined ? undefined : path(deploy.dockerfile),
    options: deploy.options,
    image: deploy.image,
  }
}

/** A deploy with the line of what writes its Fly configuration before. */
function withWritten(
  deploy: ScriptDeploy,
  { place, line, leg }: { place: StepPlace; line: number; leg: MatrixLeg },
): ScriptDeploy & Pick<DeployCommand, 'writtenAt'> {
  const variables = variablesOf(place)
  const known = (text: string) =>
    filledIn(withoutExpressions(withTokens(withStepVariables(text, variables))), leg, '*')
  const folderOf = (step: Tree) => known(stepFolder({ ...place, step }))
  const written = writtenBefore(place, { config: deploy.config, line, known, folderOf })
  return { ...deploy, ...(written && { writtenAt: placeOf(written.run, written.line).line }) }
}

/** The place of a line of a script; that of the whole script where its lines are not known. */
function placeOf(node: Tree, line: number): TextPosition {
  if (node.kind !== 'value') return node.at
  const before = node.text.split('\n').slice(0, line).join('\n')
  return node.inside?.(before === '' ? 0 : before.length + 1) ?? node.at
}

/** The commands of a step as a script: those that it runs, or the arguments of flyctl's action. */
export function scriptOf(step: Tree): string {
  const args = FLYCTL_ACTION.test(scalarText(get(step, 'uses')) ?? '')
    ? scalarText(get(get(step, 'with'), 'args'))
    : undefined
  const script = args === undefined ? (scalarText(get(step, 'run')) ?? '') : `flyctl ${args}`
  return withoutContinuations(script)
}

/** A value of the matrix without spaces, in characters that no workflow has. */
const TOKEN = /\uE000([\w.-]+)\uE001/
const withTokens = (text: string): string =>
  text.replace(/\$\{\{\s*matrix\.([\w.-]+)\s*\}\}/g, '\uE000$1\uE001')
/** `unknown`: what stands for a value that only a run knows. */
const filledIn = (text: string, leg: MatrixLeg, unknown: string): string =>
  text.replace(new RegExp(TOKEN, 'g'), (_, name: string) => leg.get(name) ?? unknown)

/**
 * A script or a target of a build tool that deploys by its name: `npm run deploy`, `make deploy-web`, `./bin/deploy.sh`. Programs
 * that deploy to elsewhere, or that only speak of deploys, are not meant.
 */
const DEPLOY_SCRIPT =
  /(?:^|[\n;&|(])[ \t]*(?!(?:(?:npx|bunx|pnpx)[ \t]+|(?:npm|pnpm|yarn)[ \t]+(?:dlx|exec)[ \t]+)*(?:@?(?:vercel|netlify|wrangler|cloudflare|supabase|firebase|convex|railway|heroku|render|kubectl|helm|docker|aws|sam|cdk|sls|serverless|gcloud|az|terraform|flyctl|fly|gh|git|curl|wget|cat|cp|mv|mkdir|ls|rm|test|grep|sed|export|if|while|for|cd)\b|\[))[\w.~/*-]+(?:[ \t][^\n;&|]{0,80}(?<![a-z])|(?<=\/))deploy(?!-with-monitoring|ment|ed|\.(?:json|ya?ml))/i
/** Words in single quotes are text, such as a program of jq, unless a shell runs them: `sh -c '…'`. */
const QUOTED = /(?<!-c[ \t]{0,4})'[^'\n]*'/g
const withoutQuoted = (script: string): string =>
  script.replace(QUOTED, (word) => (/\s/.test(word) ? "''" : word))
/** What is deployed is a schema: `prisma migrate deploy`, `npm run db:deploy`. */
const SCHEMA = /prisma|migrat|schema|(?<![a-z])db\b|database/i
const deploysByName = (script: string): boolean =>
  script
    .split(/[\n;&|]/)
    .map((line) => line.replace(/(?:^|\s)#.*$|\s--\w[\w-]*(?:[= \t][^\s-]\S*)?/g, ' '))
    .some((line) => DEPLOY_SCRIPT.test(line) && !SCHEMA.test(line))
const FLY_TOKEN = /^FLY_(?:API|ACCESS)_TOKEN$/
const FLY_TOKEN_INPUT = /^fly[\w-]*token$/i
/** An action that deploys by its name, of this repository or of others; this action is told by its mode. */
const DEPLOY_ACTION = /(?<![a-z])deploy(?!-monitoring)/i
const INSTALLS_FLYCTL = /^superfly\/flyctl-actions\/setup-flyctl@|fly\.io\/install\.sh/

/** What a step runs, and the folder that it starts in. */
export function startOf(place: StepPlace): Pick<StepDeploy, 'runs' | 'folder'> {
  const script = scalarText(get(place.step, 'run'))?.slice(0, MAX_SCRIPT)
  if (script === undefined) return { folder: '.' }
  const variables = variablesOf(place)
  const runs = withoutExpressions(expandShell(script, { own: undefined, args: undefined, variables }))
  return { runs, folder: posix.join(withoutExpressions(stepFolder(place))) }
}

/**
 * A step that starts a script or an action with that name, with a Fly token. Which apps it deploys is not known, so it counts
 * for all.
 */
function byScript(place: StepPlace): StepDeploy[] {
  const { step, job } = place
  const start = startOf(place)
  const action = get(step, 'uses')
  const run = get(step, 'run')
  const isInstalled = items(get(job, 'steps')).some((one) =>
    INSTALLS_FLYCTL.test(scalarText(get(one, 'uses') ?? get(one, 'run')) ?? ''),
  )
  const isDeploy = action
    ? DEPLOY_ACTION.test(scalarText(action) ?? '')
    : isInstalled && deploysByName(withoutQuoted(withoutDeploys(start.runs ?? '')))
  const at = (action ?? run)?.at
  return !at || !hasFlyToken(place) || !isDeploy ? [] : [stepOfAny(place, { at })]
}

/** Whether a step has a token of Fly. That of a whole job is also that of actions which deploy to elsewhere. */
export function hasFlyToken({ step, job, root }: StepPlace): boolean {
  const places = get(step, 'uses') ? [step] : [step, job, root]
  return (
    places.some((node) => keysOf(get(node, 'env')).some((key) => FLY_TOKEN.test(key))) ||
    keysOf(get(step, 'with')).some((key) => FLY_TOKEN_INPUT.test(key))
  )
}

/** A step that may deploy any app. */
const stepOfAny = (place: StepPlace, { at }: Pick<Tree, 'at'>): StepDeploy => ({
  ...{ at, job: place.name, matrix: undefined, ...startOf(place), ...stageOfJob(place) },
  ...{ config: '**', app: undefined, dockerfile: undefined, options: [], isUnread: true },
})

const keysOf = (node: Tree | undefined): string[] => (node?.kind === 'table' ? [...node.entries.keys()] : [])
