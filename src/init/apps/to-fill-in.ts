import { placeText } from '../findings.ts'
import type { ChosenApp } from './chosen-app.ts'

/** Words in brackets in the place of a part of a URL, or of all: `https://a.io/[queue_id]`, `<your host>`, `postgres://a:[YOUR-PASSWORD]@b`. */
const IN_BRACKETS =
  /(?:(?<=[/@=:.-])|^)(?:\[[A-Za-z]{1,30}(?:[_ -][A-Za-z]{1,30}){1,5}\]|<[A-Za-z][\w .-]{1,60}>)|(?<=:\/\/|@)\[[A-Za-z]{1,30}\]/
/** What the marks of other templates leave in a file, and words that ask for a value. */
const MARKED =
  /\$\{\{[^{}]{1,100}\}\}|^\{\{[^{}]{1,100}\}\}$|^__[A-Z]\w{1,60}__$|(?<![a-z\d])(?:change[-_]?me|replace[-_]?(?:me|with[-_]\w{1,60}))(?![a-z\d])|^(?:todo|fixme|tbd)\b|(?<![a-z\d])x{4,}(?![a-z\d])/i
/** `your-domain.com`, `YOUR_API_KEY`. */
const YOURS = /(?<![a-z\d])your[-_][a-z][\w-]{0,60}/i
/** Texts that a program itself fills in. */
const OF_PROGRAM = /TEMPLATE|PATTERN|FORMAT|REGEX|MASK/i

/** The place of a value that a person fills in before a deploy, and its text: a deploy from the repository sets it as it is. */
export function toFillIn(
  { app, facts: { file, fly, isTemplate } }: ChosenApp,
  textOf: (path: string) => string | undefined,
): { at: string; text: string } | undefined {
  if (isTemplate) return undefined
  const values = [...fly.env.map(({ key, value }) => [key, value] as const), ...fly.buildArgs]
  const text = values
    .filter(([key]) => !OF_PROGRAM.test(key))
    .map(([, value]) => placeholderIn(value.trim(), app))
    .find((one) => one !== undefined)
  if (text === undefined) return undefined
  const lines = (textOf(file) ?? '').split('\n')
  const line = lines.findIndex((one) => one.includes(text) && !/^\s*#/.test(one))
  return { at: placeText({ file, line: line + 1, column: 1 }), text }
}

/** An app may be called `your-coach`. */
function placeholderIn(value: string, app: string): string | undefined {
  const yours = YOURS.exec(value)?.[0]
  const isOwn = yours !== undefined && app.includes(yours.toLowerCase())
  return (IN_BRACKETS.exec(value) ?? MARKED.exec(value))?.[0] ?? (isOwn ? undefined : yours)
}
