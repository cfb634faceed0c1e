import type { TextFile } from '../lib/workspace.ts'
import type { FoundLibrary } from './libraries.ts'
import type { ComposeService } from './scan-compose.ts'
import type { ScannedTarget } from './scan-prometheus.ts'

/** What the repository says about metrics, besides its Fly configurations. */
export interface MetricsEvidence {
  targets: readonly ScannedTarget[]
  compose: readonly ComposeService[]
  /** Files that name the libraries of a program. */
  manifests: readonly string[]
  /** Metrics libraries in all manifests. */
  libraries: readonly FoundLibrary[]
  /** The source code below a folder, without that below `except`; read when it is asked for. */
  code(folder: string, except: readonly string[]): Iterable<TextFile>
}
