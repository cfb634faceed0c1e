import { dirname, resolve } from 'node:path'
import type { AppConfig } from '../config/schema.ts'

/** A main app of the configuration, deployed as its owner would: with its own Fly configuration and machines. */
export interface AppOrder {
  app: AppConfig
  /** Absolute path that `config` and `dockerfile` are relative to. */
  workspace: string
  /** The organization in which the app is created when it does not exist. */
  organization: string
  /** Whether its first deploy needs addresses, which flyctl allocates only after a prompt. */
  needsAddresses: boolean
  /** Whether every service of the app may be stopped: stopped machines are then not started. */
  mayStop: boolean
  /** The process groups of its Fly configuration; each has at least one machine after a deploy. */
  groups: readonly string[]
  /** Whether its strategy is `immediate`, in which flyctl does not watch the machines. */
  isImmediate?: boolean
  /** `primary_region` of its Fly configuration. */
  region?: string | undefined
}

/**
 * The folder that flyctl is started in for an app, where a person would run it: the build context and `local_path` of [[files]] are
 * relative to it. Absolute.
 */
export const buildFolder = ({ config, context }: AppConfig, workspace: string): string =>
  resolve(workspace, context ?? dirname(config))
