import { posix } from 'node:path'

/** The folders above a path from the root of a repository, the nearest first; the last one is `.`. */
export const foldersAbove = (path: string): string[] =>
  path === '.' ? [] : [posix.dirname(path), ...foldersAbove(posix.dirname(path))]
