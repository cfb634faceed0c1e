import type { ChosenApp } from '../apps/chosen-app.ts'
import { variablesOfGroup } from './machine-variables.ts'
import { programOf } from './start-script.ts'

type Started = Pick<ChosenApp['facts'], 'fly' | 'build' | 'file' | 'textInImage'>

/** What the machines of a process group run. */
interface StartCommand {
  /** Undefined where there is only one. */
  process?: string
  /** The program: that of a script that starts nothing else. */
  command: string
  /** The same as the files have it. */
  written: string
}

/** What the machines of an app run, by process group. */
export function startCommands(facts: Started): StartCommand[] {
  const { fly, build } = facts
  const of = (name: string) =>
    build?.content.instructions.findLast((one) => one.name === name)?.words.join(' ') ?? ''
  const start = (command: string, process?: string) => {
    const written = `${of('ENTRYPOINT')} ${command.trim() || of('CMD')}`
    const search = { variables: variablesOfGroup(facts, process), textInImage: facts.textInImage }
    return { command: programOf(written, search), written }
  }
  const [only, ...more] = fly.processes
  if (more.length === 0) return [start(only?.value ?? '')]
  return fly.processes.map(({ key, value }) => ({ process: key, ...start(value, key) }))
}

/** What the process group starts that answers requests. */
export function mainStart(facts: Started & Pick<ChosenApp['facts'], 'mainProcess'>): StartCommand {
  const commands = startCommands(facts)
  const nothing = { command: '', written: '' }
  return commands.find(({ process }) => process === facts.mainProcess) ?? commands[0] ?? nothing
}

/** The program of that process group. */
export const mainCommand = (facts: Parameters<typeof mainStart>[0]): string => mainStart(facts).command

/** How commands say the port of a server: a number, or the variable `PORT` with its default. */
const PORT =
  /\s--port(?:=|\s+)["']?(?:(\d{4,5})\b|\$\{?PORT(?::-(\d{4,5}))?\b)|\s(?:-b|--bind)(?:=|\s+)["']?[\w.[\]:]*:(?:(\d{4,5})\b|\$\{?PORT(?::-(\d{4,5}))?\b)/g

/** The port that the main command gives to its server; undefined when it gives none, or several. */
export function startedPort(facts: ChosenApp['facts']): number | undefined {
  const set = Number(facts.fly.env.find(({ key }) => key === 'PORT')?.value)
  const ports = [...mainCommand(facts).matchAll(PORT)].map(([, plain, otherwise, bound, boundOtherwise]) => {
    const number = plain ?? bound
    return number === undefined ? set || Number(otherwise ?? boundOtherwise) : Number(number)
  })
  const [port, ...more] = new Set(ports)
  return port !== undefined && more.length === 0 && port > 0 ? port : undefined
}
