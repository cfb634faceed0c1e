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

/** Names that say nothing about the routes of a file: any call that mounts may have them. */
const GENERIC = /^(?:index|mod|__init__|main|routers?|routes|app|server|http|src|lib|internal|pkg|cmd)$/

/** The whole path of a route in a file. */
export function wholePath(
  route: string,
  { file, own }: { file: string; own: string },
  mounts: readonly Mount[],
): string {
  const base = posix.basename(file).replace(/\..*$/, '')
  const name = GENERIC.test(base) ? posix.basename(posix.dirname(file)) : base
  const word = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const mount = mounts.find(
    (one) =>
      one.file !== file &&
      word.length > 2 &&
      !GENERIC.test(name) &&
      one.names.some((other) => other.replace(/[^a-z0-9]/g, '').startsWith(word)),
  )
  const prefix = `${mount?.prefix ?? ''}${own}`.replace(/\/$/, '')
  return prefix !== '' && route.startsWith(`${prefix}/`) ? route : `${prefix}${route}`
}

/** Which files have the routes that health checks ask for. */
interface CheckedRoutes {
  read(file: TextFile): void
  /** The prefix that routes of a file have, as a check says that asks for another route of it; empty when none does. */
  prefixOf(file: string, path: string): string
}

/**
 * The prefixes of routes that a function mounts: `/v1`, when a check asks for `/v1/health` and only one file of the code has a
 * route `/health`. `checks`: the paths of the checks.
 */
export function checkedRoutes(checks: readonly string[]): CheckedRoutes {
  const routes = [...new Set(checks)].flatMap(splits)
  const whole = new Set<CheckedRoute>()
  const files = new Map<string, Set<string>>()
  return {
    read({ file, text }) {
      for (const one of routes) {
        if (one.isWhole.test(text)) whole.add(one)
        if (one.isRoute.test(text)) files.set(one.route, (files.get(one.route) ?? new Set()).add(file))
      }
    },
    prefixOf(file, path) {
      const found = routes.find((one) => {
        const having = files.get(one.route)
        return !whole.has(one) && having?.size === 1 && having.has(file)
      })
      return found && !path.startsWith(`${found.prefix}/`) ? found.prefix : ''
    },
  }
}

interface CheckedRoute {
  prefix: string
  route: string
  isRoute: RegExp
  isWhole: RegExp
}

/** `/v1/health` is `/health` below `/v1`. */
const splits = (path: string): CheckedRoute[] =>
  [...path.matchAll(/(?<=.)\//g)].map(({ index }) => ({
    prefix: path.slice(0, index),
    route: path.slice(index),
    isRoute: registration(path.slice(index)),
    isWhole: registration(path),
  }))

/** A call that registers a route, in any language: `app.Get("/health", …)`, `.route("/health", get(health))`, `get "/health"`. */
const registration = (route: string): RegExp =>
  new RegExp(
    `\\b(?:get|any|all|use|route|handle|handle_?func|add_?route|path|map_?get)[ \\t]*\\(?[ \\t]*["'\`](?:GET )?${route.replace(/[^\w/-]/g, '\\$&')}["'\`]`,
    'i',
  )
