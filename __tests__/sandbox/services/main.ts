/**
 * Root process of a Fechatter machine, as supervisord in the original: starts the services named on its command
 * line (a process group's command in fly.toml), else all of them. A service that dies leaves the others running.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { behaviourOf } from './behaviours.ts'
import { PORTS } from './ports.ts'

const ALL = ['gateway', ...Object.keys(PORTS)]
const asked = process.argv.slice(2)
const program = fileURLToPath(new URL('service.ts', import.meta.url))
const wanted = (asked.length > 0 ? asked : ALL).filter(
  (name) => behaviourOf(name, process.env).misbehaviour !== 'dead',
)

const children = wanted.map((name) => {
  const child = spawn(process.execPath, [program, name], { stdio: 'inherit' })
  child.once('exit', (code, signal) => console.log(`${name} ended with ${code ?? signal}`))
  return child
})

// A machine without services stays up all the same.
const alive = setInterval(() => undefined, 60_000)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    clearInterval(alive)
    for (const child of children) child.kill(signal)
  })
