import { credentialVariables } from '../config/credentials.ts'
import type { Config, ServiceConfig } from '../config/schema.ts'
import { FLY_METRICS_TOKEN } from '../model/fly-series.ts'

/** Values of the variables that the services and the targets of remote_write name, by the name of the variable. */
export type ScrapeSecrets = ReadonlyMap<string, string>

/** The folder of the files that each hold one secret of a scrape or of remote write, on the monitoring machine; the entrypoint uses the same names. */
const SECRETS_FOLDER = '/etc/prometheus/secrets'

/** How a scrape authenticates, as a part of its job: the secret is in a file. */
export const authentication = ({ authorization, basic_auth }: ServiceConfig) => ({
  ...(authorization && {
    authorization: {
      type: authorization.type,
      credentials_file: variablePath(authorization.credentials_env),
    },
  }),
  ...(basic_auth && {
    basic_auth: { username: basic_auth.username, password_file: variablePath(basic_auth.password_env) },
  }),
})

/** How Fly's managed Prometheus is asked: with another scheme, a valid token is refused (401). */
export const flyAuthorization = () => ({
  authorization: { type: 'FlyV1', credentials_file: variablePath(FLY_METRICS_TOKEN) },
})

/** The files of these secrets, from Fly secrets. Their names differ from those that are set manually, for the entrypoint. */
export const scrapeSecretFiles = (config: Config, secrets: ScrapeSecrets) =>
  credentialVariables(config).flatMap((variable) => {
    const value = secrets.get(variable)
    return value === undefined
      ? []
      : [{ name: `MONITORING_SCRAPE_${variable}`, guestPath: variablePath(variable), value }]
  })

/** The file on the machine with the value of a variable. */
export const variablePath = (variable: string): string => `${SECRETS_FOLDER}/${variable}`
