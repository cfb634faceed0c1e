import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MOUNTS = `
[mounts]
source = "prometheus_data"
destination = "/prometheus"
`

const monitoring = (change: { region?: string; mounts?: string; app?: string } = {}): string => `
${change.app ?? 'app = "mon"'}
primary_region = "${change.region ?? 'nrt'}"

[build]
image = "prom/prometheus:v3.5.0"

[experimental]
cmd = ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus", "--web.enable-lifecycle"]
${change.mounts ?? MOUNTS}
[[services]]
protocol = "tcp"
internal_port = 9090
auto_stop_machines = false
auto_start_machines = false
min_machines_running = 1
ports = [{ port = 9090, handlers = ["http"] }]
http_checks = [{ interval = "10s", timeout = "5s", grace_period = "5s", method = "get", path = "/-/ready" }]

[checks.healthy]
type = "http"
port = 9090
interval = "15s"
timeout = "5s"
path = "/-/healthy"

[[files]]
guest_path = "/etc/prometheus/prometheus.yml"
local_path = "prometheus.yml"

[[files]]
guest_path = "/etc/prometheus/rules/hello.yml"
raw_value = "Z3JvdXBzOiBbXQo="

[[files]]
guest_path = "/etc/prometheus/web.yml"
secret_name = "PROM_WEB_CONFIG"

[[vm]]
size = "shared-cpu-1x"
memory = "512mb"

[[metrics]]
port = 9090
path = "/metrics"
`

const MINIMAL = `app = "mon"
primary_region = "nrt"
[build]
image = "prom/prometheus:v3.5.0"
`

/** The files that the recorded commands were given, rebuilt from what they printed. */
const FILES: Readonly<Record<string, string>> = {
  'prometheus.yml': 'global:\n  scrape_interval: 15s\n',
  'fly.monitoring.toml': monitoring(),
  'lhr.toml': monitoring({ region: 'lhr' }),
  'nomount.toml': monitoring({ mounts: '' }),
  'othermount.toml': monitoring({ mounts: MOUNTS.replace('prometheus_data', 'prom_data2') }),
  'app-less.toml': monitoring({ app: 'app = "somebody-else"' }),
  'nolocal.toml': `${MINIMAL}[[files]]\nguest_path = "/x"\nlocal_path = "missing.yml"\n`,
  'unknown.toml': `${MINIMAL}[prometheus]\nretention = "1d"\n[http_service]\ninternal_port = 9090\nforse_https = true\n`,
  'syntax.toml': 'app = "mon"\n[[services]\ninternal_port = 1\n',
  'badtype.toml': 'app = "mon"\n[http_service]\ninternal_port = "ninety"\n',
  'badcheck.toml': 'app = "mon"\n[checks.x]\ntype = "tcp"\nport = 1\ninterval = "1s"\ntimeout = "90s"\n',
  'badstrategy.toml': `app = "mon"\n[deploy]\nstrategy = "canary"\n${MOUNTS}`,
  'main.toml': `app = "web"
primary_region = "nrt"
[http_service]
internal_port = 8080
force_https = true
auto_stop_machines = "stop"
auto_start_machines = true
min_machines_running = 0
[[http_service.checks]]
interval = "10s"
timeout = "2s"
grace_period = "5s"
method = "GET"
path = "/health"
`,
  'brokencwd/fly.toml': 'app = [[[',
  'src/fly.toml': 'app = "race"\nprimary_region = "nrt"\n',
  'src/Dockerfile': 'FROM scratch\n',
  'empty/.keep': '',
}

/** A scratch directory with those files: the `$WORK` of the recordings. */
export function createWorkspace(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'flyctl-'))
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, remove: () => rmSync(path, { recursive: true }) }
}
