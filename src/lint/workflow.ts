import { didYouMean } from '../lib/did-you-mean.ts'
import type { Problem } from '../lib/errors.ts'
import { list } from '../lib/text.ts'
import { finding, shown } from './catalog.ts'
import { get, items, type Tree, textOf } from './tree.ts'
import { type Call, expression, modeOf, type Report, triggersOf } from './workflow/call.ts'
import { deploysByFlyctl, isForReal } from './workflow/flyctl.ts'
import { paths, pullRequests, pushes } from './workflow/triggers.ts'
import { readYaml } from './yaml.ts'

export interface WorkflowContext {
  /** Names of the inputs that the action takes. */
  inputs: readonly string[]
  /** What the configuration names: a deploy ships it. Relative to the root of the repository. */
  files?: readonly string[]
  /** The apps of the configuration. */
  apps?: readonly string[]
}

/** This action, under any owner: forks and copies count. */
const OURS = /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/

const RULES = [permissions, concurrency, pullRequests, pushes, token, stepItself]
/** What is true of deploys by flyctl as well. */
const RULES_FOR_FLYCTL = [concurrency, ignored]

/** Findings of a workflow that calls this action, or deploys beside it. */
export function lintWorkflow(text: string, file: string, context: WorkflowContext): Problem[] {
  const read = readYaml(text, file)
  if (!read.ok) return [read.problem]
  const problems: Problem[] = []
  const told = new Set<string>()
  const report: Report = (code, at, message, hint) => {
    // Steps of one job share much.
    const key = `${code} ${at.line}:${at.column} ${message}`
    if (!told.has(key)) problems.push(finding(code, { file, ...at }, message, hint))
    told.add(key)
  }
  const calls = callsOf(read.tree)
  for (const call of calls.filter((one) => one.ours || isForReal(one, context.apps ?? []))) {
    for (const rule of call.ours ? RULES : RULES_FOR_FLYCTL) rule(call, report)
    if (call.ours) inputs(call.step, context.inputs, report)
  }
  for (const steps of new Set(calls.map((call) => call.steps))) conditions(steps, report)
  const deploying = calls.find((call) => call.ours && modeOf(call) === 'deploy')
  if (deploying) paths(deploying, context.files ?? [], report)
  return problems
}

function callsOf(root: Tree): Call[] {
  const triggers = triggersOf(root)
  const jobs = get(root, 'jobs')
  return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) => {
    const steps = items(get(job, 'steps'))
    const checkout = steps.find((step) => /^actions\/checkout@/.test(textOf(get(step, 'uses')) ?? ''))
    const calls = steps.flatMap((step): Call[] => {
      const uses = get(step, 'uses')
      const run = get(step, 'run')
      const ours = OURS.test(textOf(uses) ?? '')
      const at = ours ? uses : deploysByFlyctl(textOf(run) ?? '') ? run : undefined
      return at ? [{ name, job, steps, checkout, step, uses: at, root, triggers, ours }] : []
    })
    // One finding for a job, however often it starts flyctl.
    return calls.filter(({ ours }, i) => ours || i === 0)
  })
}

function permissions({ name, job, root, uses }: Call, report: Report): void {
  const given = get(job, 'permissions') ?? get(root, 'permissions')
  if (!given)
    report(
      'workflow-permissions',
      uses.at,
      `Job ${shown(name)} has no permissions: its token may do whatever the repository's default allows.`,
      'Add "permissions: { contents: read, pull-requests: write }" to the job.',
    )
  else if (textOf(given) === 'write-all')
    report(
      'workflow-permissions',
      given.at,
      `Job ${shown(name)} may write everything.`,
      'Use "permissions: { contents: read, pull-requests: write }".',
    )
}

function concurrency(call: Call, report: Report): void {
  if (modeOf(call) !== 'deploy') return
  const given = get(call.job, 'concurrency') ?? get(call.root, 'concurrency')
  if (!given)
    report(
      'workflow-concurrency',
      call.uses.at,
      `Job ${shown(call.name)} deploys and has no concurrency: two pushes deploy at the same time.`,
      'Add "concurrency: { group: deploy-monitoring, cancel-in-progress: false }" to the job.',
    )
  const cancel = get(given, 'cancel-in-progress')
  if (textOf(cancel) === 'true')
    report(
      'workflow-cancel',
      cancel?.at ?? call.uses.at,
      'A new run cancels the deploy that is under way.',
      'Set cancel-in-progress: false: the next one waits.',
    )
}

/** GitHub knows no secrets in conditions. */
function conditions(steps: Call['steps'], report: Report): void {
  for (const step of steps) {
    const condition = get(step, 'if')
    if (condition && /\bsecrets\s*[.[]/.test(textOf(condition) ?? ''))
      report(
        'workflow-if-secrets',
        condition.at,
        'The secrets cannot be asked in an if: GitHub refuses the whole workflow.',
        OURS.test(textOf(get(step, 'uses')) ?? '')
          ? 'Leave the condition out: without its secrets a part is skipped, and the summary says so.'
          : 'Give the secret to the job by env, and ask env.NAME instead.',
      )
  }
}

const TOKENS = ['fly-api-token', 'FLY_API_TOKEN']

function token(call: Call, report: Report): void {
  if (modeOf(call) !== 'deploy') return
  const environments = [call.step, call.job, call.root].map((node) => get(node, 'env'))
  const given = [get(call.step, 'with'), ...environments].some((node) => TOKENS.some((key) => get(node, key)))
  if (!given)
    report(
      'workflow-no-token',
      call.uses.at,
      'The step deploys and is given no Fly token.',
      `Add "env: { FLY_API_TOKEN: ${expression('secrets.FLY_API_TOKEN')} }" to it.`,
    )
}

function stepItself(call: Call, report: Report): void {
  const { step, uses } = call
  ignored(call, report)
  const ref = /@(.*)/.exec(textOf(uses) ?? '')?.[1]
  if (ref && /^(?:main|master|HEAD)$/.test(ref))
    report(
      'workflow-unpinned',
      uses.at,
      `The action is taken from ${ref}, whatever is there tomorrow.`,
      'Use a release, such as @v1.',
    )
  const filled = get(step, 'with')
  for (const [key, value] of filled?.kind === 'table' ? filled.entries : [])
    if (
      /(?:token|password|key)$/.test(key) &&
      !/\$\{\{/.test(textOf(value) ?? '') &&
      (textOf(value) ?? '') !== ''
    )
      report(
        'workflow-secret',
        value.at,
        `The input ${key} stands in the workflow as it is.`,
        `Store it as a secret and write ${expression('secrets.NAME')}; change it, as it is in the history.`,
      )
}

function ignored({ step, ours }: Call, report: Report): void {
  const written = get(step, 'continue-on-error')
  if (textOf(written) === 'true')
    report(
      'workflow-ignored',
      written?.at ?? step.at,
      'A failed deploy does not fail the job.',
      ours
        ? 'Remove continue-on-error; "fail-on: never" keeps the job green for missing data alone.'
        : 'Remove continue-on-error.',
    )
}

function inputs(step: Tree, known: readonly string[], report: Report): void {
  const given = get(step, 'with')
  for (const [key, value] of given?.kind === 'table' ? given.entries : [])
    if (!known.includes(key))
      report(
        'workflow-input',
        value.at,
        `The action has no input ${shown(key)}.`,
        didYouMean(key, known) ?? `Inputs: ${list(known)}.`,
      )
}
