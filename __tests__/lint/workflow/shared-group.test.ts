import { expect, test } from '@jest/globals'
import { INPUTS } from '../../../src/inputs/names.ts'
import { lintWorkflow } from '../../../src/lint/workflow/lint.ts'

/** A workflow with a job that deploys on a push, and one that verifies on a schedule. */
const workflow = (deploy: string, verify: string, mode = 'verify'): string => `on:
  push: { branches: [main] }
  schedule: [{ cron: '23 */6 * * *' }]
permissions: {}
jobs:
  deploy:
    if: github.event_name == 'push'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions: { contents: read }
    concurrency: { group: ${deploy}, cancel-in-progress: false }
    steps: [{ uses: fechatter/deploy-monitoring@v1, with: { fly-api-token: '\${{ secrets.FLY_API_TOKEN }}' } }]
  verify:
    if: github.event_name == 'schedule'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions: { contents: read }
    concurrency: { group: ${verify}, cancel-in-progress: false }
    steps: [{ uses: fechatter/deploy-monitoring@v1, with: { mode: ${mode}, fly-api-token: '\${{ secrets.FLY_API_TOKEN }}' } }]
`
const codes = (text: string) =>
  lintWorkflow(text, 'w.yml', { inputs: INPUTS }).filter(({ code }) => code === 'workflow/shared-group')
    .length

test('a job that only verifies shares a group when a deploy has the same one', () => {
  expect(codes(workflow('fly-production', 'verify-production'))).toBe(0)
  expect(codes(workflow('fly-production', 'fly-production'))).toBe(1)
})

test('a step that verifies or deploys, depending on the event, needs an expression', () => {
  expect(codes(workflow('fly-production', 'other', `"\${{ inputs.mode || 'verify' }}"`))).toBe(1)
})
