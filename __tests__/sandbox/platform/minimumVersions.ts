import { homedir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Session } from './session.ts'

/** `FLY_CONFIG_DIR`, or `~/.fly`. */
export function configDirectory(session: Session): string {
  const { env } = session.terminal
  return env.FLY_CONFIG_DIR || join(env.HOME || homedir(), '.fly')
}

/**
 * The version of the app's secrets that the last `secrets` command of this configuration directory wrote;
 * with another directory flyctl does not know it (measured).
 */
export async function minimumVersion(session: Session, app: string): Promise<number | undefined> {
  const version = (await readConfig(session)).app_secrets_minvers?.[app]
  return typeof version === 'number' ? version : undefined
}

/** Remembers that version in `config.yml`. */
export async function rememberVersion(session: Session, app: string, version: number): Promise<void> {
  const config = await readConfig(session)
  const changed = { ...config, app_secrets_minvers: { ...config.app_secrets_minvers, [app]: version } }
  await session.terminal.writeFile(configFile(session), stringify(changed))
}

interface ConfigFile {
  readonly app_secrets_minvers?: Readonly<Record<string, unknown>>
}

async function readConfig(session: Session): Promise<ConfigFile> {
  const answer = await session.terminal.readFile(configFile(session))
  return answer.kind === 'content' ? ((parse(answer.content.toString()) as ConfigFile | null) ?? {}) : {}
}

const configFile = (session: Session): string => join(configDirectory(session), 'config.yml')
