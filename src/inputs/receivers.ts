import type { AddInputError, InputValue } from './access.ts'
import { type InputName, RECEIVER_SECRETS, type ReceiverSecret } from './names.ts'
import { isPrivateHost } from './plain-http.ts'
import type { ReceiverSecrets } from './types.ts'

/** Why a value is not valid, and what to do; undefined when it is valid. Neither text contains the value. */
type Check = (value: string) => readonly [message: string, hint: string] | undefined

const IS_URL = /^https?:\/\//i

/** An address to which messages are sent. Plain HTTP is accepted on a private network only: the address is a secret. */
const address =
  (hint: string): Check =>
  (value) => {
    const url = URL.parse(value)
    if (!url || !IS_URL.test(value)) return ['is not a URL', hint]
    if (/\s/.test(value)) return ['has white space in it', 'Store it as one line.']
    return url.protocol === 'http:' && !isPrivateHost(url.hostname)
      ? [
          'is a plain http:// address: anyone on the network path could read it and write to the receiver',
          'Use https://.',
        ]
      : undefined
  }

/** A token or a key: a URL in its place is a common mistake. */
const token =
  (form: RegExp, what: string, hint: string): Check =>
  (value) => {
    if (IS_URL.test(value)) return [`is a URL where ${what} is expected`, hint]
    return form.test(value) ? undefined : [`is not ${what}`, hint]
  }

const ntfy: Check = (value) => {
  const wrong = address('Use the URL of the topic, such as https://ntfy.sh/TOPIC.')(value)
  if (wrong) return wrong
  return /^\/[^/]+\/?$/.test(URL.parse(value)?.pathname ?? '')
    ? undefined
    : ['does not end in a topic', 'Use the URL of the topic, such as https://ntfy.sh/TOPIC.']
}

const SLACK = 'Create an incoming webhook in Slack and use its URL (https://hooks.slack.com/services/…).'
const PING = 'Use the ping URL of the check, such as https://hc-ping.com/UUID.'

const CHECKS: Readonly<Record<ReceiverSecret | 'verify-heartbeat-url', Check>> = {
  'slack-webhook-url': address(SLACK),
  'discord-webhook-url': address(
    'Create a webhook in the settings of the channel and use its URL (https://discord.com/api/webhooks/…).',
  ),
  'telegram-bot-token': token(
    /^\d+:[\w-]{10,}$/,
    'a bot token',
    'Use the token from @BotFather: a number, a colon and letters.',
  ),
  'ntfy-url': ntfy,
  'ntfy-token': token(/^[\x21-\x7e]+$/, 'an access token', 'Use an access token of ntfy (tk_…).'),
  'pagerduty-routing-key': token(
    /^[0-9a-zA-Z]{32}$/,
    'a routing key',
    'Use the integration key of an "Events API v2" integration: 32 letters and digits.',
  ),
  'smtp-password': token(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are searched for
    /^[^\x00-\x1f\x7f]+$/,
    'a password',
    'Use printable characters only.',
  ),
  'notify-webhook-url': address('Write the whole address of the receiver, starting with https://.'),
  'heartbeat-url': address(PING),
  'verify-heartbeat-url': address(PING),
}

/** The secrets of receivers that are set; whether they are needed is decided by `alerts.notify`. */
export function receiverInputs(value: InputValue, addError: AddInputError): ReceiverSecrets {
  const given = RECEIVER_SECRETS.flatMap((name) => {
    const secret = checked(name, value, addError)
    return secret === undefined ? [] : [[name, secret] as const]
  })
  return Object.fromEntries(given)
}

/** An address that gets a ping. */
export function verifyHeartbeatInput(value: InputValue, addError: AddInputError): void {
  checked('verify-heartbeat-url', value, addError)
}

function checked(
  name: InputName & keyof typeof CHECKS,
  value: InputValue,
  addError: AddInputError,
): string | undefined {
  const given = value(name)
  const wrong = given === undefined ? undefined : CHECKS[name](given)
  if (wrong) addError('input/receiver', `Input ${name} ${wrong[0]}.`, wrong[1])
  return given
}
