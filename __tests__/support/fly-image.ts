import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Calls, Received, Settings } from './fly-image-guest.ts'
import { scratchFolder } from './scratch.ts'

const GUEST = resolve(import.meta.dirname, 'fly-image-guest.ts')
const ENTRYPOINT = resolve(import.meta.dirname, '../../templates/docker-entrypoint.sh')
const NAMESPACES = ['unshare', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']

type Params<K extends keyof Calls> = Calls[K]['params']
type Answer<K extends keyof Calls> = Promise<Calls[K]['result']>

/** A monitoring machine as made from templates/Dockerfile.monitoring, with this system's Prometheus. */
export interface FlyImage extends AsyncDisposable {
  /** Starts the entrypoint; resolves once it is running, whatever becomes of it. */
  start(params: { env?: Record<string, string>; args?: string[] }): Answer<'start'>
  /** Sends a signal to the entrypoint's process and waits for its end. */
  stop(signal?: NodeJS.Signals): Answer<'stop'>
  /** Resolves when it ends by itself. */
  exited(): Answer<'exited'>
  /** Waits for Prometheus to be ready and asks it; `auth` is `user:password`. */
  get(path: string, auth?: string): Answer<'get'>
  /** Runs a script as root on the machine. */
  sh(script: string): Answer<'sh'>
  output(): Answer<'output'>
  /** Starts a receiver on http://127.0.0.1:9999 of the machine. */
  receive(): Answer<'receive'>
  /** What arrived there so far. */
  received(): Promise<Received[]>
  running(): Answer<'running'>
}

/** Makes a machine; `files` go to /etc/prometheus beside the entrypoint or to an absolute path, fresh at every start. */
export function flyImage(shell: Settings['shell'], files: Record<string, string>): FlyImage {
  const scratch = scratchFolder()
  for (const folder of ['etc', 'extra', 'layers', 'volume']) mkdirSync(join(scratch.path, folder))
  const etc = join(scratch.path, 'etc')
  copyFileSync(ENTRYPOINT, join(etc, 'docker-entrypoint.sh'))
  const extra = join(scratch.path, 'extra')
  for (const [name, content] of Object.entries(files)) {
    const path = name.startsWith('/') ? join(extra, name) : join(etc, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  const programs = {
    prometheus: process.env.VERIFY_PROMETHEUS ?? find('prometheus'),
    promtool: find('promtool'),
    // Debian's name and that of the official image.
    alertmanager: process.env.VERIFY_ALERTMANAGER ?? find('prometheus-alertmanager'),
    amtool: find('amtool'),
  }
  const settings: Settings = { scratch: scratch.path, etc, extra, shell, programs }
  const command = [...NAMESPACES, process.execPath, GUEST, JSON.stringify(settings)]
  const [program = '', ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command]
  const guest = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const closed = new Promise((done) => guest.once('close', done))
  const call = speak(guest)
  return {
    start: ({ env = {}, args = [] }) => call('start', { env, args }),
    stop: (signal = 'SIGTERM') => call('stop', { signal }),
    exited: () => call('exited', null),
    get: (path, auth) => call('get', { path, ...(auth !== undefined && { auth }) }),
    sh: (script) => call('sh', { script }),
    output: () => call('output', null),
    receive: () => call('receive', null),
    received: () => call('received', null),
    running: () => call('running', null),
    async [Symbol.asyncDispose]() {
      guest.stdin.end()
      await closed
      scratch[Symbol.dispose]()
    },
  }
}

/** One JSON call a line, answered in any order. */
function speak(guest: ChildProcess) {
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let said = ''
  let last = 0
  guest.stderr?.on('data', (text: Buffer) => {
    said += text.toString('utf8')
  })
  let ended: Error | undefined
  guest.once('close', (code) => {
    ended = new Error(
      `No machine (${code}): as this user, \`${NAMESPACES.join(' ')} true\` must work.\n${said}`,
    )
    for (const { reject } of waiting.values()) reject(ended)
  })
  guest.stdin?.on('error', () => undefined)
  if (guest.stdout)
    createInterface({ input: guest.stdout }).on('line', (line) => {
      const reply = JSON.parse(line) as { id: number; result: never; error?: string }
      const caller = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.error === undefined) caller?.resolve(reply.result)
      else caller?.reject(new Error(reply.error))
    })
  return <K extends keyof Calls>(op: K, params: Params<K>): Answer<K> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      waiting.set(++last, { resolve, reject })
      guest.stdin?.write(`${JSON.stringify({ id: last, op, params })}\n`)
    })
}

function find(program: string): string {
  for (const folder of (process.env.PATH ?? '').split(':')) {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return join(folder, program)
    } catch {}
  }
  throw new Error(
    `${program} is not on PATH. Type: sudo apt-get install --no-install-recommends prometheus prometheus-alertmanager busybox`,
  )
}
