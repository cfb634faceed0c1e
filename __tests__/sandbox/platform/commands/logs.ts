import { STATUS_CODES } from 'node:http'
import { appName } from '../context.ts'
import { FlyError } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { json, timestamp } from '../render.ts'
import { flapsApp, type Session, uiex } from '../session.ts'
import type { Machine } from '../state.ts'
import type { Command } from './command.ts'

/** Prints what is there and ends; without a single line it waits for ever (measured). */
export const logs: Command = {
  flags: flagSpecs('app,a config,c region,r json,j! machine,m instance,i select,s! no-tail,n!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    const name = appName(context)
    const only = args.text('machine') ?? args.text('instance')
    for (;;) {
      const entries = await logEntries(session, name, { only })
      if (entries.length > 0 && !args.bool('json', false)) {
        throw new FlyError("the sandbox's flyctl prints logs only with --json")
      }
      for (const entry of entries) out(json(entry))
      if (entries.length > 0 && args.bool('no-tail', false)) return
      await session.platform.pace.sleep(250, session.terminal.signal)
    }
  },
}

interface LogEntry {
  readonly level: string
  readonly instance: string
  readonly message: string
  readonly region: string
  readonly timestamp: string
  readonly meta: object
}

/** The lines that the app's machines (or only one) have written. */
export function logEntries(
  session: Session,
  name: string,
  { only, since }: { only: string | undefined; since?: 'update' },
): Promise<LogEntry[]> {
  const path = `/api/v1/apps/${name}/logs`
  const lines = uiex(session, { method: 'GET', path, doing: 'get logs' }, () =>
    flapsApp(session, name, 'read')
      .machines.filter(({ id }) => only === undefined || id === only)
      .flatMap((machine) =>
        session.platform.host
          .log(machine, since)
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => entry(machine, line)),
      ),
  )
  return lines.catch((error: unknown) => {
    if (!(error instanceof FlyError) || error.status === undefined) throw error
    throw new FlyError(`${error.status} ${STATUS_CODES[error.status] ?? ''}`)
  })
}

const entry = (machine: Machine, message: string): LogEntry => ({
  level: 'info',
  instance: machine.id,
  message,
  region: machine.region,
  timestamp: timestamp(Date.now()),
  meta: {
    Instance: machine.id,
    Region: machine.region,
    Event: { Provider: 'app' },
    HTTP: { Request: { ID: '', Method: '', Version: '' }, Response: { status_code: 0 } },
    Error: { Code: 0, Message: '' },
    URL: { Full: '' },
  },
})
