import { get, type Place, type Tree, textOf } from '../../formats/tree.ts'
import type { Code } from '../catalog.ts'

export type Report = (code: Code, at: Place, message: string, hint: string) => void

/** A step of a workflow that deploys, by this action or by flyctl itself. */
export interface Call {
  name: string
  job: Tree
  steps: readonly Tree[]
  /** The step of the job that checks the repository out. */
  checkout: Tree | undefined
  step: Tree
  /** What it is told at: `uses`, or `run`. */
  uses: Tree
  root: Tree
  triggers: ReadonlyMap<string, Tree>
  /** It calls this action. */
  ours: boolean
}

/** `on: push`, `on: [push]`, `on: { push: … }`; YAML 1.1 reads the key as true. */
export function triggersOf(root: Tree): Map<string, Tree> {
  const on = get(root, 'on') ?? get(root, 'true')
  if (on?.kind === 'table') return on.entries
  const names = on?.kind === 'list' ? on.items : on ? [on] : []
  return new Map(names.map((name) => [textOf(name) ?? '', name]))
}

export const input = (step: Tree, name: string): Tree | undefined => get(get(step, 'with'), name)
/** What the step does; whatever calls flyctl deploys. */
export const modeOf = ({ step }: Call): string => textOf(input(step, 'mode')) ?? 'deploy'

/** An expression of GitHub's, as it is written in a workflow. */
export const expression = (text: string): string => `\${{ ${text} }}`
