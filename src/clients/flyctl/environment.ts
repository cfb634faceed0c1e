import { proxyVariables } from '../../lib/proxy.ts'

/**
 * Variables of this process that flyctl receives, in addition to every `FLY_*` and the proxies: those that a program
 * needs to run, to find certificates and to label an image, and those by which a runner finds leftover processes of a
 * job. Everything else is withheld: flyctl does not need the inputs and tokens of other systems.
 */
const PASSED =
  /^(?:FLY_.*|PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*|CI|GITHUB_(?:ACTIONS|REPOSITORY|SHA|REF|REF_NAME|RUN_ID|SERVER_URL)|SSL_CERT_(?:FILE|DIR)|RUNNER_TRACKING_ID|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|SYSTEMROOT)$/i

/**
 * Not passed: FLY_ACCESS_TOKEN would override the token, the annotation switch makes flyctl print workflow commands,
 * FLY_JSON and FLY_APP change what commands print or do.
 */
const REFUSED = new Set(['FLY_ACCESS_TOKEN', 'FLY_GHA_ERROR_ANNOTATION', 'FLY_JSON', 'FLY_APP'])

/**
 * flyctl deploy sends its token over plain HTTP to port 4318 of its trace collector, whatever is set here. No TCP
 * connection can be made to the broadcast address, and trying fails at once (measured). Nothing overrides this.
 */
const TRACE_COLLECTOR = '255.255.255.255'

/** Switches off what flyctl sends to others; a variable that the user set wins. */
const QUIET: Readonly<Record<string, string>> = {
  FLY_SEND_METRICS: '0',
  FLY_NO_UPDATE_CHECK: '1',
  FLY_NO_INCIDENTS_CHECK: '1',
  FLY_SYNTHETICS_AGENT: '0',
}

/** The whole environment of a flyctl process. */
export function flyctlEnvironment(
  own: Readonly<Record<string, string | undefined>>,
  given: { token: string; configDir: string },
): Record<string, string> {
  const env: Record<string, string> = { ...QUIET }
  for (const [name, value] of Object.entries(own))
    if (value !== undefined && PASSED.test(name) && !REFUSED.has(name)) env[name] = value
  return {
    ...env,
    ...proxiesOf(own),
    FLY_TRACE_COLLECTOR_URL: TRACE_COLLECTOR,
    FLY_API_TOKEN: given.token,
    FLY_CONFIG_DIR: given.configDir,
    NO_COLOR: '1',
  }
}

/** The collector is contacted over HTTP: a proxy would receive the request with the token. */
function proxiesOf(own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const proxies = proxyVariables(own)
  if (proxies.HTTP_PROXY === undefined) return proxies
  return { ...proxies, NO_PROXY: [proxies.NO_PROXY, TRACE_COLLECTOR].filter(Boolean).join(',') }
}
