import type { Config } from '../config/schema.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { APP_NAME } from '../model/fly-names.ts'

/** What a repository tells about its monitoring. */
export interface RepositoryFindings {
  /** Apps of Fly, in the order in which they were found. */
  apps: FoundApp[]
  services: FoundService[]
  monitoring: FoundMonitoring
  /** Where the values of `monitoring` stand. */
  places: Readonly<Partial<Record<keyof FoundMonitoring, SourceLocation>>>
  /** Files and folders with dashboards, relative to the working directory. */
  dashboards: string[]
  /** Prometheus configurations that services were taken from. */
  from: ReadonlySet<string>
  /** What could not be taken over as it was. */
  notes: Diagnostic[]
}

export interface FoundApp {
  app: string
  /** Its Fly configuration, relative to the working directory; undefined: only scraped, not deployed from here. */
  config?: string
  /** Path of a health check that the public can ask too. */
  health?: string
}

export type FoundService = Pick<Config['services'][number], 'name' | 'app' | 'port' | 'path'> & {
  process?: string
  /** Where it was found; undefined for what nobody wrote. */
  at?: SourceLocation
}

/** Everything is optional: the schema has a default for what is not there. */
export interface FoundMonitoring {
  app?: string
  region?: string
  retention?: string
  scrape_interval?: string
  volume?: { name?: string; size_gb?: number }
  vm?: { size?: string; memory_mb?: number }
  image?: string
}

/** Whether a text can be the name of an app at Fly: other texts name something else, or are put in later. */
export const isAppName = (text: string | undefined): text is string =>
  text !== undefined && APP_NAME.test(text)

/** A warning at a place of a file; one of these is no mistake, but something a person should know. */
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
