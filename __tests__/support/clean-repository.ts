/** The files of a repository in which a plan finds nothing, by path. */
export const CLEAN = {
  'monitoring.yml': `monitoring: { app: mon, image: "registry.fly.io/mon:v3.13.0" }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 9090, metrics: { users: gauge } }]
alerts: { notify: { slack: {} } }
`,
  'fly.toml': `app = "chat"
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/health"
`,
}
