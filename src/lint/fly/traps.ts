import { dirname, join } from 'node:path/posix'
import type { ServiceConfig } from '../../config/schema.ts'
import type { FlyToml, Section } from '../../formats/fly-toml.ts'
import type { Place } from '../../formats/tree.ts'
import type { Problem } from '../../lib/errors.ts'
import { count, list, quoted } from '../../lib/text.ts'
import { type Code, finding } from '../catalog.ts'
import { serviceName } from './rejects.ts'
import { memoryOfPrometheus, openPrometheus, retention } from './traps-monitoring.ts'
import { appName, dedicatedAddress, flyMetrics, ipv4Binding, publishedPorts } from './traps-network.ts'

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
    ipv4Binding,
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

function processGroups({ fly, services, report }: About): void {
  for (const service of services)
    if (service.process !== undefined && !fly.groups.includes(service.process))
      report(
        'fly/missing-process',
        fly.processes[0]?.at ?? { line: 1, column: 1 },
        `Service ${quoted(service.name)} is said to run in process group ${quoted(service.process)}, which is not here.`,
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
          'fly/ignored-process',
          name.at,
          `${what} names the process group ${quoted(name.value)}, which is not in [processes], and is left out.`,
          `Use one of: ${fly.groups.join(', ')}.`,
        )
}

function healthChecks({ fly, report }: About): void {
  const checks = fly.services.flatMap((service) => service.checks)
  if (checks.length + fly.checks.length === 0)
    report(
      'fly/no-checks',
      fly.services[0]?.at ?? { line: 1, column: 1 },
      'There are no health checks: a deploy succeeds although nothing runs.',
      fly.services.some((s) => s.http)
        ? 'Add [[http_service.checks]] with a path.'
        : 'Add [checks.alive] with type = "tcp" and the port.',
    )
  for (const service of fly.services) {
    if (!service.http && service.ports.length === 0)
      report(
        'fly/service-ports',
        service.at,
        `${serviceName(service)} has no ports.`,
        'Add [[services.ports]], or remove the service: metrics need none.',
      )
  }
}

function strategies({ fly, report }: About): void {
  const strategy = fly.deploy?.strategy
  if (strategy?.value === 'immediate')
    report(
      'fly/immediate',
      strategy.at,
      'With the strategy immediate a deploy reports success before any machine has started.',
      'Use rolling, the default.',
    )
  if (strategy?.value === 'bluegreen' && fly.mounts.length > 0)
    report(
      'fly/bluegreen-volume',
      strategy.at,
      'The strategy bluegreen does not go with a mounted volume.',
      'Use rolling, the default.',
    )
}

function volumes({ fly, report }: About): void {
  for (const mount of fly.mounts)
    if (!mount.has('initial_size'))
      report(
        'fly/volume-size',
        mount.at,
        `The volume ${quoted(mount.text('source')?.value ?? '')} has no initial_size: if it does not exist yet, it gets 1 GB.`,
        'Add initial_size = "10gb" (or create the volume first).',
      )
}

function files({ fly, file, report }: About): void {
  for (const section of fly.files) {
    const local = section.text('local_path')
    if (local && file.includes('/') && !local.value.startsWith('/'))
      report(
        'fly/file-path',
        local.at,
        `local_path ${quoted(local.value)} is read from where flyctl is started, not from the folder of this file.`,
        'Write it relative to the root of the repository, where the deploy runs.',
      )
    const raw = section.text('raw_value')
    if (raw && isBase64Text(raw.value))
      report(
        'fly/raw-value',
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
      'fly/dockerfile',
      own.at,
      `[build] has the dockerfile ${quoted(own.value)}, the configuration ${quoted(dockerfile)}.`,
      `Make them the same: the action builds ${dockerfile}, "flyctl deploy" by hand the other one.`,
    )

  const ways = ['image', 'builder', 'dockerfile', 'builtin'].filter((key) => fly.build?.text(key)?.value)
  if (fly.build && ways.length > 1)
    report(
      'fly/builds',
      fly.build.at,
      `[build] has ${count(ways.length, 'way')} to build: ${list(ways)}.`,
      'Keep one of them.',
    )
}
