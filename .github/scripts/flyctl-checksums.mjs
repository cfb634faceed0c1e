#!/usr/bin/env node
// Pins a flyctl release:  node .github/scripts/flyctl-checksums.mjs VERSION|newest
//
// `newest` is the newest release that is at least a week old; when it is pinned already, nothing is written.
// Downloads the four archives, and adds to src/clients/flyctl/checksums.ts only digests that the release itself
// publishes and that match the archives. Needs internet access; a release without such digests is not pinned.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKSUMS } from '../../src/clients/flyctl/checksums.ts'

const PLATFORMS = ['Linux_x86_64', 'Linux_arm64', 'macOS_x86_64', 'macOS_arm64']
/** A bad release is usually withdrawn within days. */
const COOLDOWN_MS = 7 * 24 * 60 * 60 * 1000
const RELEASE = /^v?(\d+\.\d+\.\d+)$/

// The first variable is for tests; the second is the one that GitHub sets.
const releases = process.env.FLYCTL_RELEASES ?? 'https://github.com/superfly/flyctl/releases/download'
const api = process.env.GITHUB_API_URL ?? 'https://api.github.com'
/** GitHub limits requests without a token; it is sent to its API only. */
const token = process.env.GITHUB_TOKEN

const [given = '', target = join(import.meta.dirname, '../../src/clients/flyctl/checksums.ts')] =
  process.argv.slice(2)
const version = given === 'newest' ? await newestRelease() : RELEASE.exec(given)?.[1]
if (!version) fail('Usage: node .github/scripts/flyctl-checksums.mjs VERSION|newest')
const known = CHECKSUMS.filter((entry) => entry.version === version)
if (given === 'newest' && (known.length === PLATFORMS.length || !isAtLeast(version, CHECKSUMS[0]?.version))) {
  console.log(
    `flyctl ${CHECKSUMS[0]?.version} is pinned already; the newest release for a week is ${version}.`,
  )
  process.exit(0)
}

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
writeFileSync(target, render([...entries, ...CHECKSUMS.filter((entry) => entry.version !== version)]))
console.log(`Pinned flyctl ${version} with the digests of ${published.source}.`)

/** The highest version among the releases that are older than the cooldown. */
async function newestRelease() {
  const list = await get(`${api}/repos/superfly/flyctl/releases?per_page=50`)
  const before = Date.now() - COOLDOWN_MS
  const versions = JSON.parse(list?.toString('utf8') ?? '[]').flatMap((release) => {
    const [, number] = RELEASE.exec(release.tag_name) ?? []
    const counts = !release.draft && !release.prerelease && Date.parse(release.published_at) < before
    return number && counts ? [number] : []
  })
  return versions.reduce(
    (best, one) => (isAtLeast(one, best) ? one : best),
    versions[0] ?? fail('There is no release that is a week old.'),
  )
}

/** Whether a version is the same as another one or higher. */
function isAtLeast(version, other = '0.0.0') {
  const [a, b] = [version, other].map((one) => one.split('.').map(Number))
  return (a.map((n, i) => n - b[i]).find((difference) => difference !== 0) ?? 0) >= 0
}

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
  const headers = token && url.startsWith(api) ? { authorization: `Bearer ${token}` } : {}
  const response = await fetch(url, { headers })
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
  // Everything before the list stays: the descriptions of the types.
  const source = readFileSync(join(import.meta.dirname, '../../src/clients/flyctl/checksums.ts'), 'utf8')
  const start = 'export const CHECKSUMS: readonly Checksum[] = ['
  return `${source.slice(0, source.indexOf(start))}${start}\n${rows.join('')}]\n`
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
