// Writes the reference of this action into the workflows of the documentation:  npm run reference -- COMMIT|v1
import { globSync, readFileSync, writeFileSync } from 'node:fs'

const [reference = ''] = process.argv.slice(2)
const isCommit = /^[0-9a-f]{40}$/.test(reference)
if (!isCommit && !/^v\d+$/.test(reference)) {
  console.error('Usage: npm run reference -- COMMIT|v1')
  process.exit(1)
}
const written = `fechatter/deploy-monitoring@${reference}${isCommit ? ' # before the first release' : ''}`
for (const file of ['README.md', ...globSync('docs/how-to/*.md')]) {
  const text = readFileSync(file, 'utf8')
  const changed = text.replaceAll(
    /^( +(?:- )?uses: )fechatter\/deploy-monitoring@\S+(?: # before the first release)?$/gm,
    `$1${written}`,
  )
  if (changed !== text) writeFileSync(file, changed)
}
