import { assignmentsOf, inheritedInstructions, withVariables } from '../../formats/dockerfile.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import type { FoundValue } from '../findings.ts'

type Machines = Pick<ChosenApp['facts'], 'fly' | 'build' | 'file'>

/** The variables of the machines of an app, as far as they are not secrets: those of its image, then those of Fly. */
export function machineVariables({
  facts: { fly, build, file },
}: {
  facts: Machines
}): Map<string, FoundValue> {
  const variables = new Map<string, FoundValue>()
  const args = new Map<string, FoundValue>()
  for (const one of build ? inheritedInstructions(build.content) : []) {
    const at = { file: build?.file ?? file, line: one.line, column: 1 }
    // One instruction sees the values of those before it.
    const known = new Map([...args, ...variables])
    for (const [key, value] of assignmentsOf(one)) {
      const given = one.name === 'ARG' ? (fly.buildArgs.get(key) ?? value) : value
      const text = withVariables(given, (name) => known.get(name)?.value)
      const kind = one.name === 'ENV' ? variables : args
      kind.set(key, { value: text, at })
    }
  }
  for (const { key, value, at } of fly.env) variables.set(key, { value, at: { file, ...at } })
  return variables
}

/** What the environment of the machines of a process group has, as far as the repository says it. */
export function variablesOfGroup(
  facts: Machines,
  process: string | undefined,
): Map<string, readonly string[]> {
  const group = process ?? facts.fly.processes[0]?.key ?? 'app'
  return new Map([
    ...[...machineVariables({ facts })].map(([key, { value }]) => [key, [value]] as const),
    ['FLY_PROCESS_GROUP', [group]] as const,
  ])
}
