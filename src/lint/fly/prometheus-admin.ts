import type { Rule } from '../rule.ts'
import { openService } from './open-prometheus.ts'
import { type FlyFile, flagOf } from './subject.ts'

const file = (command: string, service: string) => ({
  path: 'fly.monitoring.toml',
  text: `app = "mon"

[experimental]
${command}

[[vm]]
memory = "512mb"

[http_service]
internal_port = 9090

[[http_service.checks]]
path = "/-/ready"
${service}`,
  also: ['fly/open-prometheus'] as const,
})

/** What anyone can do with a public Prometheus that has the flag. */
const POWERS: Readonly<Record<string, string>> = {
  'web.enable-admin-api': 'delete samples',
  'web.enable-lifecycle': 'stop it',
}

/** A public Prometheus that anyone can stop or empty. */
export const prometheusAdmin: Rule<FlyFile> = {
  code: 'fly/prometheus-admin',
  severity: 'warning',
  what: 'A public Prometheus without a password has its admin or lifecycle API enabled.',
  why: 'Anyone can delete its samples, or stop it.',
  bad: file('▸cmd = ["--config.file=/etc/prometheus/prometheus.yml", "--web.enable-admin-api"]', ''),
  good: file(
    'cmd = ["--config.file=/etc/prometheus/prometheus.yml"]',
    '\n[[files]]\nguest_path = "/etc/prometheus/web-config.yml"\nsecret_name = "WEB_CONFIG"\n',
  ),
  check(subject, { report }) {
    if (!openService(subject)) return
    for (const [name, power] of Object.entries(POWERS)) {
      const flag = flagOf(subject, name)
      if (flag)
        report(
          flag.at,
          `Prometheus is public, and \`--${name}\` lets anyone ${power}.`,
          `Remove \`--${name}\` from ${flag.where}, or give Prometheus a password.`,
        )
    }
  },
}
