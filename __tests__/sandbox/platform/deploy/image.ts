import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { FlyError, Stopped, wrapped } from '../errors.ts'
import type { FlyToml } from '../flyToml.ts'
import { sha256 } from '../ids.ts'
import type { ImageRef } from '../machineConfig.ts'
import { queries } from '../queries.ts'
import { graphql, graphqlApp, uiex } from '../session.ts'
import type { App } from '../state.ts'

/** Where the recordings' platform finds images without a registry in their name. */
const DEFAULT_REGISTRY = 'registry.example'

/** An image as a deploy uses it. */
export interface DeployImage {
  /** What machines and releases are told. */
  readonly ref: string
  readonly parts: ImageRef
}

/** The image of `--image` or of `[build]`; a failure is tried once more before it is reported (measured). */
export async function determineImage(context: Context, app: App, config: FlyToml): Promise<DeployImage> {
  try {
    return await attempt(context, app, config)
  } catch (first) {
    if (first instanceof Stopped) throw first
    try {
      return await attempt(context, app, config)
    } catch (error) {
      throw wrapped('failed to fetch an image or build from source', error)
    }
  }
}

async function attempt(context: Context, app: App, config: FlyToml): Promise<DeployImage> {
  const { session, args, err } = context
  err('==> Building image\n')
  await uiex(
    session,
    { method: 'GET', path: `/api/v1/organizations/${app.org}`, doing: 'get organization' },
    () => app,
  )
  const wanted = args.text('image') || config.build?.image
  if (!wanted) return build(context, config)
  await uiex(session, { method: 'POST', path: '/api/v1/builds', doing: 'create build' }, () => undefined)
  err(`Searching for image '${wanted}' remotely...\n`)
  const image = await graphql(session, { op: 'app', query: queries.image }, () => {
    graphqlApp(session, app.name)
    const found = parseImage(wanted)
    if (!session.platform.runtime.hasImage(found.ref)) throw new FlyError(`Could not find image "${wanted}"`)
    return found
  })
  err(`image found: img_${sha256(wanted).slice(0, 16)}\n`)
  return image
}

/** The recordings' platform has no builder; this is how a build ends there. */
async function build({ session, args, cwd, err }: Context, config: FlyToml): Promise<never> {
  const dockerfile = config.build?.dockerfile ?? args.text('dockerfile')
  const path = resolve(cwd, dockerfile ?? 'Dockerfile')
  const found = await session.terminal.readFile(path)
  if (found.kind === 'failed') {
    if (dockerfile !== undefined) throw new FlyError(`dockerfile '${path}' not found`)
    throw new FlyError(
      'app does not have a Dockerfile or buildpacks configured. See https://fly.io/docs/reference/configuration/#the-build-section',
    )
  }
  err('Waiting for depot builder...\n\n')
  return uiex(
    session,
    { method: 'POST', path: '/api/v1/builds/depot', doing: 'ensure depot builder' },
    () => {
      throw new FlyError(
        'error building: ensure depot builder failed, please try again (status 501): {"error": "this stand-in has no image builder: deploy with --image"}',
      )
    },
  )
}

/** `nginx:1.29` is `registry.example/library/nginx:1.29`; a digest takes the place of the tag (measured). */
function parseImage(given: string): DeployImage {
  const [name = '', digest] = given.split('@')
  const first = name.split('/')[0] ?? ''
  const hosted = name.includes('/') && /[.:]|^localhost$/.test(first)
  const registry = hosted ? first : DEFAULT_REGISTRY
  const path = hosted ? name.slice(first.length + 1) : name
  const [, repository = path, tag = 'latest'] = /^(.*):([^/:]+)$/.exec(path) ?? []
  const full = hosted || repository.includes('/') ? repository : `library/${repository}`
  if (digest !== undefined) {
    return { ref: `${registry}/${full}@${digest}`, parts: { registry, repository: full, digest } }
  }
  const ref = `${registry}/${full}:${tag}`
  return { ref, parts: { registry, repository: full, tag, digest: `sha256:${sha256(ref)}` } }
}
