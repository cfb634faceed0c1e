import type { KnownError } from './known-error.ts'

const ONE_DEPLOY =
  'Let one deploy run at a time (`concurrency:` in the workflow) and run again: what is there is used, nothing is made twice.'

/**
 * From flyctl's error text to what happened and what to do; the first match counts. Texts recorded from flyctl
 * 0.4.88; the same condition has several, as some come from Fly's GraphQL API and some from its machines API.
 */
export const KNOWN_ERRORS: readonly KnownError[] = [
  // The proxy of this machine, in the words of Go's HTTP client: what it answers to CONNECT in place of a connection
  {
    code: 'fly-proxy',
    when: /[A-Z][a-z]+ "https?:[^"]*": (Proxy Authentication Required|Forbidden|Method Not Allowed)$/m,
    what: (found) => `The proxy of this machine (HTTPS_PROXY) refuses to connect to Fly (${found[1]}).`,
    hint: 'Allow api.fly.io, api.machines.dev and registry.fly.io on the proxy; where it asks for credentials, set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT, percent-encoded.',
  },
  {
    code: 'fly-network',
    when: /\bproxyconnect\b|[A-Z][a-z]+ "https?:[^"]*": (?:Bad Gateway|Service Unavailable|Gateway Timeout)$/m,
    retry: true,
    what: () => 'The proxy of this machine (HTTPS_PROXY) could not be reached, or could not connect to Fly.',
    hint: 'Correct HTTPS_PROXY, or unset it if this machine reaches Fly without a proxy.',
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
    what: (_, app) => `The token sees no app ${app} at Fly.`,
    hint: (_, app) =>
      `Check the name and the token's organization. An app is created once with \`flyctl apps create ${app}\`.`,
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
    what: (found) => `The token sees no organization ${found[1]}.`,
    hint: 'Set `monitoring.organization` to its slug, as `flyctl orgs list` shows it, and use a token of that organization; tokens of single apps see none and cannot create apps.',
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
    what: () => 'The Fly configuration names no app.',
    hint: 'Add `app = "…"` to it.',
  },
  // Volumes and regions
  {
    code: 'fly-region',
    when: /region (\S+) not found|region code must be specified/,
    what: (found) => (found[1] ? `Fly has no region ${found[1]}.` : 'A region is needed.'),
    hint: 'Set `monitoring.region` to a code from `flyctl platform regions`.',
  },
  {
    code: 'fly-volume-region',
    when: /needs an unattached volume named '([^']*)' in region '([^']*)'/,
    what: (found) =>
      `Region ${found[2]} has no free volume ${found[1]}; a volume cannot move to another region.`,
    hint: 'Set the region to that of the volume (`flyctl volumes list`), or create one there.',
  },
  {
    code: 'fly-volume-missing',
    when: /requires an unattached '([^']*)' volume|needs volumes with name '([^']*)'/,
    what: (found) => `The machine needs a volume ${found[1] ?? found[2]} that does not exist.`,
    hint: 'Create it with `flyctl volumes create`, in the region of the machine.',
  },
  {
    code: 'fly-volume-attached',
    when: /volume (\S+) is already attached to machine (\S+)/,
    what: (found) => `Volume ${found[1]} is held by machine ${found[2]}, which appeared meanwhile.`,
    hint: ONE_DEPLOY,
  },
  {
    code: 'fly-volume-renamed',
    when: /can't update the attached volume/,
    what: () => 'The machine holds a volume of another name, and flyctl cannot swap the volume of a machine.',
    hint: 'Use the name that `flyctl volumes list` shows for the attached volume.',
  },
  {
    code: 'fly-volume-detached',
    when: /has a volume mounted but app config does not specify a volume/,
    anywhere: true,
    what: () => 'The machine holds a volume, but the Fly configuration has no [mounts] for it.',
    hint: 'Add the [mounts] section back, or destroy the machine by hand if its data is not needed.',
  },
  {
    code: 'fly-confirmation',
    when: /yes flag must be specified/,
    what: () => 'flyctl asked a question that nobody is there to answer.',
    hint: 'Run the same command by hand once to see the question.',
  },
  // Secrets
  {
    code: 'fly-secret-missing',
    when: /secret (\S+) not found/,
    what: (found) => `The machine needs the secret ${found[1]}, which is not set.`,
    hint: 'Set it with `flyctl secrets set --stage`; a secret for [[files]] must hold base64.',
  },
  {
    code: 'fly-secret-name',
    when: /invalid secret name/,
    what: () => 'Fly refuses the name of a secret.',
    hint: 'Use letters, digits and underscores.',
  },
  {
    code: 'fly-secret-format',
    when: /Failed to parse secrets from stdin|requires at least one SECRET=VALUE pair/,
    what: () => 'flyctl could not read the secrets that were handed to it.',
    hint: 'This is a fault of deploy-monitoring or a flyctl that reads secrets in another way: please report it.',
  },
  // Image and build
  {
    code: 'fly-image-missing',
    when: /Could not find image "?([^"\s]+)"?/,
    what: (found) => `Fly cannot find the image ${found[1]}.`,
    hint: 'Check name, tag and digest; a private image must be in registry.fly.io.',
  },
  {
    code: 'fly-builder',
    when: /ensure depot builder failed|remote builder|builder .*(?:unavailable|unreachable)|failed to (?:connect|dial) .*build/i,
    retry: true,
    what: () => "Fly's remote builder is not available.",
    hint: 'Run again later, or name a ready image with `image`.',
  },
  {
    code: 'fly-build',
    when: /failed to fetch an image or build from source(?!.*status code)/,
    what: () => 'The image could not be built.',
    hint: "The build's own output is in the log above; `flyctl deploy` by hand shows the same.",
  },
  // The Fly configuration
  {
    code: 'fly-file-missing',
    when: /could not read file (.+?): open/,
    what: (found) => `[[files]] names ${found[1]}, which does not exist.`,
    hint: '`local_path` counts from the folder of the Fly configuration.',
  },
  {
    code: 'fly-config-missing',
    when: /config file not found at specified path/,
    what: () => 'The Fly configuration does not exist.',
    hint: 'Check `config` of the app.',
  },
  {
    code: 'fly-config-missing',
    when: /could not create a fly\.toml from any machines/,
    what: (_, app) => `App ${app} was never deployed and there is no Fly configuration for it.`,
    hint: 'Check `config` of the app.',
  },
  {
    code: 'fly-config-invalid',
    when: /failed loading app config|App configuration is not valid|strict validation failed|cannot unmarshal/,
    what: () => 'flyctl does not accept the Fly configuration.',
    hint: '`flyctl config validate --strict` shows each finding.',
  },
  {
    code: 'fly-release',
    when: /failed to create release \(status 5\d\d\)/,
    what: () => "Fly's API failed before anything was deployed.",
    hint: 'See https://status.flyio.net and run again.',
  },
  // Machines
  {
    code: 'fly-health',
    when: /timeout reached waiting for health checks to pass for machine (\w+)/,
    what: (found) => `The health checks of machine ${found[1]} did not pass in time.`,
    hint: (_, app) =>
      `The machine runs the new version. See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`.`,
  },
  {
    code: 'fly-crash',
    when: /smoke checks for (\w+) failed: the app appears to be crashing/,
    what: (found) => `The program on machine ${found[1]} crashes after its start.`,
    hint: (_, app) => `\`flyctl logs -a ${app}\` shows why.`,
  },
  {
    code: 'fly-start-timeout',
    when: /timeout reached waiting for machine's state to change/,
    what: () => 'A machine did not start in time, or its program ended at once.',
    hint: (_, app) => `\`flyctl logs -a ${app}\` shows why; a slow start needs a longer \`timeout\`.`,
  },
  {
    code: 'fly-lease',
    when: /lease currently held by (.*), expires at (\S+)/,
    what: (found) => `Another deploy is working on the machine (${found[1]}, until ${found[2]}).`,
    hint: ONE_DEPLOY,
  },
  {
    code: 'fly-capacity',
    when: /lack of capacity|insufficient resources|no capacity/i,
    what: () => 'Fly has no room for the machine on its host or in its region.',
    hint: 'Try again later, or choose another region.',
  },
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
    what: () => 'This flyctl does not know a command or flag that is needed.',
    hint: 'Update flyctl, or take it off PATH so that a tested version is downloaded.',
  },
  {
    code: 'fly-rate-limited',
    when: /rate limit|too many requests|status(?: code)?:? 429/i,
    retry: true,
    what: () => 'Fly limits the rate of requests, and they kept coming too fast.',
    hint: 'Run again in a minute; fewer deploys at the same time help.',
  },
  {
    code: 'fly-api',
    when: /status(?: code)?:? 5\d\d|internal server error|bad gateway|service unavailable|gateway timeout/i,
    retry: true,
    what: () => "Fly's API failed.",
    hint: 'See https://status.flyio.net and run again: what is there is used, nothing is made twice.',
  },
  {
    code: 'fly-network',
    when: /connection refused|connection reset|no such host|network is unreachable|no route to host|i\/o timeout|TLS handshake|x509|\bEOF$|deadline exceeded/i,
    retry: true,
    what: () => "Fly's API could not be reached.",
    hint: 'Check that the runner reaches api.fly.io and api.machines.dev.',
  },
]
