import { capitalised } from '../../lib/text.ts'
import type { ReasonClass } from '../reason-classes.ts'
import { type Circumstances, describePlace } from './circumstances.ts'
import { type ReasonText, reason } from './reason-forms.ts'

/**
 * The texts of failures whose causes differ where a target is not on Fly: Prometheus reaches it over the public Internet or
 * another network, and flyctl knows nothing about it. Every other class has one text, in `reason-texts.ts`.
 */
export const STATIC_TEXTS: Partial<Record<ReasonClass, (c: Circumstances) => ReasonText>> = {
  'not-discovered': (c) =>
    reason(
      'proven',
      `Prometheus has no target for ${describePlace(c)} in the job ${c.service}: the running configuration does not have this address.`,
      'Deploy the monitoring app again, with this configuration.',
    ),
  dns: (c) =>
    reason(
      'proven',
      `The name in ${describePlace(c)} does not resolve on the machine of Prometheus.`,
      `Correct addresses of ${c.service}: a name that only a private network or a VPN knows does not exist on Fly.`,
    ),
  refused: (c) =>
    reason(
      'proven',
      `Nothing listens on ${describePlace(c)}: the service is not running, uses another port, or listens on localhost only.`,
      `Start ${c.service}, and compare the port with addresses in the configuration.`,
    ),
  unreachable: (c) =>
    reason(
      'proven',
      `There is no route from the machine of Prometheus to ${describePlace(c)}: the address is in another private network, or a firewall rejects the request.`,
      'Use an address that can be reached from the Internet, or a WireGuard peer in the private network of Fly.',
    ),
  timeout: (c) =>
    reason(
      'inferred',
      `${capitalised(describePlace(c))} did not answer within the scrape timeout: a firewall drops the request, the address is in another private network, or the service hangs.`,
      `Allow requests from the machine of Prometheus in the firewall, and measure ${c.path} from outside; a slow endpoint needs a longer scrape_timeout.`,
    ),
  reset: (c) =>
    reason(
      'proven',
      `${capitalised(describePlace(c))} accepted the connection and closed it without an answer: the service crashed on the request, a firewall or proxy ended it, or the port speaks TLS or another protocol.`,
      `Set scheme: https for ${c.service} if the port speaks TLS, or correct the port in addresses.`,
    ),
  scheme: (c) =>
    reason(
      'proven',
      `${capitalised(describePlace(c))} is scraped over HTTPS, but speaks plain HTTP.`,
      `Remove scheme: https of ${c.service}, or use its port with TLS.`,
    ),
  'http-status': (c) =>
    /status 400/.test(c.lastError)
      ? reason(
          'inferred',
          `${c.service} answers HTTP 400; a port that expects TLS answers plain HTTP like this.`,
          `Set scheme: https for ${c.service}, or correct the port in addresses.`,
        )
      : reason(
          'proven',
          `${c.service} does not answer ${c.path} with 200.`,
          `Request ${c.path} yourself, and read the log of the service.`,
        ),
  'not-found': (c) =>
    reason(
      'proven',
      `Something answers on ${describePlace(c)}, but has no ${c.path} (HTTP 404).`,
      `Set path of ${c.service} to where it serves metrics, or correct the port in addresses.`,
    ),
  html: (c) =>
    reason(
      'proven',
      `${capitalised(describePlace(c))} answers ${c.path} with a web page: this is a web server, a front end or a login page, not the metrics endpoint.`,
      `Set path of ${c.service}, or correct addresses.`,
    ),
}
