import { didYouMean } from '../lib/did-you-mean.ts'
import type { Problem } from '../lib/errors.ts'
import { list } from '../lib/text.ts'
import { type Code, finding, shown } from './catalog.ts'
import { get, items, type Place, type Tree, textOf } from './tree.ts'
import { readYaml } from './yaml.ts'

export interface WorkflowContext {
  /** Names of the inputs that the action takes. */
  inputs: readonly string[]
}

/** This action, under any owner: forks and copies count. */
const OURS = /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/

/** Findings of a workflow that calls this action. */
export function lintWorkflow(text: string, file: string, context: WorkflowContext): Problem[] {
  const read = readYaml(text, file)
  if (!read.ok) return [read.problem]
  const problems: Problem[] = []
  const report: Report = (code, at, message, hint) =>
    problems.push(finding(code, { file, ...at }, message, hint))
  const triggers = triggersOf(read.tree)
  const jobs = get(read.tree, 'jobs')
  for (const [name, job] of jobs?.kind === 'table' ? jobs.entries : []) {
    const steps = items(get(job, 'steps'))
    for (const step of steps) {
      const uses = get(step, 'uses')
      if (!uses || !OURS.test(textOf(uses) ?? '')) continue
      const call = { name, job, steps, step, uses, root: read.tree, triggers }
      for (const rule of [permissions, concurrency, pullRequests, token, stepItself]) rule(call, report)
      inputs(step, context.inputs, report)
    }
  }
  return problems
}

/** An expression of GitHub's, as it is written in a workflow. */
const expression = (text: string): string => `\${{ ${text} }}`

type Report = (code: Code, at: Place, message: string, hint: string) => void

interface Call {
  name: string
  job: Tree
  steps: readonly Tree[]
  step: Tree
  uses: Tree
  root: Tree
  triggers: ReadonlyMap<string, Tree>
}

/** `on: push`, `on: [push]`, `on: { push: … }`; YAML 1.1 reads the key as true. */
function triggersOf(root: Tree): Map<string, Tree> {
  const on = get(root, 'on') ?? get(root, 'true')
  if (on?.kind === 'table') return on.entries
  const names = on?.kind === 'list' ? on.items : on ? [on] : []
  return new Map(names.map((name) => [textOf(name) ?? '', name]))
}

const input = (step: Tree, name: string): Tree | undefined => get(get(step, 'with'), name)
const modeOf = ({ step }: Call): string => textOf(input(step, 'mode')) ?? 'deploy'

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

function pullRequests(call: Call, report: Report): void {
  const target = call.triggers.get('pull_request_target')
  const checkout = call.steps.find((step) => /^actions\/checkout@/.test(textOf(get(step, 'uses')) ?? ''))
  const ref = textOf(input(checkout ?? call.step, 'ref')) ?? ''
  if (target && /head|pull_request/.test(ref))
    report(
      'workflow-pull-request-target',
      target.at,
      'pull_request_target gives the secrets of the repository to files of whoever opens a pull request.',
      'Use pull_request with mode: plan, which needs no secret.',
    )
  const request = call.triggers.get('pull_request')
  const conditions = [call.job, call.step].map((node) => textOf(get(node, 'if')) ?? '').join(' ')
  if (request && modeOf(call) === 'deploy' && !/event_name|github\.ref|pull_request/.test(conditions))
    report(
      'workflow-deploy-pull-request',
      request.at,
      `Job ${shown(call.name)} deploys for pull requests.`,
      `Use mode: plan for them, in a job of its own or with "mode: ${expression("github.event_name == 'pull_request' && 'plan' || 'deploy'")}".`,
    )
  const nested = textOf(get(call.step, 'if')) ?? ''
  if (/\bsecrets\s*[.[]/.test(nested))
    report(
      'workflow-if-secrets',
      get(call.step, 'if')?.at ?? call.step.at,
      'The secrets cannot be asked in an if: GitHub refuses the whole workflow.',
      'Leave the condition out: without its secrets a part is skipped, and the summary says so.',
    )
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

function stepItself({ step, uses }: Call, report: Report): void {
  const ref = /@(.*)$/.exec(textOf(uses) ?? '')?.[1]
  if (ref && /^(?:main|master|HEAD)$/.test(ref))
    report(
      'workflow-unpinned',
      uses.at,
      `The action is taken from ${ref}, whatever is there tomorrow.`,
      'Use a release, such as @v1.',
    )
  const ignored = get(step, 'continue-on-error')
  if (textOf(ignored) === 'true')
    report(
      'workflow-ignored',
      ignored?.at ?? step.at,
      'A failed deploy does not fail the job.',
      'Remove continue-on-error; "fail-on: never" keeps the job green for missing data alone.',
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
