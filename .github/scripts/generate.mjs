// Writes every generated file, or with --check lists those that are not up to date.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { parse } from 'yaml'
import { configSchema } from '../../src/config/schema.ts'
import { resultSchema } from '../../src/report/result.ts'
import { configurationPage } from './generate-configuration.mjs'
import { dashboards } from './generate-dashboards.mjs'
import { findings } from './generate-findings.mjs'
import { gallery } from './generate-gallery.mjs'
import { runCodesPage } from './generate-run-codes.mjs'

const check = process.argv.includes('--check')
const configuration = schema(configSchema, 'deploy-monitoring configuration', 'input')
const files = {
  'templates/monitoring.schema.json': configuration,
  'templates/result.schema.json': schema(resultSchema, 'deploy-monitoring result', 'output'),
  'README.md': readme(),
  ...(await dashboards()),
  ...(await findings()),
  ...runCodesPage(),
  ...configurationPage(JSON.parse(configuration)),
  ...gallery(),
}
const stale = Object.entries(files).filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
)
for (const [file, text] of stale) {
  if (!check) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  console.log(`${check ? 'not up to date' : 'written'}: ${file}`)
}
const gone = globSync(['docs/findings/**/*.md', 'docs/gallery/*']).filter((file) => !(file in files))
for (const file of gone) {
  if (!check) rmSync(file)
  console.log(`${check ? 'no longer generated' : 'removed'}: ${file}`)
}
if (check && stale.length + gone.length > 0) {
  console.log('Run "npm run generate" and commit the result.')
  process.exitCode = 1
}

/** A JSON schema for editors and programs, from the definition that the code uses. */
function schema(definition, title, io) {
  // A check in code cannot be expressed in a JSON schema; users see the message of the code.
  const { $schema, ...rest } = toJsonSchema(definition, {
    typeMode: io,
    ignoreActions: ['check', 'finite', 'transform'],
  })
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`
}

/** README.md with its tables filled in from action.yml, between <!-- name --> and <!-- /name -->. */
function readme() {
  const action = parse(readFileSync('action.yml', 'utf8'))
  const tables = {
    inputs: [
      '| input | default | what it is |',
      '| --- | --- | --- |',
      ...Object.entries(action.inputs).map(
        ([name, input]) =>
          `| \`${name}\` | ${input.default ? `\`${input.default}\`` : ''} | ${input.description} |`,
      ),
    ],
    outputs: [
      '| output | what it is |',
      '| --- | --- |',
      ...Object.entries(action.outputs).map(([name, output]) => `| \`${name}\` | ${output.description} |`),
    ],
  }
  return Object.entries(tables).reduce(
    (text, [name, rows]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`),
        `$1\n${rows.join('\n')}\n\n$2`,
      ),
    readFileSync('README.md', 'utf8'),
  )
}
