import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { CodeRoute } from '../routes/code-routes.ts'
import { ancestorPlaces, indentOf } from '../routes/definitions.ts'
import { settingIn } from '../routes/handler.ts'
import { usesAround } from './dead-code.ts'
import { type MetricsSwitch, overruled, switchNamed, theSwitch } from './switch-defaults.ts'

/** From a function to the conditions around what calls it. */
const MOST_STEPS = 2

/** Whether what answers with the metrics is there at all: `if s.metricsHandler != nil`. */
const IS_THERE =
  /\bif\s*\(?\s*(?:let Some\(\w+\) = )?&?(?:\w+\.){0,3}\w*(?:metrics|prom)\w*\s*(?:!=\s*nil|!==?\s*(?:undefined|null)|is not None|\)|:|\{)/i

/** The setting that a line depends on: in a condition around it, in one that returns before it, or around what calls its function. */
export function switchAround(
  at: SourceLocation,
  files: readonly TextFile[],
  steps = MOST_STEPS,
): MetricsSwitch | undefined {
  const lines = files.find(({ file }) => file === at.file)?.text.split('\n') ?? []
  const place = at.line - 1
  const own = lines[place] ?? ''
  const places = ancestorPlaces(lines, place)
  const first = places.at(-1) ?? place
  const returns = lines
    .slice(first, place)
    .filter(
      (line, i) =>
        indentOf(line) <= indentOf(own) && /\breturn\b/.test(`${line} ${lines[first + i + 1] ?? ''}`),
    )
  const around = [own, ...places.map((i) => lines[i] ?? '')]
  const name = settingIn([...around, ...returns])
  if (name !== undefined) return switchNamed(name, files)
  if (around.some((line) => IS_THERE.test(line))) return theSwitch(files)
  const uses = steps === 0 ? [] : (usesAround(at, files) ?? [])
  const [by, ...more] = uses.map((use) => switchAround(use, files, steps - 1))
  return more.every((one) => one?.name === by?.name) ? by : undefined
}

/** The setting that a route depends on, or its function. */
export const conditionOf = (
  { isRoute, condition }: CodeRoute,
  at: SourceLocation,
  files: readonly TextFile[],
): MetricsSwitch | undefined =>
  (isRoute ? switchAround(at, files) : undefined) ??
  (condition === undefined ? undefined : switchNamed(condition, files))

/** What the code says, with the conditions held against the files with settings. */
export const withConditionsHeld = <T extends { hints: readonly { condition?: MetricsSwitch }[] }>(
  found: T,
  settings: () => Iterable<TextFile>,
): T => ({
  ...found,
  hints: found.hints.map((one) =>
    one.condition ? { ...one, condition: overruled(one.condition, settings()) } : one,
  ),
})
