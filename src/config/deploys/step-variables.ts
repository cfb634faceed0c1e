import { get, scalarText, type Tree } from '../../formats/tree.ts'
import type { StepPlace } from './workflow-steps.ts'
import { environmentOf } from './workflow-values.ts'

/** The folder that a step runs in, as it is written there. */
export function stepFolder({ step, job, root }: StepPlace): string {
  const defaults = (node: Tree) => get(get(get(node, 'defaults'), 'run'), 'working-directory')
  return scalarText(get(step, 'working-directory') ?? defaults(job) ?? defaults(root)) ?? '.'
}

/** Values of `env`, the innermost last, each expression of them on one line. */
export function variablesOf(place: StepPlace): ReadonlyMap<string, string> {
  const [root, job, step] = [place.root, place.job, place.step].map((node) => scalarsOf(get(node, 'env')))
  return new Map([...(root ?? []), ...(job ?? []), ...environmentOf(place), ...(step ?? [])])
}

const scalarsOf = (node: Tree | undefined): [string, string][] =>
  node?.kind === 'table'
    ? [...node.entries].map(([key, value]) => [key, onOneLine(scalarText(value) ?? '')])
    : []

const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')

/** A text with the variables of a step in place of their names. */
export const withStepVariables = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replace(
    /\$\{\{\s*env\.(\w+)\s*\}\}|\$\{(\w+)\}|\$(\w+)/g,
    (all, one, two, three) => variables.get(one ?? two ?? three) ?? all,
  )
