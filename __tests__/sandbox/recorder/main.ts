/** The step of the action from its sources, which writes the report itself instead of publishing it. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerLog } from '../../../src/action/log.ts'
import { secretsIn } from '../../../src/inputs/names.ts'
import { addSecret } from '../../../src/lib/redact.ts'
import { run } from '../../../src/run/run.ts'

const cancel = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort())
for (const secret of secretsIn(process.env)) addSecret(secret)
const scratch = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'recorder-'))
const log = runnerLog()
const report = await run({ env: process.env, log, signal: cancel.signal, scratch, charts: true })
writeFileSync(process.env.RECORD_TO ?? join(scratch, 'report.json'), JSON.stringify(report))
process.exit(0)
