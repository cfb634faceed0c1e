import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { Machine } from '../../model/fly.ts'
import { type DeployExpectation, type DeployedMachine, isAbout, isOld, oldVersion } from './judge-machines.ts'

/** What keeps a machine from being as expected. */
export interface MachineDiagnosis {
  machine: string
  problem: Diagnostic
}

type Fields = DeployedMachine & Pick<Machine, 'exit'>

/** Why the machines are not as expected: the first one that is not, by its own state. Undefined: none is wrong. */
export function diagnoseMachines(
  expected: DeployExpectation,
  machines: readonly Fields[],
): MachineDiagnosis | undefined {
  for (const machine of machines.filter(
    (m) => m.releaseVersion !== undefined && !m.standby && isAbout(expected, m),
  )) {
    const problem = problemOf(expected, machine)
    if (problem) return { machine: machine.id, problem }
  }
  return undefined
}

function problemOf(expected: DeployExpectation, machine: Fields): Diagnostic | undefined {
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

/** How the program of a machine ended by itself, as a predicate; undefined when it did not. */
function crashOf({ exit, state, checks }: Fields): string | undefined {
  if (!exit || exit.requested) return undefined
  const isLoop = exit.restarts > 1 && checks.some(({ status }) => status !== 'passing')
  if (state === 'started' && !isLoop) return undefined
  if (exit.code === 0 && !exit.oom && exit.restarts === 0) return undefined
  const how = exit.oom ? 'its memory was not enough (out of memory)' : `exit code ${exit.code}`
  const often = exit.restarts > 0 ? `, restarted ${exit.restarts} times` : ''
  return `crashes: ${how}${often}; it is ${state}.`
}
