import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ActionError, platformError } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import { temporaryFolder } from '../lib/temporary.ts'
import { CHECKSUMS, type Checksum, PINNED_VERSION } from './flyctl/checksums.ts'
import type { Start } from './flyctl/client.ts'
import { flyctlEnvironment } from './flyctl/environment.ts'
import { runProcess } from './flyctl/process.ts'
import { findProgram, type Places } from './programs.ts'

/** The oldest flyctl that is used: the first that tells the release it made (FLY_EMIT_RELEASE_JSON), May 2026. */
export const OLDEST_VERSION = '0.4.56'

const RELEASES = 'https://github.com/superfly/flyctl/releases/download'

export interface FlyctlWish {
  env: Readonly<Record<string, string | undefined>>
  /** The repository: a program in it is never started. */
  workspaceRoot: string
  log: Log
  signal: AbortSignal
  /** Exactly this version, from PATH or downloaded. Without it: a supported one on PATH, else the pinned one. */
  version?: string
  /** sha256 of this machine's release archive, in hex; needed where the table of checksums does not know it. */
  sha256?: string
  /** Where a start of flyctl is added, for the count of a run. */
  starts?: Start[]
  /** For tests: another release server, another table, another machine. */
  releases?: string
  checksums?: readonly Checksum[]
  machine?: { platform: string; arch: string }
}

/**
 * Path of a flyctl to use. No service is asked which version is current. Throws ActionError when there is none that
 * may be used; then nothing is left half-installed.
 */
export async function findFlyctl(wish: FlyctlWish): Promise<string> {
  wish.signal.throwIfAborted()
  const onPath = await fromPath(wish)
  if (onPath) return onPath
  const version = (wish.version ?? PINNED_VERSION).replace(/^v/, '')
  const platform = releasePlatform(wish.machine ?? process)
  const sha256 = expectedDigest(wish, version, platform)
  const home = join(cacheRoot(wish.env), 'flyctl', version, (wish.machine ?? process).arch)
  if (await isInstalled(home, sha256)) {
    wish.log.info(`flyctl ${version} from the tool cache.`)
    return join(home, 'flyctl')
  }
  wish.log.info(`Loading flyctl ${version} for ${platform}.`)
  await install(wish, { version, platform, sha256, home })
  return join(home, 'flyctl')
}

const placesOf = ({ env, workspaceRoot }: FlyctlWish): Places => ({ path: env.PATH, workspaceRoot })

async function fromPath(wish: FlyctlWish): Promise<string | undefined> {
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
async function versionOf(binary: string, wish: FlyctlWish): Promise<string | undefined> {
  const configDir = join(temporaryFolder(wish.env), `flyctl-version-${randomUUID()}`)
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
  } finally {
    await rm(configDir, { recursive: true, force: true })
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

function expectedDigest(wish: FlyctlWish, version: string, platform: string): string {
  const given = wish.sha256?.trim().toLowerCase()
  if (given && !/^[0-9a-f]{64}$/.test(given))
    throw new ActionError('configuration', [
      {
        code: 'input-flyctl-sha256',
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
    `Put flyctl ${OLDEST_VERSION} or newer on PATH (superfly/flyctl-actions/setup-flyctl), or set \`flyctl-sha256\` to the digest of flyctl_${version}_${platform}.tar.gz on https://github.com/superfly/flyctl/releases/tag/v${version}.`,
  )
}

/** The runner's tool cache, and off a runner the user's cache folder. */
function cacheRoot(env: FlyctlWish['env']): string {
  const own = env.XDG_CACHE_HOME ?? join(env.HOME ?? homedir(), '.cache')
  return env.RUNNER_TOOL_CACHE || join(own, 'deploy-monitoring')
}

/** Beside the folder, as the runner's own tools do it; holds the digest of the archive that was unpacked. */
const markerOf = (home: string): string => `${home}.complete`

async function isInstalled(home: string, sha256: string): Promise<boolean> {
  const marked = await readFile(markerOf(home), 'utf8').catch(() => '')
  return (
    marked.trim() === sha256 &&
    (await access(join(home, 'flyctl'), constants.X_OK).then(
      () => true,
      () => false,
    ))
  )
}

interface Install {
  version: string
  platform: string
  sha256: string
  home: string
}

/** Everything happens in a folder of its own; only a complete, checked flyctl is moved to its place. */
async function install(wish: FlyctlWish, { version, platform, sha256, home }: Install): Promise<void> {
  const work = `${home}.${randomUUID()}`
  await mkdir(work, { recursive: true, mode: 0o755 })
  try {
    const archive = join(work, 'flyctl.tar.gz')
    const url = `${wish.releases ?? RELEASES}/v${version}/flyctl_${version}_${platform}.tar.gz`
    // Loaded only here: who has flyctl on PATH does not pay for it.
    const { download } = await import('./flyctl/download.ts')
    await download({ url, target: archive, sha256, env: wish.env, signal: wish.signal })
    await unpack(archive, work, wish)
    await rm(archive)
    // Another job of the same machine may have been faster.
    if (await isInstalled(home, sha256)) return
    await rm(home, { recursive: true, force: true })
    await rename(work, home)
    await writeFile(markerOf(home), sha256)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function unpack(archive: string, folder: string, wish: FlyctlWish): Promise<void> {
  const failure = (cause?: unknown): ActionError =>
    platformError(
      'flyctl-archive',
      'The archive of flyctl could not be unpacked.',
      'Check that `tar` is on PATH and that the disk is not full.',
      cause,
    )
  const tar = await findProgram('tar', placesOf(wish))
  if (tar === undefined) throw failure()
  const { exitCode, stderr } = await runProcess({
    binary: tar,
    argv: ['-xzf', archive, '-C', folder, 'flyctl'],
    env: { PATH: wish.env.PATH ?? '' },
    cwd: folder,
    timeoutMs: 120_000,
    signal: wish.signal,
  })
  if (exitCode !== 0) throw failure(stderr)
  await chmod(join(folder, 'flyctl'), 0o755)
}
