/**
 * The main job without any account: the shipped action, run as a GitHub runner runs it, inside the sandbox.
 * `npm run demo`, or with a fault: `npm run demo -- --break notify_server` (see services/behaviours.ts for `:how`).
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { terminalScreen } from '../../src/cli/screen.ts'
import { didYouMean } from '../../src/lib/similar-name.ts'
import type { RunReport } from '../../src/report/report.ts'
import type { toResult } from '../../src/report/result.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import { GRAFANA_HOST } from './addresses.ts'
import { createRunnerConsole } from './console.ts'
import { TOKENS } from './grafana/server.ts'
import { startWorld } from './harness.ts'
import { projectRoot } from './project.ts'
import { copyRepository } from './repository.ts'
import { MISBEHAVIOURS } from './services/behaviours.ts'
import { PORTS } from './services/ports.ts'

type Result = ReturnType<typeof toResult>

const HELP = `npm run demo -- [options]
  --break SERVICE[:HOW]  break a service, e.g. notify_server or bot_server:html; may be repeated
  --today                let the services behave as Fechatter's do today: IPv4 only, empty pages
  --prometheus PATH      run this Prometheus instead of the one on PATH
  --no-grafana           leave Grafana out, as without its secrets
`

const FOLDER = `${projectRoot}.cache/demo/`

const { values: options } = parseArgs({
  options: {
    break: { type: 'string', multiple: true, default: [] },
    today: { type: 'boolean', default: false },
    prometheus: { type: 'string' },
    grafana: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
})

function faults(): Record<string, string> {
  const broken = options.break.map((fault) => (fault.includes(':') ? fault : `${fault}:dead`))
  return {
    ...(broken.length > 0 && { FECHATTER_BROKEN: broken.join(',') }),
    ...(options.today && { FECHATTER_BEHAVIOUR: 'today' }),
  }
}

/** The report as the command line prints it, from the result for programs; undefined without one. */
async function terminalReport(result: string): Promise<string | undefined> {
  if (result === '') return undefined
  const { verdict, failures, evidence, monitoring, ...rest } = JSON.parse(result) as Result
  const report = {
    ...{ ...rest, health: [], timings: [], refused: false },
    monitoring: monitoring && { ...monitoring, password: true },
    verdict: { kind: verdict === 'done' ? 'unproven' : verdict, failures },
    evidence: evidence && {
      ...evidence,
      alerts: evidence.alerts
        .filter(({ name }) => name !== 'Watchdog')
        .map((one) => ({ ...one, labels: {} })),
    },
  }
  const shown = report as unknown as RunReport
  return renderTerminalReport(shown, await terminalScreen(process.stdout, shown))
}

/** The services of the sandbox, and the ways in which they can be broken. */
const SERVICES = Object.keys(PORTS)

/** What is wrong with a value of `--break`, if anything: a demo of a fault that does not exist would be green. */
function mistakeIn(fault: string): string | undefined {
  const [service = '', how] = fault.split(':')
  if (!SERVICES.includes(service))
    return `--break ${fault}: the sandbox has no service ${service}. ${didYouMean(service, SERVICES) ?? `Services: ${SERVICES.join(', ')}.`}`
  const ways = Object.keys(MISBEHAVIOURS)
  if (how === undefined || ways.includes(how)) return undefined
  return `--break ${fault}: no service can be broken in the way ${how}. ${didYouMean(how, ways) ?? `Ways: ${ways.join(', ')}.`}`
}

const say = (text: string): void => void process.stdout.write(text)

async function demo(): Promise<number> {
  if (!existsSync(`${projectRoot}dist/index.js`))
    throw new Error('There is no dist/index.js. Type: npm run bundle')
  say('Starting the sandbox: Fly, Grafana and four services on this machine, nothing outside.\n')
  await using world = await startWorld(
    options.prometheus === undefined ? {} : { prometheus: options.prometheus },
  )
  await using repository = await copyRepository({ monitoringTag: world.ready.monitoringTag, env: faults() })
  say('Running the action as a runner would, for a push to main.\n\n')

  const console = createRunnerConsole(say, process.stdout.isTTY === true)
  const started = performance.now()
  const job = await world.startAction({
    workspace: repository.path,
    inputs: {
      'fly-api-token': 'fake-org-token',
      ...(options.grafana && { 'grafana-url': `https://${GRAFANA_HOST}`, 'grafana-api-key': TOKENS.admin }),
    },
    onOutput: console.write,
  })
  // As GitHub's cancel button; the second time the demo itself ends.
  process.once('SIGINT', () => void job.signal('SIGINT'))
  const result = await job.done
  console.end()

  await mkdir(FOLDER, { recursive: true })
  await writeFile(`${FOLDER}summary.md`, result.summary)
  await writeFile(`${FOLDER}report.html`, result.files['report-path'] ?? '')
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(`\nThe action ended with exit code ${result.code ?? result.signal} after ${seconds} s. Its report:\n\n`)
  say(
    `${(await terminalReport(result.files.result ?? '')) ?? result.summary}\nAs a page with charts: ${FOLDER}report.html\nAs Markdown: ${FOLDER}summary.md\n`,
  )
  return result.code ?? 1
}

const mistakes = options.break.flatMap((fault) => mistakeIn(fault) ?? [])
if (options.help) say(HELP)
else if (mistakes.length > 0) {
  process.stderr.write(`${mistakes.join('\n')}\n`)
  process.exitCode = 2
} else process.exitCode = await demo()
