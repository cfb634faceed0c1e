import type { TextFile } from '../../lib/workspace.ts'
import { METRICS_PATH } from '../findings.ts'
import { type Handler, handlerAt } from './handler.ts'
import { MEDIA_TYPE } from './media-type.ts'
import { withDefaultPath } from './path-settings.ts'
import { type WrittenPath, writtenPath } from './slash.ts'

/** A route in code that may be the one of the metrics, with its path as it is written, without what mounts it. */
export interface CodeRoute extends Handler, WrittenPath {
  /** Its line, from 1. */
  line: number
  /** What it is registered on: `app`, `this.router`; empty where the language has no name for it. */
  on: string
  /** The line registers the route, rather than that it compares a path. */
  isRoute: boolean
  /** The lines after it answer the route: they are not a description of it. */
  isAnswered: boolean
  /** Another function answers, which is called after the metrics. */
  hasHandler: boolean
}

/** A path in quotes, in a line that registers a route or configures the endpoint; Go has the method in front of it. */
const PATH = /["'`](?:GET )?(\/[\w./-]*(?:metrics|prometheus)\/?)["'`]/
/** A path without a slash at its start, where routes may be written so: Django, Rails, Laravel, NestJS, ASP.NET, http4s. */
const BARE_PATH =
  /(?:\bRoot\s*\/|\b(?:re_)?path\(|\burl\(|^\s*(?:get|match)\b\(?|(?:Route::|\$\w+->|@)[gG]et\(|\bMapGet\()\s*r?["'`]\^?((?:[\w-]+\/){0,4}(?:metrics|prometheus)\/?)\$?["'`]/
/** A call or a decorator that registers a route. */
const REGISTERS =
  /\b(?:\w*\.)?(?:get|use|all|route|mount|handle\w*|map\w*|path|add_\w*route|add_get|add_url_rule|scope)\(|\bGET\s*->|@\w+(?:\.\w+)*\(|#\[get\(/i
const NO_ROUTE =
  /fetch\(|axios|http\.?get\(|(?:=>|\breturn|\bawait)\s+(?:(?:api|client)\w*\.)?(?:get|request)(?:<[^>\n]{0,80}>)?\(|href|skip|exclude|ignore|import |from ["']|require\(|https?:\/\//i
/** What a route is registered on, in front of its path. */
const ON = /([\w$][\w$.]*)\s*\.\s*\w+\(\s*(?:\w+\.)?(?:["'`]\w+["'`],\s*)?$/
/** A route of any path: whether it is one of metrics depends on its handler. */
const ANY_ROUTE =
  /(?:[\w$.]*\.(?:get|GET|Get|route|Handle|HandleFunc)|@(?:Get|GetMapping))\(\s*["'`](?:GET )?(\/[\w./-]{0,100}|)["'`]/
/** A route that another file answers, with a function that is called after the metrics. */
const HANDLER = /,\s*[\w.]*(?:[mM]etrics|[pP]rom(?:etheus)?)(?:Page|Route)?[hH]andler\b/
/** What chooses by the path without a framework. */
const COMPARES =
  /[=!]==?\s*["'`]|["'`]\s*[=!]==?|\bcase\b|["'`]\)?\s*(?:=>|->)|\b(?:startsWith|starts_with|startswith|equals)\(|^\s*(?:get|match|forward|mount|scope)\b/
/** It only returns whether the path is that one: `return path == "/metrics" or …`. */
const TELLS = /^\s*return\s[^?&{}]{0,100}[=!]==?[^?&{}]{0,200}$/
/** A comment; an attribute of Rust or PHP is none. */
const COMMENT = /^\s*(?:\/\/|#(?!\[)|\*|--)/
/** Code that certainly writes metrics for Prometheus. */
const WRITES = new RegExp(
  `\\bgenerate_latest\\(|\\bpromhttp\\.|\\b(?:register|registry|client\\.register)\\.metrics\\(|["'\`]# (?:HELP|TYPE) |${MEDIA_TYPE}`,
)

/** The routes of a file that may be the one of the metrics. `files`: where the functions are that answer them. */
export function routesIn(source: TextFile, files: readonly TextFile[]): CodeRoute[] {
  const { text } = source
  const isWriting = WRITES.test(text)
  if (!isWriting && !/metrics|prometheus/i.test(text)) return []
  const lines = text.split('\n')
  return lines.flatMap((_, i): CodeRoute[] => {
    const written = wholeLine(lines, i)
    const line = withDefaultPath(written, files)
    if (line.length > 500 || COMMENT.test(line)) return []
    const { path, isNamed } = routePath(line, isWriting)
    if (path === undefined) return []
    const handler = handlerAt(i, source, files)
    if (handler.answers === 'json' || (!isNamed && !handler.isCertain)) return []
    // Where it runs, a setting may say another path: what is declared elsewhere is not contradicted.
    if (line !== written) delete handler.answers
    const on = ON.exec(line.slice(0, Math.max(0, line.search(/["'`](?:GET )?\^?[\w/.-]*["'`$]/))))?.[1] ?? ''
    return [
      {
        ...handler,
        line: i + 1,
        ...writtenPath(path, line, { source, files }),
        on,
        isRoute: REGISTERS.test(line),
        isAnswered: REGISTERS.test(line) || (COMPARES.test(line) && !TELLS.test(line)),
        hasHandler: HANDLER.test(line),
      },
    ]
  })
}

/** The path that a line may register, and whether it is called as one of metrics. */
function routePath(line: string, isWriting: boolean): { path: string | undefined; isNamed: boolean } {
  const named = NO_ROUTE.test(line) ? undefined : pathIn(line)
  const isNamed = named !== undefined && METRICS_PATH.test(named)
  return { path: isNamed ? named : isWriting ? ANY_ROUTE.exec(line)?.[1] : undefined, isNamed }
}

/** A line, with the next one when a call is open that begins with a text there. */
function wholeLine(lines: readonly string[], at: number): string {
  const line = lines[at] ?? ''
  const next = lines[at + 1] ?? ''
  return /[\w)]\(\s*$/.test(line) && line.length < 200 && /^\s*["'`]/.test(next)
    ? `${line}${next.trim()}`
    : line
}

function pathIn(line: string): string | undefined {
  const bare = BARE_PATH.exec(line)?.[1]
  return PATH.exec(line)?.[1] ?? (bare === undefined ? undefined : `/${bare}`)
}
