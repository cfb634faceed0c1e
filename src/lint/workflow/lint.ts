import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { runRules } from '../rule.ts'
import { invalidYaml } from '../yaml/syntax.ts'
import { workflowRules } from './rules.ts'
import { callsOf, isPermanent } from './subject.ts'

/** What workflows are compared with. */
/** What workflows are compared with. */
export interface WorkflowContext {
  /** Names of the inputs that the action has. */
  inputs: readonly string[]
  /** The files that a deploy uses. Relative to the root of the repository. */
  files?: readonly string[]
  /** The apps of the configuration. */
  apps?: readonly string[]
}

/** Checks a workflow that calls this action, or deploys with flyctl. */
export function lintWorkflow(
  text: string,
  file: string,
  { inputs, files = [], apps = [] }: WorkflowContext,
): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const calls = callsOf(read.tree)
  const deploys = calls.filter((call) => isPermanent(call, apps))
  const steps = [...new Set(calls.map((call) => call.steps))].flat()
  const ours = deploys.filter(({ isOurs }) => isOurs)
  // Steps of one job share triggers and settings; each problem is reported once.
  const found = runRules(workflowRules, { deploys, ours, steps, inputs, files }, file)
  return [...new Map(found.map((one) => [keyOf(one), one])).values()]
}

const keyOf = ({ code, at, message }: Diagnostic): string => `${code} ${at?.line}:${at?.column} ${message}`
