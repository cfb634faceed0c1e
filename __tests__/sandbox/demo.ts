/**
 * The main job without any account: the shipped action, run as a GitHub runner runs it, inside the sandbox.
 * `npm run demo`, or with a fault: `npm run demo -- --break notify_server` (see services/behaviours.ts for `:how`).
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { GRAFANA_HOST } from './addresses.ts'
import { createRunnerConsole } from './console.ts'
import { TOKENS } from './grafana/server.ts'
import { startWorld } from './harness.ts'
import { projectRoot } from './project.ts'
import { copyRepository } from './repository.ts'

const HELP = `npm run demo -- [options]
  --break SERVICE[:HOW]  break a service, e.g. notify_server or bot_server:html; may be repeated
  --today                let the services behave as Fechatter's do today: IPv4 only, empty pages
  --prometheus PATH      run this Prometheus instead of the one on PATH
  --no-grafana           leave Grafana out, as without its secrets
`

const SUMMARY = `${projectRoot}.cache/demo/summary.md`

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

  await mkdir(`${projectRoot}.cache/demo`, { recursive: true })
  await writeFile(SUMMARY, result.summary)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(
    `\nThe action ended with exit code ${result.code ?? result.signal} after ${seconds} s. Its job summary:\n${SUMMARY}\n`,
  )
  return result.code ?? 1
}

if (options.help) say(HELP)
else process.exitCode = await demo()
