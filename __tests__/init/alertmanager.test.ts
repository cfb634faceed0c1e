import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { loadConfig } from '../../src/config/load.ts'
import { draftOf } from '../support/init-draft.ts'

const FLY = `app = "chat"
primary_region = "fra"
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/up"
[metrics]
port = 9100
path = "/metrics"
`

interface Draft {
  alerts?: { notify?: Record<string, unknown>; rules?: string[] }
}

/** The draft for a repository with these files, which `plan` accepts, and the notes about them. */
async function drafted(files: Readonly<Record<string, string>>) {
  const { text, notes, problems } = await draftOf({ 'fly.toml': FLY, ...files })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(problems.filter(({ at }) => at?.file.startsWith('monitoring/'))).toEqual([])
  expect(() => loadConfig(text, 'monitoring.yml')).not.toThrow()
  const { alerts } = parse(text) as Draft
  return { text, notes, alerts }
}

/** The draft after a person removed the `# ` of its receivers. */
const uncommented = (text: string): string =>
  text.replace(/( *)# Fill in what is empty, and remove.*\n((?: *# .*\n)+)/, (_, _indent, lines: string) =>
    lines.replaceAll('# ', ''),
  )

const CHAT_IDS = [
  `\${CHAT_ID}`,
  `"\${CHAT_ID}"`,
  '$CHAT_ID',
  '{{ env "CHAT_ID" }}',
  '"{{ .Values.telegram.chatId }}"',
  '<CHAT_ID>',
  '%%CHAT_ID%%',
  '__CHAT_ID__',
  'YOUR_CHAT_ID',
]

test.each(CHAT_IDS)('a chat %s is asked for, and nobody is said to be notified there', async (chat) => {
  const { text, notes, alerts } = await drafted({
    'ops/alertmanager.yml': `route: { receiver: ops }
receivers:
  - name: ops
    slack_configs: [{ channel: ops }]
    telegram_configs:
      - bot_token: x
        chat_id: ${chat}
`,
  })
  expect(alerts?.notify).toEqual({ slack: {} })
  expect(notes).toEqual([
    'ops/alertmanager.yml:1 Receivers of this Alertmanager are in `alerts.notify` now: slack.',
    expect.stringMatching(
      /^ops\/alertmanager.yml:1 Receiver "ops" needs `chat_id`.* as a comment \(telegram\)\.$/,
    ),
  ])
  const filled = uncommented(text).replace('chat_id:', 'chat_id: -100')
  expect(loadConfig(filled, 'monitoring.yml').alerts?.notify).toEqual({
    slack: {},
    telegram: { chat_id: -100 },
  })
})

const MAIL = `global:
  smtp_smarthost: \${SMTP_HOST}:587
  smtp_from: Alerts <alerts@shop.dev>
  smtp_auth_username: \${SMTP_USERNAME:-robot}
route:
  receiver: mail
receivers:
  - name: mail
    email_configs:
      - to: "\${ALERT_EMAIL}"
`

test.each([
  ['alone', {}],
  ['with rules', { 'rules.yml': 'groups:\n  - name: a\n    rules:\n      - { record: a, expr: up }\n' }],
])('what is known of an e-mail is kept %s, and the rest is named', async (_, files) => {
  const { text, notes, alerts } = await drafted({ 'alertmanager.yml': MAIL, ...files })
  expect(alerts?.notify).toBeUndefined()
  expect(notes).toEqual([
    expect.stringContaining(
      'Receiver "mail" needs `to` ("${ALERT_EMAIL}") and `smarthost` ("${SMTP_HOST}:587").',
    ),
  ])
  const filled = uncommented(text)
    .replace('to:', 'to: [a@shop.dev]')
    .replace('smarthost:', 'smarthost: smtp.shop.dev:587')
  expect(loadConfig(filled, 'monitoring.yml').alerts?.notify?.email).toEqual({
    to: ['a@shop.dev'],
    from: 'alerts@shop.dev',
    smarthost: 'smtp.shop.dev:587',
    username: 'robot',
  })
})

const ROUTES = `route:
  receiver: nobody
  routes:
    - { receiver: pager, matchers: ['severity="critical"', 'team="a"'] }
    - { receiver: loud, match: { severity: critical } }
    - { receiver: calm, match_re: { severity: ^(warning|info)$ } }
    - { receiver: sink, match: { severity: info } }
receivers:
  - name: nobody
  - name: pager
    pagerduty_configs: [{ routing_key: x }]
  - name: loud
    slack_configs: [{ channel: loud }]
  - name: calm
    slack_configs: [{ channel: calm }]
  - name: sink
    webhook_configs: [{ url: "http://sink:8080/alerts" }]
`

test('the one receiver of a kind gets the alerts of all of them; routes and addresses that do not fit are comments', async () => {
  const { text, notes, alerts } = await drafted({ 'alertmanager.yml': ROUTES })
  expect(alerts?.notify).toEqual({ slack: { severities: ['critical', 'warning', 'info'] } })
  expect(notes.map((note) => note.replace(/^\S+ /, ''))).toEqual([
    expect.stringContaining('now: slack.'),
    expect.stringContaining('Receiver "pager" gets alerts that its route chooses by something else'),
    expect.stringContaining('Receiver "calm" is a second one of the kind slack'),
    expect.stringContaining('Receiver "sink" sends to sink:8080, which no machine on Fly can reach'),
  ])
  expect(parse(uncommented(text))).toMatchObject({
    alerts: { notify: { pagerduty: {}, webhook: { severities: ['info'] } } },
  })
})

const INSIDE = 'route:\n  receiver: a\nreceivers:\n  - name: a\n    slack_configs: [{ channel: a }]\n'
const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by)

test.each([
  [
    'k8s.yaml',
    `kind: Service\n---\nkind: ConfigMap\ndata:\n  alertmanager.yml: |\n${indented(INSIDE, '    ')}`,
    6,
  ],
  ['values.yaml', `alertmanager:\n  config:\n${indented(INSIDE, '    ')}`, 1],
  ['compose.yaml', `services: {}\nconfigs:\n  am:\n    content: |\n${indented(INSIDE, '      ')}`, 5],
  ['alertmanager.yml.tmpl', `{{- if .Values.alerts }}\n${INSIDE}{{- end }}\n`, 1],
])('an Alertmanager in %s is taken over', async (file, text, line) => {
  const { alerts, notes } = await drafted({ [file]: text })
  expect(alerts?.notify).toEqual({ slack: {} })
  expect(notes).toEqual([
    `${file}:${line} Receivers of this Alertmanager are in \`alerts.notify\` now: slack.`,
  ])
})

test('one that cannot be read is named, with the kinds of its receivers', async () => {
  const { notes } = await drafted({ 'alertmanager.yml': INSIDE.replace('route:', 'route:\n\t- {{ a') })
  expect(notes).toEqual([
    'alertmanager.yml:1 This Alertmanager is not valid YAML, or a template: its receivers (slack) are not taken over.',
  ])
})

const RULE = '- alert: Down\n  expr: up == 0\n'
const GROUPS = `groups:\n  - name: a\n    rules:\n${indented(RULE, '      ')}`

test('rules in other forms are named, one line for each kind of file', async () => {
  const crd = `kind: PrometheusRule\nspec:\n${indented(GROUPS, '  ')}`
  const { notes } = await drafted({
    'k8s/a.yaml': crd,
    'k8s/b.yaml': crd,
    'bare.yaml': RULE,
    'mixin/alerts.libsonnet': "{ groups+: [{\n  alert: 'Down',\n  expr: 'up == 0',\n}] }\n",
    'loki.yml': GROUPS.replace('up == 0', 'count_over_time({app="a"} |= "x" [5m]) > 0'),
    'slo-alerts.json':
      '{ "groups": [{ "name": "a", "rules": [\n{\n"alert": "Down",\n"expr": "up == 0"\n}\n] }] }\n',
    'chart/templates/rules.yaml': `{{- if .Values.rules }}\n${GROUPS}{{- end }}\n`,
  })
  expect(notes.map((note) => note.replace(/^\S+ /, '')).toSorted()).toEqual([
    'bare.yaml has rules in another form than the one that Prometheus reads. They are not taken over.',
    'chart/templates/rules.yaml has rules in a template. They are not taken over.',
    'k8s/a.yaml and k8s/b.yaml have rules in a Kubernetes resource (PrometheusRule). They are not taken over.',
    'loki.yml has rules for Loki in another form than the one that Prometheus reads. They are not taken over.',
    'mixin/alerts.libsonnet has rules in Jsonnet. They are not taken over.',
    'slo-alerts.json has rules in JSON. They are not taken over.',
  ])
})

test('scrape settings of Kubernetes are named in one line', async () => {
  const { notes } = await drafted({
    'k8s/api.yaml': 'kind: Service\n---\nkind: ServiceMonitor\nspec:\n  endpoints: [{ interval: 60s }]\n',
    'chart/templates/pods.yaml': '{{- if .Values.monitor }}\nkind: PodMonitor\n{{- end }}\n',
  })
  expect(notes).toEqual([
    'chart/templates/pods.yaml:2 chart/templates/pods.yaml and k8s/api.yaml have scrape settings (ServiceMonitor or PodMonitor) in a Kubernetes resource. They are not taken over.',
  ])
})

test('rules and receivers in one file: the receivers are taken over, and the rules have their own line', async () => {
  const { alerts, notes } = await drafted({ 'alerts.yml': INSIDE + GROUPS })
  expect(alerts).toEqual({ notify: { slack: {} } })
  expect(notes).toEqual([
    expect.stringContaining('Receivers of this Alertmanager'),
    expect.stringContaining('This file has rules and a configuration of Alertmanager in one'),
  ])
})

test('of rules that plan refuses, no note says that the draft has them', async () => {
  const { alerts, notes } = await drafted({
    'prometheus.yml':
      'rule_files: [good.yml, bad.yml]\nscrape_configs:\n  - job_name: redis\n    static_configs: [{ targets: ["redis:9121"] }]\n',
    'good.yml': GROUPS,
    'bad.yml': GROUPS.replace('Down', 'Gone').replace('up == 0', 'sum(('),
    'other.yml': GROUPS.replace('Down', 'Late').replace('up == 0', 'sum(('),
  })
  expect(alerts?.rules).toEqual(['good.yml'])
  expect(notes.filter((note) => note.includes('The draft has'))).toEqual([
    expect.stringMatching(
      /^good\.yml:1 The draft has good\.yml in `alerts\.rules`, but no job of prometheus\.yml/,
    ),
  ])
})

test('several addresses of one receiver are one e-mail, and a heartbeat is the ping of this action', async () => {
  const mail = (to: string) => `{ to: ${to}, from: a@shop.dev, smarthost: "smtp.shop.dev:587" }`
  const { alerts, notes } = await drafted({
    'alertmanager.yml': `route:
  receiver: people
  routes:
    - { receiver: snitch, matchers: ['alertname="Watchdog"'] }
receivers:
  - name: people
    email_configs: [${mail('b@shop.dev')}, ${mail('c@shop.dev')}]
  - name: snitch
    webhook_configs: [{ url: https://ping.shop.dev/x }]
`,
  })
  expect(alerts?.notify).toMatchObject({ email: { to: ['b@shop.dev', 'c@shop.dev'] } })
  expect(notes).toEqual([
    expect.stringContaining('now: email.'),
    expect.stringContaining('Receiver "snitch" gets an alert that always fires'),
  ])
})

test('routes with times of their own are named', async () => {
  const of = (first: string, second: string) =>
    drafted({
      'alertmanager.yml': `route:
  receiver: ops
  ${first}
  routes:
    - { matchers: ['severity="critical"'], receiver: ops${second} }
receivers: [{ name: ops, slack_configs: [{ channel: ops }] }]
`,
    })
  const { notes } = await of('repeat_interval: 12h', ', group_wait: 5s, repeat_interval: 1h')
  expect(notes).toContain(
    'alertmanager.yml:3 Routes of this Alertmanager have times of their own: `repeat_interval` 12h and those to "ops" have `group_wait` 5s and `repeat_interval` 1h. They are not taken over.',
  )
  expect((await of('repeat_interval: 4h', '')).notes.join()).not.toContain('times of their own')
})

test('an Alertmanager that notifies no one is named, with its other parts', async () => {
  const { notes, alerts } = await drafted({
    'alertmanager.yml': `route:
  receiver: log
receivers:
  - name: log
inhibit_rules:
  - { source_matchers: [a="b"], target_matchers: [c="d"] }
`,
  })
  expect(alerts).toBeUndefined()
  expect(notes).toEqual([
    'alertmanager.yml:4 No receiver of this Alertmanager in use has a place to send alerts to: no one is notified by it.',
    'alertmanager.yml:6 This Alertmanager has `inhibit_rules`. It is not taken over.',
  ])
})

test.each([
  ['https://api.telegram.org/bot1:x/sendMessage?chat_id=-100123', { telegram: { chat_id: -100123 } }],
  ['https://hooks.slack.com/services/T0/B0/x', { slack: {} }],
  ['https://discord.com/api/webhooks/1/x', { discord: {} }],
  ['https://alerts.acme.io/hook', { webhook: {} }],
])('a webhook to %s is the receiver of that service', async (url, notify) => {
  const { alerts } = await drafted({
    'alertmanager.yml': `route: { receiver: ops }\nreceivers: [{ name: ops, webhook_configs: [{ url: "${url}" }] }]\n`,
  })
  expect(alerts?.notify).toEqual(notify)
})

test('a receiver that a person must complete is that of all receivers with its address', async () => {
  const { notes } = await drafted({
    'ops/alertmanager.yml': `global: { smtp_smarthost: "localhost:587", smtp_from: a@shop.example }
route:
  receiver: all
  routes:
    - { match: { severity: critical }, receiver: urgent, continue: true }
    - { match: { severity: warning }, receiver: later }
receivers:
  - { name: all, email_configs: [{ to: ops@shop.example }] }
  - { name: urgent, email_configs: [{ to: ops@shop.example }] }
  - { name: later, email_configs: [{ to: ops@shop.example }] }
`,
  })
  const open = notes.filter((note) => note.includes('as a comment (email)'))
  expect(open).toHaveLength(1)
  expect(open[0]).toMatch(/Receiver "all" .* The email of "urgent" and "later" has the same address\.$/)
})

test('settings with which messages arrive elsewhere, otherwise or not at all are named, and those of every receiver are not', async () => {
  const { alerts, notes } = await drafted({
    'ops/alertmanager.yml': `global: { smtp_require_tls: false, pagerduty_url: 'https://events.eu.pagerduty.com/v2/enqueue' }
route: { receiver: ops }
receivers:
  - name: ops
    slack_configs: [{ channel: ops, send_resolved: true, title: x, http_config: { proxy_url: 'http://p.example.com' } }]
    pagerduty_configs: [{ routing_key: x, severity: warning }]
    telegram_configs: [{ bot_token: x, chat_id: 7, message_thread_id: 5, api_url: 'https://api.telegram.org' }]
    webhook_configs: [{ url: 'https://hook.example.com/x', max_alerts: 0, send_resolved: false }]
    email_configs: [{ to: a@shop.dev, from: b@shop.dev, smarthost: 'smtp.shop.dev:25' }]
`,
  })
  expect(Object.keys(alerts?.notify ?? {})).toHaveLength(5)
  expect(notes.slice(1)).toEqual([
    'ops/alertmanager.yml:1 Receiver "ops" (email) has `require_tls`. It is not taken over.',
    'ops/alertmanager.yml:1 Receiver "ops" (pagerduty) has `url`. It is not taken over.',
    'ops/alertmanager.yml:5 Receiver "ops" (slack) has `http_config`. It is not taken over.',
    'ops/alertmanager.yml:7 Receiver "ops" (telegram) has `message_thread_id`. It is not taken over.',
    'ops/alertmanager.yml:8 Receiver "ops" (webhook) has `send_resolved`. It is not taken over.',
  ])
})
