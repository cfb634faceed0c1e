import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../sandbox/project.ts'
import { bound, interleaved, median, ratio, table } from './numbers.ts'

const ROUNDS = 21

interface Place {
  folder: string
  /** A bundle that loads @actions/core and does nothing. */
  floor: string
  env: Record<string, string>
}

/** What one start costs, against a Node that does nothing and a bundle that does nothing. */
export async function start(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'))
  try {
    await measure(await prepare(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure({ folder, floor, env }: Place): Promise<void> {
  const dist = join(projectRoot, 'dist/index.js')
  const workspace = join(folder, 'repository')
  const asAction = { ...env, INPUT_MODE: 'plan', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: folder }
  const asPost = { ...asAction, STATE_scratch: join(folder, 'scratch'), STATE_published: 'true' }
  const node = (args: string[], more = env) => runNode(args, { cwd: workspace, env: more })
  const times = await interleaved(ROUNDS, {
    'node -e 0': () => node(['-e', '0']),
    'bundle of @actions/core alone': () => node([floor]),
    'command line, --version': () => node([dist, '--version']),
    'command line, plan': () => node([dist, 'plan']),
    'action, plan': () => node([dist], asAction),
    'action, post step': () => node([join(projectRoot, 'dist/post.js')], asPost),
  })
  const bounds: Partial<Record<keyof typeof times, number>> = {
    'command line, plan': 1.2,
    'action, plan': 1.8,
  }
  const bare = times['bundle of @actions/core alone']
  const rows = (Object.keys(times) as (keyof typeof times)[]).map((name) => {
    const of = ratio(times[name], bare)
    const most = bounds[name]
    return [
      name,
      `${median(times[name]).toFixed(0)} ms`,
      `${of.toFixed(2)} ×`,
      most ? bound(of, most, ' ×') : '',
    ]
  })
  console.log(`start: ${ROUNDS} interleaved rounds, medians; ratios to the bundle of @actions/core alone`)
  console.log(table(rows))
}

/** The bundle is made as ours is; no promtool, no flyctl and no proxy is there to be found. */
async function prepare(folder: string): Promise<Place> {
  await mkdir(join(folder, 'empty'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'floor.js'), "import { getState } from '@actions/core'\ngetState('nothing')\n")
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const ncc = join(projectRoot, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
  const out = join(folder, 'floor')
  await runNode([ncc, 'build', join(folder, 'floor.js'), '-o', out, '--no-cache', '--quiet'], {
    cwd: folder,
    env: {},
  })
  await cp(join(projectRoot, '__tests__/sandbox/repository'), join(folder, 'repository'), { recursive: true })
  const env = { PATH: join(folder, 'empty'), HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' }
  return { folder, floor: join(out, 'index.js'), env }
}

/** Milliseconds that one Node takes from its start to its end. */
export async function runNode(
  args: string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  const [code] = await once(child, 'exit')
  const took = performance.now() - began
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${told}`)
  return took
}
