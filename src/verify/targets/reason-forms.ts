import { SAMPLES_PER_MB } from '../../config/scrape-limits.ts'
import { capitalised, count, few } from '../../lib/text.ts'
import type { Certainty, Reason } from '../evidence.ts'
import { type Circumstances, describePlace, healthSentence, isSeveral } from './circumstances.ts'

export type ReasonText = Pick<Reason, 'why' | 'next' | 'certainty'>

export const reason = (certainty: Certainty, why: string, next: string): ReasonText => ({
  certainty,
  why,
  next,
})

/** Where the log of the service is. */
export const logs = (c: Circumstances): string =>
  c.isOnFly ? `flyctl logs -a ${c.app}` : 'on the machine that runs it'

/** Where to ask the service itself. */
export const shell = (c: Circumstances): string =>
  c.isOnFly ? `flyctl ssh console -a ${c.app}` : 'from a machine in the network of Prometheus'

/** Nothing listens: on one port, or on every port of an app, which has one cause. */
export function refused(c: Circumstances): ReasonText {
  const services = c.services ?? []
  if (services.length > 1)
    return reason(
      'proven',
      `Nothing listens on the metrics ports of ${few(services)} on ${describeMachines(c)}: the services listen on 0.0.0.0 only, use other ports, or are not started yet; the private network is IPv6.${healthSentence(c)}`,
      `Bind [::] instead of 0.0.0.0 in each of them, and compare the ports with their log: ${logs(c)}.`,
    )
  return reason(
    'proven',
    `Nothing listens on ${describePlace(c)}: ${c.service} is not started yet, uses another port, or listens on 0.0.0.0 only; the private network is IPv6.` +
      (c.siblingUp ? ' Other services of the same machine answer, so machine and network are fine.' : '') +
      healthSentence(c),
    `Bind [::]:${c.port} instead of 0.0.0.0:${c.port}, and compare the port with the service's own log: ${logs(c)}.`,
  )
}

const describeMachines = (c: Circumstances): string => {
  const machines = [...new Set(c.machines)]
  return machines.length === 1 ? `machine ${machines.join('')}` : count(machines.length, 'machine')
}

export function notHttp(c: Circumstances): ReasonText {
  // The first frame of an HTTP/2 server, SETTINGS, as Go quotes it.
  if (/malformed HTTP response "\\x00\\x00.\S*\\x04\\x00/.test(c.lastError))
    return reason(
      'proven',
      `What listens on ${describePlace(c)} speaks HTTP/2 without TLS only, as a gRPC server does; Prometheus asks with HTTP/1.1 there.`,
      `Serve ${c.path} over HTTP/1.1, usually on a port of its own, and set it as port of ${c.service}.`,
    )
  return reason(
    'proven',
    `What listens on ${describePlace(c)} does not speak HTTP.`,
    `Port ${c.port} belongs to something else: set the metrics port of ${c.service} in the configuration.`,
  )
}

/** A redirect that was not followed, or that led to a failure somewhere else. */
export function redirect(c: Circumstances): ReasonText {
  const exempt = `Exempt ${c.path} from the redirect (in Rails \`force_ssl\`, in Django \`SECURE_REDIRECT_EXEMPT\`, a login, a canonical host)`
  const to = redirectedTo(c.lastError, c.scrapeUrl)
  if (to === undefined)
    return reason(
      'proven',
      `${capitalised(describePlace(c))} answers ${c.path} with a redirect, which Prometheus does not follow: a target must not send it to another address. The port is right: the service redirects to HTTPS, to a login, to another host or to another path.`,
      `${exempt}, or set path of ${c.service} to where it serves the metrics themselves; \`curl -i\` on the machine shows where it leads: ${shell(c)}.`,
    )
  const isHttps = /^https:/.test(to) && !/^https:/.test(c.scrapeUrl ?? '')
  return reason(
    'proven',
    `${capitalised(describePlace(c))} answers ${c.path} with a redirect ${isHttps ? 'to HTTPS' : 'to another address'}, and the scrape fails there. The port is right: the service redirects.`,
    c.isOnFly
      ? `${exempt}: the private network is encrypted already, so ${c.path} can be served over plain HTTP.`
      : `${exempt}, or set scheme: https for ${c.service}.`,
  )
}

/** The URL that failed, when it is not the one that was scraped; the error names the last one of a chain of redirects. */
export function redirectedTo(lastError: string, scrapeUrl: string | undefined): string | undefined {
  const [, asked] = /^Get "((?:[^"\\]|\\.)*)": /.exec(lastError) ?? []
  if (asked === undefined || scrapeUrl === undefined || !URL.canParse(asked) || !URL.canParse(scrapeUrl))
    return undefined
  return new URL(asked).href === new URL(scrapeUrl).href ? undefined : asked
}

export function contentType(c: Circumstances): ReasonText {
  if (/application\/(?:[\w.-]+\+)?json/.test(c.lastError))
    return reason(
      'proven',
      `${capitalised(describePlace(c))} answers ${c.path} with JSON, which is not a metrics format.`,
      `Set path and port of ${c.service} to where it serves the Prometheus text format: many frameworks have their own metrics at the path that the client library would use.`,
    )
  return reason(
    'proven',
    /blank Content-Type|Content-Type ""/.test(c.lastError)
      ? `${c.service} sends no Content-Type; Prometheus 3 requires one.`
      : `${c.service} answers with a Content-Type that is not a metrics format.`,
    'Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol.',
  )
}

export function parseError(c: Circumstances): ReasonText {
  const line = /while parsing: ("(?:[^"\\]|\\.)*"?)/s.exec(c.lastError)?.[1]
  const why = `The answer of ${describePlace(c)} is not in the Prometheus text format`
  const ask = `Request ${c.path} on port ${c.port} yourself and compare: ${shell(c)}.`
  if (line !== undefined && /^"\s*(?:\{\\"|\{\}|\[)/.test(line))
    return reason('proven', `${why}: it is JSON, which begins with ${line}.`, ask)
  if (line !== undefined && /^"(?:\\ufeff|\ufeff|\\xef\\xbb)/.test(line))
    return reason('proven', `${why}: it begins with a byte order mark.`, 'Write it as UTF-8 without a mark.')
  if (line !== undefined && /^"\\x/.test(line))
    return reason(
      'inferred',
      `${why}: it is binary, probably compressed in a way that was not asked for (brotli, deflate, zstd). Prometheus accepts gzip only.`,
      `Exempt ${c.path} from the compression of the web server, or let it obey Accept-Encoding.`,
    )
  if (line !== undefined)
    return reason('proven', `${why}; the offending line is ${line}.`, 'Correct this line in the exporter.')
  if (/"INVALID" is not a valid start token/.test(c.lastError))
    return reason(
      'inferred',
      `${why}, not even at its start. Usually it is a web page or JSON, which means that port or path is wrong; or it is compressed in a way that was not asked for (brotli), or begins with a byte order mark.`,
      ask,
    )
  if (/does not end with # EOF/.test(c.lastError))
    return reason(
      'proven',
      `${c.service} announces OpenMetrics, but its answer does not end with "# EOF".`,
      'End the answer with "# EOF", or announce text/plain; version=0.0.4.',
    )
  return reason('proven', `${why}.`, 'Correct the exporter; promtool check metrics reads its output.')
}

/** Which limit the answer exceeds, and where the limit comes from. */
export function overLimit(c: Circumstances): ReasonText {
  const discarded = 'so Prometheus discards all of it.'
  const grows = 'it grows with monitoring.vm.memory_mb'
  const fewer = 'Drop labels with many values (user ids, full paths)'
  if (/^sample limit/.test(c.lastError))
    return reason(
      'proven',
      `${c.service} sends more samples at once than a target may (sample_limit, ${SAMPLES_PER_MB} for each MB of memory of Prometheus), ${discarded}`,
      `${fewer}; if every series is needed, raise the limit: ${grows}.`,
    )
  if (/^body size limit/.test(c.lastError))
    return reason(
      'proven',
      `The answer of ${c.service} has more bytes than a target may send (body_size_limit), ${discarded}`,
      `${fewer} and check that ${c.path} serves metrics and not a download; if all of it is needed, raise the limit: ${grows}.`,
    )
  return reason(
    'proven',
    `The answer of ${c.service} exceeds a limit of the scrape configuration, ${discarded}`,
    `${fewer}; raise the limit only if the series are needed.`,
  )
}

export function emptyPage(c: Circumstances): ReasonText {
  if (c.record?.lostPage)
    return reason(
      'proven',
      `${c.service} answers with HTTP 200, but without a single sample, ${c.record.empty > 1 ? `${c.record.empty} times in a row` : 'now'}; before that, the same process had samples. It has lost its metrics.`,
      'Look for code that resets or replaces the registry, and for an exporter that lets series expire when idle.',
    )
  return reason(
    'proven',
    `${c.service} answers with HTTP 200, but without a single sample. Either metrics are registered before the exporter is installed (and lost), or nothing exists before the first event.`,
    'Install the exporter first, then register; set gauges and unlabelled counters to 0 at start. If every metric of the service may be absent until the first event, declare each as `expect: after-traffic`.',
  )
}

export function flapping(c: Circumstances): ReasonText {
  const { record } = c
  const share =
    record && !isSeveral(c)
      ? ` (${record.failed} of ${count(record.scrapes, 'scrape')} since verification began)`
      : ''
  return reason(
    'proven',
    `Some scrapes of ${c.service} succeed and others fail${share}: one of several workers is broken, it is overloaded, or it keeps restarting.${healthSentence(c)}`,
    `See the error of the last failed scrape, and read the log of the service: ${logs(c)}.`,
  )
}

export function restarting(c: Circumstances): ReasonText {
  const { record } = c
  const times =
    record && !isSeveral(c)
      ? ` (${count(record.restarts, 'new process', 'new processes')} since verification began, ${record.before.restarts} in the minutes before)`
      : ''
  return reason(
    'proven',
    `The process of ${c.service} keeps starting again${times}: it crashes or is killed, although single scrapes succeed.`,
    `Read the log of the service for the reason (an error, too little memory): ${logs(c)}${c.isOnFly ? '; flyctl machine status shows exit codes' : ''}.`,
  )
}

const NO_SPACE = /no space left on device/i

/** Whether Prometheus reports that its volume is full. */
export const isDiskFull = (error: string): boolean => NO_SPACE.test(error)

export function notStored(c: Circumstances): ReasonText {
  if (c.store !== undefined)
    return reason(
      'inferred',
      `The agent scrapes the target again and again, and the store ${c.store} has no new sample of it: a rule or a limit of the store leaves it out, or remote write is behind.`,
      'Look for relabelling and for limits of series at the store, and see the claim about remote write.',
    )
  if (c.serverErrors?.some(isDiskFull))
    return reason(
      'proven',
      'The volume of Prometheus is full ("no space left on device"): targets are scraped, and nothing of it is stored.',
      'Extend the volume: `flyctl volumes list` and `flyctl volumes extend ID --size GB` with `-a` and the monitoring app; then set `monitoring.volume.size_gb` to the new size, or lower `monitoring.retention`.',
    )
  return reason(
    'inferred',
    'Prometheus scrapes the target again and again, but its storage has no new sample of it: it cannot write to its volume, or its clock was set back.',
    'Read the log of Prometheus with `flyctl logs`, and check the space on its volume.',
  )
}
