import { capitalised } from '../../lib/text.ts'
import type { ReasonClass } from '../reason-classes.ts'
import { tlsFailure, unauthorized } from './access-reasons.ts'
import {
  type Circumstances,
  describePlace,
  healthSentence,
  isSeveral,
  machineIds,
  machinesPronoun,
  machinesWithVerb,
} from './circumstances.ts'
import { noMetricsSection, scrapeFailed } from './fly-reasons.ts'
import {
  contentType,
  emptyPage,
  flapping,
  logs,
  notHttp,
  notStored,
  overLimit,
  parseError,
  type ReasonText,
  reason,
  redirect,
  refused,
  restarting,
  shell,
} from './reason-forms.ts'

type DescribeReason = (c: Circumstances) => ReasonText

const WAIT_FOR_SCRAPE =
  'Wait one scrape interval and verify again; if the problem persists, Prometheus is overloaded: see flyctl status and flyctl logs of its app.'

/** The texts of every class of failure, in terms of the platform. */
export const REASON_TEXTS: Record<ReasonClass, DescribeReason> = {
  'no-machines': (c) =>
    reason(
      'proven',
      `App ${c.app} has no machine that runs ${c.service}: 0 targets of 0 prove nothing.`,
      `Deploy the app, or check app and process of the service in the configuration: flyctl machine list -a ${c.app}.`,
    ),
  stopped: (c) =>
    reason(
      'proven',
      `${machinesWithVerb(c)} ${c.machineState}; a machine that does not run is not in Fly's DNS, so Prometheus does not notice that it is missing. ` +
        'Scrapes go over the private network, which never wakes a machine.',
      `Start ${machinesPronoun(c)} (flyctl machine start ${machineIds(c)} -a ${c.app}) and set auto_stop_machines = "off"; or set may_stop: true if ${machinesPronoun(c)} may sleep.`,
    ),
  'no-metrics-section': noMetricsSection,
  'scrape-failed': scrapeFailed,
  'not-discovered': (c) =>
    reason(
      c.machineState === 'started' ? 'proven' : 'inferred',
      `${machinesWithVerb(c)} ${c.machineState}, but Prometheus has no target for ${describePlace(c)} in the job ${c.service}: ` +
        "Fly's DNS does not return it, or the running configuration has no such job.",
      `Compare the job ${c.service} in the running configuration with the app's name and port; look for "Error refreshing DNS targets" in the log of Prometheus.`,
    ),
  'not-scraped': (c) =>
    reason(
      'proven',
      `Prometheus has discovered ${describePlace(c)}, but has not scraped ${isSeveral(c) ? 'them' : 'it'} yet.`,
      WAIT_FOR_SCRAPE,
    ),
  stale: (c) =>
    reason(
      'proven',
      `Prometheus last scraped ${describePlace(c)} before this verification began; its state is out of date.`,
      WAIT_FOR_SCRAPE,
    ),
  dns: (c) =>
    reason(
      'proven',
      "The name of the target does not resolve: no such app or machine in this organization, the machine is stopped, or Fly's DNS fails.",
      `Check that app ${c.app} exists in the organization of Prometheus and has started machines: flyctl machine list -a ${c.app}.`,
    ),
  refused,
  unreachable: (c) =>
    reason(
      'proven',
      `No route to ${describePlace(c)}: the machine is gone or moved to another address, or it is in another private network than Prometheus.`,
      `Compare with flyctl machine list -a ${c.app}; both apps must be in the same organization and network.`,
    ),
  timeout: (c) =>
    reason(
      'proven',
      `${capitalised(describePlace(c))} did not answer within the scrape timeout: the service hangs or is slow, the machine is overloaded, or packets are lost on the way.` +
        (c.siblingUp ? ' Other services of the same machine answer in time.' : '') +
        healthSentence(c),
      `Measure ${c.path} on the machine itself: ${shell(c)}, then ask localhost:${c.port}${c.path}.`,
    ),
  reset: (c) =>
    reason(
      'proven',
      `${capitalised(describePlace(c))} accepted the connection and closed it without an answer: the service crashed on the request, or the port speaks TLS or another protocol.`,
      `Check that port ${c.port} is the metrics port of ${c.service}, and read its log: ${logs(c)}.`,
    ),
  'not-http': notHttp,
  tls: tlsFailure,
  scheme: (c) =>
    reason(
      'proven',
      `The running configuration scrapes ${describePlace(c)} over HTTPS, but it speaks plain HTTP.`,
      'Remove scheme: https from the scrape job: the private network is encrypted already.',
    ),
  auth: unauthorized,
  'not-found': (c) =>
    reason(
      'proven',
      `Something answers on ${describePlace(c)}, but has no ${c.path} (HTTP 404).`,
      `Set path of ${c.service} to where it serves metrics, or port: the public port of a service often has no metrics.`,
    ),
  'server-error': (c) =>
    reason('proven', `${c.service} fails when it is asked for ${c.path}.`, `Read its log: ${logs(c)}.`),
  'http-status': (c) =>
    /status 400/.test(c.lastError)
      ? reason(
          'inferred',
          `${c.service} answers HTTP 400; a port that expects TLS answers plain HTTP like this.`,
          `Serve metrics over plain HTTP on port ${c.port}, or set the right port.`,
        )
      : reason(
          'proven',
          `${c.service} does not answer ${c.path} with 200.`,
          /status 429/.test(c.lastError)
            ? `Exempt ${c.path} from rate limiting.`
            : `Read its log: ${logs(c)}.`,
        ),
  redirect,
  html: (c) =>
    reason(
      'proven',
      `${capitalised(describePlace(c))} answers ${c.path} with a web page: this is a web server or front end, not the metrics endpoint.`,
      `Set the metrics port of ${c.service}; single-page apps answer any path with their start page.`,
    ),
  'content-type': contentType,
  encoding: (c) =>
    reason(
      'proven',
      `${c.service} announces compression, but what it sends is not compressed that way.`,
      'Correct the Content-Encoding header or the compression of the metrics endpoint; Prometheus reads gzip only.',
    ),
  truncated: (c) =>
    reason(
      'proven',
      `The answer of ${describePlace(c)} breaks off: shorter than announced.`,
      `The service crashes while it writes, or its Content-Length is wrong: ${logs(c)}.`,
    ),
  parse: parseError,
  limit: overLimit,
  'local-config': () =>
    reason(
      'proven',
      'Prometheus cannot read a file that its configuration refers to, so it sends no request.',
      'Deploy the monitoring app again; the secret behind the file may be missing: flyctl secrets list of the monitoring app.',
    ),
  empty: emptyPage,
  'samples-lost': (c) =>
    reason(
      'inferred',
      `Prometheus scraped ${c.service} but did not store ${c.lost} of its samples: the same series twice in one answer, or explicit timestamps that are in the future or so old (more than 5 minutes) that no query for the present finds them.`,
      'Do not send timestamps, and send each series once; Prometheus logs "Error on ingesting …" with the count.',
    ),
  flapping,
  restarting,
  'not-stored': notStored,
  unknown: (c) =>
    reason(
      'inferred',
      `The scrape of ${describePlace(c)} fails with an error that this action does not know.`,
      `See the error of Prometheus, and the log of the service: ${logs(c)}.`,
    ),
}
