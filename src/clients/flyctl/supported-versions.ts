/**
 * The oldest supported flyctl: the first that reports the release that it created (FLY_EMIT_RELEASE_JSON), May 2026.
 */
export const OLDEST_VERSION = '0.4.56'

/** Compares the numbers of a version; what follows them (`-pre-1`) does not count. */
export function isSupported(version: string): boolean {
  const [a, b] = [version, OLDEST_VERSION].map((v) => v.split(/[.-]/).slice(0, 3).map(Number))
  if (!a || !b || a.length < 3 || a.some(Number.isNaN)) return false
  const difference = a.map((n, i) => n - (b[i] ?? 0)).find((d) => d !== 0)
  return (difference ?? 0) >= 0
}
