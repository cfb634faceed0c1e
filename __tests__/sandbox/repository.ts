import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { projectRoot } from './project.ts'

/** A team's repository in a temporary folder, gone when it is disposed of. */
export interface Workspace extends AsyncDisposable {
  readonly path: string
  /** Rewrites one of its files. */
  edit(file: string, change: (text: string) => string): Promise<void>
}

export interface RepositoryOptions {
  /** Tag of the monitoring image in the world that it is for. */
  monitoringTag: string
  /** Values in monitoring.yml by their path, e.g. `{ 'monitoring.scrape_interval': '1s' }`; indexes count from 0. */
  set?: Readonly<Record<string, unknown>>
  /** More variables in fly.toml's [env], e.g. how the services are to misbehave. */
  env?: Readonly<Record<string, string>>
}

/** Copies the sandbox's repository and changes what a test asks for. */
export async function copyRepository(options: RepositoryOptions): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'fechatter-'))
  await cp(`${projectRoot}__tests__/sandbox/repository`, path, { recursive: true })
  const edit: Workspace['edit'] = async (file, change) => {
    const name = join(path, file)
    await writeFile(name, change(await readFile(name, 'utf8')))
  }
  await edit('monitoring.yml', (text) => {
    const document = parseDocument(text)
    document.setIn(['monitoring', 'image'], `registry.fly.io/fechatter-monitoring:${options.monitoringTag}`)
    for (const [key, value] of Object.entries(options.set ?? {})) document.setIn(key.split('.'), value)
    return document.toString()
  })
  await edit('fly.toml', (text) => {
    const lines = Object.entries(options.env ?? {}).map(
      ([name, value]) => `  ${name} = ${JSON.stringify(value)}\n`,
    )
    return text.replace('[env]\n', `[env]\n${lines.join('')}`)
  })
  return { path, edit, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
