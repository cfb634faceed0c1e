import { posix } from 'node:path'
import { isBelow } from '../build/packages.ts'
import type { AppCode } from '../code/app-code.ts'
import type { MetricsEvidence } from '../evidence.ts'
import type { ScannedTarget } from '../scrapers/scan-prometheus.ts'

/**
 * Whether the job of a target on this machine is called as a program of the repository that is not in the code of an app, so that
 * the port alone does not make it that app: a service of Docker Compose with that port, or a package with metrics of its own.
 */
export function isOfOtherProgram(
  { job, port }: ScannedTarget,
  code: AppCode | undefined,
  { compose, packages, libraries, codePaths }: MetricsEvidence,
): boolean {
  if (!code) return false
  const hasCode = (folder: string) => codePaths.some((path) => isBelow(path, folder))
  const services = compose.flatMap(({ name, folder, isBuiltAbove, published }) =>
    name === job &&
    folder !== undefined &&
    published.some((one) => one === port) &&
    (!isBuiltAbove || hasCode(folder))
      ? [folder]
      : [],
  )
  const named = packages.filter(
    ({ folder, names }) =>
      (posix.basename(folder) === job || names.some((name) => name.split('/').at(-1) === job)) &&
      libraries.some(({ at }) => posix.dirname(at.file) === folder),
  )
  const folders = [...services, ...named.map(({ folder }) => folder)]
  const own = [...code.folders, ...code.shared]
  const isOwn = (folder: string) => own.some((one) => isBelow(folder, one) || isBelow(one, folder))
  return folders.length > 0 && !folders.some(isOwn)
}
