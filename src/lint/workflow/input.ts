import { quoted } from '../../lib/quote.ts'
import { didYouMean } from '../../lib/similar-name.ts'
import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, inputsOf, type Workflow } from './subject.ts'

const file = (line: string): string =>
  workflowExample({
    env: `        with:
          fly-api-token: "${expression('secrets.FLY_API_TOKEN')}"
          ${line}
`,
  })

/** An input that the action does not have. */
export const input: Rule<Workflow> = {
  code: 'workflow/input',
  severity: 'warning',
  what: 'A step sets an input that the action does not have.',
  why: 'GitHub warns in the log and ignores the input.',
  bad: file('failon: ▸never'),
  good: file('fail-on: never'),
  check({ ours, inputs }, { report }) {
    for (const [key, value] of ours.flatMap(inputsOf))
      if (!inputs.includes(key))
        report(
          value.at,
          `The action has no input ${quoted(key)}.`,
          didYouMean(key, inputs) ?? `Inputs: ${list(inputs)}.`,
        )
  },
}
