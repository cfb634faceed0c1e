import { isIP } from 'node:net'
import { posix } from 'node:path'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { type FoundService, lossNote, placeText } from '../findings.ts'
import { clusterFile, isLocalHost } from '../scrapers/own-network.ts'
import type { ScannedTarget } from '../scrapers/scan-prometheus.ts'
import { protocolOf } from './other-protocols.ts'

/** Names of examples. */
const EXAMPLE_NAME = /\.(?:test|invalid|example)$|(?:^|\.)example\.(?:com|org|net)$/i

/** Whether a target that is not on Fly has a public name or address. */
function isPublicAddress({ host, app, port }: ScannedTarget): boolean {
  if (app !== undefined || port === undefined || isLocalHost(host)) return false
  return isIP(host) === 4 || (/^[a-z0-9][a-z0-9.-]*\.[a-z]{2,}$/i.test(host) && !EXAMPLE_NAME.test(host))
}

interface OutsideTargets {
  services: FoundService[]
  /** Targets that no service stands for, with a note for each. */
  lost: ScannedTarget[]
  notes: Diagnostic[]
}

interface Known {
  exists(path: string): boolean
  /** Apps that are stages of others. */
  stages: ReadonlyMap<string, string>
}

/**
 * Targets that are not apps on Fly: a service with static addresses for each job and path that scrapes public addresses, where
 * nothing says that Prometheus at Fly cannot reach them.
 */
export function outsideTargets(targets: readonly ScannedTarget[], known: Known): OutsideTargets {
  const all = targets.map((target) => ({ target, note: noteAbout(target, known) }))
  return {
    services: staticServices(all.flatMap(({ target, note }) => (note ? [] : target))),
    lost: all.flatMap(({ target, note }) => (note ? target : [])),
    notes: all.flatMap(({ note }) => note ?? []),
  }
}

/** Why a target is not taken over; undefined when it is. */
function noteAbout(target: ScannedTarget, { exists, stages }: Known): Diagnostic | undefined {
  const { address, job, file, at, network } = target
  const which = `${quoted(address)} of job ${quoted(job)}`
  const protocol = protocolOf(target)
  if (protocol !== undefined) return otherProtocol(target, protocol)
  const main = stages.get(target.app ?? '')
  if (main !== undefined)
    return lossNote(
      file,
      at,
      `${which} is another stage of ${main}. It is not taken over.`,
      'Give that stage a configuration of its own, or add it to `apps`, with a service.',
    )
  if (!isPublicAddress(target))
    return lossNote(
      file,
      at,
      `${which} is not an app on Fly's private network that this repository names. It is not taken over.`,
      'If it is one of the apps, add a service for it. Else keep the Prometheus that scrapes it now.',
    )
  const cluster = clusterFile(posix.dirname(file), exists)
  if (!network && cluster === undefined) return undefined
  const why = network
    ? `scrapes ${network.what} of its own network (${placeText(network.at)})`
    : `runs in Kubernetes (${cluster})`
  return lossNote(
    file,
    at,
    `${which} is not on Fly, and the Prometheus that scrapes it ${why}: whether Fly reaches it is not known. It is not taken over.`,
    'If it can be reached from the internet, add a service with `discovery: static` and its `addresses`. Else keep the Prometheus that scrapes it now.',
  )
}

const otherProtocol = ({ address, job, file, at }: ScannedTarget, protocol: string): Diagnostic =>
  lossNote(
    file,
    at,
    `${quoted(address)} of job ${quoted(job)} is a port of ${protocol}, which does not answer a scrape. It is not taken over.`,
    'If there is an exporter for it, add a service with the port of the exporter.',
  )

function staticServices(targets: readonly ScannedTarget[]): FoundService[] {
  const groups = Map.groupBy(targets, ({ name, path, file }) => `${file} ${name} ${path}`)
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
