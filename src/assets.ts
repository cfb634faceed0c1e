import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Absolute path of a file that ships with the code (`dashboards/…`, `templates/…`). This file stays directly in src/:
 * `..` is the root of the project from there, and from dist/index.js as well.
 */
export function assetPath(path: string): string {
  return resolve(import.meta.dirname, '..', path)
}

/** The text of a file that ships with the code. */
export function readAsset(path: string): string {
  return readFileSync(assetPath(path), 'utf8')
}

/** The version of this program, from its package.json. */
export const packageVersion = (): string =>
  (JSON.parse(readAsset('package.json')) as { version: string }).version
