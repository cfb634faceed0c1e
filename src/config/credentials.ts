import * as v from 'valibot'
import { isOwnVariable } from '../inputs/names.ts'
import { FLY_METRICS_TOKEN } from '../model/fly-series.ts'
import { filled, matching } from './schema-values.ts'

/**
 * How a service authenticates the scrape. The file names an environment variable, and never has the secret itself: no
 * message about these keys quotes their value.
 */

/** Keys whose value is the name of an environment variable. */
export const VARIABLE_KEYS: readonly string[] = ['credentials_env', 'password_env']

/** Longer and without "_", a name with digits is a key or a token in capital letters. */
const LONGEST_WORD = 16

const looksLikeName = (text: string): boolean =>
  text.length <= 64 && (text.includes('_') || !/\d/.test(text) || text.length < LONGEST_WORD)

/** The name of an environment variable that has a secret. */
export const variable = v.pipe(
  matching(/^[A-Z_][A-Z0-9_]*$/, 'is not the name of an environment variable'),
  v.check(looksLikeName, 'is not the name of an environment variable'),
  v.check((name) => !isOwnVariable(name), 'is a variable of the system or of this action'),
)

/** `authorization` and `basic_auth`, with the keys of Prometheus but for the secret. */
export const credentialsShape = {
  authorization: v.optional(
    v.pipe(
      v.strictObject({
        type: v.pipe(
          v.optional(
            matching(/^[A-Za-z][\w-]*$/, 'is not an authentication scheme such as Bearer'),
            'Bearer',
          ),
          v.check((type) => type.toLowerCase() !== 'basic', 'needs basic_auth instead'),
          v.description('Authentication scheme.'),
        ),
        credentials_env: v.pipe(
          variable,
          v.description('Name of the environment variable with the token, such as METRICS_TOKEN.'),
        ),
      }),
      v.description(
        'The scrape sends the header Authorization, with a token from the environment of the deploy.',
      ),
    ),
  ),
  basic_auth: v.optional(
    v.pipe(
      v.strictObject({
        username: v.pipe(filled, v.regex(/^[^:\r\n]+$/, 'has a ":" or a line break')),
        password_env: v.pipe(
          variable,
          v.description('Name of the environment variable with the password, such as METRICS_PASSWORD.'),
        ),
      }),
      v.description(
        'The scrape sends a user and a password, with the password from the environment of the deploy.',
      ),
    ),
  ),
} as const

const shape = v.strictObject(credentialsShape)

type Credentials = v.InferOutput<typeof shape>

/** The variable with the secret of a service, and the key that names it; undefined without authentication. */
export function credentialsOf({
  authorization,
  basic_auth,
}: Credentials): { key: 'authorization' | 'basic_auth'; variable: string } | undefined {
  if (authorization) return { key: 'authorization', variable: authorization.credentials_env }
  return basic_auth && { key: 'basic_auth', variable: basic_auth.password_env }
}

/** The parts of a configuration that name variables with secrets, or need one. */
export interface WithCredentials {
  services: readonly Credentials[]
  remote_write: readonly { password_env?: string | undefined }[]
  monitoring: { fly_metrics?: boolean | undefined; engine?: string | undefined }
}

/** The variables that the services, the targets of remote_write and the series of Fly need, each once. */
export const credentialVariables = ({
  services,
  remote_write: targets,
  monitoring,
}: WithCredentials): string[] => [
  ...new Set([
    ...services.flatMap((service) => credentialsOf(service)?.variable ?? []),
    ...targets.flatMap((target) => target.password_env ?? []),
    ...(monitoring.fly_metrics || monitoring.engine === 'fly' ? [FLY_METRICS_TOKEN] : []),
  ]),
]
