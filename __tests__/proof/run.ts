/** `npm run case -- FILE …`: runs case files, also from outside, and prints what the product says about them. */

import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { type Proof, runCase } from './start.ts'

function print({ seconds, result, evidence, log, notes }: Proof, folder: string): void {
  const { targets, metrics, panels, rules, checks } = evidence
  const off = rules.filter(({ state }) => state !== 'ok')
  console.log(
    [
      `${result.verdict.toUpperCase()} ${result.headline} (Prometheus ${evidence.prometheus}, ${seconds.toFixed(1)} s)`,
      ...result.failures.map((one) => `  ! ${one.code} [${one.subject}] ${one.why} -> ${one.next}`),
      ...result.problems.map((one) => `  ! ${one.code} ${one.message} -> ${one.hint}`),
      ...targets.map(
        (one) => `  target ${one.service}@${one.machine} ${one.state} [${one.certainty}] ${one.why}`,
      ),
      ...metrics.map((one) => `  metric ${one.name} ${one.state} [${one.certainty}] ${one.why}`),
      ...panels.map(
        (one) => `  panel ${one.panel.title} ${one.state} [${one.certainty}] ${one.why} | ${one.query}`,
      ),
      ...off.map((one) => `  rule ${one.name} ${one.state} [${one.certainty}] ${one.detail}`),
      ...checks.map((one) => `  check ${one.area} ${one.outcome} [${one.certainty}] ${one.why}`),
      ...log.map((line) => `  log ${line}`),
      ...notes.map((note) => `  note ${note}`),
      `  files: ${folder}`,
    ].join('\n'),
  )
}

const files = process.argv.slice(2)
if (files.length === 0) throw new Error('Usage: npm run case -- FILE …')
for (const file of files.map((one) => resolve(process.env.INIT_CWD ?? '.', one))) {
  const name = basename(file) === 'case.ts' ? basename(dirname(file)) : basename(file, '.ts')
  const folder = join(tmpdir(), 'proof-runs', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  console.log(`# ${name}`)
  print(await runCase(file, folder), folder)
}
