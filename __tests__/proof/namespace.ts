import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { NAME_SERVER, PREFIX6 } from '../sandbox/addresses.ts'
import { exec } from '../sandbox/exec.ts'

/** A network with loopback only; /etc and /run in memory, so that nothing here can be seen outside. */
export async function prepareWorld(): Promise<void> {
  await exec('ip', ['link', 'set', 'lo', 'up'])
  await exec('ip', ['-6', 'addr', 'add', `${NAME_SERVER}/${PREFIX6}`, 'dev', 'lo', 'nodad'])
  await exec('mount', ['-t', 'tmpfs', 'tmpfs', '/run'])
  for (const folder of ['upper', 'work']) mkdirSync(`/run/etc/${folder}`, { recursive: true })
  const layers = 'lowerdir=/etc,upperdir=/run/etc/upper,workdir=/run/etc/work'
  await exec('mount', ['-t', 'overlay', 'overlay', '-o', layers, '/etc'])
  execFileSync('rm', ['-f', '/etc/resolv.conf'])
  writeFileSync('/etc/resolv.conf', `nameserver ${NAME_SERVER}\n`)
  writeFileSync('/etc/hosts', '127.0.0.1 localhost\n::1 localhost\n')
}

/** Gives the n-th machine (from 0) its address on the private network. */
export function addAddress(n: number): string {
  const address = `fdaa:0:1::${(n + 2).toString(16)}`
  execFileSync('ip', ['-6', 'addr', 'add', `${address}/128`, 'dev', 'lo', 'nodad'])
  return address
}
