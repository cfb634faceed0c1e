/**
 * How a test process and its world's supervisor speak: lines of JSON over the supervisor's stdin and stdout. The
 * supervisor ends when its stdin does, so a killed test process takes its world with it.
 */

import type { PlatformOptions } from './platform/platform.ts'

/** First line of the supervisor's log: the namespaces were granted. */
export const SUPERVISOR_STARTED = 'world: the supervisor has started'

/** What a world is started with; the first line on the supervisor's stdin. */
export interface WorldSettings {
  /** Absolute path of the Prometheus that monitoring images hold. */
  prometheus: string
  /** Who runs the programs that tests start, when the supervisor had to become root for them. */
  user?: { uid: number; gid: number }
  platform: Omit<PlatformOptions, 'runtime'>
}

/** What the supervisor says once everything stands; its first line on stdout. */
export interface Ready {
  /** Environment of every program that is run in this world. */
  env: Record<string, string>
  /** Tag of the monitoring image in this world, e.g. `v2.42.0`. */
  monitoringTag: string
}

/** A program to run inside the world. */
export interface Command {
  command: string
  args: readonly string[]
  /** On top of the world's own environment; nothing is inherited from the test process. */
  env: Readonly<Record<string, string>>
  cwd: string
  input?: string
}

export interface Exit {
  code: number | null
  signal: string | null
}

/** Where a program's output comes from. */
export type Stream = 'stdout' | 'stderr'

export interface FetchRequest {
  url: string
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: string
}

export interface FetchResponse {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Test process → supervisor. */
export interface Call {
  id: number
  method: string
  params: unknown
}

/** Supervisor → test process: output of a program on the way, or how a call ended. */
export type Reply =
  | { id: number; stream: Stream; text: string }
  | { id: number; result: unknown }
  | { id: number; error: string }
