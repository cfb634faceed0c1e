import { createHash } from 'node:crypto'
import { EDGE, GATEWAY_IPV4, NAME_SERVER, PREFIX6 } from './addresses.ts'
import { exec } from './exec.ts'

/** The name server and every machine are joined to it. */
export const BRIDGE = 'fly0'

const batch = (lines: readonly string[], netns?: string): Promise<string> =>
  exec('ip', [...(netns === undefined ? [] : ['-n', netns]), '-batch', '-'], {
    input: `${lines.join('\n')}\n`,
  })

/** Loopback, the bridge that machines are joined to, and the edge's public addresses. */
export async function createWorldNetwork(): Promise<void> {
  await batch([
    'link set lo up',
    // Left to itself, a bridge takes the lowest address of its ports: with each machine that starts or stops, the others
    // would ask the name server in vain until they learn the new one.
    `link add ${BRIDGE} address ${hardwareAddress(BRIDGE)} type bridge`,
    `link set ${BRIDGE} up`,
    `addr add ${NAME_SERVER}/${PREFIX6} dev ${BRIDGE} nodad`,
    `addr add ${GATEWAY_IPV4}/16 dev ${BRIDGE}`,
    `addr add ${EDGE.ipv4}/32 dev lo`,
    `addr add ${EDGE.ipv6}/128 dev lo nodad`,
  ])
}

export interface MachineNetwork {
  /** Name of the network namespace, also of `/run/netns/NAME`. */
  name: string
  /** Name of the bridge's end of the veth pair, at most 15 characters. */
  port: string
  ipv6: string
  ipv4: string
}

/** A network namespace of its own, joined to the bridge. Only the private network and the edge can be reached. */
export async function createMachineNetwork(network: MachineNetwork): Promise<void> {
  await exec('ip', ['netns', 'add', network.name])
  try {
    await connect(network)
  } catch (error) {
    await removeMachineNetwork(network)
    throw error
  }
}

async function connect(network: MachineNetwork): Promise<void> {
  await batch([
    `link add ${network.port} type veth peer name eth0 netns ${network.name}`,
    `link set ${network.port} master ${BRIDGE} up`,
  ])
  await batch(
    [
      'link set lo up',
      // The same address at every start: neighbours keep what they learned and reach a restarted machine at once.
      `link set eth0 address ${hardwareAddress(network.name)}`,
      `addr add ${network.ipv6}/${PREFIX6} dev eth0 nodad`,
      `addr add ${network.ipv4}/16 dev eth0`,
      'link set eth0 up',
      `route add ${EDGE.ipv6}/128 via ${NAME_SERVER}`,
      `route add ${EDGE.ipv4}/32 via ${GATEWAY_IPV4}`,
    ],
    network.name,
  )
}

/** The kernel removes the veth pair some time after its namespace, and its name is taken until then. */
export async function removeMachineNetwork({ name, port }: MachineNetwork): Promise<void> {
  await exec('ip', ['link', 'del', port]).catch(() => undefined)
  await exec('ip', ['netns', 'del', name])
}

/** The same for the same name. */
export function hardwareAddress(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return ['02', ...[0, 2, 4, 6, 8].map((at) => hex.slice(at, at + 2))].join(':')
}
