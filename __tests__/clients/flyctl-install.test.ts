import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { Checksum } from '../../src/clients/flyctl/checksums.ts'
import type { FlyctlStart } from '../../src/clients/flyctl/client.ts'
import { type FlyctlRequirement, findFlyctl } from '../../src/clients/flyctl/install.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { keptLog } from '../support/fly-fake.ts'
import { isRunning } from '../support/running.ts'
import { scratchFolder } from '../support/scratch.ts'

const LINUX = { platform: 'linux', arch: 'x64' }

/** A program that answers `version --json` like flyctl. */
const program = (version: string): string =>
  `#!/bin/sh\n[ "$*" = "version --json" ] || exit 9\necho '{"Name":"flyctl","Version":"${version}","OS":"linux"}'\n`

/** A release archive as Fly publishes them: `flyctl` at the top. */
function archiveOf(folder: string, version: string): Buffer {
  writeFileSync(join(folder, 'flyctl'), program(version), { mode: 0o755 })
  execFileSync('tar', ['-czf', 'release.tar.gz', 'flyctl'], { cwd: folder })
  return readFileSync(join(folder, 'release.tar.gz'))
}

interface Scene extends AsyncDisposable {
  folder: string
  archive: Buffer
  port: number
  asked: string[]
  log: ReturnType<typeof keptLog>
  find(over?: Partial<FlyctlRequirement>): Promise<string>
  /** What lies in the tool cache. */
  cache(): string[]
  /** What lies in the folders of the runs. */
  unpacked(): string[]
}

async function scene(answer?: RequestListener): Promise<Scene> {
  const scratch = scratchFolder()
  const archive = archiveOf(scratch.path, '0.4.111')
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (answer) return answer(request, response)
    if (request.url?.startsWith('/storage/')) return void response.end(archive)
    response.writeHead(302, { location: `/storage${request.url}` }).end()
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const [tools, runs] = [join(scratch.path, 'tools'), join(scratch.path, 'runs')]
  mkdirSync(runs)
  const log = keptLog()
  return {
    folder: scratch.path,
    archive,
    port,
    asked,
    log,
    cache: () => filesBelow(tools),
    unpacked: () => filesBelow(runs).filter((path) => path.endsWith('flyctl')),
    find: (over) =>
      findFlyctl({
        env: { PATH: '/usr/bin:/bin', RUNNER_TOOL_CACHE: tools, RUNNER_TEMP: scratch.path },
        workspaceRoot: join(scratch.path, 'workspace'),
        log,
        scratch: mkdtempSync(join(runs, 'run-')),
        signal: new AbortController().signal,
        sha256: createHash('sha256').update(archive).digest('hex'),
        releases: `http://127.0.0.1:${port}/releases`,
        machine: LINUX,
        ...over,
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      scratch[Symbol.dispose]()
    },
  }
}

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort()
    : []

/** A folder for PATH that holds a flyctl. */
function onPath(folder: string, content: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'flyctl'), content)
  chmodSync(join(bin, 'flyctl'), 0o755)
  return bin
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof ActionError ? error.problems[0]?.code : `no ActionError: ${error}`

const failure = (work: Promise<unknown>): Promise<string | undefined> => work.then(() => 'none', codeOf)

test.each([
  ['the oldest that is supported', program('0.4.56'), undefined, true],
  ['a newer one', program('0.5.0'), undefined, true],
  ['the one that is asked for', program('0.4.60'), 'v0.4.60', true],
  ['one that is too old', program('0.4.55'), undefined, false],
  ['another than the one that is asked for', program('0.4.90'), '0.4.111', false],
  ['a program of another kind', '#!/bin/sh\necho fly version 7\n', undefined, false],
  ['a program that fails', '#!/bin/sh\nexit 1\n', undefined, false],
])('flyctl on PATH: %s', async (_, content, version, used) => {
  await using it = await scene()
  const bin = onPath(it.folder, content)
  const env = { PATH: `${bin}:/usr/bin:/bin`, RUNNER_TOOL_CACHE: join(it.folder, 'tools') }
  const starts: FlyctlStart[] = []
  const found = await it.find({ env, starts, ...(version && { version }) })
  expect(starts.map((start) => start.command)).toEqual(['version'])
  expect(found.startsWith(join(it.folder, 'runs'))).toBe(!used)
  if (used) expect(found).toBe(join(bin, 'flyctl'))
  expect(it.asked.length > 0).toBe(!used)
  expect(it.log.text()).toMatch(used ? /from PATH/ : /is not used/)
})

test('a cancelled run does not treat the interrupted flyctl as outdated, and downloads none', async () => {
  await using it = await scene()
  const bin = onPath(it.folder, program('0.4.90'))
  const env = { PATH: `${bin}:/usr/bin:/bin`, RUNNER_TOOL_CACHE: join(it.folder, 'tools') }
  await expect(it.find({ env, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  expect(it.asked).toEqual([])
  expect(it.log.text()).toBe('')
})

test('neither flyctl nor tar of the workspace is started, and tar starts no gzip of it', async () => {
  await using it = await scene()
  const workspaceRoot = join(it.folder, 'repository')
  const bin = onPath(workspaceRoot, `#!/bin/sh\ntouch ${it.folder}/started\n${program('0.4.90')}`)
  for (const name of ['tar', 'gzip'])
    writeFileSync(join(bin, name), `#!/bin/sh\ntouch ${it.folder}/started\n`, { mode: 0o755 })
  const env = { PATH: `${bin}:/usr/bin:/bin`, RUNNER_TOOL_CACHE: join(it.folder, 'tools') }
  expect(await it.find({ env, workspaceRoot })).toContain('/runs/')
  expect(existsSync(join(it.folder, 'started'))).toBe(false)
})

test('a run that is cancelled ends the tar that it has started', async () => {
  await using it = await scene()
  const bin = join(it.folder, 'slow tar')
  mkdirSync(bin)
  const pid = join(it.folder, 'pid')
  writeFileSync(join(bin, 'tar'), `#!/bin/sh\necho $$ > ${pid}.new\nmv ${pid}.new ${pid}\nexec sleep 300\n`, {
    mode: 0o755,
  })
  const cancel = new AbortController()
  const finding = it.find({ env: { PATH: `${bin}:/usr/bin:/bin` }, signal: cancel.signal })
  while (!existsSync(pid)) await sleep(20)
  cancel.abort()
  await expect(finding).rejects.toMatchObject({ problems: [{ code: 'flyctl-archive' }] })
  expect(isRunning(Number(readFileSync(pid, 'utf8')))).toBe(false)
})

test('without a tar nothing is left half-installed', async () => {
  await using it = await scene()
  const env = { PATH: '/nowhere', RUNNER_TOOL_CACHE: join(it.folder, 'tools') }
  expect(await failure(it.find({ env }))).toBe('flyctl-archive')
  expect(it.unpacked()).toEqual([])
})

const KEPT = 'flyctl/0.4.111/x64/flyctl_0.4.111_Linux_x86_64.tar.gz'

test('a download is checked and kept, and unpacked where only this run may write; the next job loads nothing', async () => {
  await using it = await scene()
  const found = await it.find()
  expect(statSync(dirname(found)).mode & 0o777).toBe(0o700)
  expect(execFileSync(found, ['version', '--json'], { encoding: 'utf8' })).toContain('0.4.111')
  expect(it.asked).toEqual([
    '/releases/v0.4.111/flyctl_0.4.111_Linux_x86_64.tar.gz',
    '/storage/releases/v0.4.111/flyctl_0.4.111_Linux_x86_64.tar.gz',
  ])
  expect(it.cache()).toEqual([KEPT])
  const again = await it.find()
  expect(readFileSync(again)).toEqual(readFileSync(found))
  expect(it.log.text()).toContain('from the tool cache')
  expect(it.asked).toHaveLength(2)
  // An archive with another digest than the one that is expected is not used.
  expect(await failure(it.find({ sha256: 'a'.repeat(64) }))).toBe('flyctl-checksum')
})

/** What somebody who may write to the tool cache could leave there; they know the digest that is expected. */
const PLANTED: [string, (cache: string, sha256: string) => void][] = [
  [
    'an unpacked program with the mark of an older version',
    (cache, sha256) => {
      writeFileSync(join(cache, 'flyctl'), '#!/bin/sh\n', { mode: 0o755 })
      writeFileSync(`${cache}.complete`, sha256)
    },
  ],
  ['another archive', (cache) => writeFileSync(join(cache, basename(KEPT)), 'not what was loaded')],
  ['a link to a file without an end', (cache) => symlinkSync('/dev/zero', join(cache, basename(KEPT)))],
  ['a pipe that nobody writes to', (cache) => execFileSync('mkfifo', [join(cache, basename(KEPT))])],
  ['a folder in its place', (cache) => mkdirSync(join(cache, basename(KEPT)))],
]

test.each(PLANTED)('%s in the tool cache is not believed', async (_, plant) => {
  await using it = await scene()
  const cache = dirname(join(it.folder, 'tools', KEPT))
  mkdirSync(cache, { recursive: true })
  plant(cache, createHash('sha256').update(it.archive).digest('hex'))
  const found = await it.find()
  expect(it.asked).toHaveLength(2)
  expect(execFileSync(found, ['version', '--json'], { encoding: 'utf8' })).toContain('0.4.111')
})

test('a tool cache that cannot be written to costs nothing but the next download', async () => {
  await using it = await scene()
  writeFileSync(join(it.folder, 'tools'), 'a file where a folder belongs')
  expect(await it.find()).toContain('/runs/')
  expect(it.log.text()).toContain('The archive of flyctl could not be cached')
})

test('a link in the archive is not accepted as flyctl, and what it leads to keeps its mode', async () => {
  await using it = await scene()
  const victim = join(it.folder, 'victim')
  writeFileSync(victim, '', { mode: 0o600 })
  rmSync(join(it.folder, 'flyctl'))
  symlinkSync(victim, join(it.folder, 'flyctl'))
  execFileSync('tar', ['-czf', 'release.tar.gz', 'flyctl'], { cwd: it.folder })
  const archive = readFileSync(join(it.folder, 'release.tar.gz'))
  await using other = await scene((_, response) => void response.end(archive))
  const sha256 = createHash('sha256').update(archive).digest('hex')
  expect(await failure(other.find({ sha256 }))).toBe('flyctl-archive')
  expect(statSync(victim).mode & 0o777).toBe(0o600)
})

test.each([
  ['darwin', 'arm64', 'macOS_arm64'],
  ['darwin', 'x64', 'macOS_x86_64'],
  ['linux', 'arm64', 'Linux_arm64'],
])('on %s %s the archive is %s', async (platform, arch, name) => {
  await using it = await scene()
  await it.find({ machine: { platform, arch }, version: '0.4.88' })
  expect(it.asked[0]).toBe(`/releases/v0.4.88/flyctl_0.4.88_${name}.tar.gz`)
})

test('the table of checksums is used for its version and platform alone, and without an entry nothing is loaded', async () => {
  await using it = await scene()
  const entry: Checksum = {
    version: '0.4.111',
    platform: 'Linux_x86_64',
    sha256: createHash('sha256').update(it.archive).digest('hex'),
    source: 'test',
    date: '2026-11-22',
  }
  const find = (over: Partial<FlyctlRequirement>) => it.find({ checksums: [entry], sha256: '', ...over })
  expect(await failure(find({ machine: { platform: 'linux', arch: 'arm64' } }))).toBe(
    'flyctl-checksum-unknown',
  )
  expect(await failure(find({ version: '0.4.88' }))).toBe('flyctl-checksum-unknown')
  expect(it.asked).toEqual([])
  expect(it.cache()).toEqual([])
  expect(await find({})).toContain('/runs/')
})

test.each([
  [{ GITHUB_ACTIONS: 'true' }, 'uses: superfly/flyctl-actions/setup-flyctl@'],
  [{}, 'https://fly.io/docs/flyctl/install/'],
])('where no digest is known, the hint fits a workflow or a person: %j', async (more, hint) => {
  await using it = await scene()
  const env = { PATH: '/usr/bin:/bin', RUNNER_TOOL_CACHE: join(it.folder, 'tools'), ...more }
  for (const machine of [
    { platform: 'darwin', arch: 'arm64' },
    { platform: 'win32', arch: 'x64' },
  ])
    await expect(it.find({ sha256: '', env, machine })).rejects.toMatchObject({
      problems: [{ hint: expect.stringContaining(hint) }],
    })
  expect(it.asked).toEqual([])
})

test.each([
  ['x64', '0.4.111'],
  ['arm64', '0.4.111'],
])('on Linux %s, the pinned version is %s', async (arch, version) => {
  await using it = await scene()
  // The archive of the test is another one, so it is refused after the download.
  expect(await failure(it.find({ sha256: '', machine: { platform: 'linux', arch } }))).toBe('flyctl-checksum')
  expect(it.asked[0]).toContain(`/v${version}/flyctl_${version}_Linux_`)
})

test('a digest that is none is an error of the configuration', async () => {
  await using it = await scene()
  expect(await failure(it.find({ sha256: 'abc' }))).toBe('input/flyctl-sha256')
  expect(await failure(it.find({ machine: { platform: 'win32', arch: 'x64' } }))).toBe('flyctl-platform')
})

const never =
  (status: number): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end('no')

test.each([
  ['is not there', never(404), {}, 'flyctl-download-missing', 1],
  ['is refused', never(403), {}, 'flyctl-download-refused', 1],
  ['comes from a server that fails', never(503), {}, 'flyctl-download-busy', 3],
  [
    'breaks off',
    ((_, response) =>
      response
        .writeHead(200, { 'content-length': '99' })
        .write('x', () => response.destroy())) as RequestListener,
    {},
    'flyctl-download-unreachable',
    3,
  ],
  ['is another one', undefined, { sha256: 'b'.repeat(64) }, 'flyctl-checksum', 2],
  [
    'is no archive',
    ((_, response) => void response.end('x')) as RequestListener,
    { sha256: createHash('sha256').update('x').digest('hex') },
    'flyctl-archive',
    1,
  ],
] as const)(
  'a download that %s leaves nothing behind',
  async (_, answer, over, code, requests) => {
    await using it = await scene(answer)
    expect(await failure(it.find(over))).toBe(code)
    expect(it.asked).toHaveLength(requests)
    expect(it.unpacked()).toEqual([])
  },
  20_000,
)

test('a server that is busy for a moment is asked again', async () => {
  let left = 1
  let archive: Buffer = Buffer.alloc(0)
  await using it = await scene((_, response) => {
    if (left-- > 0) response.writeHead(503).end()
    else response.end(archive)
  })
  archive = it.archive
  expect(await it.find()).toContain('flyctl')
}, 20_000)

test('the proxy of the environment is used, and named when it refuses', async () => {
  const seen: string[] = []
  await using it = await scene()
  await using proxy = await scene((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.writeHead(403).end()
  })
  const env = {
    PATH: '/usr/bin:/bin',
    RUNNER_TOOL_CACHE: join(it.folder, 'tools'),
    http_proxy: `http://127.0.0.1:${proxy.port}`,
  }
  expect(await failure(it.find({ env }))).toBe('flyctl-download-refused')
  expect(seen).toEqual([expect.stringContaining('flyctl_0.4.111_Linux_x86_64.tar.gz')])
  expect(it.asked).toEqual([])
})
