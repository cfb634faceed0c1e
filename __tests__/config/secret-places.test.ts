import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { ActionError } from '../../src/lib/errors.ts'

/** The diagnostics of a configuration, as one text each. */
function diagnostics(alerts: string, service = ''): string[] {
  const text = `monitoring: { app: cm }\napps: [{ app: chat }]\nservices: [{ name: web, app: chat, port: 9090${service} }]\nalerts: ${alerts}\n`
  try {
    loadConfig(text, 'monitoring.yml')
    return []
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return error.problems.map(({ at, message, hint }) => `${at?.line}:${at?.column} ${message} ${hint}`)
  }
}

test.each([
  ['slack: https://hooks.slack.com/services/T0/B0/a-secret', 'SLACK_WEBHOOK_URL', 'slack: {}'],
  ['discord: https://discord.com/api/webhooks/1/a-secret', 'DISCORD_WEBHOOK_URL', 'discord: {}'],
  ['ntfy: https://ntfy.sh/a-secret', 'NTFY_URL', 'ntfy: {}'],
  ['pagerduty: a-secret', 'PAGERDUTY_ROUTING_KEY', 'pagerduty: {}'],
  ['webhook: https://user:a-secret@example.net', 'NOTIFY_WEBHOOK_URL', 'webhook: {}'],
  ['telegram: 123456:a-secret', 'TELEGRAM_BOT_TOKEN', 'telegram: { … }'],
  ['slack: { url: https://hooks.slack.com/services/a-secret }', 'SLACK_WEBHOOK_URL', 'slack: {}'],
  ['pagerduty: { routing_key: a-secret }', 'PAGERDUTY_ROUTING_KEY', 'pagerduty: {}'],
])(
  'a secret in place of a receiver is not shown, and its variable is named: %s',
  (notify, variable, form) => {
    const found = diagnostics(`{ notify: { ${notify} } }`)
    expect(found).toEqual([expect.stringMatching(/^4:\d+ alerts\.notify\./)])
    expect(found[0]).toContain(`Write \`${form}\`, and set ${variable}`)
    expect(found[0]).not.toContain('a-secret')
  },
)

test('a secret in place of the authentication of a service is not shown', () => {
  for (const service of [
    ', authorization: Bearer a-secret',
    ', authorization: { type: Bearer a-secret, credentials_env: X }',
    ', basic_auth: "user:a-secret"',
  ]) {
    const found = diagnostics('{}', service)
    expect([found.length, found.join()]).toEqual([1, expect.not.stringContaining('a-secret')])
  }
})

test('the token of a bot in place of its chat is not shown', () => {
  expect(diagnostics('{ notify: { telegram: { chat_id: "123456:a-secret" } } }')).toEqual([
    '4:42 alerts.notify.telegram.chat_id must be a number, not text. Write the number of the chat, without quotes. The token of the bot is not written here: set TELEGRAM_BOT_TOKEN.',
  ])
})

test('a key that is not a secret has the hint of any other key', () => {
  expect(diagnostics('{ notify: { slack: { severites: [critical] } } }')).toEqual([
    '4:30 alerts.notify.slack.severites is not a known key. Did you mean "severities"?',
  ])
  expect(diagnostics('{ notify: { slack: { severities: critical } } }')).toEqual([
    '4:42 alerts.notify.slack.severities must be a list, not "critical". Change the value.',
  ])
})
