import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseDocument } from 'yaml'
import { GRAFANA_HOST } from './addresses.ts'
import { TOKENS } from './grafana/server.ts'
import type { Result, World } from './harness.ts'
import { projectRoot } from './project.ts'

/** What a page of docs/how-to tells its reader to do, in order. */
export type Step =
  | { kind: 'run'; script: string; env: string | undefined }
  | { kind: 'write'; path: string; text: string }
  | { kind: 'change'; path: string; diff: string }

const FENCE = /^```(?<language>\w+)(?<info>[^\n]*)\n(?<text>[\s\S]*?)^```$/gm

/** Commands that need an account (`login=`), or ids that only the reader knows (`manual`). */
const BY_HAND = /\b(?:login=|manual\b)/

/** The commands and the files of a page. `title=` names the file that a block is; blocks of text alone are read only. */
export async function stepsOf(page: string): Promise<Step[]> {
  const file = page === 'README' ? 'README.md' : `docs/how-to/${page}.md`
  // A block in a list is indented as its text.
  const text = (await readFile(projectRoot + file, 'utf8')).replaceAll(/^ {3}(?=```|\S)/gm, '')
  return [...text.matchAll(FENCE)].flatMap(({ groups = {} }): Step[] => {
    const { language, info = '', text: body = '' } = groups
    const path = /title=(\S+)/.exec(info)?.[1]
    if (BY_HAND.test(info)) return []
    if (language === 'sh') return [{ kind: 'run', script: body, env: /env=(\S+)/.exec(info)?.[1] }]
    if (path === undefined) return []
    return language === 'diff'
      ? [{ kind: 'change', path, diff: body }]
      : [{ kind: 'write', path, text: body }]
  })
}

/** The shipped package, to be started as people start it. */
export interface Installed extends AsyncDisposable {
  /** A folder for PATH; its npx has our package and no registry. */
  readonly bin: string
  /** The real npx with the packed tarball, for the variable DEPLOY_MONITORING. */
  readonly command: string
}

/** Packs the project as it would be published, and installs it once, as npx would at its first call. */
export async function packProject(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'))
  const npm = process.env.npm_execpath ?? (await npmOnPath())
  const run = (cwd: string, ...args: string[]) =>
    execFileSync(process.execPath, [npm, ...args, '--silent', '--ignore-scripts'], { cwd })
  run(projectRoot, 'pack', '--pack-destination', folder)
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'))
  const tarball = `file:${join(folder, name)}`
  run(folder, 'install', '--prefix', folder, '--offline', '--no-audit', '--no-fund', tarball)
  const bin = join(folder, 'bin')
  await mkdir(bin)
  const script = `#!/bin/sh
while case $1 in --*) true ;; *) false ;; esac; do shift; done
case $1 in github:fechatter/deploy-monitoring*) shift ;; *) echo "npx: there is no registry here: $1" >&2; exit 1 ;; esac
exec ${join(folder, 'node_modules/.bin/deploy-monitoring')} "$@"
`
  await writeFile(join(bin, 'npx'), script)
  await chmod(join(bin, 'npx'), 0o755)
  const npx = `${process.execPath} ${join(dirname(npm), 'npx-cli.js')}`
  return {
    bin,
    command: `${npx} --yes --offline ${tarball}`,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

const npmOnPath = (): Promise<string> => realpath(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim())

/** A reader of the pages at work in a repository. */
export interface Reader extends AsyncDisposable {
  readonly path: string
  /** Does what the page says; resolves with what each command printed, and rejects when one fails. */
  follow(page: string, env?: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<Result[]>
  run(script: string, env?: Readonly<Record<string, string>>): Promise<Result>
  /** Puts images into configurations that have been written since. */
  nameImages(): Promise<void>
}

/**
 * Somebody with a repository, a token in the environment and nothing else. The sandbox has no builder, so images are
 * put into the configuration wherever one is written, and a scrape every second, so that a verdict takes seconds.
 */
export async function readerIn(
  world: World,
  installed: Installed,
  files: Readonly<Record<string, string>>,
): Promise<Reader> {
  const path = await mkdtemp(join(tmpdir(), 'how-to-'))
  for (const [file, text] of Object.entries(files)) await write(join(path, file), text)

  const run: Reader['run'] = async (script, env = {}) => {
    const PATH = `${installed.bin}:${world.ready.env.PATH}`
    const result = await world.run({
      command: 'sh',
      args: ['-euc', script],
      cwd: path,
      env: { PATH, FLY_API_TOKEN: 'fake-org-token', ...env },
    })
    if (result.code !== 0)
      throw new Error(`exit code ${result.code}:\n${script}\n${result.stdout}${result.stderr}`)
    return result
  }
  const follow: Reader['follow'] = async (page, env = {}) => {
    const results: Result[] = []
    for (const step of await stepsOf(page)) {
      if (step.kind === 'run') results.push(await run(step.script, env[step.env ?? '']))
      else if (step.kind === 'write') await write(join(path, step.path), step.text)
      else await change(join(path, step.path), step.diff)
      await nameImages(path, world.ready.monitoringTag)
    }
    return results
  }
  return {
    path,
    follow,
    run,
    nameImages: () => nameImages(path, world.ready.monitoringTag),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** As a person would who reads a diff: finds the lines, and adds those with a plus. */
async function change(file: string, diff: string): Promise<void> {
  const lines = diff.trimEnd().split('\n')
  const side = (skip: string) =>
    lines
      .filter((line) => !line.startsWith(skip))
      .map((line) => line.slice(1))
      .join('\n')
  const text = await readFile(file, 'utf8')
  if (!text.includes(side('+'))) throw new Error(`${file} does not have:\n${side('+')}`)
  await writeFile(file, text.replace(side('+'), side('-')))
}

async function nameImages(folder: string, tag: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^monitoring.*\.yml$/.test(name)) continue
    const file = join(folder, name)
    const document = parseDocument(await readFile(file, 'utf8'))
    document.setIn(['monitoring', 'image'], `registry.fly.io/fechatter-monitoring:${tag}`)
    document.setIn(['monitoring', 'scrape_interval'], '1s')
    const apps = (document.toJS() as { apps: { deploy?: boolean }[] }).apps
    for (const [i, app] of apps.entries())
      if (app.deploy !== false) document.setIn(['apps', i, 'image'], 'registry.fly.io/fechatter:v1')
    const text = document.toString({ lineWidth: 0 })
    if (existsSync(file)) await writeFile(file, text)
  }
}

/** Environment of who has a Grafana. */
export const GRAFANA = { GRAFANA_URL: `https://${GRAFANA_HOST}`, GRAFANA_API_KEY: TOKENS.admin }

/** The Fly configuration of an app with Fechatter's image, as its team would have it. */
export async function flyToml(app: string): Promise<string> {
  const text = await readFile(`${projectRoot}__tests__/sandbox/repository/fly.toml`, 'utf8')
  return `${text.replace("app = 'fechatter'", `app = '${app}'`)}\n[build]\nimage = 'registry.fly.io/fechatter:v1'\n`
}

/** A page followed from a repository with nothing but these files. */
export async function follow(
  world: World,
  installed: Installed,
  page: string,
  files: Readonly<Record<string, string>>,
): Promise<{ reader: Reader; results: Result[]; last: string }> {
  const reader = await readerIn(world, installed, files)
  const results = await reader.follow(page)
  return { reader, results, last: results.at(-1)?.stdout ?? '' }
}

/** The reader is done; the apps rest, to leave room for others. */
export async function rest(world: World, reader: Reader, ...apps: string[]): Promise<void> {
  const machines = (await world.platform.machines()).filter(
    ({ app, state }) => apps.includes(app) && state === 'started',
  )
  await Promise.all(machines.map(({ id, app }) => reader.run(`flyctl machine stop ${id} -a ${app}`)))
  await reader[Symbol.asyncDispose]()
}
