import { readFileSync } from 'node:fs'
import { presetConfig } from '../../../../src/config/preset.ts'
import { projectRoot } from '../../../sandbox/project.ts'
import { gauge, page, proofCase } from '../../case.ts'

type Preset = { services: { name: string; port: number; metrics: Record<string, unknown> }[] }

// In the rig, Prometheus and the machines share one network: no service may have its port.
const services = (presetConfig({}) as Preset).services.map(({ name, port, metrics }) => ({
  name,
  port: port === 9090 ? 9190 : port,
  metrics,
}))
const shipped = ['fechatter-overview', 'fechatter-monitoring'].map((name): object =>
  JSON.parse(readFileSync(`${projectRoot}dashboards/${name}.json`, 'utf8')),
)

/** A first deployment that no one uses yet, with the dashboards and rules that come with the product. */
export default proofCase({
  services,
  dashboards: shipped,
  machines: [{}, {}],
  serve: ({ metrics }) =>
    page(
      Object.entries(metrics)
        .filter(([, declared]) => (typeof declared === 'string' ? declared : declared.type) === 'gauge')
        .map(([name]) => gauge(name, 0))
        .join(''),
    ),
  expect: { verdict: 'proven', says: ['8 of 8 targets scraped'] },
})
