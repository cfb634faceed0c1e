import type { Service } from '../../formats/fly-toml.ts'
import type { Rule } from '../rule.ts'
import { argumentsOf, type FlyFile, nameOf } from './subject.ts'

const file = (port: string, more = ''): { path: string; text: string } => ({
  path: 'fly.monitoring.toml',
  text: `app = "mon"

[[vm]]
memory = "512mb"

[http_service]
${port}

[[http_service.checks]]
path = "/-/ready"
${more}`,
})

/** Settings that protect Prometheus: its web configuration, or the entrypoint of this action. */
const PROTECTION = /web[._-]config|PROMETHEUS_ACCESS|basic_?auth|oauth|htpasswd/i
const PORT = 9090

/** The service that publishes Prometheus without a password, as far as the files show. */
export function openService(subject: FlyFile): Service | undefined {
  const { fly, role, build } = subject
  const open = fly.services.find(
    (service) =>
      service.number('internal_port')?.value === PORT && (service.http || service.ports.length > 0),
  )
  if (role !== 'monitoring' || !open) return undefined
  const words = [
    ...fly.words,
    ...argumentsOf(subject).map(({ word }) => word),
    ...(build?.content.instructions ?? []).map(({ text }) => text),
    ...subject.scripts().flatMap(({ text }) => text.split('\n').filter((line) => !/^\s*[#;]/.test(line))),
  ]
  return words.some((word) => PROTECTION.test(word)) ? undefined : open
}

/** A public Prometheus without a password. */
export const openPrometheus: Rule<FlyFile> = {
  code: 'fly/open-prometheus',
  severity: 'warning',
  what: 'Prometheus is published to the internet without a password.',
  why: 'Anyone can read its metrics, its targets and its configuration.',
  bad: file('▸internal_port = 9090'),
  good: file(
    'internal_port = 9090',
    '\n[[files]]\nguest_path = "/etc/prometheus/web-config.yml"\nsecret_name = "WEB_CONFIG"\n',
  ),
  check(subject, { report }) {
    const open = openService(subject)
    if (open)
      report(
        open.number('internal_port')?.at ?? open.at,
        `${nameOf(open)} publishes Prometheus to the internet, and no setting here, in its Dockerfile or in a script of it gives it a password.`,
        'Start Prometheus with `--web.config.file` and `basic_auth_users`. The files that `init` writes have a password.',
      )
  },
}
