import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { SELF_JOB } from '../../model/prometheus.ts'
import { type FoundService, lossNote } from '../findings.ts'

const endpointOf = ({ app, process, port, addresses }: FoundService): string =>
  JSON.stringify([app, process, port, addresses])

/** The services by endpoint, in their order: the first one is in the draft. */
const byEndpoint = (services: readonly FoundService[]): FoundService[][] => [
  ...Map.groupBy(services, endpointOf).values(),
]

/** A note for each job that scrapes an endpoint which another one scrapes too. */
export const scrapedTwice = (services: readonly FoundService[]): Diagnostic[] =>
  byEndpoint(services).flatMap(([first, ...others]) =>
    others.flatMap(({ at, name, path }) =>
      !first || !at || (first.name === name && first.path === path)
        ? []
        : lossNote(
            at.file,
            at,
            `${quoted(name)} scrapes the same port of ${first.app} as ${quoted(first.name)}, with path ${path}. It is not taken over.`,
            `The draft has one service for it, with path ${first.path}: change rules and dashboards that select ${quoted(name)}.`,
          ),
    ),
  )

/** Each endpoint once, with valid and distinct names. */
export function withDistinctNames(services: readonly FoundService[]): FoundService[] {
  const taken = new Set<string>([SELF_JOB])
  const all = byEndpoint(services).flatMap(([first]) => first ?? [])
  return all.map((service) => {
    // A job for several apps names none of them.
    const isShared = all.some(({ name, app }) => name === service.name && app !== service.app)
    const name = serviceName(isShared && service.app !== '' ? { ...service, name: service.app } : service)
    const free = [
      name,
      `${name.slice(0, 50)}_${service.port ?? 2}`,
      `${service.app.slice(0, 50).replace(/^\d/, '_')}_${service.port}`,
    ]
    const chosen = free.find((one) => !taken.has(one)) ?? `${name.slice(0, 40)}_${service.port}_${taken.size}`
    taken.add(chosen)
    return { ...service, name: chosen }
  })
}

function serviceName({ name, app }: FoundService): string {
  const wanted = name === SELF_JOB || name === '' ? app : name
  const safe = wanted.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 63)
  return /^[a-zA-Z_]/.test(safe) ? safe : `_${safe.slice(0, 62)}`
}
