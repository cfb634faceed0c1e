import { posix } from 'node:path'
import type { TextFile } from '../lib/workspace.ts'

/** A path under which the routes of another file are mounted, with the names of the call: `monitoringApp`. */
export interface Mount {
  prefix: string
  names: readonly string[]
  file: string
}

const MOUNT =
  /\.(?:route|use|mount|nest|register|include_router|register_blueprint|group)\(([^\n]{0,200})\)/gi
const PREFIX = /["'`](\/[\w/.-]{1,100})["'`]/
/** A prefix that the routes of a file have in common: FastAPI, Flask, Hono, NestJS, Elysia. */
const OWN =
  /(?:APIRouter|Blueprint)\([^)]{0,200}prefix\s*=\s*["'](\/[\w/.-]{1,100})["']|\.basePath\(["'](\/[\w/.-]{1,100})["']|@Controller\(\s*["'`]\/?([\w/-]{1,100})["'`]|new Elysia\(\{\s*prefix:\s*["'](\/[\w/.-]{1,100})["']/

/** The mounts in a file: `app.route('/monitoring', monitoringApp)`, `app.include_router(admin.router, prefix="/api")`. */
export function mountsIn({ file, text }: TextFile): Mount[] {
  return [...text.matchAll(MOUNT)].flatMap(([, given = '']) => {
    const prefix = PREFIX.exec(given)?.[1]
    if (prefix === undefined) return []
    const names = given.replace(PREFIX, '').match(/[a-z_]\w*/gi) ?? []
    return [{ file, prefix, names: names.map((name) => name.toLowerCase()) }]
  })
}

/** The prefix that the routes of a file set themselves. */
export function ownPrefix(text: string): string {
  const [, ...groups] = OWN.exec(text) ?? []
  return groups.find((one) => one !== undefined)?.replace(/^\/?/, '/') ?? ''
}

/** The whole path of a route in a file. */
export function wholePath(
  route: string,
  { file, own }: { file: string; own: string },
  mounts: readonly Mount[],
): string {
  const base = posix.basename(file).replace(/\..*$/, '')
  const name = /^(?:index|mod|__init__|main|router|routes)$/.test(base)
    ? posix.basename(posix.dirname(file))
    : base
  const word = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const mount = mounts.find(
    (one) =>
      one.file !== file &&
      word.length > 2 &&
      one.names.some((other) => other.replace(/[^a-z0-9]/g, '').startsWith(word)),
  )
  const prefix = `${mount?.prefix ?? ''}${own}`.replace(/\/$/, '')
  return prefix !== '' && route.startsWith(`${prefix}/`) ? route : `${prefix}${route}`
}
