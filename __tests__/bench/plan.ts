import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../sandbox/project.ts'
import { bound, interleaved, median, ratio, table } from './numbers.ts'

const ROUNDS = 7
const DASHBOARDS = 1_000
const PANELS = 10

/** Dashboards by the thousand, against reading their JSON and PromQL and nothing else. Starts are measured by `start`. */
export async function plan(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'))
  try {
    await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
    await writeFile(join(folder, 'read.mjs'), READ)
    for (const name of ['all', 'half', 'none']) await repository(join(folder, name), SHARES[name] ?? 0)
    await measure(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const SHARES: Readonly<Record<string, number>> = { all: 1, half: 0.5, none: 0 }

async function measure(folder: string): Promise<void> {
  const entry = join(projectRoot, 'dist/index.js')
  const run = (args: string[], cwd: string) => () => runNode(args, join(folder, cwd))
  const runs = await interleaved(ROUNDS, {
    'JSON.parse and PromQL alone': run([join(folder, 'read.mjs'), 'dashboards'], 'all'),
    [`plan, ${DASHBOARDS} dashboards`]: run([entry, 'plan', '--json'], 'all'),
    [`plan, ${DASHBOARDS / 2} dashboards`]: run([entry, 'plan', '--json'], 'half'),
    'plan, none': run([entry, 'plan', '--json'], 'none'),
  })
  const [floor = [], all = [], half = [], none = []] = Object.values(runs)
  const cpu = (taken: readonly Taken[]) => taken.map(({ cpuMs }) => cpuMs)
  const megabytes = Math.max(...all.map((one) => one.megabytes))
  const rows = Object.entries(runs).map(([name, taken]) => [
    name,
    `${median(cpu(taken)).toFixed(0)} ms of CPU`,
    `${ratio(cpu(taken), cpu(floor)).toFixed(2)} ×`,
    taken === all
      ? `${bound(ratio(cpu(all), cpu(floor)), 3, ' ×')}; ${megabytes.toFixed(0)} MB, ${bound(megabytes, 300, ' MB')}`
      : '',
  ])
  const above = (taken: readonly Taken[]) => taken.map(({ cpuMs }, i) => cpuMs - (none[i]?.cpuMs ?? 0))
  console.log(
    `plan: ${DASHBOARDS} dashboards of ${PANELS} panels, ${ROUNDS} interleaved rounds, medians; ratios to reading alone`,
  )
  console.log(table(rows))
  console.log(`  twice the dashboards take ${ratio(above(all), above(half)).toFixed(2)} times as long`)
}

/** The repository of the sandbox, and beside it a share of the dashboards. */
async function repository(folder: string, share: number): Promise<void> {
  await cp(join(projectRoot, '__tests__/sandbox/repository'), folder, { recursive: true })
  await mkdir(join(folder, 'dashboards'))
  const base = JSON.parse(await readFile(join(projectRoot, 'dashboards/fechatter-overview.json'), 'utf8'))
  for (let i = 0; i < DASHBOARDS * share; i++)
    await writeFile(join(folder, 'dashboards', `${i}.json`), JSON.stringify(variant(base, i), null, 2))
}

interface Model {
  panels: { type: string; targets?: { expr: string }[] }[]
}

/** No two queries are the same, so that nothing is saved by remembering one. */
function variant(base: Model, i: number): object {
  const panels = base.panels.filter(({ type }) => type !== 'row')
  const own = Array.from({ length: PANELS }, (_, j) => {
    const panel = structuredClone(panels[j % panels.length])
    for (const target of panel?.targets ?? []) target.expr = `(${target.expr}) + ${i * PANELS + j} * 0`
    return { ...panel, id: j + 1 }
  })
  return { ...base, uid: `d-${i}`, title: `Dashboard ${i}`, panels: own }
}

const READ = `import { readdirSync, readFileSync } from 'node:fs'
import { parser } from '@prometheus-io/lezer-promql'
const folder = process.argv[2]
for (const name of readdirSync(folder))
  for (const panel of JSON.parse(readFileSync(folder + '/' + name, 'utf8')).panels)
    for (const target of panel.targets ?? []) parser.parse(target.expr)
`

/** Prints what the process took as the last thing that it does. */
const TAKEN = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\ntaken '+(u.userCPUTime+u.systemCPUTime)+' '+u.maxRSS)})`

interface Taken {
  cpuMs: number
  megabytes: number
}

async function runNode(args: string[], cwd: string): Promise<Taken> {
  const child = spawn(process.execPath, ['--import', TAKEN, ...args], {
    cwd,
    env: { PATH: '', HOME: cwd, TMPDIR: tmpdir() },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  const [code] = await once(child, 'close')
  const taken = /taken (\d+) (\d+)$/.exec(told)
  if (code !== 0 || !taken) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${told}`)
  return { cpuMs: Number(taken[1]) / 1_000, megabytes: Number(taken[2]) / 1_024 }
}
