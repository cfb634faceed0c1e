import type { KnownError } from './known-error.ts'

/** Failures on the way to Fly and at its door: the proxy of this machine, the token, the app and its organization. */
export const ACCESS_ERRORS: readonly KnownError[] = [
  // The proxy of this machine, as Go's HTTP client words its refusal of CONNECT
  {
    code: 'fly-proxy',
    when: /[A-Z][a-z]+ "https?:[^"]*": (Proxy Authentication Required|Forbidden|Method Not Allowed)$/m,
    what: (found) => `The proxy of this machine (HTTPS_PROXY) refuses to connect to Fly (${found[1]}).`,
    hint: 'Allow api.fly.io, api.machines.dev and registry.fly.io on the proxy; if it asks for credentials, set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT, percent-encoded.',
  },
  {
    code: 'fly-network',
    when: /\bproxyconnect\b|[A-Z][a-z]+ "https?:[^"]*": (?:Bad Gateway|Service Unavailable|Gateway Timeout)$/m,
    retry: true,
    what: () => 'The proxy of this machine (HTTPS_PROXY) could not be reached, or could not connect to Fly.',
    hint: 'Correct HTTPS_PROXY, or unset it if this machine can reach Fly without a proxy.',
  },
  // The token
  {
    code: 'fly-token-missing',
    when: /no access token available/,
    what: () => 'flyctl found no token.',
    hint: 'Set FLY_API_TOKEN to a token from `flyctl tokens create org` or `flyctl tokens create deploy`.',
  },
  {
    code: 'fly-token-rejected',
    when: /You must be authenticated to view this|not authenticated|invalid token|token (?:is |has )?expired/i,
    what: () => 'Fly does not accept the token: it is wrong, expired or revoked.',
    hint: 'Create a new one (`flyctl tokens create org`) and store it as FLY_API_TOKEN, without quotes around it.',
  },
  {
    code: 'fly-token-too-narrow',
    when: /\bunauthorized\b|Not authorized to access|\(status 40[13]\)|permission denied by policy/i,
    what: (_, app) => `The Fly token may not do this on app ${app}.`,
    hint: (_, app) =>
      `Use a token that may deploy ${app}: \`flyctl tokens create org\`, or a deploy token of each app (\`flyctl tokens create deploy -a ${app}\`), several joined by a comma. Read-only tokens can only verify.`,
  },
  // The app
  {
    code: 'fly-app-missing',
    when: /Could not find App|app not found/i,
    what: (_, app) => `App ${app} does not exist at Fly, or the token cannot access it.`,
    hint: (_, app) =>
      `Check the name and the token's organization. Create a missing app once with \`flyctl apps create ${app}\`.`,
  },
  {
    code: 'fly-app-taken',
    when: /Name has already been taken/,
    what: (_, app) => `The name ${app} is taken by an app that this token cannot see.`,
    hint: 'App names are unique across all of Fly. Choose another name, or use a token of the organization that owns it.',
  },
  {
    code: 'fly-app-name',
    when: /Name may only contain|Name is (?:invalid|too long)/,
    what: (_, app) => `Fly refuses the app name ${app}.`,
    hint: 'Use lowercase letters, digits and dashes.',
  },
  {
    code: 'fly-organization',
    when: /organization (\S+) not found/,
    what: (found) => `Organization ${found[1]} does not exist, or the token cannot access it.`,
    hint: 'Set `monitoring.organization` to its slug, as `flyctl orgs list` shows it, and use a token of that organization; app tokens can neither access organizations nor create apps.',
  },
  {
    code: 'fly-organization',
    when: /org slug must be specified/,
    what: () => 'The app does not exist, and flyctl does not know in which organization to create it.',
    hint: 'Set `monitoring.organization`.',
  },
  {
    code: 'fly-app-unnamed',
    when: /the config for your app is missing an app name/,
    what: () => 'The Fly configuration does not name an app.',
    hint: 'Add `app = "…"` to it.',
  },
]
