import type { WorkflowCall } from '../../config/deploys/called-workflows.ts'
import { dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { deploysStartedBy, type StartedFiles } from '../../config/deploys/started-scripts.ts'
import {
  flyDeploysOf,
  hasFlyToken,
  type StepDeploy,
  scriptOf,
  startOf,
} from '../../config/deploys/workflow-deploys.ts'
import { conditionsIn, type StepPlace, stepsOf, triggersOf } from '../../config/deploys/workflow-steps.ts'
import { globMatches } from '../../formats/glob.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'

/** A workflow that deploys, with its context. */
export interface Workflow {
  /** Steps of permanent deploys, with this action or with flyctl. */
  deploys: readonly DeployStep[]
  /** Steps that deploy by a script or a target that they start. */
  scripted: readonly DeployStep[]
  /** The steps among them that call this action. */
  ours: readonly DeployStep[]
  /** All steps of the jobs that deploy. */
  steps: readonly Tree[]
  /** The jobs that deploy. */
  jobs: readonly Tree[]
  /** Steps of deploys that are, or may be, of an app of the configuration: its name is partly calculated. */
  likely: readonly DeployStep[]
  /** All steps of the workflow. */
  all: readonly StepPlace[]
  root: Tree
  /** The jobs of other workflows that run this one. */
  callers: readonly WorkflowCall[]
  appOf: KnownApps['appOf']
  buildOf: BuildOf
  /** Names of the inputs that the action has. */
  inputs: readonly string[]
  /** The group for deploys with this action. */
  ourGroup: string
  /** Every Fly configuration of the repository: paths from the root. */
  flyFiles: readonly string[]
  /** The text of a file of the repository, by its path from the root. */
  textOf: (path: string) => string | undefined
  /** Whether a path from the root of the repository is there. */
  exists: (path: string) => boolean
  /** The files that a deploy uses: paths from the root of the repository. */
  files: readonly string[]
}

/** What [build] of a Fly configuration says, as it is written there, with the path of a Dockerfile; undefined: nothing. */
export type BuildOf = (file: string) => { written: string; path: string | undefined } | undefined

/** The apps of the configuration, and the app of each Fly configuration of the repository. */
export interface KnownApps {
  apps: readonly string[]
  appOf: (file: string) => string | undefined
}

/** A step that deploys. */
export interface DeployStep {
  /** The name of its job. */
  name: string
  job: Tree
  steps: readonly Tree[]
  /** The step of the job that checks the repository out. */
  checkout: Tree | undefined
  step: Tree
  /** The key that deploys: `uses` or `run`. */
  uses: Tree
  root: Tree
  triggers: ReadonlyMap<string, Tree>
  /** Whether it calls this action. */
  isOurs: boolean
  /** What it deploys with flyctl. */
  deploys: readonly StepDeploy[]
  /** The commands of a step with flyctl. */
  script: string
}

/** Every step that deploys, with this action or with flyctl. */
export function callsOf(root: Tree): DeployStep[] {
  const triggers = triggersOf(root)
  return [...Map.groupBy(stepsOf(root), ({ job }) => job)].flatMap(([job, places]) => {
    const steps = items(get(job, 'steps'))
    const checkout = steps.find((one) => /^actions\/checkout@/.test(scalarText(get(one, 'uses')) ?? ''))
    return places.flatMap((place): DeployStep[] => {
      const { step } = place
      const isOurs = usesThisAction(step)
      const deploys = isOurs ? [] : flyDeploysOf(place)
      const uses = isOurs || deploys.length > 0 ? (get(step, 'uses') ?? get(step, 'run')) : undefined
      const script = scriptOf(step)
      return uses ? [{ ...place, steps, checkout, uses, triggers, isOurs, deploys, script }] : []
    })
  })
}

/** Every step that deploys by what it starts: `npm run deploy`, `make deploy`, `bash scripts/deploy.sh`. */
export function scriptedCallsOf(root: Tree, files: StartedFiles): DeployStep[] {
  const triggers = triggersOf(root)
  return stepsOf(root).flatMap((place): DeployStep[] => {
    const { step, job, name } = place
    const uses = get(step, 'run')
    // Without a token, a script that can deploy is started for something else.
    if (!uses || !hasFlyToken(place) || flyDeploysOf(place).length > 0) return []
    const deploys = deploysStartedBy(startOf(place), files).map((one) => ({
      ...{ ...one, at: uses.at, job: name, matrix: undefined },
    }))
    if (deploys.length === 0) return []
    const steps = items(get(job, 'steps'))
    const [isOurs, checkout, script] = [false, undefined, scriptOf(step)]
    return [{ ...place, steps, checkout, uses, triggers, isOurs, deploys, script }]
  })
}

/** This action, under any owner: forks and copies count. */
export const usesThisAction = (step: Tree): boolean =>
  /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/.test(scalarText(get(step, 'uses')) ?? '')

/** Whether a step deploys an app of the configuration, or everything with this action. Other apps are not looked after. */
export const isOfConfiguration = (call: DeployStep, known: KnownApps): boolean =>
  call.isOurs || call.deploys.some((one) => known.apps.includes(appOfDeploy(one, known) ?? ''))

/** Whether a step may deploy an app of the configuration: its name, or that of the file, is partly calculated. */
export const mayBeOfConfiguration = (
  { deploys }: DeployStep,
  { apps, appOf, flyFiles }: KnownApps & Pick<Workflow, 'flyFiles'>,
): boolean =>
  deploys.some(({ app, config }) =>
    app === undefined
      ? flyFiles.some((file) => apps.includes(appOf(file) ?? '') && isPartOf(config, file))
      : apps.some((one) => isPartOf(app, one)),
  )

/** A pattern without any letter in front or behind says nothing. */
const isPartOf = (pattern: string, name: string): boolean =>
  !/^\*[^a-z0-9]*$/i.test(pattern) && globMatches(pattern, name)

/** A calculated name may be any app, whatever the file says. */
function appOfDeploy({ app, config }: StepDeploy, { appOf }: Pick<KnownApps, 'appOf'>): string | undefined {
  if (app !== undefined) return dependsOnRun(app) ? undefined : app
  return dependsOnRun(config) ? undefined : appOf(config)
}

/** The name of the group that keeps two deploys of a step apart; an expression where there are several. */
export function groupOf(call: DeployStep, known: Pick<Workflow, 'appOf' | 'ourGroup'>): string {
  const [first] = call.deploys
  if (call.isOurs || !first) return known.ourGroup
  return `fly-${first.matrix === undefined ? appOfDeploy(first, known) : expression(first.matrix)}`
}

/** The value of an input of the action. */
export const inputOf = (step: Tree, name: string): Tree | undefined => get(get(step, 'with'), name)

/** The values of all inputs of the action. */
export function inputsOf({ step }: DeployStep): [string, Tree][] {
  const given = get(step, 'with')
  return given?.kind === 'table' ? [...given.entries] : []
}

/** Whether the step changes anything; a step that calls flyctl does. */
export const isDeploy = ({ step }: DeployStep): boolean =>
  (scalarText(inputOf(step, 'mode')) ?? 'deploy') === 'deploy'

/** The conditions of a step and of its job. */
export const conditionsOf = ({ job, step }: DeployStep): string =>
  [job, step].map((node) => scalarText(get(node, 'if')) ?? '').join(' ')

/** A job or a step with this condition, which is not one of several, runs when a person starts the workflow. */
const IS_DISPATCH =
  /^(?:github\.event_name\s*==\s*'workflow_dispatch'|'workflow_dispatch'\s*==\s*github\.event_name)$/

/** Whether only a person starts a deploy: the workflow has no other trigger, or a condition says so. */
export function isStartedByHand({ triggers, job, step }: DeployStep): boolean {
  if (triggers.size > 0 && [...triggers.keys()].every((name) => name === 'workflow_dispatch')) return true
  return [job, step].some((node) => conditionsIn(node).some((one) => IS_DISPATCH.test(one)))
}

/** A GitHub expression in a workflow. */
export const expression = (text: string): string => `\${{ ${text} }}`
