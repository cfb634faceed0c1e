import type { Machine, MachineEvent } from './state.ts'

/** A launch leaves eight older events; crashes come on top (as recorded), but not without end. */
const KEPT_EVENTS = 8
const MAX_EVENTS = 30

/** Writes the event into the machine's history, newest first. */
export function note(machine: Machine, event: MachineEvent): void {
  const kept = event.type === 'launch' ? KEPT_EVENTS : MAX_EVENTS - 1
  machine.events = [event, ...machine.events.slice(0, kept)]
}

/** As Fly tells an exit; zeros are left out. */
export function exitEvent(exit: {
  code: number
  restarting: boolean
  count: number
  requested?: boolean
}): MachineEvent {
  const at = Date.now()
  return {
    type: 'exit',
    status: 'stopped',
    request: {
      exit_event: {
        ...(exit.code === 0 ? {} : { exit_code: exit.code, guest_exit_code: exit.code }),
        guest_signal: -1,
        ...(exit.requested ? { requested_stop: true } : {}),
        ...(exit.restarting ? { restarting: true } : {}),
        signal: -1,
        exited_at: new Date(at).toISOString(),
      },
      ...(exit.count === 0 ? {} : { restart_count: exit.count }),
    },
    at,
  }
}
