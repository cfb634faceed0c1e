/** When the exit code is red: never, or when targets (metrics, panels) are not all proven. */
export const FAIL_ON = ['never', 'targets', 'metrics', 'panels'] as const

export type FailOn = (typeof FAIL_ON)[number]

/** `deploy`: everything. `plan`: checks files, needs nothing. `verify`: only the proof. `dashboards`: only the Grafana part. */
export const MODES = ['deploy', 'plan', 'verify', 'dashboards'] as const

export type Mode = (typeof MODES)[number]

/** Remote write to Grafana Cloud or any other server that speaks it. */
export interface RemoteWrite {
  url: string
  user: string
  key: string
}

/** All that a run is told from outside, checked as a whole. Secrets are here and nowhere else. */
export interface Inputs {
  mode: Mode
  /** Path of the configuration file, relative to the working directory; `explicit` when the user named it. */
  config: { path: string; explicit: boolean }
  workingDirectory: string
  /** Names for a run without a configuration file. */
  names: PresetNames
  /** As flyctl takes it, without surrounding white space. Empty only in modes that do without: `plan`, `dashboards`. */
  flyToken: string
  /** Exactly this flyctl, and the sha256 of its release archive in hex. Without: any supported one. */
  flyctl: { version?: string; sha256?: string }
  remoteWrite: RemoteWrite | undefined
  grafana: { url: string; token: string } | undefined
  /** Undefined: derived from the Fly token. */
  prometheusPassword: string | undefined
  /** Undefined: https://APP.fly.dev. */
  prometheusUrl: string | undefined
  failOn: FailOn
  /** Milliseconds for the whole run. */
  timeoutMs: number
}

/** Name of the main app without an input that says another. */
export const PRESET_APP = 'fechatter'

/** Names that inputs may set when there is no configuration file. */
export interface PresetNames {
  app?: string
  monitoringApp?: string
  organization?: string
  region?: string
}
