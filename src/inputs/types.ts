import type { ReceiverSecret } from './names.ts'

/** What fails the run: nothing, or targets (metrics, panels) that are not all proven. */
export const FAIL_ON = ['never', 'targets', 'metrics', 'panels'] as const

export type FailOn = (typeof FAIL_ON)[number]

/**
 * `deploy`: everything. `plan`: checks files, needs nothing, and shows changes where it has access. `verify`: only the verification. `dashboards`: only the
 * Grafana part. `contract`: compares the declared metrics with those of running services.
 * `drill`: one marked alert to the receivers.
 */
export const MODES = ['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'] as const

export type Mode = (typeof MODES)[number]

/** Remote write to Grafana Cloud or any other server that supports it. */
export interface RemoteWrite {
  url: string
  user: string
  key: string
}

/** The secrets of receivers that are set. */
export type ReceiverSecrets = Readonly<Partial<Record<ReceiverSecret, string>>>

/** All settings of a run from outside, validated together. Secrets are here and nowhere else. */
export interface Inputs {
  mode: Mode
  /** Path of the configuration file, relative to the working directory; `explicit` when the user named it. */
  config: { path: string; explicit: boolean }
  workingDirectory: string
  /** Names for a run without a configuration file. */
  names: PresetNames
  /**
   * As flyctl accepts it, without surrounding white space. Empty only in modes that do not need it: `plan`,
   * `dashboards`.
   */
  flyToken: string
  /** Exactly this flyctl, and the sha256 of its release archive in hex. Without a version: any supported one. */
  flyctl: { version?: string; sha256?: string }
  remoteWrite: RemoteWrite | undefined
  grafana: { url: string; token: string } | undefined
  /** Undefined: derived from the Fly token. */
  prometheusPassword: string | undefined
  /** Addresses and keys of receivers, and the address that gets the heartbeat of the Alertmanager. */
  receivers: ReceiverSecrets
  /** Undefined: https://APP.fly.dev. */
  prometheusUrl: string | undefined
  /** Mode `contract`: the pages to compare with, none for those in Prometheus; `check` writes nothing. */
  contract: { pages: readonly MetricsPage[]; check: boolean }
  failOn: FailOn
  /** Whether Prometheus is rolled back when its machine or its check fails after a deploy. */
  rollback: boolean
  /** Milliseconds for the whole run. */
  timeoutMs: number
}

/** A page of metrics: a URL, or a file relative to the working directory. */
export interface MetricsPage {
  kind: 'url' | 'file'
  source: string
  /** The service of the page, when the input names it. */
  service: string | undefined
}

/** Name of the main app unless an input sets another. */
export const PRESET_APP = 'fechatter'

/** Names that inputs may set when there is no configuration file. */
export interface PresetNames {
  app?: string
  monitoringApp?: string
  organization?: string
  region?: string
}
