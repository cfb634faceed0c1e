import { accessSync, constants } from 'node:fs'

/** Programs of the system that a world is made with, and the Debian packages that hold them. */
const PACKAGES = { ip: 'iproute2', mount: 'mount', nsenter: 'util-linux', unshare: 'util-linux' } as const

/** Not on everybody's PATH, but on root's. */
const ROOTS_FOLDERS = ['/usr/sbin', '/sbin']

function find(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), ...ROOTS_FOLDERS]
  return folders.map((folder) => `${folder}/${program}`).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Looks for everything that a world needs of this system and returns where Prometheus is: `given`, else the one that
 * VERIFY_PROMETHEUS names, else on PATH.
 * @throws with the one command that installs what is missing
 */
export function findRequirements(given = process.env.VERIFY_PROMETHEUS): { prometheus: string } {
  const prometheus = given ?? find('prometheus')
  const missing = Object.entries(PACKAGES).filter(([program]) => find(program) === undefined)
  const programs = [
    ...missing.map(([program]) => program),
    ...(prometheus === undefined ? ['prometheus'] : []),
  ]
  if (prometheus !== undefined && programs.length === 0) return { prometheus }
  const packages = [
    ...new Set(missing.map(([, name]) => name)),
    ...(prometheus === undefined ? ['prometheus'] : []),
  ]
  throw new Error(
    `The sandbox needs ${programs.join(', ')} and does not find ${programs.length > 1 ? 'them' : 'it'} on PATH. ` +
      `Type: sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
  )
}
