import type { Config } from '../config/schema.ts'
import { privateUrl, publicUrl } from '../model/fly-names.ts'

/** The address of Prometheus at Fly, without a slash at the end: with `access: private` it has no public one. */
export const prometheusAddress = ({ app, access }: Config['monitoring']): string =>
  access === 'private' ? privateUrl(app) : publicUrl(app)

/** The user of Prometheus' basic auth. */
export const PROMETHEUS_USER = 'prometheus'

/** What to send to Prometheus; nothing where it has no password. */
export const prometheusCredentials = (password: string | undefined) =>
  password === undefined ? undefined : { user: PROMETHEUS_USER, password }
