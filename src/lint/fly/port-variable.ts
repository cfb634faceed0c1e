import { assignmentsOf, type Instruction } from '../../formats/dockerfile.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, nameOf } from './subject.ts'

const file = (port: string): string => `app = "chat"

[env]
${port}

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
`

/** A proxy in the same machine listens on another port than the app. */
export const PROXY = /nginx|caddy|haproxy|envoy|traefik|apache|httpd|varnish|thruster|pgbouncer|supervisor/i

/** An app that listens on another port than the one Fly sends requests to. */
export const portVariable: Rule<FlyFile> = {
  code: 'fly/port-variable',
  severity: 'warning',
  what: 'PORT in [env] differs from the port that Fly sends requests to.',
  why: 'An app that listens on PORT is not reachable: the deploy fails its checks, or the site answers with 502.',
  bad: file('▸PORT = "3000"'),
  good: file('PORT = "8080"'),
  check({ fly, build }, { report }) {
    const [service, ...others] = fly.services
    const portOf = (one: typeof service) => one?.number('internal_port')?.value
    const internal = portOf(service)
    const variable = fly.env.find(({ key }) => key === 'PORT')
    const port = Number(variable?.value)
    if (!service || internal === undefined || fly.groups.length > 1) return
    if (others.some((one) => portOf(one) !== internal)) return
    if (!variable || !Number.isInteger(port) || port === internal) return
    // The command or the Dockerfile names the port of the service: something else than the app listens there.
    const shown = [...fly.words, ...shownBy(build?.content.instructions ?? [], internal)]
    const isNamed = (text: string) => PROXY.test(text) || new RegExp(`(?<!\\d)${internal}(?!\\d)`).test(text)
    if (PROXY.test(build?.content.from ?? '') || shown.some(isNamed)) return
    report(
      variable.at,
      `PORT is ${port}, and ${nameOf(service)} sends requests to port ${internal}.`,
      `If the app listens on PORT, use one number for both; if it listens on ${internal}, remove PORT.`,
    )
  },
}

/** What a Dockerfile says about ports. Its `ENV PORT` is replaced by [env], and what repeats that number follows from it. */
function shownBy(instructions: readonly Instruction[], internal: number): string[] {
  const setsPort = (one: Instruction) =>
    one.name === 'ENV' && assignmentsOf(one).some(([key, value]) => key === 'PORT' && value === `${internal}`)
  const isReplaced = instructions.some(setsPort)
  return instructions
    .filter(({ name }) => !isReplaced || (name !== 'EXPOSE' && name !== 'HEALTHCHECK'))
    .flatMap((one) =>
      setsPort(one)
        ? assignmentsOf(one).flatMap(([key, value]) => (key === 'PORT' ? [] : `${key}=${value}`))
        : one.text,
    )
}
