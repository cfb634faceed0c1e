import type { TextFile } from '../../lib/workspace.ts'
import type { FoundValue } from '../findings.ts'

/** `FLY_REGION: iad` of a workflow, `PRIMARY_REGION=iad` of a script, `fly deploy --regions iad`. */
const REGION =
  /^(?![ \t]*#).{0,300}?(?<![\w-])(?:(?:FLY_|PRIMARY_|FLY_PRIMARY_)REGION["']?[ \t]*[:=]|(?:fly|flyctl)[ \t].{0,200}--(?:primary-)?regions?[= \t])[ \t]*["']?([a-z]{3})(?![\w,-])/

/** The region that all of the workflows and scripts name which name one; undefined where they name several. */
export function regionOf(builders: readonly TextFile[]): FoundValue | undefined {
  const found = builders.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, i) => {
      const value = REGION.exec(line)?.[1]
      return value === undefined ? [] : { value, at: { file, line: i + 1, column: 1 } }
    }),
  )
  const [first] = found
  return found.every(({ value }) => value === first?.value) ? first : undefined
}
