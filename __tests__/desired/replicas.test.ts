import { expect, test } from '@jest/globals'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { renderedFiles } from '../../src/desired/manual/files.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'

const config = (monitoring: Record<string, unknown>, notify?: object) =>
  parseConfig({
    monitoring: { app: 'mon', ...monitoring },
    apps: [{ app: 'web' }],
    services: [{ name: 'web', app: 'web', port: 9090 }],
    ...(notify && { alerts: { notify } }),
  })

function rendered(monitoring: Record<string, unknown>, notify?: object) {
  const app = renderMonitoring(
    config(monitoring, notify),
    {
      flyToken: 't',
      password: 'long enough',
      remoteWrite: undefined,
      receivers: { 'ntfy-url': 'https://ntfy.sh/x' },
    },
    { rules: '', own: [] },
  )
  const text = app.files.find(({ name }) => name === 'prometheus.yml')?.content ?? ''
  return { app, toml: parseToml(app.flyToml), yaml: parseYaml(text) }
}

test('two replicas have one configuration, in which the machine names itself', () => {
  const { app, toml, yaml } = rendered({ replicas: 2, regions: ['nrt', 'hkg'] }, { ntfy: {} })
  expect(app).toMatchObject({ region: 'nrt', regions: ['nrt', 'hkg'] })
  expect(toml).toMatchObject({
    primary_region: 'nrt',
    deploy: { strategy: 'rolling', max_unavailable: 1 },
    env: { ALERTMANAGER_PEERS: 'mon.internal:9094' },
  })
  expect(yaml.global.external_labels).toEqual({ monitor: 'mon', replica: '${FLY_MACHINE_ID}' })
  expect(yaml.alerting.alert_relabel_configs).toEqual([{ regex: 'replica', action: 'labeldrop' }])
})

test('without a region of their own, replicas are in the same one; without receivers nothing looks for another', () => {
  const { app, toml, yaml } = rendered({ replicas: 2, region: 'fra' })
  expect(app.regions).toEqual(['fra', 'fra'])
  expect(toml.env).toEqual({ DEPLOY_MONITORING_DIGEST: app.digest })
  expect(yaml.alerting).toBeUndefined()
})

test('a Prometheus 2 is asked to expand the label', () => {
  const cmd = (image?: string) =>
    JSON.stringify(rendered({ replicas: 2, ...(image && { image }) }).toml.experimental)
  expect(cmd('registry.example/mon:v2.42.0')).toContain('--enable-feature=expand-external-labels')
  expect(cmd()).not.toContain('expand-external-labels')
})

test('a single machine has nothing of this, and the files for a manual deploy have the same as a deploy', () => {
  const { app, toml, yaml } = rendered({}, { ntfy: {} })
  expect(app.regions).toEqual(['nrt'])
  expect(toml).not.toHaveProperty('deploy')
  expect(toml.env).toEqual({ DEPLOY_MONITORING_DIGEST: app.digest })
  expect([yaml.global.external_labels, Object.keys(yaml.alerting)]).toEqual([
    { monitor: 'mon' },
    ['alertmanagers'],
  ])
  const manual = (replicas: number) =>
    renderedFiles(config({ replicas }, { ntfy: {} }), 'monitoring.yml', [])
      .map(({ text }) => text)
      .join('\n')
  expect(manual(1)).not.toMatch(/replica|max_unavailable|ALERTMANAGER_PEERS/)
  expect(manual(2)).toMatch(/replica: \$\{FLY_MACHINE_ID\}[\s\S]*max_unavailable/)
})
