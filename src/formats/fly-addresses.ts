import type { FlyToml } from './fly-toml.ts'

/**
 * Whether an app has a service that a shared address cannot serve (DetermineIPType of flyctl): UDP, a port other than 80
 * and 443, or other handlers there. On the first deploy flyctl asks for dedicated addresses; without a terminal the app
 * gets none.
 */
export const needsDedicatedAddress = ({ services }: FlyToml): boolean =>
  services.some((service) => {
    if (service.http) return false
    const isUdp = service.text('protocol')?.value === 'udp'
    return (
      isUdp ||
      service.ports.some(({ from, to, handlers }) => {
        const kind = handlers.toSorted().join()
        return to > from || (from === 80 ? kind !== 'http' : from === 443 ? kind !== 'http,tls' : true)
      })
    )
  })
