import { parse } from 'yaml'

/** What happened on GitHub: the contexts that expressions of a workflow can read. */
export interface Event {
  name: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch'
  inputs?: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, string>>
  vars: Readonly<Record<string, string>>
}

interface Job {
  if?: string
  steps: { uses?: string; with?: Record<string, unknown> }[]
}

/** What a workflow hands to this action for an event: one set of inputs for each step that uses it. */
export function callsOf(workflow: string, event: Event): Record<string, string>[] {
  const { on, jobs } = parse(workflow) as { on: Record<string, unknown>; jobs: Record<string, Job> }
  if (!(event.name in on)) return []
  return Object.values(jobs)
    .filter((job) => job.if === undefined || evaluate(job.if, event) === true)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.startsWith('fechatter/deploy-monitoring@'))
    .map(({ with: given = {} }) =>
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name, expand(String(value), event)])),
    )
}

const expand = (text: string, event: Event): string =>
  text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluate(expression, event) ?? ''))

/** The few operators that our workflows use mean in JavaScript what they mean to GitHub; unknown names are empty. */
function evaluate(expression: string, { name, inputs = {}, secrets, vars }: Event): unknown {
  const read = new Function('github', 'inputs', 'secrets', 'vars', `return ${expression}`)
  return read({ event_name: name }, inputs, secrets, vars)
}
