import { posix } from 'node:path'
import * as v from 'valibot'
import { DURATION, parseDuration } from '../lib/duration.ts'
import { APP_NAME } from '../model/fly-names.ts'

/** Kinds of values in the configuration file. */

/** A text that matches a pattern; `otherwise` continues the sentence "the value …". */
export const matching = (pattern: RegExp, otherwise: string) =>
  v.pipe(v.string(), v.regex(pattern, otherwise))

/** A text that is not empty. */
export const filled = v.pipe(v.string(), v.minLength(1, 'must not be empty'))

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** The name of a Fly app. */
export const flyAppName = matching(APP_NAME, 'is not a Fly app name: lowercase letters, digits and dashes')

/** A duration within bounds, which are durations too. */
export const durationBetween = (least: string, most: string) =>
  v.pipe(
    matching(DURATION, 'is not a duration such as 15s, 1m30s or 15d'),
    v.check((text) => {
      const [given = 0, low = 0, high = 0] = [text, least, most].map(parseDuration)
      return given >= low && given <= high
    }, `is not between ${least} and ${most}`),
  )

/** Prometheus looks back 5 minutes for a sample: with longer intervals every series has gaps. */
export const scrapeInterval = durationBetween('1s', '2m')

/** Prometheus writes blocks of two hours; its durations in nanoseconds end at 292 years. */
export const retention = durationBetween('2h', '100y')

/** A path inside of the workspace. */
export const relativePath = v.pipe(
  filled,
  v.check(
    (path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'),
    'must stay inside the workspace: a relative path without ".."',
  ),
  // `./fly.toml` and `fly.toml` are one file.
  v.transform(posix.normalize),
)

/** A host with a port, as Prometheus needs it in a target: a name, an IPv4 address, or an IPv6 address in brackets. */
export const hostAndPort = v.pipe(
  matching(
    /^(?:[a-zA-Z0-9](?:[\w.-]{0,252}\w)?|\[[0-9a-fA-F:.]+\]):\d{1,5}$/,
    'is not a host and a port such as db.example.com:9187, without https:// and without a path',
  ),
  v.check((address) => {
    const port = Number(address.slice(address.lastIndexOf(':') + 1))
    // A number in place of a name would be another spelling of an IPv4 address.
    const { hostname } = URL.parse(`http://${address}`) ?? {}
    return port >= 1 && port <= 65_535 && hostname !== undefined && sameHost(hostname, address)
  }, 'is not a host and a port: the host or the port is not valid'),
)

const sameHost = (hostname: string, address: string): boolean =>
  hostname.startsWith('[') || address.toLowerCase().startsWith(`${hostname}:`)

/** The path of a URL. */
export const urlPath = matching(/^\/\S*$/, 'is not a path: it must start with "/" and contain no spaces')

/** The reference of an image. */
export const image = matching(/^\S+$/, 'is not an image name: it must not be empty or contain spaces')

/** A list of patterns for the names of series; `what` begins its description. */
export const patterns = (what: string) =>
  v.optional(
    v.pipe(
      v.array(filled),
      v.minLength(1, 'needs at least one pattern'),
      v.maxLength(100),
      v.description(
        `${what} Regular expressions (RE2) for the whole name of a series, such as "http_.*": a histogram has series NAME_bucket, NAME_sum and NAME_count.`,
      ),
    ),
  )
/** Names of metrics that can be declared: with dots and slashes, as OpenTelemetry has them. */
export const DECLARABLE_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*([./][a-zA-Z0-9_:./-]*)?$/

/** Names of labels that can be declared. */
export const DECLARABLE_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/
