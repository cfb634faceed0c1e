import { ActionError, platformError } from '../../lib/errors.ts'
import { CHECKSUMS, type Checksum } from './checksums.ts'
import { OLDEST_VERSION } from './supported-versions.ts'

/** Version 1.6 of the action that installs flyctl. */
const SETUP_FLYCTL = 'superfly/flyctl-actions/setup-flyctl@ed8efb33836e8b2096c7fd3ba1c8afe303ebbff1'

/** What decides which release is installed. */
export interface ReleaseRequest {
  env: Readonly<Record<string, string | undefined>>
  version?: string
  sha256?: string
  checksums?: readonly Checksum[]
  machine?: { platform: string; arch: string }
}

/** A release of flyctl to install. */
export interface FlyctlRelease {
  version: string
  platform: string
  /** Of the archive. */
  sha256: string
}

/** The name of its archive. */
export const nameOfArchive = (version: string, platform: string): string =>
  `flyctl_${version}_${platform}.tar.gz`

/**
 * The release for this machine, with the digest that its archive must have.
 * @throws ActionError when there is none, or its digest is not known
 */
export function chooseRelease(request: ReleaseRequest): FlyctlRelease {
  const platform = releasePlatform(request)
  const version = request.version?.replace(/^v/, '') ?? pinnedVersion(request, platform)
  return { version, platform, sha256: expectedDigest(request, version, platform) }
}

/** The newest version whose digest is known for this platform, else the newest at all, for `flyctl-sha256`. */
function pinnedVersion({ checksums = CHECKSUMS }: ReleaseRequest, platform: string): string {
  const known = checksums.find((entry) => entry.platform === platform) ?? checksums[0]
  return known?.version ?? OLDEST_VERSION
}

function releasePlatform(request: ReleaseRequest): string {
  const { platform, arch } = request.machine ?? process
  const system = { linux: 'Linux', darwin: 'macOS' }[platform]
  const cpu = { x64: 'x86_64', arm64: 'arm64' }[arch]
  if (system && cpu) return `${system}_${cpu}`
  throw platformError(
    'flyctl-platform',
    `No supported flyctl is on PATH, and it can be downloaded for Linux and macOS on x64 and arm64 only; this machine is ${platform} ${arch}.`,
    `${howToInstall(request)}.`,
  )
}

/** The way to a flyctl on PATH, for a workflow or for a person. */
const howToInstall = ({ env }: ReleaseRequest): string =>
  env.GITHUB_ACTIONS === 'true'
    ? `Put flyctl ${OLDEST_VERSION} or newer on PATH: add the step "uses: ${SETUP_FLYCTL}" before this one`
    : `Install flyctl ${OLDEST_VERSION} or newer (https://fly.io/docs/flyctl/install/) outside of the repository: one in it or in node_modules/.bin is not used`

function expectedDigest(request: ReleaseRequest, version: string, platform: string): string {
  const given = request.sha256?.trim().toLowerCase()
  if (given && !/^[0-9a-f]{64}$/.test(given))
    throw new ActionError('configuration', [
      {
        code: 'input/flyctl-sha256',
        severity: 'error',
        message: 'Input flyctl-sha256 is not a sha256: 64 hexadecimal digits.',
        hint: 'It is shown next to the archive on the release page.',
      },
    ])
  const table = request.checksums ?? CHECKSUMS
  const known = given || table.find((c) => c.version === version && c.platform === platform)?.sha256
  if (known) return known
  throw platformError(
    'flyctl-checksum-unknown',
    `No supported flyctl is on PATH, and the sha256 of flyctl ${version} for ${platform} is not known, so it is not downloaded.`,
    `${howToInstall(request)}. Or set \`flyctl-sha256\` to the digest of flyctl_${version}_${platform}.tar.gz on https://github.com/superfly/flyctl/releases/tag/v${version}.`,
  )
}
