// How long `mode: plan` takes: medians of interleaved runs of dist/ against what cannot be had for less.
// Usage: node .github/scripts/bench-plan.mjs [rounds]
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const rounds = Number(process.argv[2] ?? 21)
const root = resolve(import.meta.dirname, '../..')
const entry = join(root, 'dist/index.js')
const scratch = mkdtempSync(join(tmpdir(), 'bench-plan-'))
/** The sandbox's repository, no tokens, no other programs: mostly the time that it takes to start. */
function small() {
  const floor = bundle('floor', "import * as core from '@actions/core'\ncore.info('ready')\n")
  const repository = join(scratch, 'repository')
  cpSync(join(root, '__tests__/sandbox/repository'), repository, { recursive: true })
  const medians = interleave({
    floor: () => start([floor], repository),
    action: () => start([entry], repository, actionEnvironment(repository)),
    'command line': () => start([entry, 'plan'], repository),
  })
  print('The repository of the sandbox', medians, { action: 1.8, 'command line': 1.2 })
}

/** A thousand dashboards of ten panels, against reading their JSON and PromQL and nothing else. */
function large() {
  const repository = join(scratch, 'thousand')
  cpSync(join(root, '__tests__/sandbox/repository'), repository, { recursive: true })
  mkdirSync(join(repository, 'dashboards'))
  const base = JSON.parse(readFileSync(join(root, 'dashboards/fechatter-overview.json'), 'utf8'))
  const panels = base.panels.filter(({ type }) => type !== 'row')
  for (let i = 0; i < 1000; i++)
    writeFileSync(
      join(repository, 'dashboards', `${i}.json`),
      JSON.stringify(variant(base, panels, i), null, 2),
    )
  const floor = join(scratch, 'read.mjs')
  writeFileSync(floor, READ)
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
  let peak = 0
  const medians = interleave(
    {
      floor: () => start([floor, join(repository, 'dashboards')], repository),
      'command line': () => {
        const { seconds, megabytes } = start([entry, 'plan', '--json'], repository)
        peak = Math.max(peak, megabytes)
        return { seconds }
      },
    },
    Math.ceil(rounds / 7),
  )
  print('A thousand dashboards of ten panels', medians, { 'command line': 3 })
  console.log(`  command line: ${Math.round(peak)} MB at most (300 MB allowed)`)
}

/** No two queries are the same, so that nothing is saved by remembering one. */
function variant(base, panels, i) {
  const own = Array.from({ length: 10 }, (_, j) => {
    const panel = structuredClone(panels[j % panels.length])
    for (const target of panel.targets ?? []) target.expr = `(${target.expr}) + ${i * 10 + j} * 0`
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

/** A bundle made like ours, of the least that an action can import. */
function bundle(name, source) {
  const folder = join(scratch, name)
  mkdirSync(join(folder, 'src'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'src/index.js'), source)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
  const made = spawnSync(
    process.execPath,
    [ncc, 'build', 'src/index.js', '-o', 'dist', '--no-cache', '--quiet'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(made.stderr)
  return join(folder, 'dist/index.js')
}

function actionEnvironment(workspace) {
  const files = Object.fromEntries(
    ['OUTPUT', 'STEP_SUMMARY', 'STATE'].map((name) => [`GITHUB_${name}`, join(scratch, name)]),
  )
  for (const file of Object.values(files)) writeFileSync(file, '')
  return {
    ...files,
    INPUT_MODE: 'plan',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: scratch,
  }
}

/** Prints the peak of the memory as the last thing that the process does. */
const PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`

function start(argv, cwd, env = {}) {
  const began = performance.now()
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', PEAK, ...argv], {
    cwd,
    env: { PATH: '', HOME: scratch, TMPDIR: scratch, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0) throw new Error(`${argv.join(' ')} exited with ${status}:\n${stdout}\n${stderr}`)
  const kilobytes = Number(/peak (\d+)$/.exec(stderr)?.[1])
  return { seconds: (performance.now() - began) / 1000, megabytes: kilobytes / 1024 }
}

function interleave(runs, times = rounds) {
  const taken = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  for (let i = 0; i < times; i++)
    for (const [name, run] of Object.entries(runs)) taken[name].push(run().seconds)
  return Object.fromEntries(
    Object.entries(taken).map(([name, all]) => [name, all.sort((a, b) => a - b)[Math.floor(all.length / 2)]]),
  )
}

function print(title, medians, allowed) {
  console.log(`${title}:`)
  for (const [name, seconds] of Object.entries(medians)) {
    const ratio = (seconds / medians.floor).toFixed(2)
    const limit = allowed[name] === undefined ? '' : `, ${ratio} × the floor (${allowed[name]} allowed)`
    console.log(`  ${name}: ${Math.round(seconds * 1000)} ms${limit}`)
  }
}

try {
  small()
  large()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
