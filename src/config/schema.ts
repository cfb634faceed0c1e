import { z } from 'zod'
import { thresholdShape } from '../content/thresholds.ts'
import { DURATION, parseDuration } from '../lib/duration.ts'
import { type Code, FINDINGS } from '../lint/catalog.ts'
import { APP_NAME, REGION } from './names.ts'

/**
 * The configuration file, as a user writes it: keys stay as in the file (snake_case, like Prometheus' own files).
 * `templates/monitoring.schema.json` is generated from here; the messages are shown to users as they stand.
 */

const appName = z
  .string()
  .regex(APP_NAME, 'is not a Fly app name: lowercase letters, digits and dashes')
  .describe('Name of an app on Fly.io.')

const duration = z.string().regex(DURATION, 'is not a duration such as 15s, 1m30s or 15d')

/** A duration within bounds that are durations, too. */
const between = (least: string, most: string) =>
  duration.refine((text) => {
    const [given = 0, low = 0, high = 0] = [text, least, most].map(parseDuration)
    return !DURATION.test(text) || (given >= low && given <= high)
  }, `is not between ${least} and ${most}`)

/** From one sample to the next Prometheus remembers 5 minutes: with longer intervals every series has gaps. */
const scrapeInterval = between('1s', '2m')

/** Prometheus writes blocks of two hours; its clock of nanoseconds ends after 292 years. */
const retention = between('2h', '100y')

const relativePath = z
  .string()
  .min(1, 'must not be empty')
  .refine(
    (p) => !p.startsWith('/') && !p.split(/[\\/]/).includes('..'),
    'must stay inside the workspace: a relative path without ".."',
  )

const urlPath = z.string().regex(/^\/\S*$/, 'is not a path: it starts with "/" and has no spaces')

const METRIC_TYPES = ['counter', 'gauge', 'histogram', 'summary'] as const

const metricType = z.enum(METRIC_TYPES).describe('The type that the service declares in its # TYPE line.')

const metric = z.union([
  metricType,
  z.strictObject({
    type: metricType,
    expect: z
      .enum(['always', 'after-traffic'])
      .default('always')
      .describe(
        'after-traffic: absent is fine until the first event (labelled counters do not exist before it).',
      ),
  }),
])

const metrics = z
  .record(z.string().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, 'is not a Prometheus metric name'), metric)
  .default({})
  .describe('The metric contract: what this service promises to expose.')

const service = z.strictObject({
  name: z
    .string()
    .regex(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a service name: letters, digits, "_" and "-"')
    .describe('Becomes the scrape job and the label "service".'),
  app: appName.describe('The app, one of apps, whose machines run this service.'),
  port: z.int().min(1).max(65535).describe('Port of the metrics endpoint on the private network.'),
  path: urlPath.default('/metrics').describe('Path of the metrics endpoint.'),
  process: z
    .string()
    .regex(/^[a-zA-Z0-9_-]+$/, 'is not a process group name')
    .optional()
    .describe('Only machines of this process group run the service. Without it: every machine of the app.'),
  may_stop: z
    .boolean()
    .default(false)
    .describe('A stopped machine is fine (scale to zero) and not a failed target.'),
  metrics,
})

const app = z.strictObject({
  app: appName,
  config: relativePath.default('fly.toml').describe('The Fly configuration of this app.'),
  dockerfile: relativePath
    .optional()
    .describe("Built with Fly's remote builder. Without it: what the Fly configuration says."),
  build_args: z
    .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a build argument'), z.string())
    .optional()
    .describe('Build arguments of the Dockerfile. They can be read from the image: no secrets.'),
  image: z
    .string()
    .min(1)
    .regex(/^\S+$/, 'must not contain spaces')
    .optional()
    .describe('Deploy this image instead of building one.'),
  deploy: z.boolean().default(true).describe('false: this app is only watched, never deployed.'),
  health: urlPath.optional().describe('Asked over public HTTPS after the deploy; must answer 200.'),
})

const monitoring = z.strictObject({
  app: appName.describe('Name of the app that runs Prometheus.'),
  organization: z
    .string()
    .min(1)
    .default('personal')
    .describe('Fly organization in which a missing app is created.'),
  region: z.string().regex(REGION, 'is not a Fly region such as nrt or fra').default('nrt'),
  access: z
    .enum(['password', 'public'])
    .default('password')
    .describe('password: public HTTPS behind basic auth. public: open to everybody.'),
  scrape_interval: scrapeInterval.default('15s'),
  retention: retention.default('15d').describe('How long samples are kept.'),
  volume: z
    .strictObject({
      name: z
        .string()
        .regex(/^[a-z0-9_]{1,30}$/, 'is not a volume name: lowercase letters, digits and "_"')
        .default('prometheus_data'),
      size_gb: z.int().min(1).max(500).default(10),
    })
    .prefault({}),
  vm: z
    .strictObject({
      size: z.string().min(1).default('shared-cpu-1x'),
      memory_mb: z.int().min(256).default(512),
    })
    .prefault({}),
  image: z
    .string()
    .min(1)
    .regex(/^\S+$/, 'must not contain spaces')
    .optional()
    .describe('An image built from Dockerfile.monitoring. Without it, it is built at Fly.'),
})

const grafana = z.strictObject({
  folder: z.string().min(1).max(80).default('Fechatter').describe('Title of the folder for the dashboards.'),
  datasource: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Name or uid of a data source that exists and has these metrics. Without it: one for this Prometheus.',
    ),
  dashboards: z
    .array(relativePath)
    .optional()
    .describe('JSON files, or folders of them. Without it: the dashboards of the preset.'),
  overwrite: z
    .enum(['unless-edited', 'always'])
    .default('unless-edited')
    .describe('What happens to a dashboard that was edited by hand since our last write.'),
})

const alerts = z.strictObject({
  ...thresholdShape,
  receiver: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Contact point in Grafana that is told. Without it: Grafana's own notification policies decide.",
    ),
})

const lint = z.strictObject({
  ignore: z
    .array(
      z.strictObject({
        code: z
          .enum(Object.keys(FINDINGS) as [Code, ...Code[]])
          .describe('Name of the finding, see docs/findings.md.'),
        file: relativePath.optional().describe('Only in this file. Without it: everywhere.'),
        reason: z.string().min(1, 'must say why').describe('Why it is fine here.'),
      }),
    )
    .default([])
    .describe('Findings of mode plan that are fine here.'),
})

export const configSchema = z.strictObject({
  monitoring,
  apps: z.array(app).min(1, 'needs at least one app'),
  services: z.array(service).min(1, 'needs at least one service'),
  grafana: grafana.prefault({}),
  alerts: alerts.prefault({}),
  lint: lint.prefault({}),
})

/** Keys of the final format that this release does not know yet, as paths (`*` is an array index). */
export const NOT_YET: readonly string[] = ['services.*.discovery', 'services.*.addresses', 'remote_write']

export type Config = z.output<typeof configSchema>
export type AppConfig = Config['apps'][number]
export type ServiceConfig = Config['services'][number]
export type MetricType = (typeof METRIC_TYPES)[number]

/** A declared metric in its long form; the file may say just the type. */
export interface DeclaredMetric {
  name: string
  type: MetricType
  expect: 'always' | 'after-traffic'
}

/** The metric contract of one service, every entry in its long form. */
export function declaredMetrics(service: ServiceConfig): DeclaredMetric[] {
  return Object.entries(service.metrics).map(([name, entry]) =>
    typeof entry === 'string' ? { name, type: entry, expect: 'always' } : { name, ...entry },
  )
}
