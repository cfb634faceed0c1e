/** Names as Fly defines them; separate from the schema, which takes a while to load. */

export const APP_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

export const REGION = /^[a-z]{3}$/

/** The name of an app on Fly's shared domain; it resolves while the app has a public address. */
export const publicHost = (app: string): string => `${app}.fly.dev`

/** The address of an app on Fly's shared domain, without a slash at the end. */
export const publicUrl = (app: string): string => `https://${publicHost(app)}`
