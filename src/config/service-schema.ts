import * as v from 'valibot'
import { METRIC_TYPES } from '../formats/metric-types.ts'
import { DECLARABLE_NAME, flyAppName, hostAndPort, matching, urlPath, whole } from './schema-values.ts'
import { labelName, scrapeShape } from './scrape-options.ts'

const metricType = v.pipe(
  v.picklist(METRIC_TYPES),
  v.description('The type in the # TYPE line of the service. unknown: the service sends none.'),
)

const metric = v.union([
  metricType,
  v.strictObject({
    type: metricType,
    expect: v.pipe(
      v.optional(v.picklist(['always', 'after-traffic']), 'always'),
      v.description(
        'after-traffic: the metric may be absent until the first event (labelled counters do not exist before it).',
      ),
    ),
    labels: v.optional(
      v.pipe(
        v.array(labelName),
        v.description('Labels that every series of the metric has, because panels and rules use them.'),
      ),
    ),
  }),
])

const serviceName = v.pipe(
  matching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a service name: letters, digits, "_" and "-"'),
  v.description('Becomes the name of the scrape job and the label "service".'),
)

/** What every service has, wherever it runs. */
const endpointShape = {
  path: v.pipe(v.optional(urlPath, '/metrics'), v.description('Path of the metrics endpoint.')),
  ...scrapeShape,
  metrics: v.pipe(
    v.optional(v.record(matching(DECLARABLE_NAME, 'is not a Prometheus metric name'), metric), {}),
    v.description(
      'The metric contract: the metrics that this service exposes, with the names that Prometheus stores (a histogram or summary without _bucket, _sum, _count). Dots need Prometheus 3.',
    ),
  ),
} as const

/** A service that runs on the machines of an app. */
export const flyService = v.strictObject({
  name: serviceName,
  discovery: v.optional(
    v.pipe(
      v.literal('dns'),
      v.description('Default: every machine of the app, found in the private DNS of Fly.'),
    ),
  ),
  app: v.pipe(flyAppName, v.description('The app whose machines run this service: one of apps.')),
  port: v.pipe(whole(1, 65535), v.description('Port of the metrics endpoint on the private network.')),
  process: v.optional(
    v.pipe(
      matching(/^[a-zA-Z0-9_-]+$/, 'is not a process group name'),
      v.description(
        'Only machines of this process group run the service. Default: every machine of the app.',
      ),
    ),
  ),
  may_stop: v.pipe(
    v.optional(v.boolean(), false),
    v.description('A stopped machine is accepted (scale to zero) and is not a failed target.'),
  ),
  ...endpointShape,
})

const staticService = v.strictObject({
  name: serviceName,
  discovery: v.pipe(
    v.literal('static'),
    v.description('The service does not run on Fly: its addresses are listed.'),
  ),
  addresses: v.pipe(
    v.array(hostAndPort),
    v.minLength(1, 'needs at least one address'),
    v.maxLength(100, 'has more than 100 addresses'),
    v.description('Host and port of every instance, such as db.example.com:9187.'),
  ),
  ...endpointShape,
})

/** One entry of `services`: machines of an app on Fly, or addresses elsewhere. */
export const serviceSchema = v.variant('discovery', [flyService, staticService])
