import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { get } from 'node:http'
import { connect } from 'node:net'
import { machineIpv4 } from './addresses.ts'
import { exec } from './exec.ts'
import type { Registry } from './images.ts'
import { createMachineNetwork, type MachineNetwork, removeMachineNetwork } from './network.ts'
import type { MachineSpec, Probe, Running, Runtime } from './platform/runtime.ts'
import { projectRoot } from './project.ts'
import { POINT_AT_WORLD } from './system-files.ts'

/** How long a root process may take to end after the signal; Fly's default `kill_timeout`. */
const KILL_TIMEOUT_MS = 5_000

export interface MachinesOptions {
  registry: Registry
  /** A scratch folder on the world's own tmpfs. */
  scratch: string
  /** PEM of the certificate authority that programs in machines trust as well. */
  ca: string
  /** Hears what machines print, line by line. */
  log(text: string): void
}

export interface Machines extends Runtime {
  /** The address at which the edge reaches a machine, running or not. */
  ipv4(id: string): string
  /** Ends processes of a machine whose command line holds the text; resolves with how many. */
  kill(id: string, text: string): Promise<number>
}

/** Machines of this world: each a network namespace, a private root file system and one root process. */
export function createMachines(options: MachinesOptions): Machines {
  const networks = new Map<string, MachineNetwork>()
  const gone = new Map<string, Promise<unknown>>()

  const networkOf = (id: string, ipv6: string): MachineNetwork => {
    const known = networks.get(id)
    if (known) return known
    const network = { name: id, port: `m${networks.size}`, ipv6, ipv4: machineIpv4(networks.size) }
    networks.set(id, network)
    return network
  }

  const start = async (spec: MachineSpec): Promise<Running> => {
    const image = options.registry(spec.image)
    if (!image) throw new Error(`there is no image ${spec.image} in the sandbox`)
    await gone.get(spec.id)
    const network = networkOf(spec.id, spec.address)
    const root = await createRoot(spec, image.prepare, options)
    await createMachineNetwork(network)
    const [command = '', ...args] = [
      ...(spec.entrypoint ?? image.entrypoint),
      ...(spec.cmd ?? (spec.entrypoint ? [] : image.cmd)),
    ]
    const child = spawn(
      'nsenter',
      [
        `--net=/run/netns/${network.name}`,
        `--root=${root}`,
        `--wd=${root}${image.workdir}`,
        command,
        ...args,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, HOME: '/root', ...image.env, ...spec.env } },
    )
    await once(child, 'spawn')
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        options.log(text.replace(/^(?=.)/gm, `[${spec.app} ${spec.id}] `))
      })
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }))
    })
    const drained = new Promise((resolve) => child.once('close', resolve))
    const exited = ended.then(async (exit) => {
      await killAll(network.name, '')
      await drained
      await exec('umount', ['--recursive', '--lazy', root])
      await removeMachineNetwork(network.name)
      return exit
    })
    gone.set(spec.id, exited)
    return {
      exited,
      output: () => output,
      stop: async (signal) => {
        const timer = setTimeout(() => child.kill('SIGKILL'), KILL_TIMEOUT_MS)
        child.kill(signal)
        await exited
        clearTimeout(timer)
      },
    }
  }

  return {
    hasImage: (ref) => options.registry(ref) !== undefined,
    start,
    probe: (spec, check) => probe(networkOf(spec.id, spec.address).ipv4, check),
    ipv4: (id) => networks.get(id)?.ipv4 ?? '',
    kill: killAll,
  }
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Builds what the machine sees as `/` and returns where it lies in the world. */
async function createRoot(spec: MachineSpec, prepare: string, options: MachinesOptions): Promise<string> {
  const home = `${options.scratch}/machines/${spec.id}`
  const root = `${home}/root`
  await rm(home, { recursive: true, force: true })
  for (const part of ['root', 'upper', 'work']) await mkdir(`${home}/${part}`, { recursive: true })
  await exec('mount', [
    ...['-t', 'overlay', 'overlay', '-o', `lowerdir=/,upperdir=${home}/upper,workdir=${home}/work`],
    root,
  ])
  const inside = (script: string, args: readonly string[] = [], input: string | Uint8Array = '') =>
    exec('chroot', [root, '/bin/sh', '-ec', script, 'sh', ...args], { input })
  await exec('mount', ['--rbind', '/dev', `${root}/dev`])
  await exec('mount', ['-t', 'proc', 'proc', `${root}/proc`])
  for (const path of ['/tmp', '/run']) await exec('mount', ['-t', 'tmpfs', 'tmpfs', `${root}${path}`])
  // The project may lie on a file system of its own, which an overlay of / does not show.
  await inside('mkdir -p -- "$1"', [projectRoot])
  await exec('mount', ['--bind', '-o', 'ro', projectRoot, `${root}${projectRoot}`])
  await inside(
    POINT_AT_WORLD,
    [`${spec.address} ${spec.id}.vm.${spec.app}.internal fly-local-6pn`],
    options.ca,
  )
  await inside(prepare)
  for (const { path, volume } of spec.mounts) {
    const source = await volumeFolder(options.scratch, volume)
    await inside('mkdir -p -- "$1"', [path])
    await exec('mount', ['--bind', source, `${root}${path}`])
  }
  // Written from inside: an absolute symbolic link in the image must not lead out of it.
  for (const { guestPath, content } of spec.files)
    await inside('mkdir -p -- "$(dirname -- "$1")"; rm -f -- "$1"; cat > "$1"', [guestPath], content)
  return root
}

/** A volume outlives its machines. A fresh one belongs to root and holds an ext4's `lost+found`, as on Fly. */
async function volumeFolder(scratch: string, volume: string): Promise<string> {
  const folder = `${scratch}/volumes/${volume}`
  await mkdir(`${folder}/lost+found`, { recursive: true, mode: 0o755 })
  return folder
}

/** Ends every process in the network namespace whose command line holds the text. */
async function killAll(netns: string, text: string): Promise<number> {
  const namespace = `net:[${(await stat(`/run/netns/${netns}`)).ino}]`
  let killed = 0
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const [link, command] = await Promise.all([
      readlink(`/proc/${pid}/ns/net`).catch(() => ''),
      readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    ])
    if (link !== namespace || !command.replaceAll('\0', ' ').includes(text)) continue
    if (endProcess(Number(pid))) killed++
  }
  return killed
}

/** False when the process was gone already. */
function endProcess(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

const PROBE_TIMEOUT_MS = 2_000

function probe(host: string, check: Probe): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const failed = (error: Error) =>
      resolve({
        ok: false,
        output: error.message.replace(/^connect ECONNREFUSED .*/, 'connect: connection refused'),
      })
    if (check.type === 'tcp') {
      const socket = connect({ host, port: check.port, timeout: PROBE_TIMEOUT_MS })
      socket.once('timeout', () => socket.destroy(new Error('connect: timed out')))
      socket.once('error', failed)
      socket.once('connect', () => {
        socket.destroy()
        resolve({ ok: true, output: 'Success' })
      })
      return
    }
    const url = `http://${host}:${check.port}${check.path ?? '/'}`
    const request = get(url, { timeout: PROBE_TIMEOUT_MS, method: check.method ?? 'GET' }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.once('end', () => {
        const status = response.statusCode ?? 0
        const output = `HTTP ${check.method ?? 'GET'} ${url}: ${status} ${response.statusMessage} Output: ${JSON.stringify(body)}`
        resolve({ ok: status >= 200 && status < 300, output })
      })
    })
    request.once('timeout', () => request.destroy(new Error('request timed out')))
    request.once('error', failed)
  })
}
