import { isIP } from 'node:net'
import { isEncryptedPath, isPrivateHost } from '../../inputs/plain-http.ts'
import type { FoundService } from '../findings.ts'
import type { ScannedTarget } from '../scrapers/scan-prometheus.ts'

/** Names that only a network on somebody's machine or in a cluster knows, and those of examples. */
const PRIVATE_NAME =
  /\.(?:local|lan|home|corp|intranet|localdomain|svc|internal|flycast|test|invalid|example)$|(?:^|\.)example\.(?:com|org|net)$/i

/** Whether Prometheus at Fly may reach a target that is not on Fly: a public name or address. */
export function isPublicAddress({ host, app, port }: ScannedTarget): boolean {
  if (app !== undefined || port === undefined || isPrivateHost(host) || isEncryptedPath(host)) return false
  return isIP(host) === 4 || (/^[a-z0-9][a-z0-9.-]*\.[a-z]{2,}$/i.test(host) && !PRIVATE_NAME.test(host))
}

/** A service with static addresses for each job and path that scrapes public addresses. */
export function staticServices(targets: readonly ScannedTarget[]): FoundService[] {
  const groups = Map.groupBy(
    targets.filter(isPublicAddress),
    ({ name, path, file }) => `${file} ${name} ${path}`,
  )
  return [...groups.values()].flatMap((all) =>
    all.slice(0, 1).map(({ name, path, options, file, at }) => ({
      name,
      app: '',
      port: undefined,
      path,
      options,
      addresses: [...new Set(all.map(({ host, port }) => `${host}:${port}`))],
      at: { file, ...at },
    })),
  )
}
