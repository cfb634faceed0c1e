import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { GuardAround } from './guard.ts'

/** The controller and the action that answer a route of Rails: `to: "metrics#show"`. */
const ANSWERED_BY = /["']([\w/]{1,80})#(\w{1,60})["']/
const PARENT = /^\s*class\s+[\w:]+\s*<\s*(?:\w+::)*(\w+)/m
const BEFORE = /^[ \t]*(skip_)?before_action\s*\(?\s*:(\w+[!?]?)([^\n]{0,200})/gm
const ASKS = /auth|login|require_user/i
/** Controllers inherit from a few others. */
const MOST_PARENTS = 4

/** What asks for credentials before the action of a route of Rails: in its controller, or in those that it inherits from. */
export function railsGuard(line: string, files: readonly TextFile[]): GuardAround | undefined {
  const [, controller, action = ''] = ANSWERED_BY.exec(line) ?? []
  const sources = controller === undefined ? [] : controllers(`${controller}_controller`, files)
  const asked = sources.flatMap(({ file, text }) =>
    [...text.matchAll(BEFORE)]
      .filter(([, , , options = '']) => isFor(action, options))
      .map(({ 1: skips, 2: name = '', index }) => ({ skips, name, file, line: lineAt(text, index) })),
  )
  const isSkipped = (name: string) => asked.some((one) => one.skips !== undefined && one.name === name)
  const found = asked.find(({ skips, name }) => !skips && ASKS.test(name) && !isSkipped(name))
  return found && { name: found.name, file: found.file, line: found.line }
}

/** A controller, and those that it inherits from, by the names of their files. */
function controllers(name: string, files: readonly TextFile[], most = MOST_PARENTS): TextFile[] {
  const source = most > 0 ? files.find(({ file }) => file.endsWith(`controllers/${name}.rb`)) : undefined
  const parent = source && PARENT.exec(source.text)?.[1]
  return source ? [source, ...(parent ? controllers(underscored(parent), files, most - 1) : [])] : []
}

/** Whether `only:` and `except:` leave an action in. */
const isFor = (action: string, options: string): boolean => {
  const named = new RegExp(`[:\\s"'\\[]${action}\\b`).test(options)
  return /\bonly:/.test(options) ? named : !(/\bexcept:/.test(options) && named)
}

const underscored = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase()
