import { setTimeout as sleep } from 'node:timers/promises'
import type { Flyctl } from '../../clients/flyctl/client.ts'
import { listMachines, startMachines } from '../../clients/flyctl/commands.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { Machine } from '../../model/fly.ts'
import { type DeployExpectation, judgeMachines } from '../../plan/fly/judge-machines.ts'

/** Pauses between reads of the machines, in milliseconds; the last one repeats. Each read starts flyctl. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000]

export interface MachineWait {
  /** As last seen. */
  machines: Machine[]
  /** Why they are not as expected. */
  problem?: Diagnostic
}

/**
 * Reads the machines until they are as expected: starts those that are stopped (once), waits for states and checks, and
 * gives up at `until`.
 */
export async function waitForMachines(
  expected: DeployExpectation,
  until: number,
  { flyctl, signal }: { flyctl: Flyctl; signal?: AbortSignal },
): Promise<MachineWait> {
  const started = new Set<string>()
  for (let reads = 0; ; reads++) {
    const machines = await listMachines(flyctl, expected.app)
    const judged = judgeMachines(expected, machines)
    if (judged.kind === 'good') return { machines }
    if (judged.kind === 'bad') return { machines, problem: judged.problem }
    const fresh = judged.start.filter((id) => !started.has(id))
    const again = judged.start.find((id) => started.has(id))
    if (again) return { machines, problem: doesNotStay(expected.app, again) }
    if (Date.now() >= until) return { machines, problem: notReady(expected.app, judged.why) }
    if (fresh.length > 0) {
      await startMachines(flyctl, expected.app, fresh)
      for (const id of fresh) started.add(id)
    }
    const pause = Math.min(PAUSES_MS[reads] ?? 4_000, Math.max(0, until - Date.now()))
    await sleep(pause, undefined, signal ? { signal } : {})
  }
}

function doesNotStay(app: string, machine: string): Diagnostic {
  return {
    code: 'fly-crash',
    severity: 'error',
    message: `Machine ${machine} of ${app} was started and stopped again: its process exits.`,
    hint: `\`flyctl logs -a ${app}\` shows why.`,
  }
}

function notReady(app: string, why: string): Diagnostic {
  return {
    code: 'fly-not-ready',
    severity: 'error',
    message: `The machines of ${app} are not ready: ${why}.`,
    hint: `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`; a slow start needs a longer \`timeout\`.`,
  }
}
