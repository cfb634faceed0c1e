import { SAMPLES_PER_MB } from '../../config/limits.ts'
import type { Certainty, Reason, ReasonClass } from '../evidence.ts'
import {
  type Circumstances,
  capitalised,
  describePlace,
  healthSentence,
  machineIds,
  machinesPronoun,
  machinesWithVerb,
} from './circumstances.ts'

type Told = Pick<Reason, 'why' | 'next' | 'certainty'>
type DescribeReason = (c: Circumstances) => Told

const told = (certainty: Certainty, why: string, next: string): Told => ({ certainty, why, next })

const logs = (c: Circumstances): string => `flyctl logs -a ${c.app}`

/** Every class of failure in the platform's terms. */
export const REASON_TEXTS: Record<ReasonClass, DescribeReason> = {
  'no-machines': (c) =>
    told(
      'proven',
      `App ${c.app} has no machine that runs ${c.service}: 0 targets of 0 prove nothing.`,
      `Deploy the app, or check app and process of the service in the configuration: flyctl machine list -a ${c.app}.`,
    ),
  stopped: (c) =>
    told(
      'proven',
      `${machinesWithVerb(c)} ${c.machineState}; a machine that does not run is not in Fly's DNS, so Prometheus does not even see that it is missing. ` +
        'Scrapes go over the private network, which never wakes a machine.',
      `Start ${machinesPronoun(c)} (flyctl machine start ${machineIds(c)} -a ${c.app}) and set auto_stop_machines = "off"; or write may_stop: true if ${machinesPronoun(c)} may sleep.`,
    ),
  'not-discovered': (c) =>
    told(
      c.machineState === 'started' ? 'proven' : 'inferred',
      `${machinesWithVerb(c)} ${c.machineState}, but Prometheus has no target for ${describePlace(c)} in the job ${c.service}: ` +
        "what is missing is not in the answers of Fly's DNS, or the running configuration has no such job.",
      `Compare the job ${c.service} in the running configuration with the app's name and port; look for "Error refreshing DNS targets" in the log of Prometheus.`,
    ),
  'not-scraped': (c) =>
    told(
      'proven',
      `Prometheus knows of ${describePlace(c)}, and has made no scrape there so far.`,
      'Wait one scrape interval and verify again; when it stays, Prometheus is overloaded: flyctl status and flyctl logs of its app.',
    ),
  stale: (c) =>
    told(
      'proven',
      `Prometheus last scraped ${describePlace(c)} before this verification began; what it says is about the past.`,
      'Wait one scrape interval and verify again; when it stays, Prometheus is overloaded: flyctl status and flyctl logs of its app.',
    ),
  dns: (c) =>
    told(
      'proven',
      "The name of the target does not resolve: no such app or machine in this organization, the machine is stopped, or Fly's DNS fails.",
      `Check that app ${c.app} exists in the organization of Prometheus and has started machines: flyctl machine list -a ${c.app}.`,
    ),
  refused: (c) =>
    told(
      'proven',
      `Nothing listens on ${describePlace(c)}: ${c.service} is not started yet, uses another port, or listens on 0.0.0.0 only; the private network is IPv6.` +
        (c.siblingUp ? ' Other services of the same machine answer, so machine and network are fine.' : '') +
        healthSentence(c),
      `Bind [::]:${c.port} instead of 0.0.0.0:${c.port}, and compare the port with the service's own log: ${logs(c)}.`,
    ),
  unreachable: (c) =>
    told(
      'proven',
      `No route to ${describePlace(c)}: the machine is gone or moved to another address, or it is in another private network than Prometheus.`,
      `Compare with flyctl machine list -a ${c.app}; both apps must be in the same organization and network.`,
    ),
  timeout: (c) =>
    told(
      'proven',
      `${capitalised(describePlace(c))} did not answer within the scrape timeout: the service hangs or is slow, the machine is overloaded, or packets are lost on the way.` +
        (c.siblingUp ? ' Other services of the same machine answer in time.' : '') +
        healthSentence(c),
      `Measure ${c.path} on the machine itself: flyctl ssh console -a ${c.app}, then ask localhost:${c.port}${c.path}.`,
    ),
  reset: (c) =>
    told(
      'proven',
      `${capitalised(describePlace(c))} accepted the connection and closed it without an answer: the service crashed on the request, or the port speaks TLS or another protocol.`,
      `Check that port ${c.port} is the metrics port of ${c.service}, and read its log: ${logs(c)}.`,
    ),
  'not-http': (c) =>
    told(
      'proven',
      `What listens on ${describePlace(c)} does not speak HTTP.`,
      `Port ${c.port} belongs to something else: set the metrics port of ${c.service} in the configuration.`,
    ),
  tls: (c) =>
    told(
      'proven',
      /Get "https:/.test(c.lastError)
        ? `TLS with the target failed: its certificate is not one that Prometheus trusts for this address. Services on the private network are scraped over plain HTTP, so ${c.path} seems to redirect to HTTPS.`
        : 'TLS with the target failed.',
      `Serve ${c.path} on port ${c.port} over plain HTTP, without a redirect: the private network is encrypted already.`,
    ),
  scheme: (c) =>
    told(
      'proven',
      `The running configuration scrapes ${describePlace(c)} over HTTPS, but it speaks plain HTTP.`,
      'Remove scheme: https from the scrape job: the private network is encrypted already.',
    ),
  auth: (c) =>
    told(
      'proven',
      `${c.service} refuses ${c.path} without credentials (HTTP 401 or 403).`,
      'Let the metrics endpoint answer without authentication on the private network, or check that the port is the metrics port and not the public API.',
    ),
  'not-found': (c) =>
    told(
      'proven',
      `Something answers on ${describePlace(c)}, but has no ${c.path} (HTTP 404).`,
      `Set path of ${c.service} to where it serves metrics, or port: the public port of a service often has no metrics.`,
    ),
  'server-error': (c) =>
    told('proven', `${c.service} fails when it is asked for ${c.path}.`, `Read its log: ${logs(c)}.`),
  'http-status': (c) =>
    /status 400/.test(c.lastError)
      ? told(
          'inferred',
          `${c.service} answers HTTP 400; a port that expects TLS says so to plain HTTP.`,
          `Serve metrics over plain HTTP on port ${c.port}, or name the right port.`,
        )
      : told(
          'proven',
          `${c.service} does not answer ${c.path} with 200.`,
          /status 429/.test(c.lastError)
            ? `Exempt ${c.path} from rate limiting.`
            : `Read its log: ${logs(c)}.`,
        ),
  redirect: (c) =>
    told(
      'proven',
      `${capitalised(describePlace(c))} answers ${c.path} with a redirect, which Prometheus does not follow: a target must not send it to another address.`,
      `Set path of ${c.service} to where it serves the metrics themselves; a redirect to a login or from HTTP to HTTPS must not apply to metrics.`,
    ),
  html: (c) =>
    told(
      'proven',
      `${capitalised(describePlace(c))} answers ${c.path} with a web page: this is a web server or front end, not the metrics endpoint.`,
      `Set the metrics port of ${c.service}; single-page apps answer any path with their start page.`,
    ),
  'content-type': (c) =>
    told(
      'proven',
      /blank Content-Type|Content-Type ""/.test(c.lastError)
        ? `${c.service} sends no Content-Type; Prometheus 3 insists on one.`
        : `${c.service} answers with a Content-Type that is not a metrics format.`,
      'Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol; for application/json the port or path is wrong.',
    ),
  encoding: (c) =>
    told(
      'proven',
      `${c.service} announces compression, but what it sends is not compressed that way.`,
      'Correct the Content-Encoding header or the compression of the metrics endpoint.',
    ),
  truncated: (c) =>
    told(
      'proven',
      `The answer of ${describePlace(c)} breaks off: shorter than announced.`,
      `The service crashes while it writes, or its Content-Length is wrong: ${logs(c)}.`,
    ),
  parse: (c) => parseError(c),
  limit: (c) => overLimit(c),
  'local-config': () =>
    told(
      'proven',
      'Prometheus cannot read a file that its configuration names, so it sends no request at all.',
      'Deploy the monitoring app again; the secret behind the file may be missing: flyctl secrets list of the monitoring app.',
    ),
  empty: (c) =>
    told(
      'proven',
      `${c.service} answers with 200 and not a single sample: up, but blind. Either metrics are registered before the exporter is installed (and lost), or nothing exists before the first event.`,
      'Install the exporter first, then register; set gauges and unlabelled counters to 0 at start.',
    ),
  'samples-lost': (c) =>
    told(
      'inferred',
      `Prometheus scraped ${c.service} but did not store ${c.lost} of its samples: the same series twice in one answer, or timestamps of its own that are too old or in the future.`,
      'Do not send timestamps, and send each series once; Prometheus logs "Error on ingesting …" with the count.',
    ),
  unknown: (c) =>
    told(
      'inferred',
      `The scrape of ${describePlace(c)} fails in a way that we do not know.`,
      `See what Prometheus says, and the log of the service: ${logs(c)}.`,
    ),
}

/** What the answer has too much of, and where the limit comes from. */
function overLimit(c: Circumstances): Told {
  const thrownAway = 'so all of it is thrown away.'
  const grows = 'it grows with monitoring.vm.memory_mb'
  const fewer = 'Drop labels with many values (user ids, full paths)'
  if (/^sample limit/.test(c.lastError))
    return told(
      'proven',
      `${c.service} sends more samples at once than a target may (sample_limit, ${SAMPLES_PER_MB} for each MB of memory of Prometheus), ${thrownAway}`,
      `${fewer}; if every series is wanted, raise the limit: ${grows}.`,
    )
  if (/^body size limit/.test(c.lastError))
    return told(
      'proven',
      `The answer of ${c.service} has more bytes than a target may send (body_size_limit), ${thrownAway}`,
      `${fewer} and check that ${c.path} serves metrics and not a download; if all of it is wanted, raise the limit: ${grows}.`,
    )
  return told(
    'proven',
    `The answer of ${c.service} exceeds a limit of the scrape configuration, ${thrownAway}`,
    `${fewer}; raise the limit only when the series are wanted.`,
  )
}

function parseError(c: Circumstances): Told {
  const line = /while parsing: ("(?:[^"\\]|\\.)*")/s.exec(c.lastError)?.[1]
  const why = `What ${describePlace(c)} sends is not in the text format of metrics`
  if (line !== undefined)
    return told('proven', `${why}; the offending line is ${line}.`, 'Correct this line in the exporter.')
  if (/"INVALID" is not a valid start token/.test(c.lastError))
    return told(
      'inferred',
      `${why}: it does not even start like it. Usually it is a web page or JSON, hence the wrong port or path.`,
      `Ask ${c.path} on port ${c.port} by hand and compare: flyctl ssh console -a ${c.app}.`,
    )
  if (/does not end with # EOF/.test(c.lastError))
    return told(
      'proven',
      `${c.service} announces OpenMetrics, but its answer does not end with "# EOF".`,
      'End the answer with "# EOF", or announce text/plain; version=0.0.4.',
    )
  return told('proven', `${why}.`, 'Correct the exporter; promtool check metrics reads its output.')
}
