/** Names as Fly defines them; separate from the schema, which takes a while to load. */

export const APP_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

export const REGION = /^[a-z]{3}$/

/** The name of an app on Fly's shared domain; it resolves while the app has a public address. */
export const publicHost = (app: string): string => `${app}.fly.dev`

/** The address of an app on Fly's shared domain, without a slash at the end. */
export const publicUrl = (app: string): string => `https://${publicHost(app)}`

/** The name of an app on its private network: the addresses of its machines that are started. */
export const internalHost = (app: string): string => `${app}.internal`

/** Prometheus on Fly's private network, for an app without a public address. */
export const privateUrl = (app: string): string => `http://${internalHost(app)}:9090`

/** The host name of an app at Fly. */
export interface FlyHost {
  app: string
  process: string | undefined
  /** `internal`: its machines; `flycast` and `public`: Fly's proxy, which chooses one of them. */
  network: 'internal' | 'flycast' | 'public'
}

/** https://fly.io/docs/networking/private-networking/#fly-io-internal-addresses; a name that a script fills in is allowed. */
const HOST =
  /^(?:(?:all|global|[a-z]{3}|(?:top\d+\.)?nearest\.of|[0-9a-f]+\.vm|[\w-]+\.[\w-]+\.kv\._metadata|(?<process>[\w-]+)\.process)\.)?(?<app>[a-z0-9][a-z0-9-]*|\$\{\w+\})\.internal$/
const PROXY = /^(?<app>[a-z0-9][a-z0-9-]*)\.(?<domain>flycast|fly\.dev)$/

/** Second labels of other networks that end in `.internal`: Docker, Podman, Railway, clouds, local virtual machines. */
const OTHERS = new Set([
  ...['docker', 'containers', 'railway', 'ec2', 'google', 'compute', 'lima', 'orb', 'minikube', 'k3d'],
  ...['cloudapp', 'scaleway'],
])

/** The app that a host name leads to; undefined for a name that is not Fly's: `host.docker.internal`. */
export function flyHost(host: string): FlyHost | undefined {
  const internal = HOST.exec(host)?.groups
  if (internal?.app !== undefined)
    return OTHERS.has(internal.app)
      ? undefined
      : { app: internal.app, process: internal.process, network: 'internal' }
  const { app, domain } = PROXY.exec(host)?.groups ?? {}
  return app === undefined
    ? undefined
    : { app, process: undefined, network: domain === 'flycast' ? 'flycast' : 'public' }
}
