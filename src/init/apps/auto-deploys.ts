import { posix } from 'node:path'
import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from './chosen-app.ts'

/** A comment of a Fly configuration: `# This app is set up for auto-deploy`. */
const OF_FILE =
  /^[ \t]*#.{0,200}\b(?:auto[- ]?deploy(?:s|ed|ments?)?|deploy(?:s|ed) automatically|automatically deploy(?:s|ed))\b/i
/** A text of the team: `Fly's auto-deploy ships it`. That of another service is not meant. */
const OF_TEXT =
  /\bFly(?:\.io)?(?:['’]s)?(?: own| GitHub)? (?:auto[- ]?deploy|GitHub (?:integration|app) (?:will )?(?:auto-|automatically )?(?:re)?deploys?\b)/i
/** Conditions, plans and denials; and workflows, which are read themselves. */
const OTHERWISE =
  /\b(?:no|not|never|without|disabled?|off|if|once|until|unless|to (?:set|enable|configure)|enable|optional|instead|can|could|should|todo|avoid|was|used to|workflows?|actions)\b|\.github|n['’]t\b|\?/i
/** Folders with the texts about the folder that they are in. */
const TEXTS = /(?:^|\/)(?:docs?|documentation|ops|runbooks?)$/i

/** Where a text says that each push deploys an app by other means than a workflow. */
export function autoDeployOf(
  { facts }: ChosenApp,
  { textOf, documents }: { textOf(path: string): string | undefined; documents: readonly TextFile[] },
): SourceLocation | undefined {
  const own = lineWith(OF_FILE, { file: facts.file, text: textOf(facts.file) ?? '' })
  const about = documents.filter(({ file }) => {
    const folder = posix.dirname(file).replace(TEXTS, '') || '.'
    return folder === '.' || facts.file.startsWith(`${folder}/`)
  })
  return own[0] ?? about.flatMap((one) => lineWith(OF_TEXT, one))[0]
}

const lineWith = (pattern: RegExp, { file, text }: TextFile): SourceLocation[] =>
  text
    .split('\n')
    .flatMap((line, i) =>
      pattern.test(line) && !OTHERWISE.test(line) ? [{ file, line: i + 1, column: 1 }] : [],
    )
