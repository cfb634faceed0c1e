import { quoted } from '../../lib/quote.ts'
import { didYouMean } from '../../lib/similar-name.ts'
import type { Rule } from '../rule.ts'
import { TOP_KEYS } from './fly-toml-shape.ts'
import type { FlyFile } from './subject.ts'

const file = (strategy: string): string => `app = "chat"

[deploy]
${strategy}

[checks.alive]
type = "tcp"
port = 8080
`

/** Message and hint for a key without effect; `path` has no indexes, `known` are the keys that exist in its place. */
export function unknownKeyText(path: string, known: readonly string[]): [message: string, hint: string] {
  const [key = '', section = ''] = path.split('.').toReversed()
  const message = `flyctl does not know \`${path}\`.`
  if (section !== '' && TOP_KEYS.includes(key))
    return [message, 'Move it to the top of the file, above the first table: there it has an effect.']
  // Some keys repeat the name of their section: `build.build-target`.
  const whole = known.find((one) => one.replace(/-/g, '_') === `${section}_${key}`.replace(/-/g, '_'))
  const hint = whole === undefined ? didYouMean(key, known) : `Did you mean "${whole}"?`
  return [message, hint ?? 'Remove it: it has no effect.']
}

/** A key that has no effect. */
export const unknownKey: Rule<FlyFile> = {
  code: 'fly/unknown-key',
  severity: 'warning',
  what: 'flyctl does not know a key of the Fly configuration.',
  why: 'A deploy ignores it; `flyctl config validate --strict` refuses most of them.',
  bad: file('▸strategie = "rolling"'),
  good: file('strategy = "rolling"'),
  check({ misfits, fly, build }, { report }) {
    for (const { at, path, type, known } of misfits) {
      if (type) continue
      const [message, hint] = unknownKeyText(path, known)
      report(at, message, (hint === TARGET && build && withoutStage(path, fly, build)) || hint)
    }
  },
}

const TARGET = 'Did you mean "build-target"?'

/** What to do where the key would have an effect under its right name: the Dockerfile has no stage of that name. */
function withoutStage(
  path: string,
  fly: FlyFile['fly'],
  { file, content: { named } }: NonNullable<FlyFile['build']>,
) {
  const stage = fly.build?.text(path.replace('build.', ''))?.value
  // Docker counts stages as well.
  if (stage === undefined || /^\d+$/.test(stage) || named.includes(stage.toLowerCase())) return undefined
  const other =
    named.length === 0 ? '' : `, or set \`build-target\` to one of its stages: ${named.join(', ')}`
  return `Remove it${other}. ${file} has no stage ${quoted(stage)}: as \`build-target\`, it would make the build fail.`
}
