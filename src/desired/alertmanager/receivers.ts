import type { Notify, ReceiverKind } from '../../config/notify.ts'
import type { ReceiverSecret } from '../../inputs/names.ts'
import { RUNBOOKS_URL } from '../../lib/documentation.ts'
import { NO_REDIRECTS } from '../scrape-job.ts'

/** The folder of the files that each hold one secret, on the monitoring machine. */
const SECRETS_FOLDER = '/etc/alertmanager/secrets'

/** The file of a secret on the machine; the entrypoint uses the same names. */
export const secretPath = (secret: ReceiverSecret): string => `${SECRETS_FOLDER}/${secret}`

type ReceiverConfig = Record<string, unknown>

/** Which optional secrets are set. */
export type HasSecret = (secret: ReceiverSecret) => boolean

const TITLE = '{{ template "monitoring.title" . }}'
const RUNBOOK = `{{ or .CommonAnnotations.runbook_url "${RUNBOOKS_URL}" }}`

/** The configuration of each kind in Alertmanager. Titles fit a phone's notification; the links come last. */
const RENDER: {
  readonly [K in ReceiverKind]: (
    settings: NonNullable<Notify[K]>,
    hasSecret: HasSecret,
  ) => Readonly<Record<string, ReceiverConfig[]>>
} = {
  slack: () => ({
    slack_configs: [
      {
        send_resolved: true,
        api_url_file: secretPath('slack-webhook-url'),
        title: TITLE,
        title_link: RUNBOOK,
        fallback: TITLE,
        text: '{{ template "monitoring.slack" . }}',
        color:
          '{{ if ne .Status "firing" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}',
      },
    ],
  }),
  discord: () => ({
    discord_configs: [
      {
        send_resolved: true,
        webhook_url_file: secretPath('discord-webhook-url'),
        title: TITLE,
        message: '{{ template "monitoring.markdown" . }}',
      },
    ],
  }),
  telegram: ({ chat_id }) => ({
    telegram_configs: [
      {
        send_resolved: true,
        bot_token_file: secretPath('telegram-bot-token'),
        chat_id,
        parse_mode: 'HTML',
        message: `<b>${TITLE}</b>\n{{ template "monitoring.html" . }}`,
      },
    ],
  }),
  ntfy: (_, hasSecret) => ({
    webhook_configs: [
      {
        send_resolved: true,
        url_file: secretPath('ntfy-url'),
        ...(hasSecret('ntfy-token') && {
          http_config: {
            authorization: { credentials_file: secretPath('ntfy-token') },
            ...NO_REDIRECTS,
          },
        }),
      },
    ],
  }),
  pagerduty: () => ({
    pagerduty_configs: [
      {
        send_resolved: true,
        routing_key_file: secretPath('pagerduty-routing-key'),
        description: TITLE,
        severity: '{{ if eq .CommonLabels.severity "critical" }}critical{{ else }}warning{{ end }}',
        links: [
          { href: RUNBOOK, text: 'Runbook' },
          { href: '{{ template "monitoring.dashboard" . }}', text: 'Dashboard' },
        ],
        // The two others are JSON by default, whose strings are templates again: a label with `{{` would end the message.
        details: {
          text: '{{ template "monitoring.text" . }}',
          firing: '{{ len .Alerts.Firing }}',
          resolved: '{{ len .Alerts.Resolved }}',
        },
      },
    ],
  }),
  email: ({ to, from, smarthost, username }) => ({
    email_configs: [
      {
        send_resolved: true,
        to: to.join(', '),
        from,
        smarthost,
        auth_username: username ?? from,
        auth_password_file: secretPath('smtp-password'),
        headers: { Subject: TITLE },
        text: '{{ template "monitoring.text" . }}',
        html: '{{ template "monitoring.email" . }}',
      },
    ],
  }),
  webhook: () => ({
    webhook_configs: [{ send_resolved: true, url_file: secretPath('notify-webhook-url') }],
  }),
}

/** A receiver of Alertmanager for one kind of `alerts.notify`. */
export function renderReceiver<K extends ReceiverKind>(
  kind: K,
  settings: NonNullable<Notify[K]>,
  hasSecret: HasSecret,
): ReceiverConfig {
  return { name: kind, ...RENDER[kind](settings, hasSecret) }
}
