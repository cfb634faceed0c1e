import type { FlyToml, Section, Service, Text } from '../../formats/fly-toml.ts'
import type { Place } from '../../formats/tree.ts'
import type { Problem } from '../../lib/errors.ts'
import { quoted } from '../../lib/text.ts'
import { type Code, finding } from '../catalog.ts'
import { commandFault, goDuration, goSize } from './go.ts'
import { machineFault } from './machine.ts'

type Report = (code: Code, at: Place, message: string, hint: string) => void

/**
 * What flyctl v0.4.88 refuses in a file whose types are right (internal/appconfig/validation.go), and what it refuses
 * later, when it makes machines of it (internal/appconfig/machines.go).
 */
export function rejected(fly: FlyToml, file: string): Problem[] {
  const problems: Problem[] = []
  const report: Report = (code, at, message, hint) =>
    problems.push(finding(code, { file, ...at }, message, hint))
  checks(fly, report)
  for (const service of fly.services) serviceGroups(service, fly, report)
  for (const restart of fly.restarts) restartPolicy(restart, fly, report)
  deploySection(fly, report)
  commands(fly, report)
  for (const mount of fly.mounts) mountSizes(mount, report)
  compression(fly.build, report)
  for (const machine of fly.machines) machineSize(machine, report)
  return problems
}

function checks(fly: FlyToml, report: Report): void {
  for (const check of fly.checks) {
    const name = `[checks.${check.name}]`
    if (!check.kind) {
      const given = check.text('type')
      const message = given ? `${name} has the type ${quoted(given.value)}.` : `${name} has no type.`
      const kind = check.has('path') || check.has('method') ? 'http' : 'tcp'
      report('fly/check-type', given?.at ?? check.at, message, `Add type = "${kind}" to ${name}.`)
    }
    const interval = milliseconds(check, 'interval')
    if (interval && interval.value < 2_000)
      report('fly/duration', interval.at, `${name} has an interval below 2 s.`, 'Use "2s" or more.')
    const timeout = milliseconds(check, 'timeout')
    if (timeout && timeout.value > 60_000)
      report('fly/duration', timeout.at, `${name} has a timeout above 60 s.`, 'Use "60s" or less.')
    if (!check.has('port')) checkPort(check.processes, name, { fly, at: check.at }, report)
  }
}

/** Durations in [checks] may be numbers of milliseconds. */
function milliseconds(section: Section, key: string): { at: Place; value: number } | undefined {
  const written = section.text(key)
  const value = written && written.value !== '' ? goDuration(written.value) : undefined
  return written ? (value === undefined ? undefined : { at: written.at, value }) : section.number(key)
}

/** A check without a port takes that of the http_service of its process group. */
function checkPort(
  processes: readonly Text[],
  name: string,
  { fly, at }: { fly: FlyToml; at: Place },
  report: Report,
): void {
  const http = fly.services.find((service) => service.http)
  const groups = groupsOf(processes, fly)
  const without = groups.find((group) => !http || !groupsOf(http.processes, fly).includes(group))
  if (without === undefined) return
  const where = fly.processes.length > 0 ? ` in process group ${quoted(without)}` : ''
  report(
    'fly/check-port',
    at,
    `${name} has no port, and there is no http_service${where} to take it from.`,
    `Add port = … to ${name}.`,
  )
}

/** The groups that a section belongs to; one that names none belongs to `app`, or else to the first by name. */
export function groupsOf(processes: readonly Text[], fly: FlyToml): string[] {
  if (processes.length > 0) return fly.groups.filter((group) => processes.some((p) => p.value === group))
  return fly.groups.includes('app') ? ['app'] : fly.groups.toSorted().slice(0, 1)
}

export const serviceName = (service: Service): string => {
  const port = service.number('internal_port')?.value
  return service.http ? '[http_service]' : `[[services]]${port === undefined ? '' : ` of port ${port}`}`
}

function serviceGroups(service: Service, fly: FlyToml, report: Report): void {
  const names = fly.processes.map((entry) => entry.key)
  if (service.processes.length === 0 && names.length > 0) {
    const list = names.length === 1 ? quoted(names) : `[…], one or more of: ${names.join(', ')}`
    report(
      'fly/service-processes',
      service.at,
      `${serviceName(service)} has no processes, while [processes] exists.`,
      `Add processes = ${list} to ${serviceName(service)}.`,
    )
  }
  unknownGroups(service.processes, { what: serviceName(service), fly }, report)
}

function unknownGroups(
  processes: readonly Text[],
  { what, fly }: { what: string; fly: FlyToml },
  report: Report,
): void {
  for (const name of processes)
    if (!fly.groups.includes(name.value))
      report(
        'fly/unknown-process',
        name.at,
        `${what} names the process group ${quoted(name.value)}, which is not in [processes].`,
        `Use one of: ${fly.groups.join(', ')}.`,
      )
}

function restartPolicy(restart: Section, fly: FlyToml, report: Report): void {
  unknownGroups(restart.processes, { what: '[[restart]]', fly }, report)
  const policy = restart.text('policy')
  if (policy && ['always', 'on-failure', 'never'].includes(policy.value)) return
  const message = policy
    ? `[[restart]] has the policy ${quoted(policy.value)}.`
    : '[[restart]] has no policy.'
  report('fly/restart-policy', policy?.at ?? restart.at, message, 'Use one of: always, on-failure, never.')
}

const STRATEGIES = ['canary', 'rolling', 'immediate', 'bluegreen']

function deploySection(fly: FlyToml, report: Report): void {
  const strategy = fly.deploy?.strategy
  if (!strategy || strategy.value === '') return
  if (!STRATEGIES.includes(strategy.value))
    report(
      'fly/strategy',
      strategy.at,
      `There is no deploy strategy ${quoted(strategy.value)}.`,
      `Use one of: ${STRATEGIES.join(', ')}.`,
    )
  else if (strategy.value === 'canary' && fly.mounts.length > 0)
    report(
      'fly/strategy',
      strategy.at,
      'The strategy canary does not go with a mounted volume.',
      'Use rolling, the default.',
    )
}

function commands(fly: FlyToml, report: Report): void {
  const named: [string, Text | undefined][] = [
    ['release_command', fly.deploy?.releaseCommand],
    ['console_command', fly.consoleCommand],
    ...fly.processes.map((entry): [string, Text] => [
      `The command of process group ${quoted(entry.key)}`,
      entry,
    ]),
  ]
  for (const [name, command] of named) {
    const fault = command && commandFault(command.value)
    if (fault)
      report(
        'fly/command',
        command.at,
        `${name} cannot be split into words: ${fault}.`,
        'Close it, or escape it.',
      )
  }
}

function mountSizes(mount: Section, report: Report): void {
  const gb = (key: string, most: number): number | undefined => {
    const written = mount.text(key) ?? asText(mount.number(key))
    if (!written || written.value === '') return undefined
    const size = goSize(written.value, 'GB')
    if (size === undefined || size < 1 || size > most) {
      const range = most === Number.POSITIVE_INFINITY ? '1 GB or more' : `1 GB to ${most} GB`
      report('fly/mount', written.at, `${key} is ${quoted(written.value)}.`, `Use ${range}, such as "10gb".`)
    }
    return size ?? 0
  }
  gb('initial_size', Number.POSITIVE_INFINITY)
  const days = mount.number('snapshot_retention')
  if (days && (days.value < 1 || days.value > 60))
    report('fly/mount', days.at, `snapshot_retention is ${days.value}.`, 'Use 1 to 60 days.')
  const increment = gb('auto_extend_size_increment', 100)
  const limit = gb('auto_extend_size_limit', 500)
  const threshold = mount.number('auto_extend_size_threshold')
  if (!threshold?.value && !increment && !limit) return
  if (!threshold?.value || increment === undefined)
    report(
      'fly/mount',
      threshold?.at ?? mount.at,
      'A volume that grows needs auto_extend_size_threshold, auto_extend_size_increment and auto_extend_size_limit together.',
      'Add the missing ones, or remove them all.',
    )
  else if (threshold.value < 50 || threshold.value > 99)
    report(
      'fly/mount',
      threshold.at,
      `auto_extend_size_threshold is ${threshold.value}.`,
      'Use a percentage from 50 to 99.',
    )
}

const asText = (number: { at: Place; value: number } | undefined): Text | undefined =>
  number && { at: number.at, value: String(number.value) }

function compression(build: Section | undefined, report: Report): void {
  const kind = build?.text('compression')
  if (kind && !['', 'gzip', 'zstd'].includes(kind.value))
    report(
      'fly/compression',
      kind.at,
      `compression is ${quoted(kind.value)}.`,
      'Use gzip or zstd, or remove it.',
    )
  const level = build?.number('compression_level')
  if (level && (level.value < 0 || level.value > 9))
    report('fly/compression', level.at, `compression_level is ${level.value}.`, 'Use 0 to 9, or remove it.')
}

function machineSize(machine: Section, report: Report): void {
  const size = machine.text('size')
  const memory = machine.text('memory') ?? asText(machine.number('memory'))
  const mib = memory && memory.value !== '' ? goSize(memory.value, 'MiB') : undefined
  if (memory && memory.value !== '' && !mib)
    report('fly/machine-size', memory.at, `memory is ${quoted(memory.value)}.`, 'Use a size such as "512mb".')
  if (!size || size.value === '') return
  const fault = machineFault(size.value, mib || undefined)
  const at = fault?.about === 'memory' ? memory?.at : undefined
  if (fault) report('fly/machine-size', at ?? size.at, fault.message, fault.hint)
}
