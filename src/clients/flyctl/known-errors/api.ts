import type { KnownError } from './known-error.ts'

/** Failures of flyctl itself, of the network, and of Fly's API. */
export const API_ERRORS: readonly KnownError[] = [
  // flyctl itself, the way to Fly, Fly's own trouble
  {
    code: 'fly-config-dir',
    when: /failed creating config directory/,
    what: () => 'flyctl could not create its configuration folder.',
    hint: "Make the runner's temporary folder (RUNNER_TEMP) writable.",
  },
  {
    code: 'fly-flyctl-version',
    when: /unknown (?:flag|command|shorthand flag)/,
    what: () => 'This flyctl does not support a command or flag that is needed.',
    hint: 'Update flyctl, or remove it from PATH so that a tested version is downloaded.',
  },
  {
    code: 'fly-rate-limited',
    when: /rate limit|too many requests|(?:status|code|error|fault|http):? 429\b/i,
    retry: true,
    what: () => 'Fly limits the rate of requests, and rejected the retries as well.',
    hint: 'Run again in a minute; fewer deploys at the same time help.',
  },
  {
    code: 'fly-api',
    when: /(?:status|code|error|fault|http):? 5\d\d\b|internal server error|bad gateway|service unavailable|gateway timeout|decoding response: /i,
    retry: true,
    what: () => "Fly's API failed.",
    hint: 'See https://status.flyio.net and run again: existing resources are reused, nothing is created twice.',
  },
  {
    code: 'fly-network',
    when: /connection refused|connection reset|no such host|network is unreachable|no route to host|i\/o timeout|TLS handshake|x509|\bEOF$|deadline exceeded/i,
    retry: true,
    what: () => "Fly's API could not be reached.",
    hint: 'Check that this machine can reach api.fly.io and api.machines.dev.',
  },
]
