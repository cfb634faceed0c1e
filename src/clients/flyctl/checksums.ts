// Written by .github/scripts/flyctl-checksums.mjs, except for the entries that say where else they were read.

/** The archive of one platform, as its publisher named and hashed it. */
export interface Checksum {
  version: string
  /** As in the archive's name: `Linux_x86_64`, `Linux_arm64`, `macOS_x86_64`, `macOS_arm64`. */
  platform: string
  sha256: string
  /** Where the digest was read, and when. */
  source: string
  date: string
}

/**
 * Digests that are known, newest version first. The first one of a platform is downloaded when no other version is asked
 * for; without a digest nothing is downloaded.
 */
export const CHECKSUMS: readonly Checksum[] = [
  {
    version: '0.4.111',
    platform: 'Linux_x86_64',
    sha256: '1878d7fb1f8a418039042cf0749e4b7216c6c7018b66ae10611a64c2b6d9aa9e',
    source:
      'pinned by three unrelated public repositories, one of them from https://github.com/superfly/flyctl/releases/download/v0.4.111/flyctl_0.4.111_checksums.txt',
    date: '2026-11-27',
  },
  {
    version: '0.4.111',
    platform: 'Linux_arm64',
    sha256: '964db79665d7ab97af3ba5af6b35f33677ca61dcb4bcef9d6a388d46481cb312',
    source:
      'pinned by one of these repositories, from https://github.com/superfly/flyctl/releases/expanded_assets/v0.4.111',
    date: '2026-11-27',
  },
  {
    version: '0.4.105',
    platform: 'Linux_x86_64',
    sha256: '6e78298d82503f2aff2c6f41ede1178463ed286ce910c6be946a4b994ee68f29',
    source:
      'pinned by a public repository, from https://github.com/superfly/flyctl/releases/download/v0.4.105/flyctl_0.4.105_checksums.txt',
    date: '2026-11-27',
  },
  {
    version: '0.4.105',
    platform: 'Linux_arm64',
    sha256: '6ec0dc3656ecbe281231994080ec00238cecaa11aa65a121f53c51e3d2a69940',
    source:
      'pinned by a public repository, from https://github.com/superfly/flyctl/releases/download/v0.4.105/flyctl_0.4.105_checksums.txt',
    date: '2026-11-27',
  },
  {
    version: '0.4.85',
    platform: 'Linux_x86_64',
    sha256: 'c3b5ed05319adf8a265d68171758ea7b37bd340c5c3dc4e09e17fb6344b8ff90',
    source:
      'pinned by a public repository, whose workflow checks with it https://github.com/superfly/flyctl/releases/download/v0.4.85/flyctl_0.4.85_Linux_x86_64.tar.gz',
    date: '2026-11-27',
  },
  {
    version: '0.4.78',
    platform: 'Linux_x86_64',
    sha256: 'ab94c89d1520e277714f6c860e061fd3abf78ca20f82956f1bc792dc24df1a8d',
    source:
      'pinned by a public repository for https://github.com/superfly/flyctl/releases/download/v0.4.78/flyctl_0.4.78_Linux_x86_64.tar.gz',
    date: '2026-11-27',
  },
]
