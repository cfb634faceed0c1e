import * as v from 'valibot'

/** The severities that a receiver can be limited to. Rules with another severity go to receivers without a limit. */
const SEVERITIES = ['critical', 'warning', 'info'] as const

const severities = v.optional(
  v.pipe(
    v.array(v.picklist(SEVERITIES)),
    v.minLength(1, 'needs at least one severity'),
    v.maxLength(SEVERITIES.length),
    v.description('Only alerts of these severities. Default: all alerts.'),
  ),
)

/** The variables with the addresses and keys of each kind of receiver, in words. */
export const RECEIVER_VARIABLES = {
  slack: 'SLACK_WEBHOOK_URL',
  discord: 'DISCORD_WEBHOOK_URL',
  telegram: 'TELEGRAM_BOT_TOKEN',
  ntfy: 'NTFY_URL, and NTFY_TOKEN for a protected topic',
  pagerduty: 'PAGERDUTY_ROUTING_KEY',
  email: 'SMTP_PASSWORD',
  webhook: 'NOTIFY_WEBHOOK_URL',
} as const

const receiver = <E extends v.ObjectEntries>(
  entries: E,
  what: string,
  kind: keyof typeof RECEIVER_VARIABLES,
) =>
  v.optional(
    v.pipe(
      v.strictObject({ ...entries, severities }),
      v.description(`${what}: ${RECEIVER_VARIABLES[kind]}.`),
    ),
  )

const address = v.pipe(
  v.string(),
  v.maxLength(254),
  v.regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'is not an e-mail address'),
)

const email = {
  to: v.pipe(
    v.array(address),
    v.minLength(1, 'needs at least one e-mail address'),
    v.maxLength(20),
    v.description('The e-mail addresses that are notified.'),
  ),
  from: v.pipe(address, v.description('The e-mail address of the sender.')),
  smarthost: v.pipe(
    v.string(),
    v.regex(
      /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?|\[[0-9a-fA-F:.]+\]):\d{1,5}$/,
      'is not the host and the port of a mail server, such as smtp.example.com:587',
    ),
    v.description('Host and port of the mail server, with STARTTLS (587) or TLS (465).'),
  ),
  username: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1, 'must not be empty'),
      v.maxLength(254),
      v.description('The user at the mail server. Default: the address of the sender.'),
    ),
  ),
}

/**
 * `alerts.notify`: receivers by their kind. Addresses and keys that are secret are inputs (`inputs/receivers.ts`), never
 * in the file.
 */
export const notifySchema = v.pipe(
  v.strictObject({
    slack: receiver({}, 'A channel of Slack', 'slack'),
    discord: receiver({}, 'A channel of Discord', 'discord'),
    telegram: receiver(
      {
        chat_id: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(-9_007_199_254_740_991),
          v.maxValue(9_007_199_254_740_991),
          v.description('The chat that the bot writes to; negative for a group.'),
        ),
      },
      'A chat of Telegram',
      'telegram',
    ),
    ntfy: receiver({}, 'A topic of ntfy', 'ntfy'),
    pagerduty: receiver({}, 'A service of PagerDuty', 'pagerduty'),
    email: receiver(email, 'E-mail', 'email'),
    webhook: receiver({}, 'Any other receiver, as the webhook of Alertmanager (JSON by POST)', 'webhook'),
  }),
  v.check((given) => Object.keys(given).length > 0, 'does not name a receiver'),
)

export type Notify = v.InferOutput<typeof notifySchema>
/** The kinds of receivers. */
export type ReceiverKind = keyof Notify
