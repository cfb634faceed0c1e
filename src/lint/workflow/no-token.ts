import { get, scalarText, type Tree } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, isDeploy, type Workflow } from './subject.ts'

const NAMES = ['fly-api-token', 'FLY_API_TOKEN', 'FLY_ACCESS_TOKEN']

/** A deploy without a token. */
export const noToken: Rule<Workflow> = {
  code: 'workflow/no-token',
  severity: 'warning',
  what: 'A step that deploys does not set a Fly token.',
  why: 'It fails before it deploys anything.',
  bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@v1', env: '' }),
  good: workflowExample(),
  check({ deploys }, { report }) {
    for (const { step, job, root, steps, uses, isOurs, script } of deploys.filter(isDeploy)) {
      const given = [get(step, 'with'), ...[step, job, root].map((node) => get(node, 'env'))]
      if (given.some((node) => NAMES.some((name) => get(node, name)))) continue
      if (!isOurs && (TOKEN_ARGUMENT.test(script) || mayHaveToken(job, steps))) continue
      report(
        uses.at,
        'The step deploys and does not set a Fly token.',
        `Add \`env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\` to it.`,
      )
    }
  },
}

const TOKEN_ARGUMENT = /(?:--access-token|-t)[\s=]|FLY_API_TOKEN=|FLY_ACCESS_TOKEN=/

/** Whether the job may have a token from elsewhere: an earlier step that exports it, or a runner of one's own. */
function mayHaveToken(job: Tree, steps: readonly Tree[]): boolean {
  const runner = get(job, 'runs-on')
  if (runner?.kind !== 'value' || !/^(?:ubuntu|macos|windows)-/.test(scalarText(runner) ?? '')) return true
  return steps.some((step) => {
    const run = scalarText(get(step, 'run')) ?? ''
    const uses = scalarText(get(step, 'uses')) ?? ''
    const given = get(step, 'with')
    const inputs = given?.kind === 'table' ? [...given.entries.values()].map(scalarText) : []
    return (
      /FLY_(?:API|ACCESS)_TOKEN|GITHUB_ENV/.test(run) ||
      inputs.some((value) => /FLY_(?:API|ACCESS)_TOKEN/.test(value ?? '')) ||
      /secret|vault|1password|doppler|infisical|env/i.test(uses)
    )
  })
}
