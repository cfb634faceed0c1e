import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { until } from '../sandbox/until.ts'

/**
 * The inside of a monitoring machine: runs as root in namespaces of its own and does what its standard input says,
 * one JSON call a line. See fly-image.ts.
 */
export interface Settings {
  scratch: string
  /** Folder of files for /etc/prometheus, among them the entrypoint. */
  etc: string
  shell: 'dash' | 'busybox'
  /** Folder of further files, as they lie below `/`. */
  extra: string
  programs: { prometheus: string; promtool: string; alertmanager: string; amtool: string }
}

/** A message that arrived at the receiver, which answers with the status in the path: `/401/anything`. */
export interface Received {
  path: string
  body: string
  headers: Record<string, string | string[] | undefined>
}

export interface Calls {
  start: { params: { env: Record<string, string>; args: string[] }; result: null }
  stop: { params: { signal: NodeJS.Signals }; result: { code: number | null; seconds: number } }
  exited: { params: null; result: { code: number | null } }
  get: { params: { path: string; auth?: string }; result: { status: number; text: string } }
  sh: { params: { script: string }; result: string }
  output: { params: null; result: string }
  /** Starts a receiver on port 9999 of the machine. */
  receive: { params: null; result: null }
  received: { params: null; result: Received[] }
  /** Whether the entrypoint is still running. */
  running: { params: null; result: boolean }
}

/** This system seen through an overlay, with an empty /etc/prometheus and a fresh volume, which belongs to root. */
const SETUP = `
mount -t tmpfs tmpfs "$scratch/layers"
mkdir "$scratch/layers/upper" "$scratch/layers/work" "$scratch/layers/root"
root=$scratch/layers/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$scratch/layers/upper,workdir=$scratch/layers/work" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t tmpfs -o size=64m tmpfs "$scratch/volume"
mkdir -p "$scratch/volume/lost+found" "$root/prometheus" "$root/image"
mount --bind "$scratch/volume" "$root/prometheus"
for program in prometheus promtool alertmanager amtool; do
  eval "from=\\$$program"
  touch "$root/image/$program"
  mount --bind "$from" "$root/image/$program"
done
ip link set lo up
`

/**
 * busybox as in the official image, which has no other programs. Debian's build leaves setuidgid out, which the
 * image's has; util-linux does the same here.
 */
const BUSYBOX = `
mkdir /image/busybox
busybox --install -s /image/busybox
rm -f /image/busybox/setpriv
printf '#!/bin/sh\\nshift\\nexec /usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups "$@"\\n' >/image/busybox/setuidgid
chmod 755 /image/busybox/setuidgid
`

const settings = JSON.parse(process.argv[2] ?? '{}') as Settings
const root = `${settings.scratch}/layers/root`
const env = { ...process.env, scratch: settings.scratch, ...settings.programs }
execFileSync('sh', ['-euc', SETUP], { env, stdio: ['ignore', 'ignore', 'inherit'] })
if (settings.shell === 'busybox') execFileSync('chroot', [root, 'sh', '-euc', BUSYBOX])

let child: ChildProcess | undefined
let exited: Promise<{ code: number | null }> = Promise.resolve({ code: null })
let output = ''
const received: Received[] = []

const handlers: { [K in keyof Calls]: (p: Calls[K]['params']) => Promise<Calls[K]['result']> } = {
  async start({ env: given, args }) {
    // A machine's root file system is fresh at every start, its volume is not.
    execFileSync('sh', [
      '-euc',
      'rm -rf "$1/etc/prometheus" "$1/etc/alertmanager"; cp -r "$2" "$1/etc/prometheus"; cp -r "$3/." "$1"',
      'sh',
      root,
      settings.etc,
      settings.extra,
    ])
    const path = settings.shell === 'busybox' ? '/image/busybox:/image' : '/image:/usr/bin:/bin'
    const shell = settings.shell === 'busybox' ? '/image/busybox/sh' : '/bin/dash'
    const script = [
      'cd /prometheus && exec "$@"',
      'sh',
      shell,
      '/etc/prometheus/docker-entrypoint.sh',
      ...args,
    ]
    output = ''
    const variables = Object.entries({ PATH: path, ...given }).map(([name, value]) => `${name}=${value}`)
    const started = spawn('chroot', [root, '/usr/bin/env', '-i', ...variables, '/bin/sh', '-c', ...script])
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (text: Buffer) => {
        output += text.toString('utf8')
      })
    exited = new Promise((resolve) => started.once('close', (code) => resolve({ code })))
    child = started
    return null
  },
  async stop({ signal }) {
    const begun = performance.now()
    child?.kill(signal)
    const { code } = await exited
    return { code, seconds: (performance.now() - begun) / 1000 }
  },
  exited: () => exited,
  async get({ path, auth }) {
    const headers =
      auth === undefined ? {} : { authorization: `Basic ${Buffer.from(auth).toString('base64')}` }
    const ask = () => fetch(`http://127.0.0.1:9090${path}`, { headers }).catch(() => undefined)
    let end: { code: number | null } | undefined
    void exited.then((one) => {
      end = one
    })
    // Nobody may go on asking after the end: hundreds of starts are refused on one machine.
    const answer = await until(`an answer of Prometheus on ${path}`, async () => {
      const got = end ?? (await ask())
      return got && !('status' in got && got.status === 503) ? got : undefined
    })
    if ('code' in answer) throw new Error(`the machine ended with ${answer.code}`)
    return { status: answer.status, text: await answer.text() }
  },
  sh: async ({ script }) => execFileSync('chroot', [root, 'sh', '-euc', script], { encoding: 'utf8' }),
  output: async () => output,
  async receive() {
    const server = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      request.on('end', () => {
        const { url: path = '', headers } = request
        received.push({ path, body, headers })
        response.writeHead(Number(/^\/(\d{3})\//.exec(path)?.[1] ?? 200)).end('{"ok":true}')
      })
    })
    await new Promise<void>((listening) => server.listen(9999, '127.0.0.1', listening))
    return null
  },
  received: async () => received,
  running: async () => child?.exitCode === null && child.signalCode === null,
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, op, params } = JSON.parse(line) as { id: number; op: keyof Calls; params: never }
  handlers[op](params).then(
    (result) => process.stdout.write(`${JSON.stringify({ id, result })}\n`),
    (error: unknown) => process.stdout.write(`${JSON.stringify({ id, error: `${error}\n${output}` })}\n`),
  )
})
process.stdin.once('end', () => process.exit())
