import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { CHECKSUMS } from '../../src/clients/flyctl/checksums.ts'
import { isSupported } from '../../src/clients/flyctl/supported-versions.ts'
import { scratchFolder } from '../support/scratch.ts'

const SCRIPT = resolve(import.meta.dirname, '../../.github/scripts/flyctl-checksums.mjs')
const PLATFORMS = ['Linux_x86_64', 'Linux_arm64', 'macOS_x86_64', 'macOS_arm64']

const contentOf = (name: string): string => `archive ${name}`
const digestOf = (name: string): string => createHash('sha256').update(contentOf(name)).digest('hex')
const archives = PLATFORMS.map((platform) => `flyctl_0.9.90_${platform}.tar.gz`)
const checksumFile = archives.map((name) => `${digestOf(name)}  ${name}\n`).join('')
const githubRelease = JSON.stringify({
  assets: archives.map((name) => ({ name, digest: `sha256:${digestOf(name)}` })),
})

/** Runs the script against a release server that has these files beside the archives. */
async function pin(files: Record<string, string>, version = 'v0.9.90') {
  using scratch = scratchFolder()
  const server = createServer((request, response) => {
    const name = request.url?.split('?')[0]?.split('/').at(-1) ?? ''
    const content = files[name] ?? (archives.includes(name) ? contentOf(name) : undefined)
    response.writeHead(content === undefined ? 404 : 200).end(content)
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const target = join(scratch.path, 'checksums.ts')
  const child = spawn(process.execPath, [SCRIPT, version, target], {
    env: { FLYCTL_RELEASES: url, GITHUB_API_URL: url },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((done) => child.once('close', done))
  server.closeAllConnections()
  server.close()
  const written = existsSync(target)
    ? ((await import(target)) as typeof import('../../src/clients/flyctl/checksums.ts'))
    : undefined
  return { code, said, written }
}

test.each([
  [
    "the release's checksum file",
    { 'flyctl_0.9.90_checksums.txt': checksumFile },
    'flyctl_0.9.90_checksums.txt',
  ],
  ["GitHub's digests of the assets", { 'v0.9.90': githubRelease }, '/tags/v0.9.90'],
])('a release is pinned from %s', async (_, files, source) => {
  const { code, written } = await pin(files)
  expect(code).toBe(0)
  const fresh = written?.CHECKSUMS.slice(0, PLATFORMS.length) ?? []
  expect(fresh.map((entry) => [entry.version, entry.platform, entry.sha256])).toEqual(
    PLATFORMS.map((platform, i) => ['0.9.90', platform, digestOf(archives[i] ?? '')]),
  )
  expect(fresh.every((c) => c.source.endsWith(source) && /^\d{4}-\d\d-\d\d$/.test(c.date))).toBe(true)
  // Versions that were pinned before can still be asked for.
  expect(written?.CHECKSUMS.slice(PLATFORMS.length)).toEqual(CHECKSUMS)
})

const release = (tag: string, days: number, over: object = {}) => ({
  tag_name: tag,
  published_at: new Date(Date.now() - days * 86_400_000).toISOString(),
  draft: false,
  prerelease: false,
  ...over,
})

test('the newest release is pinned when it is a week old, and counts by its numbers', async () => {
  const list = [
    release('v0.9.91', 3),
    release('v0.9.9', 10),
    release('v0.9.90', 8),
    release('v0.9.92', 9, { prerelease: true }),
  ]
  const files = { releases: JSON.stringify(list), 'flyctl_0.9.90_checksums.txt': checksumFile }
  expect((await pin(files, 'newest')).written?.CHECKSUMS[0]?.version).toBe('0.9.90')
})

test('nothing is written when no newer release is a week old', async () => {
  const list = [release('v0.9.90', 3), release('v0.4.20', 30)]
  const { code, said, written } = await pin({ releases: JSON.stringify(list) }, 'newest')
  expect({ code, said, written }).toEqual({
    code: 0,
    said: expect.stringContaining('is pinned already'),
    written: undefined,
  })
})

test.each([
  ['no digests', {}, 'publishes no digests'],
  [
    'a digest that the archive has not',
    { 'flyctl_0.9.90_checksums.txt': checksumFile.replaceAll(/^./gm, 'f') },
    'published is f',
  ],
  [
    'a missing platform',
    { 'flyctl_0.9.90_checksums.txt': checksumFile.split('\n')[0] ?? '' },
    'knows no flyctl_0.9.90_Linux_arm64',
  ],
])('nothing is written for a release with %s', async (_, files, says) => {
  const { code, said, written } = await pin(files)
  expect({ code, said, written }).toEqual({
    code: 1,
    said: expect.stringContaining(says),
    written: undefined,
  })
})

test('the committed table holds whole digests with their source and date, newest version first', () => {
  for (const entry of CHECKSUMS)
    expect(entry).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      platform: expect.stringMatching(new RegExp(`^(${PLATFORMS.join('|')})$`)),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      source: expect.stringMatching(/https:/),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
  const byVersion = new Intl.Collator('en', { numeric: true })
  expect(CHECKSUMS.map(({ version }) => version)).toEqual(
    CHECKSUMS.map(({ version }) => version).toSorted((a, b) => byVersion.compare(b, a)),
  )
  expect(CHECKSUMS[0]).toMatchObject({ platform: 'Linux_x86_64' })
  for (const { version } of CHECKSUMS) expect(isSupported(version)).toBe(true)
})
