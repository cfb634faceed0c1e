import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { bodyOf } from './definitions.ts'

/** A function that is given the app and puts something around all of its routes. */
export interface AppGuard {
  file: string
  line: number
  /** What it puts there. */
  name: string
}

/** The parameter of a function that is the app: `func Register(app *fiber.App)`, `function register(app: Express)`. */
const GIVEN =
  /\b(?:func|function)\s[^\n]{0,160}?\b(\w{1,30})(?:\s+\*(?:fiber\.App|gin\.Engine|echo\.Echo)|:\s*(?:\w{1,20}\.)?(?:Express|Application|FastifyInstance|Hono|Koa))\b/g
/** What makes an app. */
const MADE = /\b(?:fiber\.New|gin\.(?:New|Default)|echo\.New|express|fastify|Fastify|new (?:Hono|Koa))\(/g

/** What functions put around the routes of the only app of a program, wherever those are registered. */
export function appGuards(files: readonly TextFile[]): AppGuard[] {
  const made = files.reduce((sum, { text }) => sum + (text.match(MADE)?.length ?? 0), 0)
  if (made !== 1) return []
  return files.flatMap(({ file, text }) => {
    const lines = text.split('\n')
    return [...text.matchAll(GIVEN)].flatMap(({ 1: app = '', index }) => {
      const start = lineAt(text, index)
      const put = new RegExp(`^\\s{1,4}${app}\\.[uU]se\\(\\s*(?:\\w+\\.)?(\\w{2,60})`)
      return bodyOf(lines, start - 1).body.flatMap((line, i) => {
        const name = put.exec(line)?.[1]
        return name === undefined ? [] : { file, line: start + 1 + i, name }
      })
    })
  })
}
