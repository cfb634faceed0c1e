import type { ChosenApp } from '../apps/chosen-app.ts'

type Started = Pick<ChosenApp['facts'], 'fly' | 'build'>

/** What the machines of an app run, by process group; without a name where there is only one. */
export function startCommands({ fly, build }: Started): { process?: string; command: string }[] {
  const of = (name: string) =>
    build?.content.instructions.findLast((one) => one.name === name)?.words.join(' ') ?? ''
  const whole = (command: string) => `${of('ENTRYPOINT')} ${command.trim() || of('CMD')}`
  const [only, ...more] = fly.processes
  if (more.length === 0) return [{ command: whole(only?.value ?? '') }]
  return fly.processes.map(({ key, value }) => ({ process: key, command: whole(value) }))
}

/** The command of the process group that answers requests. */
export function mainCommand(facts: Started & Pick<ChosenApp['facts'], 'mainProcess'>): string {
  const commands = startCommands(facts)
  return (commands.find(({ process }) => process === facts.mainProcess) ?? commands[0])?.command ?? ''
}

/** Whether a command may start other programs as well: it is a script or a supervisor, or leaves one in the background. */
export const startsMore = (command: string): boolean =>
  /\.(?:ba)?sh\b|(?<!&)&(?!&)|\b(?:supervisord|litefs|overmind|foreman|honcho|s6|pm2|runsvdir)\b/.test(
    command,
  )

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
