import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import { crashOf } from './crash.ts'
import { type DeployExpectation, type DeployedMachine, isAbout, isOld, oldVersion } from './judge-machines.ts'

/** What keeps a machine from being as expected. */
export interface MachineDiagnosis {
  machine: string
  problem: Diagnostic
}

/** Why the machines are not as expected: the first one that is not, by its own state. Undefined: none is wrong. */
export function diagnoseMachines(
  expected: DeployExpectation,
  machines: readonly DeployedMachine[],
): MachineDiagnosis | undefined {
  for (const machine of machines.filter(
    (m) => m.releaseVersion !== undefined && !m.standby && isAbout(expected, m),
  )) {
    const problem = problemOf(expected, machine)
    if (problem) return { machine: machine.id, problem }
  }
  return undefined
}

function problemOf(expected: DeployExpectation, machine: DeployedMachine): Diagnostic | undefined {
  const { app } = expected
  const about = `Machine ${machine.id} of ${app}`
  const error = (code: string, message: string, hint: string): Diagnostic => ({
    code,
    severity: 'error',
    message: `${about} ${message}`,
    hint,
  })
  const logs = `See \`flyctl logs -a ${app} --machine ${machine.id}\``
  if (isOld(expected, machine)) return expected.isPartial ? undefined : oldVersion(expected, machine)
  const crash = crashOf(machine)
  if (crash) return error('fly-crash', crash, `${logs}, correct the cause and deploy again.`)
  if (machine.state === 'failed')
    return error(
      'fly-machine-failed',
      'has failed: Fly could not start it.',
      `${logs} and https://status.flyio.net, then \`flyctl machine start ${machine.id} -a ${app}\`; if that fails as well, deploy again.`,
    )
  if ((machine.state === 'stopped' || machine.state === 'suspended') && !expected.mayStop)
    return error(
      'fly-stopped',
      `is ${machine.state}.`,
      `Start it: \`flyctl machine start ${machine.id} -a ${app}\`. If it stops again by itself, set \`auto_stop_machines = "off"\` in its Fly configuration.`,
    )
  const failing = machine.checks.filter((check) => check.status !== 'passing')
  if (machine.state === 'started' && failing.length > 0) {
    const words = failing.map(
      (c) => `check ${c.name} is ${c.status}${c.output ? ` (${oneLine(c.output, 160)})` : ''}`,
    )
    return error(
      'fly-health',
      `runs, but ${words.join('; ')}.`,
      `${logs} and \`flyctl checks list -a ${app}\`.`,
    )
  }
  if (machine.state === 'started' || (machine.state === 'stopped' && expected.mayStop)) return undefined
  return error(
    'fly-not-started',
    `does not start: it is still ${machine.state}.`,
    `${logs}; Fly may be pulling its image, or have no capacity in ${machine.region}.`,
  )
}
