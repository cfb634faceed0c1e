/** A workflow that deploys with this action, with some lines replaced. */
export function workflowExample(
  change: Partial<Record<'on' | 'permissions' | 'concurrency' | 'steps' | 'uses' | 'env', string>> = {},
): string {
  const lines = { ...USUAL, ...change }
  return `${lines.on}
jobs:
  deploy:
    runs-on: ubuntu-latest
${lines.permissions}${lines.concurrency}    steps:
${lines.steps}      - uses: ${lines.uses}
${lines.env}`
}

const USUAL = {
  on: 'on:\n  push: { branches: [main] }',
  permissions: '    permissions: { contents: read }\n',
  concurrency: '    concurrency: { group: deploy, cancel-in-progress: false }\n',
  steps: '      - uses: actions/checkout@v7\n',
  uses: 'fechatter/deploy-monitoring@v1',
  env: `        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }\n`,
}
