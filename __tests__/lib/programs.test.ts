import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findProgram } from '../../src/lib/programs.ts'
import { scratchFolder } from '../support/scratch.ts'

function scene() {
  const { path: root, [Symbol.dispose]: remove } = scratchFolder()
  const folder = (name: string): string => {
    mkdirSync(join(root, name), { recursive: true })
    return join(root, name)
  }
  const [first, second, workspace] = [folder('first'), folder('second'), folder('workspace')]
  return {
    root,
    first,
    second,
    workspace,
    folder,
    program(place: string, mode = 0o755): string {
      writeFileSync(join(place, 'tool'), '')
      chmodSync(join(place, 'tool'), mode)
      return join(place, 'tool')
    },
    find: (...path: string[]) =>
      findProgram('tool', { path: path.join(delimiter), workspaceRoot: workspace }),
    [Symbol.dispose]: remove,
  }
}

test('the first program of its name on PATH; what cannot be started is none', () => {
  using it = scene()
  const tool = it.program(it.second)
  it.program(it.first, 0o644)
  expect(it.find(it.first, it.second)).toBe(tool)
  expect(it.find(it.first)).toBeUndefined()
  it.folder('third/tool')
  expect(it.find(join(it.root, 'third'), join(it.root, 'nowhere'))).toBeUndefined()
  expect(findProgram('tool', { path: undefined, workspaceRoot: it.workspace })).toBeUndefined()
})

test('a link outside of the workspace is named itself, not what it leads to', () => {
  using it = scene()
  symlinkSync(it.program(it.folder('manager')), join(it.first, 'tool'))
  expect(it.find(it.first)).toBe(join(it.first, 'tool'))
})

test('a program of the workspace is not found, by whatever path or link', () => {
  using it = scene()
  const inner = it.folder('workspace/bin')
  const own = it.program(inner)
  symlinkSync(own, join(it.first, 'tool'))
  symlinkSync(inner, join(it.root, 'way'))
  const outside = it.program(it.second)
  symlinkSync(it.second, join(inner, 'out'))
  symlinkSync(outside, join(it.folder('workspace/links'), 'tool'))
  const ways = [inner, it.first, join(it.root, 'way'), join(inner, 'out'), join(it.workspace, 'links')]
  for (const way of ways) expect(it.find(way)).toBeUndefined()
  expect(it.find(...ways, it.second)).toBe(outside)
})

test('a workspace is known by its real place, and its neighbours are not of it', () => {
  using it = scene()
  symlinkSync(it.workspace, join(it.root, 'checkout'))
  it.program(it.workspace)
  const workspaceRoot = join(it.root, 'checkout')
  expect(findProgram('tool', { path: it.workspace, workspaceRoot })).toBeUndefined()
  const neighbour = it.program(it.folder('workspace-tools'))
  expect(it.find(join(it.root, 'workspace-tools'))).toBe(neighbour)
})

test('a relative entry of PATH is not searched: it would let the workspace name the program', () => {
  using it = scene()
  it.program(it.first)
  const before = process.cwd()
  process.chdir(it.root)
  try {
    expect(it.find('first', '.', '')).toBeUndefined()
  } finally {
    process.chdir(before)
  }
})
