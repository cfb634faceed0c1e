import { get, items, scalarText } from '../../formats/tree.ts'
import { type StepPlace, triggersOf } from './workflow-steps.ts'

/** Another way that a text of a step may be run: with values in the place of its expressions. */
export type Filled = (text: string) => string

const EXPRESSION = /\$\{\{((?:[^}]|\}(?!\})){0,400})\}\}/g
const MAX_VARIANTS = 8
const MAX_DEPTH = 4

/**
 * The ways that texts of a step may be run, as far as the workflow says them: words of a condition, options of an input, what
 * a step before it writes. Values go together in their order: those of the first branch, those of the second one.
 */
export function fillingsOf(texts: readonly string[], place: StepPlace): Filled[] {
  const known = new Map<string, Value[]>()
  for (const [all, inner = ''] of texts.join('\n').matchAll(EXPRESSION)) {
    if (known.has(all)) continue
    const values = valuesOf(inner, place, 0)
    if (values.some((one) => one !== undefined)) known.set(all, values)
  }
  const count = Math.min(MAX_VARIANTS, Math.max(1, ...[...known.values()].map(({ length }) => length)))
  return Array.from({ length: count }, (_, i): Filled => {
    const at = (values: readonly Value[]) => values[Math.min(i, values.length - 1)]
    return (text) => text.replace(EXPRESSION, (all) => at(known.get(all) ?? []) ?? all)
  })
}

/** One value of an expression; undefined: only a run knows it. */
type Value = string | undefined

function valuesOf(expression: string, place: StepPlace, depth: number): Value[] {
  if (depth > MAX_DEPTH) return [undefined]
  return operandsOf(expression).flatMap((operand) => {
    const literal = /^'([^']*)'$/.exec(operand)?.[1]
    if (literal !== undefined) return literal === '' ? [] : [literal]
    const [, step, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(operand) ?? []
    if (step !== undefined && output !== undefined) return outputsOf(step, output, place)
    const [, job, result] = /^needs\.([\w-]+)\.outputs\.([\w-]+)$/.exec(operand) ?? []
    if (job !== undefined && result !== undefined) return resultsOf(job, result, place, depth)
    if (operand === 'github.workspace') return [expressionOf(operand)]
    const input = /^(?:github\.event\.)?inputs\.([\w-]+)$/.exec(operand)?.[1]
    return input === undefined ? [undefined] : optionsOf(input, place)
  })
}

/** What an expression may result in: of `a && 'x' || 'y'` the words x and y. */
function operandsOf(expression: string): string[] {
  const inner = expression.trim()
  const text = /^\([^()]*\)$/.test(inner) ? inner.slice(1, -1) : inner
  return text
    .split('||')
    .map((part) => part.split('&&').at(-1)?.trim() ?? '')
    .filter((part) => part !== '')
}

/** The values of an output of a step, in the order of its script. */
function outputsOf(id: string, output: string, { job }: StepPlace): Value[] {
  const step = items(get(job, 'steps')).find((one) => scalarText(get(one, 'id')) === id)
  const script = scalarText(get(step, 'run')) ?? ''
  return /GITHUB_OUTPUT|::set-output/.test(script) ? writtenBy(script, output) : [undefined]
}

/** What steps before this one write to its environment: an expression with the values. */
export function environmentOf({ job, step }: StepPlace): Map<string, string> {
  const steps = items(get(job, 'steps'))
  const scripts = steps.slice(0, steps.indexOf(step)).map((one) => scalarText(get(one, 'run')) ?? '')
  return new Map(
    scripts.flatMap((script) =>
      script.includes('GITHUB_ENV')
        ? [...script.matchAll(/\b(?:echo|printf)[ \t]+["']?(\w+)=/g)].flatMap(
            ([, key = '']): [string, string][] => {
              const values = writtenBy(script, key)
              return values.includes(undefined)
                ? []
                : [[key, `\${{ ${values.map((one) => `'${one}'`).join(' || ')} }}`]]
            },
          )
        : [],
    ),
  )
}

/** The values that a script writes under a name: words, and variables of its own that are words. */
function writtenBy(script: string, name: string): Value[] {
  const forms = new RegExp(
    String.raw`(?:\b(?:echo|printf)[ \t]+(?:-n[ \t]+)?["']?${name}=|::set-output name=${name}::)["']?((?:\$\{\{[^}\n]{0,200}\}\}|[^\s"'\\])*)`,
    'g',
  )
  const values = [...script.matchAll(forms)].slice(0, MAX_VARIANTS).flatMap(([, value = '']) => {
    const variable = /^\$\{?(\w+)\}?$/.exec(value)?.[1]
    if (variable === undefined) return /\$(?!\{\{)|`/.test(value) ? [undefined] : [value]
    const set = new RegExp(String.raw`(?:^|[\s;])${variable}=["']?([\w./-]+)["']?(?=[\s;]|$)`, 'gm')
    const words = [...script.matchAll(set)].slice(0, MAX_VARIANTS).map(([, word]) => word)
    return words.length === 0 ? [undefined] : words
  })
  return values.length === 0 ? [undefined] : values
}

/** The values of an output of another job. */
function resultsOf(name: string, output: string, { root }: StepPlace, depth: number): Value[] {
  const job = get(get(root, 'jobs'), name)
  const text = scalarText(get(get(job, 'outputs'), output))
  if (!job || text === undefined) return [undefined]
  const inner = /^\$\{\{([^{}]{0,400})\}\}$/.exec(text.trim())?.[1]
  return inner === undefined ? [text] : valuesOf(inner, { step: job, job, name, root }, depth + 1)
}

const expressionOf = (text: string): string => `\${{ ${text} }}`

/** The options that a person chooses from; a default is one of many. An input that the workflow does not have is empty. */
function optionsOf(name: string, { root }: StepPlace): Value[] {
  const triggers = triggersOf(root)
  const found = ['workflow_dispatch', 'workflow_call'].flatMap(
    (trigger) => get(get(triggers.get(trigger), 'inputs'), name) ?? [],
  )
  if (found.length === 0) return []
  const options = found.flatMap((input) => items(get(input, 'options'))).map((one) => scalarText(one))
  return options.length > 0
    ? options
    : [...found.flatMap((input) => scalarText(get(input, 'default')) ?? []), undefined]
}
