import { parseGoDuration } from './duration.ts'
import type { FlyToml, Grouped, Service, ServiceCheck } from './flyToml.ts'
import { GREEN_CHECK, RED_CROSS, WARN } from './marks.ts'
import { processNames } from './processGroups.ts'
import { servicesOf } from './services.ts'
import { splitCommand } from './shellWords.ts'
import type { LoadedConfig } from './tomlRead.ts'

const STRATEGIES = ['canary', 'rolling', 'immediate', 'bluegreen']

/** What one section's rules say; `bad` = it makes the configuration invalid. */
interface Finding {
  readonly text: string
  readonly bad: boolean
}

const bad = (text: string): Finding => ({ text, bad: true })
const hint = (text: string): Finding => ({ text, bad: false })

/** flyctl's validation: everything that it prints, and whether the configuration passed. */
export function validate({ path, config, problem }: LoadedConfig): { text: string; valid: boolean } {
  const findings = [...deploySection(config), ...checksSection(config), ...servicesSection(config)]
  findings.push(...processesSection(config), ...mountsSection(config), ...restartSection(config))
  const text = `Validating ${path}\n${findings.map((finding) => finding.text).join('')}`
  const reason =
    problem ?? (findings.some((finding) => finding.bad) ? 'invalid app configuration' : undefined)
  if (reason === undefined) return { text: `${text}${GREEN_CHECK} Configuration is valid\n`, valid: true }
  return { text: `${text}\n   ${RED_CROSS}${reason}\n`, valid: false }
}

function deploySection({ deploy, mounts }: FlyToml): Finding[] {
  const found: Finding[] = []
  const { release_command, strategy } = deploy ?? {}
  if (release_command !== undefined && splitCommand(release_command) === undefined) {
    found.push(bad(`Can't shell split release command: '${release_command}'\n`))
  }
  if (strategy !== undefined && strategy !== '' && !STRATEGIES.includes(strategy)) {
    found.push(
      bad(
        `unsupported deployment strategy '${strategy}'; Apps v2 supports the following strategies: ${STRATEGIES.join(', ')}`,
      ),
    )
  }
  if (strategy === 'canary' && (mounts ?? []).length > 0) {
    found.push(bad('error canary deployment strategy is not supported when using mounted volumes'))
  }
  return found
}

function checksSection(config: FlyToml): Finding[] {
  return Object.entries(config.checks ?? {}).flatMap(([name, check]): Finding[] => {
    const found: Finding[] = []
    if (check.type !== 'http' && check.type !== 'tcp') {
      found.push(
        bad(
          `Can't process top level check '${name}': Missing or invalid check type, must be 'http' or 'tcp'\n`,
        ),
      )
    }
    if (milliseconds(check.interval, 2000) < 2000) {
      found.push(bad(`Check '${name}' interval is too short: ${check.interval}, minimum is 2 seconds\n`))
    }
    if (milliseconds(check.timeout, 0) > 60_000) {
      found.push(bad(`Check '${name}' timeout is too long: ${check.timeout}, maximum is 60 seconds\n`))
    }
    return found
  })
}

function servicesSection(config: FlyToml): Finding[] {
  const count = Object.keys(config.processes ?? {}).length
  return servicesOf(config).flatMap((service): Finding[] => {
    const found: Finding[] =
      (service.processes ?? []).length === 0 && count > 0
        ? [
            bad(
              `Service has no processes set but app has ${count} processes defined; update fly.toml to set processes for each service\n`,
            ),
          ]
        : unknownGroups(config, service, 'Service specifies', "service's")
    if ((service.ports ?? []).length === 0) {
      found.push(
        hint(
          'WARNING: Service must expose at least one port. Add a [[services.ports]] section to fly.toml; ' +
            'Check docs at https://fly.io/docs/reference/configuration/#services-ports \n ' +
            'Validation for _services without ports_ will hard fail after February 15, 2024.',
        ),
      )
    }
    return [...found, ...serviceChecks(service)]
  })
}

function unknownGroups(config: FlyToml, section: Grouped, says: string, whose: string): Finding[] {
  const known = processNames(config)
  return (section.processes ?? [])
    .filter((name) => !known.includes(name))
    .map((name) =>
      bad(
        `${says} '${name}' as one of its processes, but no processes are defined with that name; ` +
          `update fly.toml [processes] to add '${name}' process or remove it from ${whose} processes list\n`,
      ),
    )
}

function serviceChecks(service: Service): Finding[] {
  const one = (check: ServiceCheck, proto: string): Finding[] => [
    ...serviceDuration(check.interval, false, `Service ${proto} check has an interval`),
    ...serviceDuration(check.timeout, false, `Service ${proto} check has a timeout`),
    ...serviceDuration(check.grace_period, true, `Service ${proto} check has a grace period`),
  ]
  return [
    ...(service.tcp_checks ?? []).flatMap((check) => one(check, 'TCP')),
    ...(service.http_checks ?? []).flatMap((check) => one(check, 'HTTP')),
  ]
}

function serviceDuration(text: string | undefined, zeroOk: boolean, what: string): Finding[] {
  if (text === undefined) return []
  const value = milliseconds(text, 0)
  if (zeroOk && value !== 0 && value < 1000) {
    return [
      hint(
        `${WARN} ${what} that is non-zero and less than 1 second (${text}); this will be raised to 1 second\n`,
      ),
    ]
  }
  if (!zeroOk && value < 1000) {
    return [hint(`${WARN} ${what} less than 1 second (${text}); this will be raised to 1 second\n`)]
  }
  if (value <= 60_000) return []
  return [hint(`${WARN} ${what} greater than 1 minute (${text}); this will be lowered to 1 minute\n`)]
}

function processesSection(config: FlyToml): Finding[] {
  return Object.entries(config.processes ?? {})
    .filter(([, command]) => splitCommand(command) === undefined)
    .map(([name]) =>
      bad(
        `Could not parse command for '${name}' process group; check [processes] section: EOF found when expecting closing quote\n`,
      ),
    )
}

function mountsSection(config: FlyToml): Finding[] {
  return (config.mounts ?? []).flatMap(({ source = '', initial_size: size, snapshot_retention: days }) => {
    const found: Finding[] = []
    if (size !== undefined && size !== '') {
      const gigabytes = parseSizeGb(size)
      if (gigabytes === undefined) {
        found.push(
          bad(
            `mount '${source}' with initial_size '${size}' will fail because of: invalid size: invalid size: '${size}'\n`,
          ),
        )
      } else if (gigabytes < 1) {
        found.push(bad(`mount '${source}' has an initial_size '${size}' value which is smaller than 1GB\n`))
      }
    }
    if (days !== undefined && (days < 1 || days > 60)) {
      found.push(
        bad(
          `mount '${source}' has a snapshot_retention value which is not between 1 and 60 days inclusive\n`,
        ),
      )
    }
    return found
  })
}

function restartSection(config: FlyToml): Finding[] {
  return (config.restart ?? []).flatMap((restart) => {
    const found = unknownGroups(config, restart, 'Restart policy specifies', "restart policy's")
    return ['always', 'never', 'on-failure'].includes(restart.policy ?? '')
      ? found
      : [...found, bad(`invalid restart policy: ${restart.policy ?? ''}\n`)]
  })
}

const milliseconds = (text: string | undefined, otherwise: number): number =>
  (text === undefined ? undefined : parseGoDuration(text)) ?? otherwise

/** `10`, `10gb` or `10GB` are gigabytes; smaller units are rounded down. */
export function parseSizeGb(text: string): number | undefined {
  const match = /^([0-9]+(?:\.[0-9]+)?)\s*([kmgt]?)i?b?$/i.exec(text.trim())
  if (match?.[1] === undefined) return undefined
  const factors: Readonly<Record<string, number>> = { k: 1e-6, m: 1e-3, g: 1, '': 1, t: 1000 }
  return Math.floor(Number(match[1]) * (factors[(match[2] ?? '').toLowerCase()] ?? 1))
}
