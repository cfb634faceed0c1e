import type { Circumstances } from './circumstances.ts'
import { type ReasonText, reason } from './reason-forms.ts'

/** HTTP 401 or 403: without credentials, or with those that the configuration names. */
export function unauthorized(c: Circumstances): ReasonText {
  const { credentials } = c
  if (credentials)
    return reason(
      'proven',
      `${c.service} refuses ${c.path} (HTTP 401 or 403), although the scrape sends the credentials of \`${credentials.key}\`.`,
      `Compare the value of ${credentials.variable} with what ${c.service} expects, and deploy again after a change: the monitoring machine has the value of the last deploy.`,
    )
  return reason(
    'proven',
    `${c.service} refuses ${c.path} without credentials (HTTP 401 or 403).`,
    c.isOnFly
      ? `Let the metrics endpoint answer without authentication on the private network, set authorization or basic_auth for ${c.service}, or check that the port is the metrics port and not the public API.`
      : `Set authorization or basic_auth for ${c.service}, or check that the address is that of the metrics.`,
  )
}

/** A failed handshake: of a target that is scraped over HTTPS, or of one that redirects there. */
export function tlsFailure(c: Circumstances): ReasonText {
  const isHttps = c.scrapeUrl?.startsWith('https:') ?? !c.isOnFly
  if (!isHttps)
    return reason(
      'proven',
      'TLS with the target failed.',
      `Serve ${c.path} on port ${c.port} over plain HTTP, without a redirect: the private network is encrypted already.`,
    )
  return reason(
    'proven',
    'TLS with the target failed: Prometheus does not accept its certificate, or the two have no version of TLS in common.',
    `Set tls_config.server_name of ${c.service} to the name in the certificate (machines are scraped by their addresses), or insecure_skip_verify for a certificate that no public authority has signed.`,
  )
}
