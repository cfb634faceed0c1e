import { posix } from 'node:path'
import { isArchived, isAside } from '../config/aside.ts'
import { looksLikePrometheus, looksLikeRules } from '../config/recognise.ts'
import type { Pace } from '../lib/pace.ts'
import type { TextFile } from '../lib/workspace.ts'

const FLY_FILE = /(?:^|\/)fly[^/]*\.toml$/

/** The Fly configurations that are aside, and the rules and configurations of Prometheus of what no longer runs. */
export async function asideIn(
  paths: readonly string[],
  { read, pace, fly }: { read: (path: string) => TextFile | undefined; pace: Pace; fly: readonly string[] },
): Promise<string[]> {
  const found: string[] = []
  await pace.each(
    paths.filter((path) => isAside(path) && !fly.includes(path)).map((file) => ({ file })),
    ({ file }) => {
      const isYaml = isArchived(file) && /\.ya?ml$/.test(file)
      const text = isYaml ? (read(file)?.text ?? '') : ''
      if (FLY_FILE.test(file) || looksLikeRules(text) || looksLikePrometheus(text)) found.push(file)
    },
  )
  return found
}

/** The paths that are not aside, and those next to a Fly configuration that is used nevertheless. */
export function inUse(paths: readonly string[], fly: readonly string[]): string[] {
  const live = fly.filter(isAside).map((file) => `${posix.dirname(file)}/`)
  return paths.filter(
    (path) =>
      !isAside(path) || live.some((folder) => path.startsWith(folder) && !isAside(path.slice(folder.length))),
  )
}
