import * as v from 'valibot'
import { REGION } from '../model/fly-names.ts'
import { deploymentName } from './deployment-name.ts'
import { lintExceptions, verifyExceptions } from './exceptions.ts'
import { notifySchema } from './notify.ts'
import { remoteWriteSchema } from './remote-write.ts'
import {
  filled,
  flyAppName,
  image,
  matching,
  relativePath,
  retention,
  scrapeInterval,
  urlPath,
  whole,
} from './schema-values.ts'
import { type flyService, serviceSchema } from './service-schema.ts'
import { slos } from './slo-schema.ts'
import { thresholdShape } from './thresholds.ts'

/**
 * The configuration file as a user writes it, with the keys of the file (snake_case, like Prometheus' own files).
 * `templates/monitoring.schema.json` is generated from here; the messages are shown to users unchanged.
 */

const app = v.strictObject({
  app: v.pipe(flyAppName, v.description('Name of an app on Fly.io.')),
  config: v.pipe(
    v.optional(
      v.pipe(relativePath, v.regex(/\.toml$/, 'must be a TOML file: its name ends in .toml')),
      'fly.toml',
    ),
    v.description('The Fly configuration of this app.'),
  ),
  context: v.pipe(
    v.optional(relativePath),
    v.description(
      'The folder that flyctl builds and is started in, `.` for the root. Default: the folder of the Fly configuration.',
    ),
  ),
  dockerfile: v.pipe(
    v.optional(relativePath),
    v.description("Built with Fly's remote builder. Default: the Fly configuration decides."),
  ),
  build_args: v.optional(
    v.pipe(
      v.record(matching(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a build argument'), v.string()),
      v.description('Build arguments of the Dockerfile. They can be read from the image: no secrets.'),
    ),
  ),
  image: v.optional(v.pipe(image, v.description('Deploy this image instead of building one.'))),
  deploy: v.pipe(
    v.optional(v.boolean(), true),
    v.description('false: this app is only monitored, never deployed.'),
  ),
  rollback_on_failure: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'true: when the machines or the health checks of a deploy of this app fail, the release before is deployed again, with its image and its configuration. Default: false.',
      ),
    ),
  ),
  health: v.optional(
    v.pipe(urlPath, v.description('Requested over public HTTPS after the deploy; must answer 200.')),
  ),
})

const monitoring = v.strictObject({
  app: v.optional(
    v.pipe(
      flyAppName,
      v.description(
        'Name of the app that runs Prometheus. With engine: fly there is none: the name of this deployment in Grafana.',
      ),
    ),
  ),
  organization: v.pipe(
    v.optional(filled, 'personal'),
    v.description('Fly organization for apps that do not exist yet.'),
  ),
  region: v.optional(matching(REGION, 'is not a Fly region such as nrt or fra'), 'nrt'),
  engine: v.pipe(
    v.optional(v.picklist(['server', 'agent', 'fly']), 'server'),
    v.description(
      "server: Prometheus keeps the samples and evaluates rules. agent: it only scrapes and sends every sample to the server of remote_write, which answers queries; Grafana evaluates the alerts. fly: nothing is deployed, Fly's managed Prometheus scrapes one port of each machine; needs the environment variable FLY_METRICS_TOKEN, and Grafana evaluates the alerts.",
    ),
  ),
  replicas: v.pipe(
    v.optional(whole(1, 2), 1),
    v.description(
      'Machines that run Prometheus, each with its own volume and all with the same configuration: 2 for no gap at deploys and no single host.',
    ),
  ),
  regions: v.optional(
    v.pipe(
      v.array(matching(REGION, 'is not a Fly region such as nrt or fra')),
      v.description('The region of each replica. Default: all of them in `region`.'),
    ),
  ),
  shards: v.pipe(
    v.optional(whole(1, 16), 1),
    v.description(
      'Machines that share the targets by the hash of their addresses, each with its own volume. More than 1 needs `engine: agent`: only the store has the data of all of them.',
    ),
  ),
  access: v.pipe(
    v.optional(v.picklist(['password', 'private', 'public']), 'password'),
    v.description(
      "password: public HTTPS behind basic auth. private: no public address; only Fly's private network reaches it, with the password. public: anyone can read it.",
    ),
  ),
  scrape_interval: v.optional(scrapeInterval, '15s'),
  retention: v.pipe(v.optional(retention, '15d'), v.description('How long samples are kept.')),
  volume: v.optional(
    v.strictObject({
      name: v.optional(
        matching(/^[a-z0-9_]{1,30}$/, 'is not a volume name: lowercase letters, digits and "_"'),
        'prometheus_data',
      ),
      size_gb: v.optional(whole(1, 500), 10),
    }),
    {},
  ),
  vm: v.optional(
    v.strictObject({
      size: v.optional(filled, 'shared-cpu-1x'),
      memory_mb: v.optional(whole(256, 131_072), 512),
    }),
    {},
  ),
  image: v.optional(
    v.pipe(image, v.description('An image built from Dockerfile.monitoring. Default: it is built at Fly.')),
  ),
  fly_metrics: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        "true: the series that Fly has of the machines (memory, CPU, exits, volumes, requests at the proxy) are copied from Fly's managed Prometheus, with a dashboard and alerts. Needs the environment variable FLY_METRICS_TOKEN, a read-only token of monitoring.organization. Default: false.",
      ),
    ),
  ),
})

/** Without an app there is still a deployment, whose objects in Grafana need a name. */
const namedMonitoring = v.pipe(
  monitoring,
  v.transform(({ app: name, ...rest }) => ({ ...rest, app: name ?? deploymentName(rest.organization) })),
)

const grafana = v.strictObject({
  folder: v.pipe(
    v.optional(v.pipe(filled, v.maxLength(80))),
    v.description('Title of the folder for the dashboards. Default: the name of the first app.'),
  ),
  datasource: v.optional(
    v.pipe(
      filled,
      v.description(
        'Name or uid of an existing data source with these metrics. Default: one is created for this Prometheus.',
      ),
    ),
  ),
  dashboards: v.optional(
    v.pipe(
      v.array(relativePath),
      v.description('JSON files, or folders of them. Default: the dashboards of the preset.'),
    ),
  ),
  overwrite: v.pipe(
    v.optional(v.picklist(['unless-edited', 'always']), 'unless-edited'),
    v.description('Whether a dashboard or an alert rule that was changed in Grafana is replaced.'),
  ),
})

const alerts = v.strictObject({
  ...thresholdShape,
  rules: v.pipe(
    v.optional(v.array(relativePath), []),
    v.description(
      'Your own Prometheus rule files, or folders of them, in addition to the rules of this action. Files named *_test.yml next to them are unit tests of promtool.',
    ),
  ),
  notify: v.optional(
    v.pipe(
      notifySchema,
      v.description(
        'Who is notified: an Alertmanager runs next to Prometheus. Without it, Grafana notifies (see receiver), if there is one.',
      ),
    ),
  ),
  receiver: v.optional(
    v.pipe(filled, v.description('Contact point in Grafana. Default: its notification policies decide.')),
  ),
})

export const configSchema = v.strictObject({
  monitoring: namedMonitoring,
  apps: v.pipe(v.array(app), v.minLength(1, 'needs at least one app')),
  services: v.pipe(v.array(serviceSchema), v.minLength(1, 'needs at least one service')),
  grafana: v.optional(grafana, {}),
  alerts: v.optional(alerts, {}),
  slos,
  remote_write: remoteWriteSchema,
  lint: v.optional(lintExceptions, {}),
  verify: v.optional(verifyExceptions, {}),
})

export type Config = v.InferOutput<typeof configSchema>
export type AppConfig = Config['apps'][number]
/** A service, on Fly or at static addresses: see `services.ts`. */
export type ServiceConfig = Config['services'][number]
/** A service on the machines of an app on Fly. */
export type FlyServiceConfig = v.InferOutput<typeof flyService>
