import { parseGoDuration } from './duration.ts'
import type { MachineCheck } from './machineConfig.ts'
import type { Pace } from './pace.ts'
import type { MachineSpec, Probe, Runtime } from './runtime.ts'
import type { CheckStatus, Machine } from './state.ts'

/** A check of a machine under the name that `checks list` shows. */
export interface NamedCheck {
  readonly name: string
  readonly probe: Probe
  readonly grace: number
  readonly interval: number
  readonly timeout: number
}

/** Fly's defaults in milliseconds, where the configuration says nothing. */
const DEFAULTS = { interval: 10_000, timeout: 2_000, grace: 1_000 }

/** Top-level checks by name, then those of the services, numbered. */
export function checksOf(machine: Machine): readonly NamedCheck[] {
  const top = Object.entries(machine.config.checks ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, check]) => named(name, check, check.port ?? 0))
  const services = (machine.config.services ?? []).flatMap((service) =>
    (service.checks ?? []).map((check) => ({ check, port: service.internal_port ?? 0 })),
  )
  return [
    ...top,
    ...services.map(({ check, port }, index) =>
      named(`servicecheck-${String(index).padStart(2, '0')}-${check.type}-${port}`, check, port),
    ),
  ]
}

/** The state of every check before its first probe. */
export function pendingChecks(machine: Machine): CheckStatus[] {
  return checksOf(machine).map(({ name }) => ({
    name,
    status: 'critical',
    output: 'connect: connection refused',
    at: Date.now(),
  }))
}

/** Probes until the signal: first after the grace period, then at the check's interval. */
export async function watch(
  options: { machine: Machine; spec: MachineSpec; check: NamedCheck; runtime: Runtime; pace: Pace },
  signal: AbortSignal,
): Promise<void> {
  const { machine, spec, check, runtime, pace } = options
  await pace.sleep(check.grace, signal)
  for (;;) {
    const tooLate = pace
      .sleep(check.timeout, signal)
      .then(() => ({ ok: false, output: 'context deadline exceeded' }))
    const { ok, output } = await Promise.race([runtime.probe(spec, check.probe), tooLate])
    if (signal.aborted) return
    const status: CheckStatus = {
      name: check.name,
      status: ok ? 'passing' : 'critical',
      output,
      at: Date.now(),
    }
    machine.checks = machine.checks.map((known) => (known.name === check.name ? status : known))
    await pace.sleep(check.interval, signal)
  }
}

function named(name: string, check: MachineCheck, port: number): NamedCheck {
  const milliseconds = (text: string | undefined, otherwise: number): number =>
    (text === undefined ? undefined : parseGoDuration(text)) ?? otherwise
  const { path, method } = check
  return {
    name,
    probe: {
      type: check.type === 'http' ? 'http' : 'tcp',
      port,
      ...(path === undefined ? {} : { path }),
      ...(method === undefined ? {} : { method: method.toUpperCase() }),
    },
    grace: Math.max(milliseconds(check.grace_period, 0), DEFAULTS.grace),
    interval: milliseconds(check.interval, DEFAULTS.interval),
    timeout: milliseconds(check.timeout, DEFAULTS.timeout),
  }
}
