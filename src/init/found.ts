import type { Config } from '../config/schema.ts'
import type { Problem } from '../lib/errors.ts'

/** What a repository tells about its monitoring. Values fit into a configuration: whatever would not is left out. */
export interface Found {
  /** Apps of Fly, in the order in which they were found. */
  apps: FoundApp[]
  services: FoundService[]
  monitoring: FoundMonitoring
  /** Files and folders with dashboards, relative to the working directory. */
  dashboards: string[]
  /** Prometheus configurations that services were taken from. */
  from: ReadonlySet<string>
  /** What could not be taken over as it was. */
  notes: Problem[]
}

export interface FoundApp {
  app: string
  /** Its Fly configuration, relative to the working directory; undefined: only scraped, not deployed from here. */
  config?: string
  /** Path of a health check that the public can ask too. */
  health?: string
  region?: string
}

export type FoundService = Pick<Config['services'][number], 'name' | 'app' | 'port' | 'path'> & {
  process?: string
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

/** Values that the schema takes. */
export const isAppName = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z0-9][a-z0-9-]{0,62}$/.test(text)
export const isRegion = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z]{3}$/.test(text)
export const isPath = (text: string | undefined): text is string => text !== undefined && /^\/\S*$/.test(text)
export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535
export const isProcess = (text: string | undefined): text is string =>
  text !== undefined && /^[a-zA-Z0-9_-]+$/.test(text)

/** A warning at a place of a file; one of these is no mistake, but something a person should know. */
export function note(
  file: string,
  at: { line: number; column: number },
  message: string,
  hint: string,
): Problem {
  return {
    code: 'init-note',
    severity: 'warning',
    at: { file, line: at.line, column: at.column },
    message,
    hint,
  }
}
