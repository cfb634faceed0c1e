import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { inWorld } from './suite.ts'

const METADATA = `
inputs:
  fly-api-token: { required: true }
  mode: { default: deploy }
  github-token: { default: '\${{ github.token }}' }
runs: { using: node24, main: main.mjs, post: main.mjs }
`

/** Tells everything that an action can see, in the ways that an action can speak. */
const MAIN = `
import { appendFileSync, existsSync } from 'node:fs'
const say = (file, text) => appendFileSync(process.env[file], text)
if (process.env.STATE_started) {
  say('GITHUB_STEP_SUMMARY', 'post of ' + process.env.STATE_started)
  process.exit(0)
}
say('GITHUB_STATE', 'started=main\\n')
say('GITHUB_STEP_SUMMARY', '# main\\n')
const inputs = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('INPUT_')))
const { GITHUB_WORKSPACE, RUNNER_TEMP, HOME, EXTRA, LEAKED } = process.env
const places = { cwd: process.cwd(), GITHUB_WORKSPACE, temp: existsSync(RUNNER_TEMP), HOME, EXTRA, LEAKED }
say('GITHUB_OUTPUT', 'seen<<END\\n' + JSON.stringify({ inputs, places }) + '\\nEND\\nplain=yes\\n')
console.error('to stderr')
if (process.env.INPUT_MODE === 'wait') {
  process.once('SIGINT', () => process.exit(7))
  setInterval(() => undefined, 1000)
}
console.log('ready')
if (process.env.INPUT_MODE === 'fail') process.exitCode = 3
`

/** A folder with the action above. */
async function actionFolder() {
  const path = `${await mkdtemp(join(tmpdir(), 'action-'))}/`
  await writeFile(`${path}action.yml`, METADATA)
  await writeFile(`${path}main.mjs`, MAIN)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

inWorld({}, (test) => {
  test('an action finds what the runner gives it, and nothing of the test process', async (world) => {
    await using action = await actionFolder()
    process.env.LEAKED = 'yes'
    const result = await world.action({
      action: action.path,
      workspace: action.path,
      inputs: { 'fly-api-token': 'secret', 'two words': 'x' },
      env: { EXTRA: 'given' },
    })
    delete process.env.LEAKED
    expect(result).toMatchObject({ code: 0, stderr: 'to stderr\n', summary: '# main\npost of main' })
    expect(result.outputs.plain).toBe('yes')
    expect(JSON.parse(result.outputs.seen ?? '')).toEqual({
      inputs: {
        'INPUT_FLY-API-TOKEN': 'secret',
        INPUT_MODE: 'deploy',
        'INPUT_GITHUB-TOKEN': '',
        INPUT_TWO_WORDS: 'x',
      },
      places: {
        cwd: action.path.slice(0, -1),
        GITHUB_WORKSPACE: action.path,
        temp: true,
        HOME: '/run/world/home',
        EXTRA: 'given',
      },
    })
  })

  test('after a failed main step the post step still runs, and the exit code stays', async (world) => {
    await using action = await actionFolder()
    const result = await world.action({
      action: action.path,
      workspace: action.path,
      inputs: { mode: 'fail' },
    })
    expect(result).toMatchObject({ code: 3, summary: '# main\npost of main' })
  })

  test('a cancelled action gets the signal', async (world) => {
    await using action = await actionFolder()
    const ready = Promise.withResolvers<void>()
    const job = await world.startAction({
      action: action.path,
      workspace: action.path,
      inputs: { mode: 'wait' },
      onOutput: (text) => {
        if (text.includes('ready')) ready.resolve()
      },
    })
    await ready.promise
    expect(await job.signal('SIGINT')).toBe(true)
    expect(await job.done).toMatchObject({ code: 7, summary: '# main\npost of main' })
  })
})
