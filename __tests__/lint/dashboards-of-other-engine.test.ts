import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { withInitMark } from '../../src/desired/manual/mark.ts'
import { contractOf, contractOfDashboards } from '../../src/lint/contract.ts'
import { lintDashboardText } from '../../src/lint/dashboard/lint.ts'

const shop = {
  apps: [{ app: 'shop' }],
  services: [
    {
      ...{ name: 'web', app: 'shop', port: 9090 },
      metrics: { http_requests_total: { type: 'counter', labels: ['status'] }, carts_open: 'gauge' },
    },
  ],
}
const onFly = parseConfig({ ...shop, monitoring: { engine: 'fly' } })
const own = parseConfig({ ...shop, monitoring: { app: 'shop-monitoring' } })

const context = () => ({
  contract: contractOfDashboards(contractOf(onFly, { recorded: new Map(), assumed: false })),
  seen: new Map<string, string>(),
})
const written = (config: typeof own, uid: string) =>
  withInitMark(shippedDashboards(config).find((one) => one.uid === uid)?.text ?? '', undefined)
const found = (text: string) =>
  lintDashboardText({ file: 'd.json', text }, context()).map(({ code, hint }) => `${code}: ${hint}`)

test('after a change to `engine: fly`, each file for the engine before is one finding with what to do', () => {
  expect(found(written(own, 'deploy-monitoring'))).toEqual([
    'dashboard/other-engine: Remove the file: there is no such dashboard with `engine: fly`.',
  ])
  const web = written(own, 'deploy-monitoring-web')
  expect(found(web)).toEqual([expect.stringMatching(/other-engine: Run `.* init`, which writes it again/)])
  expect(found(web.replace('carts_open', 'carts_opened'))).toEqual([expect.stringContaining('init --force`')])
})

test('a dashboard of that engine is judged query by query, as are those that a team wrote', () => {
  const web = written(onFly, 'deploy-monitoring-web')
  expect(found(web)).toEqual([])
  expect(found(web.replaceAll('carts_open', 'carts_opened'))).toEqual([
    expect.stringContaining('query/undeclared-metric'),
  ])
  const theirs = written(own, 'deploy-monitoring-web').replace(/^ {2}"__init.*\n/m, '')
  expect(found(theirs).length).toBeGreaterThan(3)
})
