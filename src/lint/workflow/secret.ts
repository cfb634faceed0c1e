import { get, scalarText, type Tree } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { hasToken, looksSecret } from '../secrets.ts'
import { workflowExample } from './example.ts'
import { expression, type Workflow } from './subject.ts'

const file = (token: string): string =>
  workflowExample({ env: `        with:\n          fly-api-token: ${token}\n` })

/** A secret in the repository. */
export const workflowSecret: Rule<Workflow> = {
  code: 'workflow/secret',
  severity: 'warning',
  what: 'A secret is written in a workflow.',
  why: 'Anyone with access to the repository can read it.',
  bad: file('▸fo1_hunter2'),
  good: file(`"${expression('secrets.FLY_API_TOKEN')}"`),
  check({ root, steps, jobs, all }, { report }) {
    const hint = `Store it as a secret and write \`${expression('secrets.NAME')}\`; change the secret, because it is in the history.`
    // Jobs that only test have passwords of their own, which protect nothing.
    const nodes = [root, ...jobs, ...steps]
    for (const [key, value] of nodes.flatMap((node) => [...environment(node), ...settings(node, 'with')]))
      if (isSecret(key, value)) report(value.at, `The value of \`${key}\` is written in the workflow.`, hint)
    for (const { step } of all) {
      const run = get(step, 'run')
      if (run && hasToken(scalarText(run) ?? ''))
        report(run.at, 'A token is written in the commands of a step.', hint)
    }
  },
}

const settings = (node: Tree, key: string): [string, Tree][] => {
  const given = get(node, key)
  return given?.kind === 'table' ? [...given.entries] : []
}

/** Plain words next to servers of the job itself are passwords of a test: `INTERNAL_KEY: internal-secret`. */
function environment(node: Tree): [string, Tree][] {
  const all = settings(node, 'env')
  const isOfTest = all.some(([, value]) => OWN_SERVER.test(scalarText(value) ?? ''))
  return isOfTest ? all.filter(([, value]) => !/^[a-z]+(?:[-_][a-z]+)*$/.test(scalarText(value) ?? '')) : all
}

const OWN_SERVER = /:\/\/(?:[^/\s@]*@)?(?:localhost|127\.[\d.]+|\[::1\])(?::|\/|$)/

/** A password of a database that runs only while the job does. */
const LOCAL = /@(?:localhost|127\.[\d.]+|\[::1\]|postgres|db|redis|mysql)(?::|\/|$)/i

function isSecret(key: string, value: Tree): boolean {
  const text = scalarText(value) ?? ''
  return !text.includes('${{') && !LOCAL.test(text) && looksSecret(key, text)
}
