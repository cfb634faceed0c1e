import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findProgram, trustedPath } from './programs.ts'
import { ENDING_SIGNALS } from './signals.ts'

/** The Node that is used when a person's own is older than 24. As in .github/node, and without install scripts. */
export const NODE_FROM_NPM = '24.21.0'

const EXIT_WITHOUT_NODE = 2

/** What npm needs: no token, and nothing of the folder that an outer npx was started in. */
const FOR_NPM =
  /^(?:HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SystemRoot|TMPDIR|TEMP|TMP|XDG_\w+|NODE_EXTRA_CA_CERTS|(?:https?|no|all)_proxy|npm_config_(?!local_prefix$|package$|call$|workspaces?$)\w+)$/i

export interface Restart {
  /** The script that was started, and its arguments. */
  argv: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  /** Version of the Node that runs now, such as `v20.20.2`. */
  version: string
}

/**
 * Runs the same command with Node 24 from the npm registry, which npx keeps in its cache. Resolves with the exit code.
 * This file, and all that it imports, must run with Node 20.
 */
export async function restartWithNewerNode({ argv, env, version }: Restart): Promise<number> {
  const say = (text: string) => process.stderr.write(`${text}\n`)
  say(`deploy-monitoring needs Node 24, and this is ${version}: Node ${NODE_FROM_NPM} from npm is used.`)
  try {
    return await runAgain(await newerNode(env), argv, env)
  } catch (error) {
    say(
      `It could not be installed: ${reasonIn(String((error as { stderr?: string }).stderr || (error as Error).message))}`,
    )
    say('Install Node 24 or newer (https://nodejs.org), and start the command again.')
    return EXIT_WITHOUT_NODE
  }
}

/** The line that says why: npm names codes first, and the file of its log last. */
function reasonIn(output: string): string {
  const lines = output.trim().split('\n')
  const isAside = /^npm error (?:code|errno|syscall|A complete log)\b|^npm error *$/
  return lines.find((line) => !isAside.test(line)) ?? lines[0] ?? ''
}

/** Path of the program, installed by npx in a folder without files, so that no repository can replace it. */
async function newerNode(env: Restart['env']): Promise<string> {
  const places = { path: env.PATH, workspaceRoot: process.cwd() }
  const npx = findProgram('npx', places)
  if (npx === undefined) throw new Error('npx is not on PATH.')
  const system = process.platform === 'win32' ? 'win' : process.platform
  const program = `--package=node-${system}-${process.arch}@${NODE_FROM_NPM}`
  const folder = mkdtempSync(join(tmpdir(), 'deploy-monitoring-'))
  try {
    const inherited = Object.entries(env).filter(([name]) => FOR_NPM.test(name))
    const { stdout } = await promisify(execFile)(
      npx,
      ['--yes', '--loglevel=error', program, '--', 'node', '--print', 'process.execPath'],
      { cwd: folder, env: { ...Object.fromEntries(inherited), PATH: trustedPath(places) } },
    )
    return stdout.trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The command itself, in the same terminal. It decides what a signal means, also one that the terminal sends to both. */
function runAgain(node: string, argv: readonly string[], env: Restart['env']): Promise<number> {
  const child = spawn(node, argv, { env, stdio: 'inherit' })
  for (const signal of ENDING_SIGNALS) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? EXIT_WITHOUT_NODE))
  })
}
