import type { Rule } from '../rule.ts'
import { PROXY } from './port-variable.ts'
import { argumentsOf, type FlyFile, groupsOf, nameOf } from './subject.ts'

const file = (port: number): string => `app = "chat"

[processes]
web = "uvicorn main:app --host 0.0.0.0 --port 8000"

[http_service]
${port === 8000 ? '' : '▸'}internal_port = ${port}
processes = ["web"]

[[http_service.checks]]
path = "/health"
`

/** A server that is started on another port than the one Fly sends requests to. */
export const otherStartedPort: Rule<FlyFile> = {
  code: 'fly/started-port',
  severity: 'warning',
  what: 'The command starts its server on another port than the one that Fly sends requests to.',
  why: 'Nothing answers on the port of the service: the deploy fails its checks, or the site answers with 502.',
  bad: file(8080),
  good: file(8000),
  check(subject, { report }) {
    const { fly } = subject
    const asked = [
      ...fly.services.map((one) => one.number('internal_port')),
      ...fly.checks.map((one) => one.number('port')),
    ].map((port) => port?.value)
    for (const service of fly.services) {
      const internal = service.number('internal_port')
      const [group, ...more] = groupsOf(service.processes, fly)
      if (!internal || group === undefined || more.length > 0) continue
      const started = startedBy(group, subject)
      if (!started || isNamed(internal.value, subject) || asked.includes(started.port)) continue
      report(
        internal.at,
        `${started.where} starts the server on port ${started.port}, and ${nameOf(service)} sends requests to port ${internal.value}.`,
        'Use one number for both.',
      )
    }
  },
}

/** Whether another setting has the port of the service, or the Dockerfile: something else may listen there. */
function isNamed(port: number, { fly, build }: FlyFile): boolean {
  const set = fly.env.flatMap(({ key, value }) => (key === 'PORT' ? [] : value))
  const commands = fly.processes.map(({ value }) => value)
  const shown = [...set, ...commands, ...(build?.content.instructions ?? []).map(({ text }) => text)]
  return shown.some((text) => new RegExp(`(?<!\\d)${port}(?!\\d)`).test(text))
}

/** Servers whose flags are known. */
const SERVER =
  /(?:^|[\s/])(?:uvicorn|gunicorn|hypercorn|granian|daphne|flask|fastapi|streamlit|next|vite|serve|http-server|rails|puma)(?=\s)/
/** What starts other programs. */
const MORE = /[&|$`]|\.(?:ba)?sh\b|entrypoint|litefs|overmind|foreman|honcho|s6|pm2|concurrently|runsv/i
/** A flag for the port of something else. */
const OTHER_PORT = /\s--?(?!-|(?:server\.)?port[= ])[\w.-]{0,40}port[\w.-]{0,40}[= ]/i
/** How a program is given its port, and how the known servers are. */
const PORT = /\s--port[= ](\d{2,5})(?=\s|$)/g
const PORTS =
  /\s(?:(?:--(?:server\.)?port|-p)[= ]|(?:-b|--bind|-l|--listen)[= ](?:[\w.:/[\]]{0,60}:)?)(\d{2,5})(?=\s|$)/g
/** A flag with the addresses that a program listens on. */
const LISTENS = /\s--?(?:host|bind|addr|address|listen|ip)[\w-]{0,20}[= ](?:0\.0\.0\.0|\[?::\]?)(?=\s|$)/

/**
 * The port that the command of a process group gives its server, when it starts nothing else. That of an unknown program is one
 * that it listens on when it has an address for that as well, or the Dockerfile exposes it.
 */
function startedBy(group: string, subject: FlyFile): { port: number; where: string } | undefined {
  const { fly, build } = subject
  const own = argumentsOf(subject).filter(
    ({ where }) => where === group || fly.processes.every(({ key }) => key !== where),
  )
  const words = own.map(({ word }) => word).join(' ')
  // What comes before it has ended: `migrate && uvicorn main:app`.
  const command = ` ${words.split(/&&|;/).at(-1)} `
  if (MORE.test(command) || PROXY.test(command) || OTHER_PORT.test(command)) return undefined
  const isServer = SERVER.test(command)
  const found = [...command.matchAll(isServer ? PORTS : PORT)].map(([, port]) => Number(port))
  const [port, ...more] = new Set(found)
  if (port === undefined || more.length > 0) return undefined
  const isExposed = build?.content.instructions.some(
    ({ name, words: ports }) => name === 'EXPOSE' && ports.some((one) => Number.parseInt(one, 10) === port),
  )
  const where = own.findLast(({ word }) => new RegExp(`(?<!\\d)${port}$`).test(word))?.where ?? ''
  return isServer || LISTENS.test(command) || isExposed ? { port, where } : undefined
}
