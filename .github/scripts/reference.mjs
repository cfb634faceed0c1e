// Writes the reference of this action into the workflows that people copy:  npm run reference -- COMMIT|v1
// Until the first release it is a commit whose dist/ is its build. With v1, links to the pages of this version and the
// sentences that say that there is no release change too.
import { globSync, readFileSync, writeFileSync } from 'node:fs'

const [reference = ''] = process.argv.slice(2)
const isCommit = /^[0-9a-f]{40}$/.test(reference)
if (!isCommit && !/^v\d+$/.test(reference)) {
  console.error('Usage: npm run reference -- COMMIT|v1')
  process.exit(1)
}
const USES = /^( +(?:- )?uses: fechatter\/deploy-monitoring@)\S+(?: #.*)?$/gm
const LINT = ' # zizmor: ignore[unpinned-uses] v1 moves with releases; pin a commit if you need to'
const TEMPLATE = 'templates/workflows/deploy-monitoring.yml'
for (const file of [TEMPLATE, 'README.md', ...globSync('docs/how-to/*.md')]) {
  const comment = isCommit ? ' # before the first release' : file === TEMPLATE ? LINT : ''
  const text = readFileSync(file, 'utf8')
  const changed = text.replaceAll(USES, `$1${reference}${comment}`)
  if (changed !== text) writeFileSync(file, changed)
}
if (!isCommit) {
  const SENTENCES = [
    ['src/lib/documentation.ts', /(?<=\/blob\/)(?:main|v\d+)(?=\/docs`)/, reference],
    [
      'README.md',
      /There is no release yet.*?\(immutable\)\./,
      `\`${reference}\` moves with every release; a release such as \`${reference}.2.3\`, and a commit, never change.`,
    ],
    [
      'docs/how-to/README.md',
      /It is installed from the repository: the package is not in the npm registry yet.*?\./,
      'It is installed from the repository; in the npm registry it is `@fechatter/deploy-monitoring`.',
    ],
  ]
  for (const [file, before, after] of SENTENCES)
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, after))
}
