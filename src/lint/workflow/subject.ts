import { get, items, scalarText, type Tree } from '../../formats/tree.ts'

/** A workflow that deploys, with its context. */
export interface Workflow {
  /** Steps of permanent deploys, with this action or with flyctl. */
  deploys: readonly DeployStep[]
  /** The steps among them that call this action. */
  ours: readonly DeployStep[]
  /** All steps of the jobs that deploy. */
  steps: readonly Tree[]
  /** Names of the inputs that the action has. */
  inputs: readonly string[]
  /** The files that a deploy uses: paths from the root of the repository. */
  files: readonly string[]
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
}

/** Every step that deploys; of the steps that call flyctl, one for each job. */
export function callsOf(root: Tree): DeployStep[] {
  const triggers = triggersOf(root)
  const jobs = get(root, 'jobs')
  return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) => {
    const steps = items(get(job, 'steps'))
    const checkout = steps.find((step) => /^actions\/checkout@/.test(scalarText(get(step, 'uses')) ?? ''))
    const calls = steps.flatMap((step): DeployStep[] => {
      const isOurs = usesThisAction(step)
      const at = isOurs ? get(step, 'uses') : deploysByFlyctl(step) ? get(step, 'run') : undefined
      return at ? [{ name, job, steps, checkout, step, uses: at, root, triggers, isOurs }] : []
    })
    return calls.filter((call, i) => call.isOurs || i === 0)
  })
}

/** `on: push`, `on: [push]`, `on: { push: … }`; YAML 1.1 reads the key as true. */
function triggersOf(root: Tree): Map<string, Tree> {
  const on = get(root, 'on') ?? get(root, 'true')
  if (on?.kind === 'table') return on.entries
  const names = on?.kind === 'list' ? on.items : on ? [on] : []
  return new Map(names.map((name) => [scalarText(name) ?? '', name]))
}

/** This action, under any owner: forks and copies count. */
export const usesThisAction = (step: Tree): boolean =>
  /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/.test(scalarText(get(step, 'uses')) ?? '')

/** A deploy with flyctl, and its arguments. */
const DEPLOY = /(?:^|[\s;&|])(?:flyctl|fly)\s+deploy\b([^\n;&|]*)/g
const APP = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/

const deploysByFlyctl = (step: Tree): boolean => appsOf(step).length > 0

/** The app of each deploy of a step; undefined where fly.toml names it. */
function appsOf(step: Tree): (string | undefined)[] {
  const script = scalarText(get(step, 'run')) ?? ''
  return [...script.replace(/\\\r?\n/g, ' ').matchAll(DEPLOY)].map(([, given = '']) => APP.exec(given)?.[1])
}

/**
 * Whether the deploy of a step is permanent. A workflow only for pull requests may deploy preview apps with
 * flyctl: such a deploy may be canceled, and may fail.
 */
export function isPermanent({ triggers, step, isOurs }: DeployStep, apps: readonly string[]): boolean {
  const isPreview = !isOurs && [...triggers.keys()].every((name) => name.startsWith('pull_request'))
  return !isPreview || appsOf(step).some((app) => app === undefined || apps.includes(app))
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

/** A GitHub expression in a workflow. */
export const expression = (text: string): string => `\${{ ${text} }}`
