/** The name of a deployment in Grafana where it has no monitoring app, because Fly's managed Prometheus scrapes. */
export const deploymentName = (organization: string): string => `fly-metrics-${organization}`
