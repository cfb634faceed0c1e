import type { TextFile } from '../../lib/workspace.ts'

/** What says that an image is built from this repository. */
export interface ImageEvidence {
  /** The owner of the repository at GitHub, as far as this clone knows it. */
  owner: string | undefined
  /** The name of the folder of the repository. */
  folder: string
  /** Workflows, pipelines and scripts: they build and push images. */
  builders: readonly TextFile[]
}

/**
 * The registry of Fly has the images that teams build themselves; elsewhere they have the name of the app, or of its team too:
 * `ghcr.io/shop/api` of app `shop-api`.
 */
export function isNamedAs(image: string, app: string): boolean {
  const parts = nameOf(image).split('/')
  const names = [parts.at(-1), parts.slice(-2).join('-')]
  return image.startsWith('registry.fly.io/') || (app !== '' && names.includes(app))
}

/** A name with capital letters, which no repository of images has, and tags that are filled in before a deploy. */
const TO_REPLACE =
  /^[^:@]*[A-Z]|[$<{]|X{3,}|[A-Z]_[A-Z]|(?:^|[/.-])(?:your|change-?me|replace-?me)(?:[-_/.]|$)/

/** Whether an image is one that somebody is to replace: `PIN_ME`, `registry.fly.io/APP:deployment-XXXX`. */
export const isImagePlaceholder = (image: string): boolean => TO_REPLACE.test(image)

/** Whether an image is of the owner of this repository, of a package of it, or one that a workflow pushes. */
export function isBuiltHere(image: string, { owner, folder, builders }: ImageEvidence): boolean {
  const name = nameOf(image)
  const parts = name.toLowerCase().split('/')
  const spaces = parts.slice(0, -1)
  if (spaces.length === 0) return false
  if (owner !== undefined && spaces.includes(owner.toLowerCase())) return true
  // A package of a repository: ghcr.io/OWNER/REPOSITORY/NAME.
  if (spaces.length > 2 && spaces.at(-1) === folder.toLowerCase()) return true
  const last = parts.at(-1) ?? ''
  return builders.some(({ text }) => pushes(text, { name, last }))
}

/** An image without its tag and its digest. */
const nameOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '')

const PUSH =
  /docker\/build-push-action@|\bdocker(?:x| buildx)? (?:push|build)\b|--push\b|\bbuildah\b|\bkaniko\b|\bko (?:build|publish)\b|docker\/metadata-action@/
/** An owner that is calculated: `ghcr.io/${{ github.repository_owner }}/NAME`. */
const OWNED = /(?:ghcr\.io|docker\.io)\/\$\{?[^\s"'/]*(?:\{[^}\n]*\}\}?)?\/([\w.-]+)/g

function pushes(text: string, { name, last }: { name: string; last: string }): boolean {
  if (!PUSH.test(text)) return false
  if (text.includes(name)) return true
  return [...text.matchAll(OWNED)].some(([, found = '']) => found.toLowerCase() === last)
}
