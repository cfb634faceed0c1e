import { createHash, randomUUID } from 'node:crypto'
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { type ActionError, messageOf, platformError } from '../../lib/errors.ts'
import { homeFolder } from '../../lib/home.ts'
import type { Log } from '../../lib/log.ts'
import { runProcess } from '../../lib/process.ts'
import { findProgram, type ProgramSearch, trustedPath } from '../../lib/programs.ts'
import { cut } from '../../lib/text.ts'
import type { Checksum } from './checksums.ts'
import type { FlyctlStart } from './client.ts'
import { flyctlEnvironment } from './environment.ts'
import { chooseRelease, type FlyctlRelease, nameOfArchive } from './release.ts'
import { isSupported, OLDEST_VERSION } from './supported-versions.ts'

const RELEASES = 'https://github.com/superfly/flyctl/releases/download'

export interface FlyctlRequirement {
  env: Readonly<Record<string, string | undefined>>
  /** The repository: a program in it is never started. */
  workspaceRoot: string
  log: Log
  signal: AbortSignal
  /** A folder of this run, outside the workspace, that is removed after it. */
  scratch: string
  /** Exactly this version, from PATH or downloaded. Without it: a supported one on PATH, else the newest with a known digest. */
  version?: string
  /** sha256 of this machine's release archive, in hex; needed where the table of checksums does not contain it. */
  sha256?: string
  /** Starts of flyctl are added here, so that the run counts them. */
  starts?: FlyctlStart[]
  /** For tests: another release server, another table, another machine. */
  releases?: string
  checksums?: readonly Checksum[]
  machine?: { platform: string; arch: string }
}

/** Several times the size of today's archive. */
const MAX_ARCHIVE_BYTES = 300 * 1024 * 1024

/**
 * Path of a flyctl to use. No service is asked which version is current.
 * @throws ActionError when no flyctl may be used; nothing is left half-installed
 */
export async function findFlyctl(requirement: FlyctlRequirement): Promise<string> {
  requirement.signal.throwIfAborted()
  const onPath = await fromPath(requirement)
  if (onPath) return onPath
  return install(requirement, chooseRelease(requirement))
}

const placesOf = ({ env, workspaceRoot }: FlyctlRequirement): ProgramSearch => ({
  path: env.PATH,
  workspaceRoot,
})

async function fromPath(requirement: FlyctlRequirement): Promise<string | undefined> {
  const binary = findProgram('flyctl', placesOf(requirement))
  if (!binary) return undefined
  const version = await versionOf(binary, requirement)
  const wanted = requirement.version?.replace(/^v/, '')
  const fits = version !== undefined && (wanted ? version === wanted : isSupported(version))
  requirement.log.info(
    fits
      ? `flyctl ${version} from PATH.`
      : `${binary} is flyctl ${version ?? 'of an unknown version'} and is not used: ${wanted ? `${wanted} is requested` : `${OLDEST_VERSION} or newer is needed`}.`,
  )
  return fits ? binary : undefined
}

/** The version that `flyctl version --json` reports, or undefined when the program does not answer like flyctl. */
async function versionOf(binary: string, requirement: FlyctlRequirement): Promise<string | undefined> {
  const configDir = join(requirement.scratch, 'flyctl.version')
  try {
    const { seconds, exitCode, stdout } = await runProcess({
      binary,
      argv: ['version', '--json'],
      env: flyctlEnvironment(requirement.env, { token: '', configDir }),
      cwd: '/',
      timeoutMs: 20_000,
      signal: requirement.signal,
    })
    requirement.starts?.push({ app: '', command: 'version', seconds, exitCode })
    // A version is one line.
    const answer: unknown = JSON.parse(cut(stdout, 10_000))
    const version = answer && typeof answer === 'object' && 'Version' in answer ? answer.Version : undefined
    return typeof version === 'string' ? version : undefined
  } catch {
    // An interrupted flyctl says nothing about its version.
    requirement.signal.throwIfAborted()
    return undefined
  }
}

/**
 * Where the archive is cached between runs: in the runner's tool cache, elsewhere in the user's cache folder. Other
 * programs may write there: an archive is used only with the expected digest, like a downloaded one, and an unpacked
 * flyctl is not cached.
 */
function cached({ env, machine, scratch }: FlyctlRequirement, { version, platform }: FlyctlRelease): string {
  const own = [env.XDG_CACHE_HOME, join(homeFolder(env) ?? scratch, '.cache')].find(
    (one) => one && isAbsolute(one),
  )
  const root = env.RUNNER_TOOL_CACHE || join(own ?? scratch, 'deploy-monitoring')
  return join(root, 'flyctl', version, (machine ?? process).arch, nameOfArchive(version, platform))
}

/** Unpacks a release in a folder of this run, where no other user may write. */
async function install(requirement: FlyctlRequirement, release: FlyctlRelease): Promise<string> {
  // Names of apps, which have folders there as well, do not contain a dot.
  const folder = await mkdtemp(join(requirement.scratch, 'flyctl.'))
  const archive = join(folder, 'flyctl.tar.gz')
  const kept = cached(requirement, release)
  if (await copyIfDigestMatches(kept, archive, release.sha256))
    requirement.log.info(`flyctl ${release.version} from the tool cache.`)
  else {
    requirement.log.info(`Downloading flyctl ${release.version} for ${release.platform}.`)
    const url = `${requirement.releases ?? RELEASES}/v${release.version}/${nameOfArchive(release.version, release.platform)}`
    // Imported only here: a run with flyctl on PATH does not pay for it.
    const { download } = await import('./download.ts')
    await download({
      url,
      target: archive,
      sha256: release.sha256,
      env: requirement.env,
      signal: requirement.signal,
    })
    await cacheArchive(archive, kept).catch((error: unknown) =>
      requirement.log.debug(`The archive of flyctl could not be cached: ${messageOf(error)}`),
    )
  }
  await unpack(archive, folder, requirement)
  await rm(archive)
  return join(folder, 'flyctl')
}

/** Copies a file that has this digest. The bytes that were checked are copied, even if the file changes meanwhile. */
async function copyIfDigestMatches(from: string, to: string, sha256: string): Promise<boolean> {
  const isFile = await stat(from).then(
    (found) => found.isFile() && found.size <= MAX_ARCHIVE_BYTES,
    () => false,
  )
  if (!isFile) return false
  const bytes = await readFile(from).catch(() => Buffer.alloc(0))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false
  await writeFile(to, bytes, { mode: 0o600 })
  return true
}

/** Written under another name first: a parallel job sees a complete archive or none. */
async function cacheArchive(archive: string, place: string): Promise<void> {
  const fresh = `${place}.${randomUUID()}`
  await mkdir(dirname(place), { recursive: true })
  try {
    await copyFile(archive, fresh)
    await rename(fresh, place)
  } finally {
    await rm(fresh, { force: true })
  }
}

async function unpack(archive: string, folder: string, requirement: FlyctlRequirement): Promise<void> {
  const failure = (cause?: unknown): ActionError =>
    platformError(
      'flyctl-archive',
      'The archive of flyctl could not be unpacked.',
      'Check that `tar` is on PATH and that the disk is not full.',
      cause,
    )
  const places = placesOf(requirement)
  const tar = findProgram('tar', places)
  if (tar === undefined) throw failure()
  const { runTar } = await import('./tar.ts')
  const { exitCode, stderr } = await runTar(tar, ['-xzf', archive, '-C', folder, 'flyctl'], {
    // tar starts gzip.
    env: { PATH: trustedPath(places) },
    cwd: folder,
    signal: requirement.signal,
  }).catch((cause: unknown) => {
    throw failure(cause)
  })
  const binary = join(folder, 'flyctl')
  const found = await lstat(binary).catch(() => undefined)
  // A link could point anywhere.
  if (exitCode !== 0 || !found?.isFile()) throw failure(stderr)
  await chmod(binary, 0o700)
}
