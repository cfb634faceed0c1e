#!/usr/bin/env node
// Pins a flyctl release:  node .github/scripts/flyctl-checksums.mjs 0.4.87
//
// Downloads the four archives, and writes src/clients/flyctl/checksums.ts only with digests that the release itself
// publishes and that match the archives. Needs internet access; a release without such digests is not pinned.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PLATFORMS = ['Linux_x86_64', 'Linux_arm64', 'macOS_x86_64', 'macOS_arm64']
const [given = '', target = join(import.meta.dirname, '../../src/clients/flyctl/checksums.ts')] =
  process.argv.slice(2)
const version = given.replace(/^v/, '')
if (!/^\d+\.\d+\.\d+$/.test(version)) fail('Usage: node .github/scripts/flyctl-checksums.mjs <version>')

// The first variable is for tests; the second is the one that GitHub sets.
const releases = process.env.FLYCTL_RELEASES ?? 'https://github.com/superfly/flyctl/releases/download'
const api = process.env.GITHUB_API_URL ?? 'https://api.github.com'

const published =
  (await fromChecksumFile()) ?? (await fromGitHub()) ?? fail(`v${version} publishes no digests.`)
const entries = []
for (const platform of PLATFORMS) {
  const name = `flyctl_${version}_${platform}.tar.gz`
  const sha256 = published.digests.get(name) ?? fail(`${published.source} knows no ${name}.`)
  const archive = await get(`${releases}/v${version}/${name}`)
  if (!archive) fail(`There is no ${name}.`)
  const found = createHash('sha256').update(archive).digest('hex')
  if (found !== sha256) fail(`${name} has the sha256 ${found}, published is ${sha256}.`)
  entries.push({
    version,
    platform,
    sha256,
    source: published.source,
    date: new Date().toISOString().slice(0, 10),
  })
}
writeFileSync(target, render(entries))
console.log(`Pinned flyctl ${version} with the digests of ${published.source}.`)

async function fromChecksumFile() {
  const source = `${releases}/v${version}/flyctl_${version}_checksums.txt`
  const file = await get(source)
  if (!file) return undefined
  const lines = file.toString('utf8').matchAll(/^([0-9a-f]{64})\s+\*?(\S+)$/gm)
  return { source, digests: new Map([...lines].map(([, sha256, name]) => [name, sha256])) }
}

/** GitHub computes a digest of every asset when it is uploaded. */
async function fromGitHub() {
  const source = `${api}/repos/superfly/flyctl/releases/tags/v${version}`
  const release = await get(source)
  if (!release) return undefined
  const digests = JSON.parse(release.toString('utf8'))
    .assets.filter(({ digest }) => digest?.startsWith('sha256:'))
    .map(({ name, digest }) => [name, digest.slice('sha256:'.length)])
  return digests.length > 0 ? { source, digests: new Map(digests) } : undefined
}

async function get(url) {
  const response = await fetch(url)
  if (response.status === 404) return undefined
  if (!response.ok) fail(`${url} answers ${response.status}.`)
  return Buffer.from(await response.arrayBuffer())
}

function render(list) {
  const rows = list.map(
    (entry) =>
      `  {\n${Object.entries(entry)
        .map(([key, value]) => `    ${key}: '${value}',\n`)
        .join('')}  },\n`,
  )
  return `// Written by .github/scripts/flyctl-checksums.mjs, which runs where the internet is. Do not edit by hand.

/** The archive of one platform, as its publisher named and hashed it. */
export interface Checksum {
  version: string
  /** As in the archive's name: \`Linux_x86_64\`, \`Linux_arm64\`, \`macOS_x86_64\`, \`macOS_arm64\`. */
  platform: string
  sha256: string
  /** Where the digest was read, and when. */
  source: string
  date: string
}

/** The version that is downloaded when no other is asked for. */
export const PINNED_VERSION = '${version}'

/** Digests that are known. One that is not here is not known, and nothing is installed without. */
export const CHECKSUMS: readonly Checksum[] = [
${rows.join('')}]
`
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
