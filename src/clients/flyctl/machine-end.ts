import type { Flyctl } from './client.ts'
import { plainOutput } from './output.ts'

/** How a machine is, and the exit code of its program, if that has ended. */
export interface MachineEnd {
  /** As reported by Fly: `started`, `destroyed`, … */
  state: string
  code?: number
}

/** Reads how a machine is; flyctl has this as text only. Fly shows a destroyed machine for some time. */
export async function readMachineEnd(flyctl: Flyctl, app: string, id: string): Promise<MachineEnd> {
  const text = plainOutput(await flyctl.repeatable({ command: 'machine status', app, args: [id] }))
  const [, state = ''] = /^State: (\w+)$/m.exec(text) ?? []
  // Its events are a table, the newest first.
  const [, code] = /\bexit_code=(-?\d+)/.exec(text) ?? []
  return { state, ...(code !== undefined && { code: Number(code) }) }
}
