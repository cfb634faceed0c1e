import { join, resolve } from 'node:path'
import { FlyError } from './errors.ts'
import type { Arguments } from './flags.ts'
import { WARN } from './marks.ts'
import type { Session } from './session.ts'
import { type LoadedConfig, loadConfig } from './tomlRead.ts'

/** A command's view: its session, its arguments, the directory it works in. */
export interface Context {
  readonly session: Session
  readonly args: Arguments
  /** `deploy DIR` changes it. */
  readonly cwd: string
  readonly config: LoadedConfig | undefined
  out(text: string): void
  err(text: string): void
}

/**
 * Reads the fly.toml that nearly every command reads: the one of `--config`, or of the working directory.
 * Fails when it is broken, or when a named one is not there.
 */
export async function findConfig(
  session: Session,
  args: Arguments,
  cwd: string,
): Promise<LoadedConfig | undefined> {
  const named = args.text('config')
  const candidates = named === undefined ? [join(cwd, 'fly.toml')] : [named, join(named, 'fly.toml')]
  for (const path of candidates) {
    const answer = await session.terminal.readFile(resolve(cwd, path))
    if (answer.kind === 'failed') continue
    const loaded = loadConfig(path, answer.content.toString())
    if (loaded.problem !== undefined) {
      const text = `WARNING the config file at '${path}' is not valid: ${loaded.problem}`
      session.terminal.err(`${WARN} ${text}\n`)
    }
    return loaded
  }
  if (named === undefined) return undefined
  throw new FlyError(
    `config file not found at specified path: ${named} (also tried: ${join(named, 'fly.toml')})`,
  )
}

/** The app of `--app`, of `FLY_APP`, or of the fly.toml. */
export function appName(context: Context): string {
  const name = context.args.text('app') || context.session.terminal.env.FLY_APP || context.config?.config.app
  if (name === undefined || name === '') {
    throw new FlyError(
      'the config for your app is missing an app name, add an app field to the fly.toml file or specify with the -a flag',
    )
  }
  return name
}
