import type { FlyServiceConfig, ServiceConfig } from './schema.ts'

/** Whether a service runs on machines of Fly; one with `discovery: static` has addresses instead of an app. */
export const isOnFly = (service: ServiceConfig): service is FlyServiceConfig => service.discovery !== 'static'

/** The services that run on machines of an app. */
export const servicesOfApp = (services: readonly ServiceConfig[], app: string): FlyServiceConfig[] =>
  services.filter(isOnFly).filter((service) => service.app === app)

/** The label `app` of the series of a service. Without an app it is the name of the service: dashboards select by it. */
export const appLabelOf = (service: ServiceConfig): string => (isOnFly(service) ? service.app : service.name)
