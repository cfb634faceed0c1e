import { SELF_JOB } from '../model/prometheus.ts'
import type { FoundService } from './findings.ts'

/** Each endpoint once, with valid and distinct names. */
export function withDistinctNames(services: readonly FoundService[]): FoundService[] {
  const endpoints = new Map(
    services.map((service) => [
      JSON.stringify([service.app, service.process, service.port, service.addresses]),
      service,
    ]),
  )
  const taken = new Set<string>([SELF_JOB])
  const all = [...endpoints.values()]
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
