import type { TextFile } from '../lib/workspace.ts'
import type { BuildSources } from './build/sources.ts'
import type { FoundLibrary } from './code/libraries.ts'
import type { ComposeService } from './scrapers/scan-compose.ts'
import type { ScannedTarget } from './scrapers/scan-prometheus.ts'

/** What the repository says about metrics, besides its Fly configurations. */
export interface MetricsEvidence extends BuildSources {
  targets: readonly ScannedTarget[]
  /** The app of the option, when no Fly configuration is for it. */
  asked?: string | undefined
  compose: readonly ComposeService[]
  /** Metrics libraries in all manifests. */
  libraries: readonly FoundLibrary[]
  /** The files of code with certain paths; read when they are asked for. */
  code(isWanted: (file: string) => boolean): Iterable<TextFile>
  /** The same of files with settings for code. */
  settings(isWanted: (file: string) => boolean): Iterable<TextFile>
}
