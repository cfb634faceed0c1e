import type { Context } from '../context.ts'
import type { FlagSpec } from '../flags.ts'

/** A command of flyctl: what it accepts, what it needs before it starts, what it does. */
export interface Command {
  readonly flags: readonly FlagSpec[]
  /** Without a token it does not start. */
  readonly session: boolean
  /** It reads fly.toml (and fails when that is broken). */
  readonly readsConfig: boolean
  /** `deploy DIR` works in that directory; it takes no other argument. */
  readonly directoryArgument?: true
  run(context: Context): Promise<void>
}
