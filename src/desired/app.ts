import type { AppConfig } from '../config/schema.ts'

/** A main app of the configuration, deployed as its owner would: its own Fly configuration, its own machines. */
export interface AppOrder {
  app: AppConfig
  /** Absolute path that `config` and `dockerfile` count from. */
  workspace: string
  /** Where the app is created when it does not exist. */
  organization: string
  /** Its first deploy needs addresses that flyctl would ask a person about, and end with none. */
  needsAddresses: boolean
  /** Every service of the app may be stopped: machines at rest stay so. */
  mayStop: boolean
}
