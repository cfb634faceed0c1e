/** Names as Fly has them; apart from the schema, which takes a while to load. */

export const APP_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

export const REGION = /^[a-z]{3}$/
