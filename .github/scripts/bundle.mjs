// Builds dist/: types are checked, ncc bundles, and comments are left out, which is a fifth of the package.
import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

const run = (program, ...args) =>
  execFileSync(join('node_modules', '.bin', program), args, { stdio: 'inherit' })

for (const folder of ['build', 'dist']) rmSync(folder, { recursive: true, force: true })
run('tsc', '-p', 'tsconfig.json')
run('ncc', ...'build build/index.js -o dist --license licenses.txt --no-cache --quiet'.split(' '))
copyFileSync('build/post.js', 'dist/post.js')

// The compiler writes only what it reads, without checks of foreign code; the licences are in licenses.txt.
const files = globSync('dist/*.js')
run(
  'tsc',
  ...'--allowJs --noCheck --noResolve --removeComments --ignoreConfig --newLine lf'.split(' '),
  ...'--target esnext --module esnext --rootDir dist --outDir build/without-comments'.split(' '),
  ...files,
)
for (const file of files) copyFileSync(join('build', 'without-comments', basename(file)), file)
