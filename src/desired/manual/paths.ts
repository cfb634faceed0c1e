/** The configuration of Prometheus that the entrypoint completes. */
export const PROMETHEUS_PATH = 'monitoring/prometheus-fly.yml'
export const RULES_PATH = 'monitoring/rules.yml'
export const FLY_TOML_PATH = 'fly.monitoring.toml'
/** The files of the Alertmanager of `alerts.notify`. */
export const ALERTMANAGER_FOLDER = 'monitoring'

/** The files that are generated from the configuration, relative to the working directory. */
export const RENDERED_PATHS = [
  PROMETHEUS_PATH,
  RULES_PATH,
  FLY_TOML_PATH,
  ...['alertmanager.yml', 'messages.tmpl', 'amtool.yml'].map((name) => `${ALERTMANAGER_FOLDER}/${name}`),
] as const
