import { posix } from 'node:path'
import { isArchived, isAside, isSample, isSampleFile } from '../../config/sources/aside.ts'
import { looksLikeDashboard, looksLikePrometheus, looksLikeRules } from '../../config/sources/recognise.ts'
import type { Pace } from '../../lib/pace.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { isAlertmanager } from '../alerting/scan-alerting.ts'

/** Whether a path is that of a Fly configuration by its name, or of a template of one. */
export const isFlyFile = (path: string): boolean =>
  /(?:^|\/)(?:[\w.-]+\.)?fly[^/]*\.toml(?:[._-]\w+)?$/.test(path)

/** Kinds of files about alerts and scrapes. */
const KINDS = [looksLikeRules, looksLikePrometheus, isAlertmanager]

/** Folders of tests: what is in them says nothing about what runs. */
const OF_TESTS =
  /(?:^|[/._-])(?:__\w+__|fixtures?|tests?|specs?|mocks?|snapshots?|test-?data|e2e|vendored|third[-_]?party)(?=[/._-])/i

interface Aside {
  read(path: string): TextFile | undefined
  pace: Pace
  /** Fly configurations that are in use, from the working directory. */
  fly: readonly string[]
  /** Files about alerts and scrapes that are in use. */
  used: readonly TextFile[]
}

/**
 * The Fly configurations that are aside, and the files about alerts and scrapes of what no longer runs; those of examples and
 * documents where no file of their kind is in use. Dashboards that are aside are all named: another Grafana may import them.
 */
export async function asideIn(paths: readonly string[], { read, pace, fly, used }: Aside): Promise<string[]> {
  const found: string[] = []
  const open = KINDS.filter((is) => !used.some(({ text }) => is(text)))
  const folders = new Set(fly.map((file) => posix.dirname(file)))
  const isCovered = (path: string) => isSampleFile(path) && folders.has(posix.dirname(path))
  await pace.each(
    paths.filter((path) => isAside(path) && !fly.includes(path)).map((file) => ({ file })),
    ({ file }) => {
      const kinds = isArchived(file) ? KINDS : isSample(file) && !OF_TESTS.test(file) ? open : []
      const text =
        /\.(?:ya?ml|rules)(?:[._-]\w+)?$/.test(file) && kinds.length > 0 ? (read(file)?.text ?? '') : ''
      const isDashboard =
        file.endsWith('.json') && !OF_TESTS.test(file) && looksLikeDashboard(read(file)?.text ?? '')
      if (isFlyFile(file) ? !isCovered(file) : isDashboard || kinds.some((is) => is(text))) found.push(file)
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
