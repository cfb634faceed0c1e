import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { initNote } from '../findings.ts'
import type { Package } from './packages.ts'
import { startCommands } from './start-commands.ts'
import { startsMore } from './start-script.ts'

/** Names of programs that take work from a queue or a clock, and answer no requests. */
const WORKER =
  /(?:^|[-_:])(?:workers?|jobs?|queues?|crons?|scheduler|consumer|background|sidekiq|celery)(?=$|[-_:])/

/** A note for each app that is called a worker and starts the command of the server that has the same image. */
export const sameCommandNotes = (apps: readonly ChosenApp[], packages: readonly Package[]): Diagnostic[] =>
  apps.filter(isWorker).flatMap((worker) => {
    const started = startOf(worker)
    const server = apps.find((one) => one.facts.ports.length > 0 && isSame(one, worker))
    const [{ command } = { command: '' }] = startCommands(worker.facts)
    if (!server || started === undefined || startsMore(command) || command.trim() === '') return []
    const { file } = worker.facts
    const [script] = packages.flatMap((one) => Object.keys(one.scripts).filter((name) => WORKER.test(name)))
    const such = script === undefined ? '' : `: package.json has the script ${quoted(script)}`
    return initNote(
      file,
      { line: 1, column: 1 },
      `${worker.app} has the image and the command of ${server.app} (\`${command.trim()}\`), and ${file} has no [processes]: unless a secret changes what that does, its machines start a second server, and no worker.`,
      `Set the command of the worker in [processes] of ${file}${such}.`,
    )
  })

const isWorker = ({ app, facts: { fly, ports } }: ChosenApp): boolean =>
  WORKER.test(app) && fly.processes.length === 0 && ports.length === 0

/** What its machines start, as one text; undefined where an image from elsewhere says it, or a deploy with other options. */
function startOf({ facts, command }: ChosenApp): string | undefined {
  const { fly, build } = facts
  if (!build || fly.build?.has('image') || fly.override.cmd || fly.override.entrypoint) return undefined
  if (command && command.options.length > 0) return undefined
  return JSON.stringify([
    build.file,
    fly.build?.text('build-target')?.value,
    [...fly.buildArgs],
    startCommands(facts),
  ])
}

/** Whether two apps start the same, and the worker has no variable that tells it apart. */
function isSame(server: ChosenApp, worker: ChosenApp): boolean {
  const set = new Map(server.facts.fly.env.map(({ key, value }) => [key, value]))
  const isOwn = worker.facts.fly.env.some(({ key, value }) => set.get(key) !== value)
  return server !== worker && !isOwn && startOf(server) === startOf(worker)
}
