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
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { ActionError, messageOf, platformError } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import { runProcess } from '../../lib/process.ts'
import { findProgram, type ProgramSearch, trustedPath } from '../../lib/programs.ts'
import { CHECKSUMS, type Checksum, PINNED_VERSION } from './checksums.ts'
import type { FlyctlStart } from './client.ts'
import { flyctlEnvironment } from './environment.ts'

/** The oldest flyctl that is used: the first that tells the release it made (FLY_EMIT_RELEASE_JSON), May 2026. */
export const OLDEST_VERSION = '0.4.56'

const RELEASES = 'https://github.com/superfly/flyctl/releases/download'

export interface FlyctlRequirement {
  env: Readonly<Record<string, string | undefined>>
  /** The repository: a program in it is never started. */
  workspaceRoot: string
  log: Log
  signal: AbortSignal
  /** A folder of this run, outside the workspace, that is removed after it. */
  scratch: string
  /** Exactly this version, from PATH or downloaded. Without it: a supported one on PATH, else the pinned one. */
  version?: string
  /** sha256 of this machine's release archive, in hex; needed where the table of checksums does not know it. */
  sha256?: string
  /** Where a start of flyctl is added, for the count of a run. */
  starts?: FlyctlStart[]
  /** For tests: another release server, another table, another machine. */
  releases?: string
  checksums?: readonly Checksum[]
  machine?: { platform: string; arch: string }
}

/** Several times the archive of today. */
const MAX_ARCHIVE_BYTES = 300 * 1024 * 1024

/**
 * Path of a flyctl to use. No service is asked which version is current.
 * @throws ActionError when there is none that may be used; then nothing is left half-installed
 */
export async function findFlyctl(wish: FlyctlRequirement): Promise<string> {
  wish.signal.throwIfAborted()
  const onPath = await fromPath(wish)
  if (onPath) return onPath
  const version = (wish.version ?? PINNED_VERSION).replace(/^v/, '')
  const platform = releasePlatform(wish.machine ?? process)
  return install(wish, { version, platform, sha256: expectedDigest(wish, version, platform) })
}

const placesOf = ({ env, workspaceRoot }: FlyctlRequirement): ProgramSearch => ({
  path: env.PATH,
  workspaceRoot,
})

async function fromPath(wish: FlyctlRequirement): Promise<string | undefined> {
  const binary = await findProgram('flyctl', placesOf(wish))
  if (!binary) return undefined
  const version = await versionOf(binary, wish)
  const wanted = wish.version?.replace(/^v/, '')
  const fits = version !== undefined && (wanted ? version === wanted : isSupported(version))
  wish.log.info(
    fits
      ? `flyctl ${version} from PATH.`
      : `${binary} is flyctl ${version ?? 'of an unknown version'} and is not used: ${wanted ? `${wanted} is asked for` : `${OLDEST_VERSION} or newer is needed`}.`,
  )
  return fits ? binary : undefined
}

/** What `flyctl version --json` says, or undefined when the program does not answer like flyctl. */
async function versionOf(binary: string, wish: FlyctlRequirement): Promise<string | undefined> {
  const configDir = join(wish.scratch, 'flyctl.version')
  try {
    const result = await runProcess({
      binary,
      argv: ['version', '--json'],
      env: flyctlEnvironment(wish.env, { token: '', configDir }),
      cwd: '/',
      timeoutMs: 20_000,
      signal: wish.signal,
    })
    const { seconds, exitCode } = result
    wish.starts?.push({ app: '', command: 'version', seconds, exitCode })
    const said: unknown = JSON.parse(result.stdout)
    const version = said && typeof said === 'object' && 'Version' in said ? said.Version : undefined
    return typeof version === 'string' ? version : undefined
  } catch {
    // An interrupted flyctl says nothing about its version.
    wish.signal.throwIfAborted()
    return undefined
  }
}

/** Compares the numbers of a version; what follows them (`-pre-1`) does not count. */
function isSupported(version: string): boolean {
  const [a, b] = [version, OLDEST_VERSION].map((v) => v.split(/[.-]/).slice(0, 3).map(Number))
  if (!a || !b || a.length < 3 || a.some(Number.isNaN)) return false
  const difference = a.map((n, i) => n - (b[i] ?? 0)).find((d) => d !== 0)
  return (difference ?? 0) >= 0
}

function releasePlatform({ platform, arch }: { platform: string; arch: string }): string {
  const system = { linux: 'Linux', darwin: 'macOS' }[platform]
  const cpu = { x64: 'x86_64', arm64: 'arm64' }[arch]
  if (system && cpu) return `${system}_${cpu}`
  throw platformError(
    'flyctl-platform',
    `flyctl is downloaded for Linux and macOS on x64 and arm64, this machine is ${platform} ${arch}.`,
    `Put flyctl ${OLDEST_VERSION} or newer on PATH.`,
  )
}

function expectedDigest(wish: FlyctlRequirement, version: string, platform: string): string {
  const given = wish.sha256?.trim().toLowerCase()
  if (given && !/^[0-9a-f]{64}$/.test(given))
    throw new ActionError('configuration', [
      {
        code: 'input/flyctl-sha256',
        severity: 'error',
        message: 'Input flyctl-sha256 is not a sha256: 64 hexadecimal digits.',
        hint: 'It is shown beside the archive on the release page.',
      },
    ])
  const table = wish.checksums ?? CHECKSUMS
  const known = given || table.find((c) => c.version === version && c.platform === platform)?.sha256
  if (known) return known
  throw platformError(
    'flyctl-checksum-unknown',
    `There is no supported flyctl on PATH, and the sha256 of flyctl ${version} for ${platform} is not known here, so it is not downloaded.`,
    `Put flyctl ${OLDEST_VERSION} or newer on PATH (superfly/flyctl-actions/setup-flyctl; one in the repository or in node_modules/.bin is not used), or set \`flyctl-sha256\` to the digest of flyctl_${version}_${platform}.tar.gz on https://github.com/superfly/flyctl/releases/tag/v${version}.`,
  )
}

/**
 * Where the archive is kept from run to run: in the runner's tool cache, off a runner in the user's cache folder.
 * Whoever can write there can write anything: an archive is used when it has the digest that is expected, as one that
 * comes from a server, and an unpacked flyctl is not kept at all.
 */
function cached({ env, machine }: FlyctlRequirement, { version, platform }: Release): string {
  const own = [env.XDG_CACHE_HOME, join(env.HOME ?? '', '.cache')].find((one) => one && isAbsolute(one))
  const root = env.RUNNER_TOOL_CACHE || join(own ?? join(homedir(), '.cache'), 'deploy-monitoring')
  return join(root, 'flyctl', version, (machine ?? process).arch, nameOf(version, platform))
}

interface Release {
  version: string
  platform: string
  /** Of the archive. */
  sha256: string
}

const nameOf = (version: string, platform: string): string => `flyctl_${version}_${platform}.tar.gz`

/** Unpacks a release in a folder of this run, where nobody else may write. */
async function install(wish: FlyctlRequirement, release: Release): Promise<string> {
  // A dot is in no name of an app, each of which has a folder there as well.
  const folder = await mkdtemp(join(wish.scratch, 'flyctl.'))
  const archive = join(folder, 'flyctl.tar.gz')
  const kept = cached(wish, release)
  if (await copyIfMeant(kept, archive, release.sha256))
    wish.log.info(`flyctl ${release.version} from the tool cache.`)
  else {
    wish.log.info(`Loading flyctl ${release.version} for ${release.platform}.`)
    const url = `${wish.releases ?? RELEASES}/v${release.version}/${nameOf(release.version, release.platform)}`
    // Loaded only here: who has flyctl on PATH does not pay for it.
    const { download } = await import('./download.ts')
    await download({ url, target: archive, sha256: release.sha256, env: wish.env, signal: wish.signal })
    await keep(archive, kept).catch((error: unknown) =>
      wish.log.debug(`The archive of flyctl is not kept: ${messageOf(error)}`),
    )
  }
  await unpack(archive, folder, wish)
  await rm(archive)
  return join(folder, 'flyctl')
}

/** Copies a file that has this digest; what was looked at is what is there, whatever becomes of the file. */
async function copyIfMeant(from: string, to: string, sha256: string): Promise<boolean> {
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

/** Under another name first: a job beside this one sees a whole archive or none. */
async function keep(archive: string, place: string): Promise<void> {
  const fresh = `${place}.${randomUUID()}`
  await mkdir(dirname(place), { recursive: true })
  try {
    await copyFile(archive, fresh)
    await rename(fresh, place)
  } finally {
    await rm(fresh, { force: true })
  }
}

async function unpack(archive: string, folder: string, wish: FlyctlRequirement): Promise<void> {
  const failure = (cause?: unknown): ActionError =>
    platformError(
      'flyctl-archive',
      'The archive of flyctl could not be unpacked.',
      'Check that `tar` is on PATH and that the disk is not full.',
      cause,
    )
  const places = placesOf(wish)
  const tar = await findProgram('tar', places)
  if (tar === undefined) throw failure()
  const { exitCode, stderr } = await runProcess({
    binary: tar,
    argv: ['-xzf', archive, '-C', folder, 'flyctl'],
    // It starts gzip.
    env: { PATH: trustedPath(places) },
    cwd: folder,
    timeoutMs: 120_000,
    signal: wish.signal,
  })
  const binary = join(folder, 'flyctl')
  const found = await lstat(binary).catch(() => undefined)
  // A link would lead to whatever it names.
  if (exitCode !== 0 || !found?.isFile()) throw failure(stderr)
  await chmod(binary, 0o700)
}
