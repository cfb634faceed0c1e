/** The configuration of Prometheus, for the entrypoint to complete. */
export const PROMETHEUS = 'monitoring/prometheus-fly.yml'
export const RULES = 'monitoring/rules.yml'
export const FLY_TOML = 'fly.monitoring.toml'

/** The files that are made from the configuration, relative to the working directory. */
export const RENDERED = [PROMETHEUS, RULES, FLY_TOML] as const
