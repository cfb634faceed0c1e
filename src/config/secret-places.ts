import { RECEIVER_VARIABLES } from './notify.ts'
import type { ConfigPath } from './schema-paths.ts'

/**
 * Places of the configuration where people write a secret: how a service authenticates a scrape, and the receivers of
 * alerts. No message quotes a text from there.
 */

/** Keys of Prometheus that have the secret or its file, and the key that names its variable. */
const VARIABLE_INSTEAD: Readonly<Record<string, string>> = {
  credentials: 'authorization.credentials_env',
  credentials_file: 'authorization.credentials_env',
  bearer_token: 'authorization.credentials_env',
  bearer_token_file: 'authorization.credentials_env',
  password: 'basic_auth.password_env',
  password_file: 'basic_auth.password_env',
}

/** Names that people give to the key of a target of remote_write. */
const KEY_NAMES = /^(?:api_?)?(?:key|token)$|^(?:password|secret)$/

/** What to do about a key of Prometheus that has the secret: in a service, or in the map that names the variable. */
function adviceForService(path: ConfigPath): string | undefined {
  const key = String(path.at(-1))
  const instead = Object.hasOwn(VARIABLE_INSTEAD, key) ? VARIABLE_INSTEAD[key] : undefined
  if (path[0] === 'remote_write' && path.length === 3 && (instead !== undefined || KEY_NAMES.test(key)))
    return 'Use password_env with the name of an environment variable: the secret itself never belongs in this file.'
  const isHere = path[0] === 'services' && (path.length === 3 || instead?.startsWith(`${String(path[2])}.`))
  return instead !== undefined && isHere
    ? `Use ${instead} with the name of an environment variable: the secret itself never belongs in this file.`
    : undefined
}

/** Keys in which other programs have the address or the key of a receiver. */
const RECEIVER_SECRET = /url|token|key|password|secret|webhook|credential|topic|address/i

const CHAT_ID =
  'Write the number of the chat, without quotes. The token of the bot is not written here: set TELEGRAM_BOT_TOKEN.'

function adviceForReceiver(path: ConfigPath): string | undefined {
  const [kind, key] = path.slice(2).map(String)
  if (kind === undefined || !Object.hasOwn(RECEIVER_VARIABLES, kind)) return undefined
  if (key === 'chat_id') return CHAT_ID
  const variables = RECEIVER_VARIABLES[kind as keyof typeof RECEIVER_VARIABLES]
  return key === undefined || RECEIVER_SECRET.test(key)
    ? `Write \`${kind}: ${kind === 'email' || kind === 'telegram' ? '{ … }' : '{}'}\`, and set ${variables}: addresses and keys never belong in this file. Replace one that was committed.`
    : undefined
}

/** What to do about a key or a value that is, or may be, the secret itself; undefined elsewhere. */
export const adviceAboutSecret = (path: ConfigPath): string | undefined =>
  isReceiver(path) ? adviceForReceiver(path) : adviceForService(path)

const isReceiver = ([first, second]: ConfigPath): boolean => first === 'alerts' && second === 'notify'

/** Whether a text that is not valid here may be the secret itself. */
export const mayBeSecret = (path: ConfigPath): boolean =>
  isReceiver(path)
    ? path.length === 3 || path.at(-1) === 'chat_id'
    : path[0] === 'services' && /^(?:authorization|basic_auth)$/.test(String(path[2]))
