import { posix } from 'node:path'
import { withoutContinuations } from '../../config/deploys/shell.ts'
import { shellWords } from '../../formats/dockerfile.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { placeText } from '../findings.ts'
import type { ChosenApp } from './chosen-app.ts'

/** Fly configurations that are valid as they are, and that a script fills in, or a comment calls a template. */

interface Texts {
  /** Workflows, pipelines and scripts. */
  builders: readonly TextFile[]
  textOf(path: string): string | undefined
}

/** A command that writes another name of the app; `sed -n` only reads it. */
const WRITES = /(?<![\w-])(?:sed(?![^\n]{0,40}[ \t]-n[ \t])|perl)[ \t][^\n]{0,300}?\bs[/|#,@]\W{0,8}app\b/

/** Why a Fly configuration is not deployed as it is. */
export function filledTemplate(one: ChosenApp, { builders, textOf }: Texts): string | undefined {
  const { file } = one.facts
  const filled = builders.flatMap((script) => {
    const lines = withoutContinuations(script.text).split('\n')
    const line = lines.findIndex((command) => WRITES.test(command) && namesFile(command, script.file, file))
    return line === -1 ? [] : placeText({ file: script.file, line: line + 1, column: 1 })
  })[0]
  if (filled !== undefined)
    return `${filled} writes another name into ${file} before a deploy, so ${one.app} may be the name of no app`
  const said = (textOf(file) ?? '').split('\n').flatMap((line, i) => {
    const what = SAYS.find(([pattern]) => pattern.test(line))?.[1]
    return what === undefined ? [] : `${placeText({ file, line: i + 1, column: 1 })} says that ${what}`
  })
  return said[0]
}

/** What comments say of their file. A template of messages is a path or several. */
const SAYS: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*#.{0,40}\btemplate\b(?![/.])(?=.{0,200}\b(?:fly|for|app)\b|[ \t.:]*$)/i, 'it is a template'],
  [
    /^[ \t]*#.{0,100}\bimage(?:[ -]deploys?)?[ -]only\b/i,
    'only images of another build are deployed with it',
  ],
]

/** Whether a command has a file, from the root, from the folder of its script, or from one that a variable names. */
const namesFile = (command: string, script: string, file: string): boolean =>
  shellWords(command).some((word) =>
    [
      posix.normalize(word),
      posix.join(posix.dirname(script), word),
      word.replace(/^\$\{?\w+\}?\//, ''),
    ].includes(file),
  )
