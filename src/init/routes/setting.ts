import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { DefinitionOf } from './definitions.ts'

/** A setting that a condition depends on. */
export interface ConditionSetting {
  /** As its code writes it: `METRICS_REQUIRE_AUTH`, `environment`. */
  name: string
  /** Its value where nothing sets it, and the place that says so. */
  otherwise?: { value: string; at: SourceLocation }
  /** Whether the condition holds when the setting is on; undefined where it is no plain switch in the condition. */
  holdsWhen?: boolean
  /** Any value of it is enough: the condition only holds where it is not set. */
  isPresence?: true
}

/** How code reads a variable of the environment, with its default. */
const READS_VARIABLE =
  /\bprocess\.env(?:\.|\[["'])(?<js>\w{2,60})(?:["']\])?|\b(?:os\.getenv|os\.environ\.get|os\.environ|os\.Getenv|os\.LookupEnv|env::var|getenv|System\.get_env|ENV\.fetch|ENV)[([]\s*["'](?<any>\w{2,60})["']/
const DEFAULT = /^[^\n]{0,12}?(?:,|\|\||\?\?)\s*["'`]([^"'`\n]{1,60})["'`]/
/** A constant, or a field of the settings: `app.env.METRICS_REQUIRE_AUTH`, `settings.environment`. */
const FIELD =
  /\b(?:settings|config|cfg|conf|env|Config|Settings)(?:\(\))?\.(?:\w+\.){0,2}(\w{2,60})\b(?!\()|\b([A-Z][A-Z0-9]{1,30}_[A-Z0-9_]{2,40})\b/
const IS_STATUS = /^(?:HTTP|STATUS)_|^(?:NOT_FOUND|UNAUTHORIZED|FORBIDDEN)$/
/** A variable that is a setting, or asks for one: `const isLocal = process.env.MODE === 'local'`. */
const IS_VALUE =
  /=\s*(?:[\w.?]{1,80}\s*(?:\?\?|\|\|)\s*)?!?\(?\s*(?:(?:Boolean|String|str|bool)\()?\s*(?:process\.env|os\.|getenv|std::env|env::var|System\.|ENV)/

/** The setting that a condition asks for: in itself, or in the function or the variable that it names. */
export function settingOf(
  condition: string,
  { file, line, definitionOf, files }: SourceContext,
): ConditionSetting | undefined {
  const own = variableIn(condition, { file, line })
  if (own) return { ...own, ...switchOf(condition, own.name) }
  const field = FIELD.exec(condition)
  const name = field?.[1] ?? field?.[2]
  if (name !== undefined && !IS_STATUS.test(name)) {
    const otherwise = defaultOf(name, files)
    return { name, ...(otherwise && { otherwise }), ...switchOf(condition, name) }
  }
  for (const word of new Set(condition.match(/\b[A-Za-z_]\w{2,60}\b/g)?.slice(0, MOST_NAMES))) {
    const definition = definitionOf(word)
    const [first = ''] = definition?.text.split('\n') ?? []
    const isGiven = new RegExp(`\\w\\([^()]{0,80}\\b${word}\\b`).test(condition)
    const isPredicate = new RegExp(`\\b${word}\\s*\\(`).test(condition) || (!isGiven && IS_VALUE.test(first))
    const found = definition && isPredicate ? variableIn(definition.text, definition) : undefined
    if (found) return found
  }
  return undefined
}

const MOST_NAMES = 6

/** Where a condition is, and the code around it. */
export interface SourceContext {
  file: string
  /** The line of its text, from 1. */
  line: number
  definitionOf: DefinitionOf
  files: readonly TextFile[]
}

/** The variable of the environment that a text reads. */
function variableIn(
  text: string,
  { file, line }: { file: string; line: number },
): ConditionSetting | undefined {
  const found = READS_VARIABLE.exec(text)
  const name = found?.groups?.js ?? found?.groups?.any
  if (!found || name === undefined) return undefined
  const value = DEFAULT.exec(text.slice(found.index + found[0].length))?.[1]
  const at = { file, line: line + lineAt(text, found.index) - 1, column: 1 }
  return { name, ...(value !== undefined && { otherwise: { value, at } }) }
}

/** The default of a field of the settings, where all of the code agrees: `name: bool = True`, `NAME: flag.default(true)`. */
function defaultOf(name: string, files: readonly TextFile[]): ConditionSetting['otherwise'] {
  const pattern = new RegExp(
    `^[ \\t]*["']?${name}["']?\\s*[:=](?!=)[^\\n]{0,80}?(?:\\.default\\(|=\\s*|default=|:\\s*)["'\`]?(true|false|True|False|(?<=["'\`])[\\w.-]{1,40})["'\`]?`,
    'm',
  )
  const found = files.flatMap(({ file, text }) => {
    const one = text.includes(name) ? pattern.exec(text) : null
    return one?.[1] === undefined
      ? []
      : [{ value: one[1], at: { file, line: lineAt(text, one.index), column: 1 } }]
  })
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined
}

/** Whether a condition holds when a switch in it is on: `if (REQUIRE_AUTH && …)`, `if not settings.public:`. */
function switchOf(condition: string, name: string): Pick<ConditionSetting, 'holdsWhen'> {
  const at = condition.indexOf(name)
  const before = condition.slice(0, at)
  const after = condition.slice(at + name.length)
  const compared = /^["'\])]{0,3}\s*([!=]==?)\s*["'`]?(true|false|1|0)\b/i.exec(after)
  if (!compared && /^["'\])]{0,3}\s*(?:[!=<>]=?|in\b|not\b|\.\w)/.test(after)) return {}
  const isNegated = /(?:!|\bnot\s+)\s*\(?[\w.(["']*$/.test(before)
  const isOther = compared?.[1]?.startsWith('!') === true
  const isOff = /^(?:false|0)$/i.test(compared?.[2] ?? '')
  return { holdsWhen: [isNegated, isOther, isOff].filter(Boolean).length % 2 === 0 }
}
