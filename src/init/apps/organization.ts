import type { TextFile } from '../../lib/workspace.ts'
import type { FoundValue } from '../findings.ts'

/** The organization of a command of flyctl: `flyctl apps create web --org acme`. */
const FLAG =
  /(?:^|[\s;&|("'])(?:flyctl|fly)[ \t][^\n;&|]{0,300}?[ \t](?:--org|-o)(?:=|[ \t]+)["']?([a-z0-9][a-z0-9-]{1,62})(?![\w.$-])/
/** A variable, or the input of an action: `FLY_ORG: acme`. */
const VARIABLE =
  /(?:^|[\s"'-])(?:FLY_ORG(?:ANIZATION)?(?:_SLUG|_NAME)?|fly[_-]org(?:anization)?)["']?[ \t]*[:=][ \t]*["']?([a-z0-9][a-z0-9-]{1,62})["']?[ \t]*(?:#|$)/

/** The organizations at Fly that workflows and scripts name, in the order of the files. */
export const organizationsIn = (files: readonly TextFile[]): FoundValue[] =>
  files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, i) => {
      if (line.length > MAX_LINE || /^\s*(?:#|\/\/)/.test(line)) return []
      const value = FLAG.exec(line)?.[1] ?? VARIABLE.exec(line)?.[1]
      return value === undefined ? [] : { value, at: { file, line: i + 1, column: 1 } }
    }),
  )

const MAX_LINE = 2000
