import { dirname, join } from 'node:path/posix'
import type { ServiceConfig } from '../../config/schema.ts'
import type { Problem } from '../../lib/errors.ts'
import { count, list } from '../../lib/text.ts'
import { type Code, finding, shown } from '../catalog.ts'
import { looksSecret } from '../secrets.ts'
import type { Place } from '../tree.ts'
import { goDuration } from './go.ts'
import type { FlyToml, Section } from './model.ts'
import { serviceName } from './rejects.ts'
import { memoryOfPrometheus, openPrometheus, retention } from './traps-monitoring.ts'
import {
  appName,
  dedicatedAddress,
  flyMetrics,
  ipv4Binding,
  publishedPorts,
  scaleToZero,
} from './traps-network.ts'

/** What the rules know beside the file itself. */
export interface TrapContext {
  file: string
  app: string
  services: readonly ServiceConfig[]
  role: 'app' | 'monitoring'
  dockerfile?: string | undefined
}

/** What a rule gets. */
export interface About extends TrapContext {
  fly: FlyToml
  report: (code: Code, at: Place, message: string, hint: string) => void
}

/** What flyctl takes, and what then does not work: each a fact that was measured or stands in Fly's documentation. */
export function traps(fly: FlyToml, context: TrapContext): Problem[] {
  const problems: Problem[] = []
  const own = context.services.filter((service) => service.app === context.app)
  const about: About = {
    ...context,
    services: own,
    fly,
    report: (code, at, message, hint) =>
      problems.push(finding(code, { file: context.file, ...at }, message, hint)),
  }
  for (const rule of [
    appName,
    secretsInEnv,
    ipv4Binding,
    scaleToZero,
    publishedPorts,
    dedicatedAddress,
    flyMetrics,
    processGroups,
    healthChecks,
    strategies,
    volumes,
    memoryOfPrometheus,
    retention,
    openPrometheus,
    files,
    builds,
  ])
    rule(about)
  return problems
}

function secretsInEnv({ fly, report }: About): void {
  for (const entry of fly.env)
    if (looksSecret(entry.key, entry.value))
      report(
        'fly-toml-secret-in-env',
        entry.at,
        `[env] has a secret in ${entry.key}.`,
        `Remove the line, run "flyctl secrets set ${entry.key}=…", and change the secret: it is in the history of the repository.`,
      )
}

function processGroups({ fly, services, report }: About): void {
  for (const service of services)
    if (service.process !== undefined && !fly.groups.includes(service.process))
      report(
        'fly-toml-no-such-process',
        fly.processes[0]?.at ?? { line: 1, column: 1 },
        `Service ${shown(service.name)} is said to run in process group ${shown(service.process)}, which is not here.`,
        `Process groups here: ${fly.groups.join(', ')}.`,
      )
  const silent: [string, readonly Section[]][] = [
    ['[[mounts]]', fly.mounts],
    ['[[vm]]', fly.machines],
    ['[[files]]', fly.files],
    ['[[metrics]]', fly.metrics],
    ['[checks]', fly.checks],
  ]
  for (const [what, sections] of silent)
    for (const name of sections.flatMap((section) => section.processes))
      if (!fly.groups.includes(name.value))
        report(
          'fly-toml-process-ignored',
          name.at,
          `${what} names the process group ${shown(name.value)}, which is not in [processes], and is left out.`,
          `Use one of: ${fly.groups.join(', ')}.`,
        )
}

function healthChecks({ fly, report }: About): void {
  const checks = fly.services.flatMap((service) => service.checks)
  if (checks.length + fly.checks.length === 0)
    report(
      'fly-toml-no-checks',
      fly.services[0]?.at ?? { line: 1, column: 1 },
      'There are no health checks: a deploy succeeds although nothing runs.',
      fly.services.some((s) => s.http)
        ? 'Add [[http_service.checks]] with a path.'
        : 'Add [checks.alive] with type = "tcp" and the port.',
    )
  for (const service of fly.services) {
    if (!service.http && service.ports.length === 0)
      report(
        'fly-toml-service-ports',
        service.at,
        `${serviceName(service)} has no ports.`,
        'Add [[services.ports]], or remove the service: metrics need none.',
      )
    for (const check of service.checks)
      for (const key of ['interval', 'timeout', 'grace_period']) checkLimit(check, key, report)
  }
}

function checkLimit(check: Section, key: string, report: About['report']): void {
  const written = check.text(key)
  const value = written && goDuration(written.value)
  if (value === undefined || (key === 'grace_period' && value === 0)) return
  if (value >= 1_000 && value <= 60_000) return
  const message = `A check has ${key} = ${shown(written?.value)}; Fly ${value > 60_000 ? 'lowers it to 1m' : 'raises it to 1s'}.`
  report('fly-toml-check-limits', written?.at ?? check.at, message, 'Write what you mean, from 1s to 1m.')
}

function strategies({ fly, report }: About): void {
  const strategy = fly.deploy?.strategy
  if (strategy?.value === 'immediate')
    report(
      'fly-toml-immediate',
      strategy.at,
      'With the strategy immediate a deploy reports success before any machine has started.',
      'Use rolling, the default.',
    )
  if (strategy?.value === 'bluegreen' && fly.mounts.length > 0)
    report(
      'fly-toml-bluegreen-volume',
      strategy.at,
      'The strategy bluegreen does not go with a mounted volume.',
      'Use rolling, the default.',
    )
}

function volumes({ fly, report }: About): void {
  for (const mount of fly.mounts)
    if (!mount.has('initial_size'))
      report(
        'fly-toml-volume-size',
        mount.at,
        `The volume ${shown(mount.text('source')?.value ?? '')} has no initial_size: if it does not exist yet, it gets 1 GB.`,
        'Add initial_size = "10gb" (or create the volume first).',
      )
}

function files({ fly, file, report }: About): void {
  for (const section of fly.files) {
    const local = section.text('local_path')
    if (local && file.includes('/') && !local.value.startsWith('/'))
      report(
        'fly-toml-file-path',
        local.at,
        `local_path ${shown(local.value)} is read from where flyctl is started, not from the folder of this file.`,
        'Write it relative to the root of the repository, where the deploy runs.',
      )
    const raw = section.text('raw_value')
    if (raw && isBase64Text(raw.value))
      report(
        'fly-toml-raw-value',
        raw.at,
        'raw_value is in base64 already, and flyctl encodes it again.',
        'Write the plain text, or use local_path.',
      )
  }
}

/** Base64 of something readable: by accident this hardly happens. */
function isBase64Text(value: string): boolean {
  if (value.length < 16 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false
  return /^[\t\n\r -~]+$/.test(Buffer.from(value, 'base64').toString('latin1'))
}

function builds({ fly, file, dockerfile, report }: About): void {
  const own = fly.build?.text('dockerfile')
  const named = own && join(dirname(file), own.value)
  if (own && dockerfile !== undefined && named !== dockerfile)
    report(
      'fly-toml-dockerfile',
      own.at,
      `[build] has the dockerfile ${shown(own.value)}, the configuration ${shown(dockerfile)}.`,
      `Make them the same: the action builds ${dockerfile}, "flyctl deploy" by hand the other one.`,
    )

  const ways = ['image', 'builder', 'dockerfile', 'builtin'].filter((key) => fly.build?.text(key)?.value)
  if (fly.build && ways.length > 1)
    report(
      'fly-toml-builds',
      fly.build.at,
      `[build] has ${count(ways.length, 'way')} to build: ${list(ways)}.`,
      'Keep one of them.',
    )
}
