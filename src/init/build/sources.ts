import type { NamesIn } from './copy-patterns.ts'
import type { Package } from './packages.ts'

/** What a repository has that apps are built from. Paths are from its root. */
export interface BuildSources {
  packages: readonly Package[]
  /** All files of code. */
  codePaths: readonly string[]
  exists(path: string): boolean
  /** Lists a folder. */
  namesIn: NamesIn
  /** The text of a file; undefined when it is not there. */
  textOf(path: string): string | undefined
}
