import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { bundledPackages } from '../../.github/scripts/bundled.ts'

const root = join(import.meta.dirname, '..', '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const code = globSync(['{src,__tests__,dashboards,jest,.github}/**/*.{ts,mjs}', 'jest.config.mjs'], {
  cwd: root,
})
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')
const commands: string[] = [
  ...Object.values<string>(manifest.scripts),
  readFileSync(join(root, '.github/scripts/check.mjs'), 'utf8'),
  code,
]

/** Neither imported nor started: by what they are used. */
const OTHERWISE: Readonly<Record<string, string>> = {
  '@types/node': 'tsconfig.json names its types',
  'development-node': 'puts Node 24 first on the PATH of npm scripts',
}

const isImported = (name: string): boolean =>
  new RegExp(`(?:from|import\\(|import|resolve\\() ?'${name}(?:/[^']*)?'`).test(code)

function isStarted(name: string): boolean {
  const { bin = {} } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  const programs = typeof bin === 'string' ? [name.split('/').at(-1) ?? name] : Object.keys(bin)
  return programs.some((program) =>
    commands.some((text) => new RegExp(`(^|['/ ])${program}(['/ ]|$)`, 'm').test(text)),
  )
}

test('every dependency is imported or started, and is pinned exactly', () => {
  expect(manifest.dependencies).toBeUndefined()
  const all = Object.entries<string>(manifest.devDependencies)
  expect(all.filter(([, version]) => !/^(?:\d+\.\d+\.\d+$|file:)/.test(version))).toEqual([])
  const unused = all.filter(([name]) => !(name in OTHERWISE || isImported(name) || isStarted(name)))
  expect(unused).toEqual([])
})

/** Licences that allow a bundle under MIT, with the texts that dist/licenses.txt contains. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

test('everything that is bundled has a licence that allows it', () => {
  const bundled = bundledPackages()
  expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(['undici', 'yaml', 'valibot']))
  expect(bundled.filter(({ license }) => !ALLOWED.includes(license))).toEqual([])
})

/** What npm would publish, from the files of this folder. */
function packed(): { size: number; files: string[] } {
  const npm = process.env.npm_execpath
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const output = npm
    ? execFileSync(process.execPath, [npm, ...args], { cwd: root, encoding: 'utf8' })
    : execFileSync('npm', args, { cwd: root, encoding: 'utf8' })
  const [{ size, files }] = JSON.parse(output)
  return { size, files: files.map(({ path }: { path: string }) => path) }
}

test('the package holds what a run reads, nothing else, and is small', () => {
  const { size, files } = packed()
  expect(files).toEqual(
    expect.arrayContaining([
      ...['LICENSE', 'README.md', 'action.yml', 'package.json', 'dist/index.js', 'dist/licenses.txt'],
      ...['dist/post.js', 'templates/docker-entrypoint.sh', 'dashboards/fechatter-overview.json'],
    ]),
  )
  const foreign =
    /^(?:dist|templates)\/|^dashboards\/[\w-]+\.json$|^(?:LICENSE|README\.md|CHANGELOG\.md|action\.yml|package\.json)$/
  expect(files.filter((file) => !foreign.test(file))).toEqual([])
  expect(size).toBeLessThan(1_200_000)
})

test('the version is below 1.0.0 until the first release has an entry in the changelog', () => {
  const released = globSync('CHANGELOG.md', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  )
  const [major] = manifest.version.split('.')
  expect(major === '0').toBe(!released.some((text) => text.includes('\n## 1.0.0')))
})
