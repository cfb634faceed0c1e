import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type FirstDraft, firstDraft } from '../../src/init/first-draft.ts'
import { insideOf, readRepository } from '../../src/init/repository.ts'
import type { PresetNames } from '../../src/inputs/types.ts'
import { openWorkspace } from '../../src/lib/workspace.ts'
import { paceOf } from './pace.ts'
import { scratchFolder } from './scratch.ts'

/** The files of a repository by path. */
export type Files = Readonly<Record<string, string>>

export interface Drafted extends FirstDraft {
  /** The notes, as `file:line message`. */
  notes: string[]
}

/** What `init` would write for a repository with these files, and what it says. */
export async function draftOf(
  files: Files,
  { names = {}, preset = false }: { names?: PresetNames; preset?: boolean } = {},
): Promise<Drafted> {
  using scratch = scratchFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch.path, path)), { recursive: true })
    writeFileSync(join(scratch.path, path), text)
  }
  const workspace = openWorkspace(scratch.path, '.')
  const [inside, pace] = [insideOf(workspace), paceOf()]
  const repository = await readRepository(workspace, inside, pace)
  const draft = await firstDraft(repository, { path: 'monitoring.yml', names, preset, inside, pace })
  const notes = draft.problems.filter(({ code }) => code.startsWith('init-'))
  return { ...draft, notes: notes.map(({ at, message }) => `${at?.file}:${at?.line} ${message}`) }
}
