import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { METRICS_PATH } from '../findings.ts'

/** Whether a file has routes of NestJS, which its global prefix is put in front of. */
export const isNest = (text: string): boolean => /@Controller\(|\bPrometheusModule\.register/.test(text)

/** A controller whose own path is that of the metrics: `@Controller('metrics')` with `@Get()`. */
const CONTROLLER = /@Controller\(\s*(?:\{[^}]{0,100}?path:\s*)?["'`]\/?([\w/-]{1,100})["'`]/
/** The module of nestjs-prometheus has a route of its own, unless it is given another path. */
const MODULE = /\bPrometheusModule\.register(?:Async)?\((?![^)]{0,300}\bpath:)/

/** The path that a file of NestJS publishes metrics under without naming it in a route, and its line. */
export function nestRoute({ text }: TextFile): { path: string; line: number; isServed: boolean } | undefined {
  const controller = CONTROLLER.exec(text)
  const own = `/${controller?.[1] ?? ''}`
  const isOwn = METRICS_PATH.test(own) && /@Get\(\s*\)/.test(text)
  const found = isOwn ? controller : MODULE.exec(text)
  return found
    ? {
        path: isOwn ? own : '/metrics',
        line: lineAt(text, found.index),
        isServed: !isOwn || /\b[rR]egist(?:er|ry)\b|text\/plain|[cC]ontentType|getMetrics\(|prom/.test(text),
      }
    : undefined
}

/** `app.setGlobalPrefix('api')`: it is for all routes, but for those that are excluded. */
const GLOBAL_PREFIX = /\.setGlobalPrefix\(\s*["'`]\/?([\w/-]{1,100})["'`]([^;]{0,300})/

/** The prefix of all routes of an app of NestJS; empty when the metrics are excluded. */
export function globalPrefix(text: string): string | undefined {
  const [, prefix, options = ''] = GLOBAL_PREFIX.exec(text) ?? []
  if (prefix === undefined) return undefined
  return /exclude[^;]*(?:metrics|prometheus)/.test(options) ? '' : `/${prefix.replace(/\/$/, '')}`
}
