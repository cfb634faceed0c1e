import { get, items, scalarText, type Tree } from '../../formats/tree.ts'

/** A step of a workflow, with what is around it. */
export interface StepPlace {
  step: Tree
  job: Tree
  /** The name of the job. */
  name: string
  root: Tree
}

/** The steps of a workflow that can run, or those that `if: false` switches off, itself or that of their job. */
export function stepsOf(root: Tree, areOff = false): StepPlace[] {
  const jobs = get(root, 'jobs')
  return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) =>
    items(get(job, 'steps')).flatMap((step) =>
      [job, step].some(isSwitchedOff) === areOff ? [{ step, job, name, root }] : [],
    ),
  )
}

/** What must all hold for a job or a step to run, with `true` for what is in parentheses; empty where one of several is enough. */
export function conditionsIn(node: Tree): string[] {
  const inner = (scalarText(get(node, 'if')) ?? '').trim().replace(/^\$\{\{|\}\}$/g, '')
  const condition = inner.replace(/\([^()]{0,400}\)/g, 'true')
  return condition.includes('||') ? [] : condition.split('&&').map((one) => one.trim())
}

/** Whether a job or a step never runs. */
export const isSwitchedOff = (node: Tree): boolean => conditionsIn(node).includes('false')

/** Triggers that follow a push to a branch or a tag. */
const PUSHES = ['push', 'workflow_run', 'workflow_call', 'release'] as const

/** Whether a push starts a workflow, at once or by way of another one. */
export function isOnPush(root: Tree): boolean {
  const triggers = triggersOf(root)
  return PUSHES.some((name) => triggers.has(name))
}

/** `on: push`, `on: [push]`, `on: { push: … }`; YAML 1.1 reads the key as true. */
export function triggersOf(root: Tree): Map<string, Tree> {
  const on = get(root, 'on') ?? get(root, 'true')
  if (on?.kind === 'table') return on.entries
  const names = on?.kind === 'list' ? on.items : on ? [on] : []
  return new Map(names.map((name) => [scalarText(name) ?? '', name]))
}

const PRODUCTION = /(?<![a-z])prod(?:uction)?(?![a-z])/i
/** What comes before production in other names: `pre-production`, `non-prod`. */
const NOT_YET = /(?:pre|non|not|un)[-_ ]?prod/i

/** What a job says about the stage that it is for. */
export interface JobStage {
  isProduction?: true
}

/** Whether a job says that it is about production: by its environment, or, where it has none, by its name. */
export function stageOfJob({ job, name }: Pick<StepPlace, 'job' | 'name'>): JobStage {
  const environment = get(job, 'environment')
  const given = environment ? (scalarText(environment) ?? scalarText(get(environment, 'name'))) : name
  const isProduction = given !== undefined && !given.includes('${{') && PRODUCTION.test(given)
  return isProduction && !NOT_YET.test(given) ? { isProduction } : {}
}
