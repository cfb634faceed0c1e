import { posix } from 'node:path'
import { get, scalarText, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { DeployCommand } from './deploy-commands.ts'
import { deployCommandsIn } from './workflow-deploys.ts'
import { isOnPush, isSwitchedOff, type StepPlace, triggersOf } from './workflow-steps.ts'

/** A job that runs another workflow of this repository. */
export interface WorkflowCall extends Pick<DeployCommand, 'at' | 'job' | 'onPush'> {
  /** The path of the workflow, from the root of the repository. */
  workflow: string
  /** What it passes. */
  inputs: ReadonlyMap<string, string>
  /** Whether the job, or its workflow, has a `concurrency` group. */
  hasGroup: boolean
}

/** The jobs of a workflow that run other workflows of this repository. */
export function callsIn({ file, text }: TextFile): WorkflowCall[] {
  const read = readYaml(text)
  if (!read.ok) return []
  const jobs = get(read.tree, 'jobs')
  const onPush = isOnPush(read.tree)
  return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([job, node]) => {
    const uses = get(node, 'uses')
    const path = scalarText(uses) ?? ''
    if (!uses || !path.startsWith('./') || isSwitchedOff(node)) return []
    const inputs = new Map(scalarsOf(get(node, 'with')))
    const hasGroup = (get(node, 'concurrency') ?? get(read.tree, 'concurrency')) !== undefined
    return [{ workflow: posix.normalize(path), inputs, hasGroup, job, onPush, at: { file, ...uses.at } }]
  })
}

/**
 * The deploys of workflows. One that others run has those of each call, with what the call passes, at the place of the call; the
 * others are at their own.
 */
export function deploysOfWorkflows(
  workflows: readonly TextFile[],
  callers: readonly TextFile[],
): DeployCommand[] {
  const calls = callers.flatMap(callsIn)
  return workflows.flatMap((workflow) => {
    const own = calls.filter((call) => call.workflow === workflow.file)
    if (own.length === 0) return deployCommandsIn(workflow)
    const read = readYaml(workflow.text)
    if (!read.ok) return []
    const triggers = triggersOf(read.tree)
    const trigger = triggers.get('workflow_call')
    const defaults = defaultsOf(trigger)
    const called = own.flatMap(({ inputs, at, job, onPush }) => {
      const values = new Map([...defaults, ...inputs])
      const text = withInputs(workflow.text, values)
      return deployCommandsIn(
        { ...workflow, text },
        { mayRun: (place) => mayRun(place, { values, trigger }) },
      ).map((deploy) => ({ ...deploy, at, job, onPush }))
    })
    return [...called, ...(triggers.size > 1 ? deployCommandsIn(workflow) : [])]
  })
}

/** `inputs.ship`, `!inputs.ship`, `inputs.stage == 'live'`: a part of a condition. */
const OF_INPUT = /^(!?)\s*inputs\.([\w-]+)(?:\s*([!=]=)\s*(?:'([^']*)'|(true|false)))?$/

/** What a call passes, and what the workflow says about its inputs. */
interface Passed {
  values: ReadonlyMap<string, string>
  trigger: Tree | undefined
}

/** Whether a step is not left out for certain by a condition, its own or that of its job, on what the call passes. */
const mayRun = ({ step, job }: StepPlace, passed: Passed): boolean =>
  [step, job].every((node) => {
    const condition = scalarText(get(node, 'if')) ?? ''
    const parts = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, '').split('&&')
    return /\|\||!\s*\(/.test(condition) || parts.every((part) => mayHold(part.trim(), passed))
  })

function mayHold(part: string, { values, trigger }: Passed): boolean {
  const [all, not, name = '', operator, text, truth] = OF_INPUT.exec(part) ?? []
  const value = values.get(name) ?? ''
  if (all === undefined || !PLAIN.test(value)) return true
  // A text is true when it is not empty, also that of `false`.
  const type = scalarText(get(get(get(trigger, 'inputs'), name), 'type'))
  const isTrue = value !== '' && (value !== 'false' || type !== 'boolean')
  if (operator === undefined) return isTrue === (not === '')
  const isEqual =
    text === undefined ? isTrue === (truth === 'true') : value.toLowerCase() === text.toLowerCase()
  return not === '!' || isEqual === (operator === '==')
}

/** The values of inputs that a caller may leave out. */
function defaultsOf(trigger: Tree | undefined): [string, string][] {
  const inputs = get(trigger, 'inputs')
  if (inputs?.kind !== 'table') return []
  return [...inputs.entries].flatMap(([name, input]): [string, string][] => {
    const value = scalarText(get(input, 'default'))
    return value === undefined ? [] : [[name, value]]
  })
}

/** Values that can stand in the place of an expression in YAML; any other is left to the run. */
const PLAIN = /^[\w./@+-]*$/

/** `${{ inputs.folder }}`, `${{ inputs.folder || 'src' }}`: an input, and what takes the place of an empty one. */
const INPUT = /\$\{\{\s*inputs\.([\w-]+)\s*(?:\|\|([^{}\n]{1,200}))?\}\}/g

const withInputs = (text: string, inputs: ReadonlyMap<string, string>): string =>
  text.replace(INPUT, (all, name: string, instead?: string) => {
    const value = inputs.get(name)
    if (value === undefined || !PLAIN.test(value)) return all
    return value === '' && instead !== undefined ? `\${{${instead}}}` : value
  })

const scalarsOf = (node: Tree | undefined): [string, string][] =>
  node?.kind === 'table'
    ? [...node.entries].flatMap(([key, node]): [string, string][] => {
        const value = scalarText(node)
        return value === undefined ? [] : [[key, value]]
      })
    : []
