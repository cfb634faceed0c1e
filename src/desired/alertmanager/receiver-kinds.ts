import type { Notify, ReceiverKind } from '../../config/notify.ts'
import type { ReceiverSecret } from '../../inputs/names.ts'
import type { ReceiverSecrets } from '../../inputs/types.ts'

/** The secrets that a kind of receiver needs, and those that it can use. */
export const SECRETS_OF: Readonly<
  Record<ReceiverKind, { needs: ReceiverSecret; uses?: readonly ReceiverSecret[] }>
> = {
  slack: { needs: 'slack-webhook-url' },
  discord: { needs: 'discord-webhook-url' },
  telegram: { needs: 'telegram-bot-token' },
  ntfy: { needs: 'ntfy-url', uses: ['ntfy-token'] },
  pagerduty: { needs: 'pagerduty-routing-key' },
  email: { needs: 'smtp-password' },
  webhook: { needs: 'notify-webhook-url' },
}

/** All secrets that a kind of receiver may have, the one that it needs first. */
export const secretsOf = (kind: ReceiverKind): ReceiverSecret[] => {
  const { needs, uses = [] } = SECRETS_OF[kind]
  return [needs, ...uses]
}

/** The integration of Alertmanager behind a kind of receiver, as in the label `integration` of its metrics. */
export const INTEGRATION_OF: Readonly<Record<ReceiverKind | 'heartbeat', string>> = {
  slack: 'slack',
  discord: 'discord',
  telegram: 'telegram',
  ntfy: 'webhook',
  pagerduty: 'pagerduty',
  email: 'email',
  webhook: 'webhook',
  heartbeat: 'webhook',
}

/** Receivers of a configuration whose secret is not set. */
export const missingSecrets = (
  notify: Notify,
  secrets: ReceiverSecrets,
): { kind: ReceiverKind; secret: ReceiverSecret }[] =>
  (Object.keys(notify) as ReceiverKind[])
    .map((kind) => ({ kind, secret: SECRETS_OF[kind].needs }))
    .filter(({ secret }) => secrets[secret] === undefined)
