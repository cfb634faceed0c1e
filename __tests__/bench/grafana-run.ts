import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../sandbox/project.ts'
import { startChild } from './child.ts'
import type { Started } from './grafana-server.ts'
import { interleaved, median, ratio, table } from './numbers.ts'
import { runNode } from './start.ts'

const ROUNDS = 7
const DASHBOARDS = 200

/** What a user waits for when nothing changed, from the start of Node to its end: ours from dist/, and the bare loop. */
export async function wholeRuns(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-grafana-'))
  try {
    await using bareServer = startChild('grafana-server.ts')
    await using oursServer = startChild('grafana-server.ts')
    await Promise.all([bareServer.next(), oursServer.next()])
    const [bare, ours] = await Promise.all([
      bareServer.ask<Started>('anew'),
      oursServer.ask<Started>('anew'),
      prepare(folder),
    ])
    const times = await measure(folder, bare, ours)
    const names = Object.keys(times) as (keyof typeof times)[]
    console.log(`grafana: the whole run, unchanged, ${ROUNDS} interleaved rounds, medians`)
    console.log(
      table(
        names.map((name) => [
          name,
          `${median(times[name]).toFixed(0)} ms`,
          `${ratio(times[name], times['bare loop, bundled with undici alone']).toFixed(2)} ×`,
        ]),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, bare: Started, ours: Started) {
  const cwd = join(folder, 'repository')
  const dist = join(projectRoot, 'dist/index.js')
  const nothing = {
    PATH: join(folder, 'empty'),
    HOME: folder,
    TMPDIR: folder,
    PROMETHEUS_PASSWORD: 'long enough to bench',
  }
  const env = { ...nothing, GRAFANA_URL: ours.url, GRAFANA_API_KEY: ours.token }
  const inputs = {
    ...{ INPUT_MODE: 'dashboards', 'INPUT_PROMETHEUS-URL': ours.prometheus },
    ...{ GITHUB_WORKSPACE: cwd, RUNNER_TEMP: folder },
  }
  const contenders = {
    'bare loop, bundled with undici alone': () =>
      runNode([join(folder, 'bare/index.js')], { cwd, env: { ...nothing, TARGET: JSON.stringify(bare) } }),
    'command line, dashboards': () =>
      runNode([dist, 'dashboards', '--prometheus-url', ours.prometheus], { cwd, env }),
    'action, dashboards': () => runNode([dist], { cwd, env: { ...env, ...inputs } }),
  }
  for (const first of Object.values(contenders)) await first()
  return interleaved(ROUNDS, contenders)
}

/** A repository with many dashboards, and the bare loop as a bundle made like ours. */
async function prepare(folder: string): Promise<void> {
  const repository = join(folder, 'repository')
  await mkdir(join(repository, 'dashboards'), { recursive: true })
  const sample = await readFile(join(projectRoot, '__tests__/sandbox/repository/monitoring.yml'), 'utf8')
  await writeFile(
    join(repository, 'monitoring.yml'),
    `${sample}\ngrafana: { folder: Bench, dashboards: [dashboards] }\n`,
  )
  const overview = JSON.parse(await readFile(join(projectRoot, 'dashboards/fechatter-overview.json'), 'utf8'))
  for (let i = 0; i < DASHBOARDS; i++) {
    const dashboard = { ...overview, uid: `bench-${i}`, title: `Bench ${i}` }
    await writeFile(join(repository, `dashboards/${i}.json`), JSON.stringify(dashboard, null, 2))
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'main.js'), MAIN)
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const tool = (path: string, ...args: string[]) =>
    runNode([join(projectRoot, 'node_modules', path), ...args], { cwd: folder, env: {} })
  const bare = join(import.meta.dirname, 'bare.ts')
  const language = ['--module', 'nodenext', '--target', 'es2024']
  await tool('typescript/bin/tsc', '--ignoreConfig', '--noCheck', ...language, '--outDir', folder, bare)
  await tool('@vercel/ncc/dist/ncc/cli.js', 'build', 'main.js', '-o', 'bare', '--no-cache', '--quiet')
}

const MAIN = `
import { readdirSync, readFileSync } from 'node:fs'
import { bareImport } from './bare.js'
const files = () => readdirSync('dashboards').map((file) => JSON.parse(readFileSync('dashboards/' + file, 'utf8')))
await bareImport(JSON.parse(process.env.TARGET), files)
process.exit()
`
