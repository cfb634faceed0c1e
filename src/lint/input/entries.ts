import type { Entry } from '../rule.ts'

const error = (code: Entry['code'], what: string, why: string): Entry => ({
  code,
  severity: 'error',
  what,
  why,
})

/** The diagnostics of the inputs of a run. */
export const inputEntries: readonly Entry[] = [
  error(
    'input/workspace',
    'The workspace of the runner does not contain a repository.',
    'The checkout step is missing, or comes later.',
  ),
  error(
    'input/working-directory',
    'The working directory is not a folder of the repository.',
    'All paths are relative to it.',
  ),
  error(
    'input/value',
    'An input has a value that is not valid.',
    'The run would fail later, with a less clear message.',
  ),
  error(
    'input/incomplete-group',
    'Only some of the inputs that belong together are set.',
    'Often a secret is empty: pull requests from forks get no secrets.',
  ),
  error('input/url', 'An input is not a valid address.', 'It must be complete and start with https://.'),
  error(
    'input/url-http',
    'An address would send a secret over plain HTTP.',
    "Anyone on the network path can read it. Plain HTTP is accepted for localhost and for Fly's private network.",
  ),
  error('input/url-credentials', 'An address contains a user or a password.', 'Addresses end up in logs.'),
  error('input/timeout', '`timeout` is not a duration, or is out of range.', 'Use a duration such as 15m.'),
  error(
    'input/password',
    'The password of Prometheus cannot be used.',
    'Prometheus is on a public address, so a password of fewer than 12 characters can be guessed; white space at its start or end can be lost, and bcrypt ignores everything after 72 bytes.',
  ),
  error(
    'input/fly-token-missing',
    'The Fly token is missing.',
    'Only the modes `plan` and `dashboards` work without one.',
  ),
  error(
    'input/fly-token-quoted',
    'The Fly token is in quotes.',
    'flyctl treats the quotes as part of the token.',
  ),
  error(
    'input/fly-token-broken',
    'The Fly token contains white space or a line break.',
    'A copy from a terminal may have been wrapped.',
  ),
  error(
    'input/grafana-missing',
    '`mode: dashboards` needs the address and the token of a Grafana.',
    'Without them there is nothing to do.',
  ),
  error(
    'input/grafana-token',
    'The token is for the Grafana Cloud API, not for Grafana.',
    'Grafana accepts only service account tokens (`glsa_…`).',
  ),
  error(
    'input/receiver',
    'The address or the key of a receiver is not valid.',
    'A URL where a token is expected, or the reverse, is found before anything is deployed.',
  ),
  error(
    'input/receiver-missing',
    '`alerts.notify` names a receiver whose address or key is not set.',
    'Alerts would not reach it. Often a secret is empty: pull requests from forks get no secrets.',
  ),
  error(
    'input/credentials',
    'The variable with the secret of a scrape is not set.',
    'The service would refuse every scrape. The configuration names the variable, and the step needs it in its `env`.',
  ),
  {
    code: 'input/heartbeat-unused',
    severity: 'warning',
    what: '`heartbeat-url` is set, and nothing pings it.',
    why: 'The Alertmanager of `alerts.notify` sends the pings. Grafana needs a contact point and a policy of its own.',
  },
  error('input/flyctl-version', 'The version of flyctl is not valid.', 'Use a version such as 0.4.111.'),
  error(
    'input/flyctl-sha256',
    'The digest of flyctl is not valid, or is not known for this version.',
    'flyctl is not downloaded without a digest.',
  ),
  error(
    'input/name-conflict',
    'An input sets a name that the configuration file sets.',
    'The input would have no effect.',
  ),
]
