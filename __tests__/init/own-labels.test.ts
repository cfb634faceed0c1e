import { expect, test } from '@jest/globals'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Labels that code gives its metrics, and that every target has as well: Prometheus stores those of the metrics under other names. */

const FLY =
  'app = "shop"\nprimary_region = "fra"\n[http_service]\ninternal_port = 9091\n[metrics]\nport = 9091\npath = "/metrics"\n'
const node = (code: string): Files => ({
  'package.json': '{ "name": "shop", "dependencies": { "prom-client": "15" } }',
  'src/metrics.ts': `import client from 'prom-client'\n${code}\napp.get('/metrics', async (_, res) => res.end(await client.register.metrics()))\napp.listen(9091)\n`,
})

const GO =
  'func main() {\n\thttp.Handle("/metrics", promhttp.Handler())\n\thttp.ListenAndServe(":9091", nil)\n}\n'

/** The notes about labels; `more` are files beside the Fly configuration. */
async function labelNotes(more: Files): Promise<string[]> {
  const { notes } = await draftOf({ 'fly.toml': FLY, ...more })
  return notes.filter((note) => note.includes('among their own labels here'))
}
const has = (name: string) =>
  `The metrics of shop have \`${name}\` among their own labels here, and so has each target: Prometheus stores theirs as \`exported_${name}\`.`

test.each<[string, Files, string]>([
  ['prom-client', node('client.register.setDefaultLabels({ env, service: name() })'), 'src/metrics.ts:2'],
  [
    'prom-client, by its name alone',
    node('client.register.setDefaultLabels({ service })'),
    'src/metrics.ts:2',
  ],
  [
    'client_golang',
    {
      'go.mod': 'module shop\nrequire github.com/prometheus/client_golang v1.20.0\n',
      'main.go': `package main\nvar reg = prometheus.WrapRegistererWith(prometheus.Labels{\n\t"service": "api",\n}, prometheus.NewRegistry())\n${GO}`,
    },
    'main.go:2',
  ],
  [
    'a metric of client_golang',
    {
      'go.mod': 'module shop\nrequire github.com/prometheus/client_golang v1.20.0\n',
      'main.go': `package main\nvar o = prometheus.Opts{ConstLabels: map[string]string{"service": name}}\n${GO}`,
    },
    'main.go:2',
  ],
  [
    'metrics-exporter-prometheus',
    {
      'Cargo.toml': '[package]\nname = "shop"\n[dependencies]\nmetrics-exporter-prometheus = "0.16"\n',
      'src/main.rs': 'fn main() {\n  PrometheusBuilder::new()\n    .add_global_label("service", "api")\n}\n',
    },
    'src/main.rs:3',
  ],
  [
    'prometheus_flask_exporter',
    {
      'requirements.txt': 'prometheus-flask-exporter\n',
      'app.py': 'metrics = PrometheusMetrics(app, static_labels={"service": "api"})\n',
    },
    'app.py:1',
  ],
  [
    'prometheus-net',
    {
      'shop.csproj': '<Project><PackageReference Include="prometheus-net.AspNetCore" /></Project>\n',
      'Program.cs':
        'Metrics.DefaultRegistry.SetStaticLabels(new Dictionary<string, string>\n{\n  { "env", app },\n  { "service", "api" },\n});\napp.MapMetrics();\n',
    },
    'Program.cs:1',
  ],
  [
    'Spring Boot',
    {
      'pom.xml':
        '<project><artifactId>shop</artifactId><dependency><artifactId>spring-boot-starter-actuator</artifactId></dependency><dependency><artifactId>micrometer-registry-prometheus</artifactId></dependency></project>\n',
      'src/main/resources/application.yml':
        'management:\n  endpoints.web.exposure.include: prometheus\n  metrics:\n    tags:\n      service: api\n      env: x\n  app: x\n',
    },
    'src/main/resources/application.yml:4',
  ],
])('%s', async (_, files, place) => {
  expect(await labelNotes(files)).toEqual([`${place} ${has('service')}`])
})

test('several labels of an app are one note', async () => {
  const files = node("client.register.setDefaultLabels({ app: 'api', instance: host })")
  expect(await labelNotes(files)).toEqual([
    'src/metrics.ts:2 The metrics of shop have `app` and `instance` among their own labels here, and so has each target: Prometheus stores theirs as `exported_app` and `exported_instance`.',
  ])
})

test.each([
  ['other names', 'client.register.setDefaultLabels({ env: on ? app : service, region: job })'],
  ['a comment', '// client.register.setDefaultLabels({ service: 1 })'],
  ['labels of something else', 'const o = { labels: { service: 1 } }'],
])('no label of a target: %s', async (_, code) => {
  expect(await labelNotes(node(code))).toEqual([])
})

test('a dashboard that asks for what the code sets is told the name', async () => {
  const hint = async (value: string) => {
    const { problems } = await draftOf({
      'fly.toml': FLY,
      ...node(`client.register.setDefaultLabels({ service: ${value} })`),
      'grafana/a.json': JSON.stringify({
        title: 'Shop',
        uid: 'shop',
        schemaVersion: 39,
        panels: [
          {
            id: 1,
            type: 'stat',
            title: 'P',
            targets: [{ expr: 'process_start_time_seconds{service="shopp"}' }],
          },
        ],
      }),
    })
    return problems.find(({ message }) => message.includes('query/never-matches'))?.hint
  }
  const own = 'src/metrics.ts:2 sets a label `service`: for that, write `exported_service="shopp"`'
  expect(await hint('name()')).toContain(own)
  expect(await hint("'shopp'")).toContain(own)
  expect(await hint("'web'")).not.toContain('exported_')
})
