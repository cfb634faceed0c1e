import { posix } from 'node:path'
import type { TextOf } from '../../config/sources/installed-prometheus.ts'
import type { Diagnostic, SourceLocation } from '../../lib/errors.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineVariables } from '../build/machine-variables.ts'
import { mainCommand, mainStart } from '../build/start-commands.ts'
import { startsMore } from '../build/start-script.ts'
import { type Endpoint, initNote } from '../findings.ts'
import type { CodeEndpoints } from './endpoint.ts'
import type { Ipv4Listener } from './ipv4-listener.ts'
import { nginxListeners } from './nginx-listeners.ts'
import { rocketListeners } from './rocket-listeners.ts'
import { settingsNotes } from './settings-address.ts'
import { hasOtherPrograms } from './silence.ts'

/** Notes about endpoints of an app that Prometheus cannot reach, since their servers listen on IPv4 only. */
export function ipv4Notes(
  endpoints: readonly Endpoint[],
  app: ChosenApp,
  code: Pick<CodeEndpoints, 'endpoints' | 'servers'>,
  textOf: TextOf,
): Diagnostic[] {
  const { ipv4, isMixed, folders } = code.servers()
  const programs = app.facts.hints.filter(
    ({ isIpv4, port }) => isIpv4 && endpoints.some((one) => one.port === port),
  )
  if (programs.length > 0) return programs.map((one) => ipv4Note(ofProgram(one), app))
  const { command, written } = mainStart(app.facts)
  // `plan` checks the address that a command gives; the settings that it names may have another one.
  if (hasAddress(written)) return []
  const set = setByMachines(app)
  const isScript = ({ at }: Ipv4Listener) => at.file.endsWith('.sh')
  const ofCode = ipv4.filter(
    (one) =>
      !set.some((name) => one.names.has(name)) &&
      // Fly's proxy would not reach a service there either: something gives it another address.
      !(one.isLoopback && app.facts.ports.some((port) => port === one.port)) &&
      (!isScript(one) || written.includes(posix.basename(one.at.file))),
  )
  const open = [...nginxListeners(app.facts, textOf), ...rocketListeners(app, folders, textOf), ...ofCode]
  // A script may start other servers besides those of the code, or give them another address.
  const ofCommand = startsMore(command) || hasAddress(command) ? open.filter(isScript) : open
  const unnumbered = ofCommand.filter(({ port }) => port === undefined)
  const ofApp = isMixed ? [] : unnumbered.filter(({ isLoopback }) => !isLoopback)
  const puma = pumaListener(app, { folders, textOf })
  const ofTeam = endpoints.filter(({ isOfProgram }) => !isOfProgram)
  const found = ofTeam.flatMap(({ port, at }) => {
    const places = [at, ...code.endpoints.filter((one) => one.port === port).map((one) => one.at)]
    const [only] = app.facts.ports.length === 0 && ofApp.length === 1 ? ofApp : []
    const own = app.facts.ports.includes(port) ? (puma ?? ofApp[0]) : (listenerAt(places, unnumbered) ?? only)
    return open.find((one) => one.port === port) ?? own ?? open.find(({ isEach }) => isEach) ?? []
  })
  if (found.length > 0) return [...new Set(found)].map((one) => ipv4Note(one, app))
  return set.length > 0
    ? []
    : settingsNotes(ofTeam, app, { isMixed: isMixed && !hasOtherPrograms(app.facts.build), textOf })
}

/** The server at what publishes the metrics: a few lines from it, or in its file with a name about metrics. */
const listenerAt = (
  places: readonly SourceLocation[],
  all: readonly Ipv4Listener[],
): Ipv4Listener | undefined =>
  all.find(({ at, names, isLoopback }) => {
    const isNamed = [...names].some((name) => /METRICS|PROM|EXPORTER/.test(name))
    return places.some(
      ({ file, line }) =>
        file === at.file && ((isNamed && !isLoopback) || Math.abs(line - at.line) <= NEAR_LINES),
    )
  })

const NEAR_LINES = 3

const ofProgram = ({ at, port }: Endpoint): Pick<Ipv4Listener, 'at' | 'why' | 'hint'> => ({
  at,
  why: `its program listens on 0.0.0.0:${port}`,
  hint: `Give it a configuration with \`[::]:${port}\`, or remove the service: Fly's own Prometheus asks over IPv4, where \`[metrics]\` names the port.`,
})

const hasAddress = (command: string): boolean =>
  /\s(?:--?(?:[\w-]{1,40}[-.])?(?:host|bind|binding|addr|address|listen)|-[bH]|--config)(?:[= ]|$)|::/.test(
    command,
  )

/** Variables with an address that the machines have, or their image, in capital letters. */
const setByMachines = (app: ChosenApp): string[] =>
  [...machineVariables(app).keys()]
    .map((name) => name.toUpperCase())
    .filter((name) => /HOST|ADDR|BIND|LISTEN|(?:^|_)IP$/.test(name))

/**
 * The server of an app of Rails. Puma before 8 listens on 0.0.0.0 where neither its configuration nor its command has an address; from
 * 8 on it listens on `::`. Thruster in front of it is a program of Go.
 */
function pumaListener(
  app: ChosenApp,
  { folders, textOf }: { folders: readonly string[]; textOf: TextOf },
): Ipv4Listener | undefined {
  const command = mainCommand(app.facts)
  const [folder = '.'] = folders
  const locked = /^ {4}puma \((\d+)\./m.exec(textOf(posix.join(folder, 'Gemfile.lock')) ?? '')
  const isPuma = /\brails s(?:erver)?\b|\bpuma\b/.test(command) && !/\bthrust\b/.test(command)
  if (!isPuma || !locked || Number(locked[1]) >= 8) return undefined
  if (setByMachines(app).length > 0 || startsMore(command)) return undefined
  const file = posix.join(folder, 'config/puma.rb')
  const settings = textOf(file)
  if (
    settings === undefined ||
    /^[^#\n]*\b(?:bind|set_default_host)\b|^[ \t]*port\b[^\n]*,\s*["']/m.test(settings)
  )
    return undefined
  const line = settings.split('\n').findIndex((one) => /^\s*port\b/.test(one)) + 1
  return {
    at: { file, line: Math.max(1, line), column: 1 },
    why: `Puma ${locked[1]} listens on 0.0.0.0 unless it is given an address`,
    hint: 'Add `-b ::` to the command that starts it: on Fly that accepts IPv4 as well.',
    names: new Set(),
  }
}

const ipv4Note = (
  { at, why, hint, isLoopback }: Pick<Ipv4Listener, 'at' | 'why' | 'hint' | 'isLoopback'>,
  { app }: ChosenApp,
): Diagnostic => {
  const message = isLoopback
    ? `Prometheus cannot reach ${app}: ${why} here, which is only reachable from the machine itself.`
    : `Prometheus cannot reach ${app} on the private network, which is IPv6: ${why} here. The connection will be refused.`
  return initNote(at.file, at, message, hint)
}
