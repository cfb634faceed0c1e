import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { prepareInit } from '../../src/init/prepare.ts'
import type { PresetNames } from '../../src/inputs/types.ts'
import type { Diagnostic } from '../../src/lib/errors.ts'
import { openWorkspace } from '../../src/lib/workspace.ts'
import type { ExternalValidators } from '../../src/lint/plan.ts'
import { scratchFolder } from './scratch.ts'

/** The files of a repository by path. */
export type Files = Readonly<Record<string, string>>

export interface Drafted {
  text: string
  isComplete: boolean
  /** What `plan` says, and the notes. */
  problems: Diagnostic[]
  /** The notes, as `file:line message`. */
  notes: string[]
  /** The texts of all files by path. */
  files: Files
}

interface DraftOf {
  names?: PresetNames
  preset?: boolean
  validators?: ExternalValidators
}

/** What `init` would write for a repository with these files, and what it says. */
export async function draftOf(
  files: Files,
  { names = {}, preset = false, validators = NO_VALIDATORS }: DraftOf = {},
): Promise<Drafted> {
  using scratch = scratchFolder()
  for (const [path, text] of Object.entries({ ...dockerfilesFor(files), ...files })) {
    mkdirSync(dirname(join(scratch.path, path)), { recursive: true })
    writeFileSync(join(scratch.path, path), text)
  }
  const workspace = openWorkspace(scratch.path, '.')
  const config = { path: 'monitoring.yml', explicit: false }
  const prepared = await prepareInit(workspace, { config, names, preset, force: false, validators })
  const draft = prepared.decisions.find(({ file }) => file.path === config.path)
  return {
    text: draft?.file.text ?? '',
    isComplete: prepared.isComplete,
    problems: [...prepared.notes, ...prepared.problems],
    files: Object.fromEntries(prepared.decisions.map(({ file }) => [file.path, file.text])),
    notes: prepared.notes.map(({ at, message }) => `${at?.file}:${at?.line} ${message}`),
  }
}

/** An example without a word of a Dockerfile is about something else: each Fly configuration of an app has an empty one. */
function dockerfilesFor(files: Files): Files {
  const all = Object.entries(files)
  if (all.some(([path, text]) => /dockerfile/i.test(path + text))) return {}
  const isOfApp = ([path, text]: [string, string]) =>
    /\bfly\b[^/]*\.toml$/.test(path) && !/(?:^|\/)deploy\b/.test(path) && !text.includes('_port = 9090')
  return Object.fromEntries(all.filter(isOfApp).map(([path]) => [join(dirname(path), 'Dockerfile'), '\n']))
}

/** None is on PATH. */
const NO_VALIDATORS: ExternalValidators = {
  check: async () => [],
  test: async () => [],
  skipped: () => [],
}
