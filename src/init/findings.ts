import type { Config } from '../config/schema.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { APP_NAME } from '../model/fly-names.ts'

/** What the files of a repository say about its monitoring. */
export interface RepositoryFindings {
  /** Fly apps, in the order in which they were found. */
  apps: FoundApp[]
  services: FoundService[]
  monitoring: FoundMonitoring
  /** The locations of the values of `monitoring`. */
  places: Readonly<Partial<Record<keyof FoundMonitoring, SourceLocation>>>
  /** Files and folders with dashboards, relative to the working directory. */
  dashboards: string[]
  /** Prometheus configurations that services were taken from. */
  from: ReadonlySet<string>
  /** Notes about what could not be used unchanged. */
  notes: Diagnostic[]
}

export interface FoundApp {
  app: string
  /** Its Fly configuration, relative to the working directory; undefined: only scraped, not deployed from here. */
  config?: string
  /** Path of a health check that is publicly reachable. */
  health?: string
}

export type FoundService = Pick<Config['services'][number], 'name' | 'app' | 'port' | 'path'> & {
  process?: string
  /** Where it was found; undefined for a generated service. */
  at?: SourceLocation
}

/** Everything is optional: the schema has defaults. */
export interface FoundMonitoring {
  app?: string
  region?: string
  retention?: string
  scrape_interval?: string
  volume?: { name?: string; size_gb?: number }
  vm?: { size?: string; memory_mb?: number }
  image?: string
}

/** Whether a text is a valid name of a Fly app: it may also be a placeholder or the name of something else. */
export const isAppName = (text: string | undefined): text is string =>
  text !== undefined && APP_NAME.test(text)

/** A warning with a location: not an error, but something that a person should know. */
export function initNote(
  file: string,
  at: { line: number; column: number },
  message: string,
  hint: string,
): Diagnostic {
  return {
    code: 'init-note',
    severity: 'warning',
    at: { file, line: at.line, column: at.column },
    message,
    hint,
  }
}
