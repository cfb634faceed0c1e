import type { Entry } from '../rule.ts'

const error = (code: Entry['code'], what: string, why: string): Entry => ({
  code,
  severity: 'error',
  what,
  why,
})

/** What can be wrong with the inputs of a run. */
export const inputEntries: readonly Entry[] = [
  error(
    'input/workspace',
    'There is no repository where the runner says it is.',
    'The step that checks it out is missing, or comes later.',
  ),
  error(
    'input/working-directory',
    'The working directory is not a folder of the repository.',
    'All paths are relative to it.',
  ),
  error('input/value', 'An input has a value that is not valid.', 'It would fail later, and less clearly.'),
  error('input/not-yet', 'An input belongs to a later release.', 'It would have no effect yet.'),
  error(
    'input/incomplete-group',
    'Of inputs that belong together only some are given.',
    'Often a secret is empty: pull requests from forks get none.',
  ),
  error(
    'input/url',
    'An input should be an address and is not.',
    'It has to be complete, and starts with https://.',
  ),
  error(
    'input/url-http',
    'An address would send a secret over plain HTTP.',
    "Everyone on the way can read it. Plain HTTP is accepted for localhost and for Fly's private network.",
  ),
  error('input/url-credentials', 'An address contains a user or a password.', 'Addresses end up in logs.'),
  error('input/timeout', '`timeout` is not a duration, or is out of range.', 'Use a duration such as 15m.'),
  error(
    'input/password',
    'The password of Prometheus cannot be used.',
    'Prometheus is on a public address, so a password of fewer than 12 characters can be guessed; white space at its ends gets lost on the way, and bcrypt ignores what comes after 72 bytes.',
  ),
  error('input/fly-token-missing', 'There is no Fly token.', 'Only plan and dashboards work without one.'),
  error('input/fly-token-quoted', 'The Fly token is in quotes.', 'flyctl takes them as part of it.'),
  error(
    'input/fly-token-broken',
    'The Fly token contains white space or a line break.',
    'A copy from a terminal may have been wrapped.',
  ),
  error(
    'input/grafana-missing',
    '`mode: dashboards` has no Grafana.',
    'There is nothing else that it could do.',
  ),
  error(
    'input/grafana-token',
    'The token is one for Grafana Cloud, not for Grafana itself.',
    'Grafana accepts tokens of service accounts (glsa_…) alone.',
  ),
  error('input/flyctl-version', 'The version of flyctl is not valid.', 'Use a version such as 0.4.87.'),
  error(
    'input/flyctl-sha256',
    'The digest of flyctl is not valid, or is not known for this version.',
    'Nothing is downloaded without one.',
  ),
  error(
    'input/name-conflict',
    'An input gives a name, and there is a configuration file that gives it too.',
    'The input would have no effect.',
  ),
]
