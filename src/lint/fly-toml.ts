import type { ServiceConfig } from '../config/schema.ts'
import type { Problem } from '../lib/errors.ts'
import { finding } from './catalog.ts'
import { model } from './fly/model.ts'
import { rejected } from './fly/rejects.ts'
import { readToml } from './fly/toml.ts'
import { traps } from './fly/traps.ts'
import { typeProblems } from './fly/types.ts'

/** What the configuration says about the app that a Fly configuration is for. */
export interface FlyContext {
  /** The app's name in the configuration. */
  app: string
  /** The services that run in it; others are left out. */
  services: readonly ServiceConfig[]
  /** What the configuration builds the app from; undefined when it leaves that to the Fly configuration. */
  dockerfile?: string | undefined
  /** `monitoring`: the app runs Prometheus itself. */
  role?: 'app' | 'monitoring'
}

/**
 * Findings of a fly.toml: errors are what flyctl refuses (so that nothing is changed before somebody finds out),
 * warnings what it takes and what does not work. Sorted by place.
 */
export function lintFlyToml(text: string, file: string, context: FlyContext): Problem[] {
  const read = readToml(text)
  if (!read.ok) {
    const hint = 'Check quotes, brackets and commas around this place.'
    return [finding('fly-toml-syntax', { file, ...read.at }, `Not valid TOML: ${read.error}.`, hint)]
  }
  const fly = model(read.table)
  const problems = [
    ...typeProblems(read.table, file),
    ...rejected(fly, file),
    ...traps(fly, { file, role: 'app', ...context }),
  ]
  return problems.toSorted((a, b) => place(a) - place(b))
}

const place = (problem: Problem): number => (problem.at?.line ?? 0) * 10_000 + (problem.at?.column ?? 0)
