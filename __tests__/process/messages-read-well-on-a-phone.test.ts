import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { renderMessages } from '../../src/desired/alertmanager/messages.ts'
import { scratchFolder } from '../support/scratch.ts'

interface Alert {
  status?: string
  labels: Record<string, string>
  annotations?: Record<string, string>
}

/** A template as a real Alertmanager renders it for one group of alerts, whose labels are those of the first one. */
function rendered(name: string, alerts: readonly Alert[]): string {
  using folder = scratchFolder()
  const status = alerts.some((alert) => alert.status !== 'resolved') ? 'firing' : 'resolved'
  const data = {
    ...{ status, receiver: 'slack', groupLabels: {}, externalURL: 'https://mon.fly.dev' },
    alerts: alerts.map((alert) => ({ status: 'firing', annotations: {}, ...alert })),
    commonLabels: alerts[0]?.labels,
    commonAnnotations: alerts[0]?.annotations ?? {},
  }
  const [templates, input] = ['messages.tmpl', 'data.json'].map((file) => join(folder.path, file)) as [
    string,
    string,
  ]
  writeFileSync(templates, renderMessages('mon'))
  writeFileSync(input, JSON.stringify(data))
  const text = `{{ template "monitoring.${name}" . }}`
  const argv = ['template', 'render', `--template.glob=${templates}`, `--template.text=${text}`]
  return execFileSync('amtool', [...argv, `--template.data=${input}`], { encoding: 'utf8' }).trim()
}

const LABELS = { alertname: 'TargetDown', service: 'web', severity: 'critical' }
const down = (n: number, more: Partial<Alert> = {}): Alert => ({
  labels: LABELS,
  annotations: { summary: `machine ${n} of web is down` },
  ...more,
})

test('title, summary, links, and the command that silences this alert of this service', () => {
  expect(rendered('title', [down(1)])).toBe('🔥 TargetDown · web')
  expect(rendered('text', [down(1)])).toBe(
    'machine 1 of web is down\nPrometheus: https://mon.fly.dev/alerts\n' +
      'Silence: flyctl ssh console -a mon -C "amtool silence add alertname=TargetDown service=web -d 8h -c night"',
  )
})

test('the message of a start, and of a monitoring that pauses', () => {
  const watchdog = (status: string): Alert => ({
    status,
    labels: { alertname: 'Watchdog', severity: 'none' },
  })
  expect(rendered('title', [watchdog('firing')])).toBe('💓 Monitoring of mon started')
  expect(rendered('slack', [watchdog('firing')]).split('\n')).toEqual([
    'Alerts of mon reach this receiver. Sent when monitoring starts, and once a week.',
    '<https://mon.fly.dev/alerts|Prometheus>',
  ])
  expect(rendered('title', [watchdog('resolved')])).toBe('💤 Monitoring of mon paused')
  expect(rendered('text', [watchdog('resolved')])).toMatch(/^For a while, its rules were not evaluated/)
})

test('what fires comes before what has ended, and a long list is cut before the links', () => {
  expect(
    rendered('text', [down(1, { status: 'resolved' }), down(2)])
      .split('\n')
      .slice(0, 2),
  ).toEqual(['machine 2 of web is down', 'machine 1 of web is down (resolved)'])
  const many = Array.from({ length: 300 }, (_, i) => down(i))
  const lines = rendered('html', many).split('\n')
  expect(lines).toHaveLength(12)
  expect(lines.slice(-2)).toEqual([
    'In all: 300 firing, 0 resolved',
    '<a href="https://mon.fly.dev/alerts">Prometheus</a>',
  ])
})

test('a name that a shell would run, or that ends the quotes, is in no command', () => {
  for (const labels of [
    { alertname: 'Down', service: '$(id)' },
    { alertname: `It's "down"`, service: 'web' },
    { alertname: 'Down', service: 'a`b`' },
  ])
    expect(rendered('text', [{ labels }])).not.toContain('Silence')
  expect(rendered('text', [{ labels: { alertname: 'Down' } }])).toContain('add alertname=Down -d 8h')
})

test('long summaries do not cut the links of a message', () => {
  const summary = `${'é<'.repeat(2_000)}\nend`
  const text = rendered(
    'html',
    Array.from({ length: 10 }, () => down(1, { annotations: { summary } })),
  )
  expect(text.length).toBeLessThan(4_096)
  expect(text).toMatch(/Prometheus<\/a>$/)
  expect(rendered('text', [down(1)])).not.toContain('…')
})

test('a rule of the team that has no summary, or a name with spaces, is readable and can be silenced', () => {
  const labels = { alertname: 'High error rate', instance: '10.0.0.1:9090' }
  expect(rendered('text', [{ labels, annotations: { message: 'too many' } }])).toMatch(/^too many\n/)
  expect(rendered('text', [{ labels }])).toMatch(/^10\.0\.0\.1:9090\n/)
  expect(rendered('text', [{ labels }])).toContain("add alertname='High error rate' -d 8h")
})
