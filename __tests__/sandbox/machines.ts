import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { machineIpv4 } from './addresses.ts'
import type { Registry } from './images.ts'
import { createMachineNetwork, type MachineNetwork, removeMachineNetwork } from './network.ts'
import type { MachineSpec, Running, Runtime } from './platform/runtime.ts'
import { probe } from './probe.ts'
import { createRootFs } from './root-fs.ts'

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
    const root = await createRootFs(spec, { ...options, image })
    await createMachineNetwork(network)
    const [command = '', ...args] = [
      ...(spec.entrypoint ?? image.entrypoint),
      ...(spec.cmd ?? (spec.entrypoint ? [] : image.cmd)),
    ]
    const child = spawn(
      'nsenter',
      [
        `--net=/run/netns/${network.name}`,
        `--root=${root.path}`,
        `--wd=${root.path}${image.workdir}`,
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
      // Again and again: a process may have started another one meanwhile.
      while ((await killAll(network.name, '')) > 0);
      await drained
      await root.remove()
      await removeMachineNetwork(network)
      return exit
    })
    gone.set(spec.id, exited)
    return {
      exited,
      output: () => output,
      stop: async (signal) => {
        child.kill(signal)
        await exited
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
