// Writes the reference of this action into the workflows that people copy:  npm run reference -- COMMIT|v1
// Until the first release it is a commit whose dist/ is its build.
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
