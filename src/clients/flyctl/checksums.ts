// Written by .github/scripts/flyctl-checksums.mjs, which runs where the internet is. Do not edit by hand.

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

/** The version that is downloaded when no other is asked for. */
export const PINNED_VERSION = '0.4.87'

/** Digests that are known. One that is not here is not known, and nothing is installed without. */
export const CHECKSUMS: readonly Checksum[] = []
