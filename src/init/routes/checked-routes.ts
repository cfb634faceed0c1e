import type { TextFile } from '../../lib/workspace.ts'

/** Which files have the routes that health checks ask for. */
export interface CheckedRoutes {
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
