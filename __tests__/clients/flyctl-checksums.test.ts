import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { CHECKSUMS, PINNED_VERSION } from '../../src/clients/flyctl/checksums.ts'
import { scratchFolder } from '../support/scratch.ts'

const SCRIPT = resolve(import.meta.dirname, '../../.github/scripts/flyctl-checksums.mjs')
const PLATFORMS = ['Linux_x86_64', 'Linux_arm64', 'macOS_x86_64', 'macOS_arm64']

const contentOf = (name: string): string => `archive ${name}`
const digestOf = (name: string): string => createHash('sha256').update(contentOf(name)).digest('hex')
const archives = PLATFORMS.map((platform) => `flyctl_0.4.90_${platform}.tar.gz`)
const checksumFile = archives.map((name) => `${digestOf(name)}  ${name}\n`).join('')
const githubRelease = JSON.stringify({
  assets: archives.map((name) => ({ name, digest: `sha256:${digestOf(name)}` })),
})

/** Runs the script against a release server that has these files beside the archives. */
async function pin(files: Record<string, string>) {
  using scratch = scratchFolder()
  const server = createServer((request, response) => {
    const name = request.url?.split('/').at(-1) ?? ''
    const content = files[name] ?? (archives.includes(name) ? contentOf(name) : undefined)
    response.writeHead(content === undefined ? 404 : 200).end(content)
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const target = join(scratch.path, 'checksums.ts')
  const child = spawn(process.execPath, [SCRIPT, 'v0.4.90', target], {
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
    { 'flyctl_0.4.90_checksums.txt': checksumFile },
    'flyctl_0.4.90_checksums.txt',
  ],
  ["GitHub's digests of the assets", { 'v0.4.90': githubRelease }, '/tags/v0.4.90'],
])('a release is pinned from %s', async (_, files, source) => {
  const { code, written } = await pin(files)
  expect(code).toBe(0)
  expect(written?.PINNED_VERSION).toBe('0.4.90')
  expect(written?.CHECKSUMS.map(({ platform, sha256 }) => [platform, sha256])).toEqual(
    PLATFORMS.map((platform, i) => [platform, digestOf(archives[i] ?? '')]),
  )
  expect(written?.CHECKSUMS.every((c) => c.source.endsWith(source) && /^\d{4}-\d\d-\d\d$/.test(c.date))).toBe(
    true,
  )
})

test.each([
  ['no digests', {}, 'publishes no digests'],
  [
    'a digest that the archive has not',
    { 'flyctl_0.4.90_checksums.txt': checksumFile.replaceAll(/^./gm, 'f') },
    'published is f',
  ],
  [
    'a missing platform',
    { 'flyctl_0.4.90_checksums.txt': checksumFile.split('\n')[0] ?? '' },
    'knows no flyctl_0.4.90_Linux_arm64',
  ],
])('nothing is written for a release with %s', async (_, files, says) => {
  const { code, said, written } = await pin(files)
  expect({ code, said, written }).toEqual({
    code: 1,
    said: expect.stringContaining(says),
    written: undefined,
  })
})

test('the committed table holds whole digests with their source and date, of the pinned version', () => {
  for (const entry of CHECKSUMS)
    expect(entry).toEqual({
      version: PINNED_VERSION,
      platform: expect.stringMatching(new RegExp(`^(${PLATFORMS.join('|')})$`)),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      source: expect.stringMatching(/^https:/),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
})
