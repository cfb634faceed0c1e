import { posix } from 'node:path'
import { copiesFromStage, copySources, type Dockerfile } from '../../formats/dockerfile.ts'
import { globMatches } from '../../formats/glob.ts'

/** Lists a folder, by its path from the root of the repository: the names of what is in it. */
export type NamesIn = (folder: string) => readonly string[]

const IS_PATTERN = /[*?[]/
/** A pattern of one file that may be absent: `yarn.lock*`, `bun.loc[k]`. */
const IS_OPTIONAL = /\.\w+\*$|\[\w\]$/

/** The instructions of a Dockerfile that copy only by patterns (`COPY go.* .`), none of which matches anything in a folder. */
export const unmatchedIn = (folder: string, { stages }: Dockerfile, namesIn: NamesIn): string[] =>
  stages.flatMap(({ instructions }) =>
    instructions.flatMap((one) => {
      if ((one.name !== 'COPY' && one.name !== 'ADD') || copiesFromStage(one)) return []
      const paths = copySources(one)
      const isNone = paths.every((path) => isRequired(path) && !matches(posix.join(folder, path), namesIn))
      return isNone ? paths.join(' ') : []
    }),
  )

const isRequired = (path: string): boolean =>
  IS_PATTERN.test(path) && !IS_OPTIONAL.test(path) && !/\$|\*\*|\.\.\//.test(path)

/** Whether anything matches a pattern from the root of the repository, part by part. */
function matches(pattern: string, namesIn: NamesIn): boolean {
  let folders = ['.']
  for (const part of pattern.split('/')) {
    // A question mark stands for any one character there, as a set does here.
    const wanted = part.replaceAll('?', '[?]')
    folders = folders.flatMap((folder) =>
      namesIn(folder)
        .filter((name) => (IS_PATTERN.test(part) ? globMatches(wanted, name) : name === part))
        .map((name) => posix.join(folder, name)),
    )
  }
  return folders.length > 0
}
