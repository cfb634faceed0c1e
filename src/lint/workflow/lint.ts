import type { WorkflowCall } from '../../config/deploys/called-workflows.ts'
import { OUR_GROUP } from '../../config/deploys/deploy-group.ts'
import { stepsOf } from '../../config/deploys/workflow-steps.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { runRules } from '../rule.ts'
import { invalidYaml } from '../yaml/syntax.ts'
import { workflowRules } from './rules.ts'
import {
  type BuildOf,
  callsOf,
  type DeployStep,
  isOfConfiguration,
  type KnownApps,
  mayBeOfConfiguration,
  scriptedCallsOf,
} from './subject.ts'

/** What workflows are compared with. */
export interface WorkflowContext extends Partial<KnownApps> {
  /** Names of the inputs that the action has. */
  inputs: readonly string[]
  /** The jobs of other workflows that run this one. */
  callers?: readonly WorkflowCall[]
  /** The group for deploys with this action, where another workflow has the usual one. */
  ourGroup?: string
  /** The files that a deploy uses. Relative to the root of the repository. */
  files?: readonly string[]
  /** Every Fly configuration of the repository. */
  flyFiles?: readonly string[]
  buildOf?: BuildOf
  /** The text of a file of the repository, such as a script that a step starts. */
  textOf?: (path: string) => string | undefined
  /** Whether a path from the root of the repository is there. */
  exists?: (path: string) => boolean
}

/** Checks a workflow that calls this action, or deploys with flyctl. */
export function lintWorkflow(
  text: string,
  file: string,
  {
    inputs,
    callers = [],
    ourGroup = OUR_GROUP,
    files = [],
    flyFiles = [],
    apps = [],
    appOf = () => undefined,
    buildOf = () => undefined,
    textOf = () => undefined,
    exists = () => false,
  }: WorkflowContext,
): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const root = read.tree
  const calls = callsOf(root)
  const steps = [...new Set(calls.map((call) => call.steps))].flat()
  const isOwn = (call: DeployStep) => isOfConfiguration(call, { apps, appOf })
  const likely = calls.filter((call) => isOwn(call) || mayBeOfConfiguration(call, { apps, appOf, flyFiles }))
  const deploys = oneForEachJob(calls.filter(isOwn))
  const ours = deploys.filter(({ isOurs }) => isOurs)
  const jobs = [...new Set(calls.map(({ job }) => job))]
  const scripted = scriptedCallsOf(root, { textOf, packages: [] }).filter(isOwn)
  const subject = {
    deploys,
    scripted,
    ours,
    steps,
    jobs,
    likely,
    all: stepsOf(root),
    root,
    callers,
    ourGroup,
    inputs,
    files,
    flyFiles,
    textOf,
    exists,
    appOf,
    buildOf,
  }
  // Steps of one job share triggers and settings; each problem is reported once.
  const found = runRules(workflowRules, subject, file)
  return [...new Map(found.map((one) => [keyOf(one), one])).values()]
}

/** Of the steps of a job that call flyctl, the first one: what is said about them is about the job. */
const oneForEachJob = (calls: readonly DeployStep[]): DeployStep[] =>
  calls.filter(
    (call, i) => call.isOurs || calls.findIndex(({ job, isOurs }) => job === call.job && !isOurs) === i,
  )

const keyOf = ({ code, at, message }: Diagnostic): string => `${code} ${at?.line}:${at?.column} ${message}`
