import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findProgram, trustedPath } from '../../src/lib/programs.ts'
import { scratchFolder } from '../support/scratch.ts'

/** A folder with a repository in it, a submodule and a subfolder in that, and a place for programs beside it. */
function scene() {
  const scratch = scratchFolder()
  const at = (path: string) => join(scratch.path, path)
  for (const folder of ['repository/.git', 'repository/bin', 'repository/module/apps/chat', 'tools/bin'])
    mkdirSync(at(folder), { recursive: true })
  // As git writes it for a submodule.
  writeFileSync(at('repository/module/.git'), 'gitdir: ../.git/modules/module\n')
  return {
    at,
    /** Makes a program, or a link to one. */
    program(path: string, target?: string): string {
      mkdirSync(dirname(at(path)), { recursive: true })
      if (target !== undefined) symlinkSync(at(target), at(path))
      else {
        writeFileSync(at(path), '#!/bin/sh\n')
        chmodSync(at(path), 0o755)
      }
      return at(path)
    },
    /** Looks in these folders from the deepest one of the repository. */
    places: (...folders: string[]) => ({
      path: folders.join(delimiter),
      workspaceRoot: at('repository/module/apps/chat'),
    }),
    [Symbol.dispose]: () => scratch[Symbol.dispose](),
  }
}

test.each([
  ['the folder itself', 'repository/module/apps/chat'],
  ['a folder above it in the submodule', 'repository/module/apps'],
  ['the submodule', 'repository/module'],
  ['the repository around it', 'repository/bin'],
  ['packages of the repository', 'repository/node_modules/.bin'],
  ['packages above the repository', 'node_modules/.bin'],
  ['packages of packages elsewhere', 'tools/node_modules/a/node_modules/.bin'],
])('a program of %s is none, and its folder is not handed on', (_, folder) => {
  using it = scene()
  it.program(`${folder}/git`)
  const good = it.program('tools/bin/git')
  const places = it.places(it.at(folder), `${it.at(folder)}//`, `${it.at(folder)}/./`, it.at('tools/bin'))
  expect(findProgram('git', places)).toBe(good)
  expect(trustedPath(places)).toBe(it.at('tools/bin'))
})

test.each([
  ['an empty entry', ''],
  ['the current folder', '.'],
  ['a relative folder', 'bin'],
  ['a home folder that no shell has put in', '~/bin'],
])('%s of PATH is passed over', (_, entry) => {
  using it = scene()
  const places = it.places(entry, it.at('tools/bin'), entry)
  expect(trustedPath(places)).toBe(it.at('tools/bin'))
})

test('a folder outside that is a link into the repository, and a folder in it that is a link outside', () => {
  using it = scene()
  it.program('repository/bin/git')
  symlinkSync(it.at('repository/bin'), it.at('way-in'))
  symlinkSync(it.at('tools/bin'), it.at('repository/way-out'))
  it.program('tools/bin/git')
  const places = it.places(it.at('way-in'), it.at('repository/way-out'))
  expect(findProgram('git', places)).toBeUndefined()
  expect(trustedPath(places)).toBe('')
})

test('a program outside that is a link into the repository is passed over for the next', () => {
  using it = scene()
  it.program('repository/bin/git')
  it.program('links/git', 'repository/bin/git')
  const good = it.program('tools/bin/git')
  expect(findProgram('git', it.places(it.at('links'), it.at('tools/bin')))).toBe(good)
})

test('a repository that is reached by a link is the same repository', () => {
  using it = scene()
  it.program('repository/bin/git')
  symlinkSync(it.at('repository'), it.at('alias'))
  const from = { path: it.at('repository/bin'), workspaceRoot: it.at('alias/module/apps') }
  expect(findProgram('git', from)).toBeUndefined()
  const by = { path: it.at('alias/bin'), workspaceRoot: it.at('repository/module/apps') }
  expect(findProgram('git', by)).toBeUndefined()
})

test('what a version manager has linked keeps the name that it was found by', () => {
  using it = scene()
  const real = it.program('tools/mise')
  const shim = it.program('shims/git', 'tools/mise')
  expect(findProgram('git', it.places(it.at('shims')))).toBe(shim)
  expect(realpathSync(shim)).toBe(realpathSync(real))
})

test('a folder or a file that may not be executed is no program', () => {
  using it = scene()
  mkdirSync(it.at('one/git'), { recursive: true })
  mkdirSync(it.at('two'))
  writeFileSync(it.at('two/git'), '#!/bin/sh\n', { mode: 0o644 })
  symlinkSync(it.at('nowhere'), it.at('dangling'))
  const places = it.places(it.at('one'), it.at('two'), it.at('dangling'), it.at('tools/bin'))
  expect(findProgram('git', places)).toBeUndefined()
})

test('settings in a repository around the home folder do not make its programs foreign', () => {
  using it = scene()
  const home = it.at('home')
  mkdirSync(join(home, '.git'), { recursive: true })
  mkdirSync(join(home, 'work/.git'), { recursive: true })
  const own = it.program('home/.fly/bin/flyctl')
  it.program('home/work/bin/flyctl')
  const before = process.env.HOME
  process.env.HOME = home
  try {
    const places = {
      path: [join(home, 'work/bin'), dirname(own)].join(delimiter),
      workspaceRoot: join(home, 'work'),
    }
    expect(findProgram('flyctl', places)).toBe(own)
  } finally {
    process.env.HOME = before
  }
})
