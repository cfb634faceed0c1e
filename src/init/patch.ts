import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { panelsIn } from '../formats/dashboard-panels.ts'
import { isJsonObject, jsonOrUndefined, stringIn } from '../lib/json-value.ts'
import { count } from '../lib/text.ts'
import type { Decision } from './decide.ts'

/** The limit for a comparison; after it, every line is shown as replaced. */
const TIMEOUT_MS = 2_000

/** What would be written, as a diff for `git apply`; empty when nothing would be written. */
export function patchOf(decision: Decision): string {
  const { file } = decision
  if (decision.kind === 'unchanged' || decision.kind === 'keep') return ''
  const isNew = decision.kind === 'create'
  const before = isNew ? '' : decision.before
  const [from, to] = [isNew ? '/dev/null' : `a/${file.path}`, `b/${file.path}`]
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY, timeout: TIMEOUT_MS }
  const patch =
    createTwoFilesPatch(from, to, before, file.text, undefined, undefined, options) ??
    `--- ${from}\n+++ ${to}\n${everyLine(before, file.text)}`
  const mode = isNew ? `new file mode ${file.executable ? '100755' : '100644'}\n` : ''
  return `diff --git a/${file.path} b/${file.path}\n${mode}${patch}`
}

function everyLine(before: string, after: string): string {
  const [old, fresh] = [linesOf(before, '-'), linesOf(after, '+')]
  return `@@ -1,${old.length} +1,${fresh.length} @@\n${[...old, ...fresh].join('')}`
}

const linesOf = (text: string, sign: string): string[] =>
  (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) =>
    line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
  )

/** The name of a dashboard and its number of panels, which say more than a diff of it; undefined for another file. */
export function dashboardIn({ file: { path, text } }: Pick<Decision, 'file'>): string | undefined {
  const json = path.endsWith('.json') ? jsonOrUndefined(text) : undefined
  if (!isJsonObject(json) || !Array.isArray(json.panels)) return undefined
  return `dashboard "${stringIn(json.title)}" with ${count(panelsIn(json).length, 'panel')}`
}
