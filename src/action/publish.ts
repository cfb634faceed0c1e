import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { Environment } from '../inputs/names.ts'
import { jsonText } from '../lib/json-text.ts'
import type { Log } from '../lib/log.ts'
import { temporaryFolder } from '../lib/temporary.ts'
import { actionItems } from '../report/action-items.ts'
import { headline } from '../report/headline.ts'
import { renderHtmlReport } from '../report/html/page.ts'
import type { RunReport } from '../report/report.ts'
import { toResult } from '../report/result.ts'
import { renderSarif } from '../report/sarif.ts'
import { renderSummary } from '../report/summary.ts'
import { filesUrl } from './github/event.ts'
import { identityIn } from './github/publication.ts'
import { actionOutputs } from './outputs.ts'
import { writeSarif } from './sarif-file.ts'

/**
 * Publishes the report on a runner: annotations, job summary, files, outputs. Also after a failure; a part that cannot be
 * written is logged and is not another failure.
 */
export function publish(report: RunReport, env: Environment, log: Log): void {
  annotate(report, log)
  const source = filesUrl(env)
  const text = renderSummary(report, source)
  attempt(log, 'The job summary', () => {
    if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, text)
  })
  const files = filesFor({ report, source, text }, env, log)
  attempt(log, 'The outputs', () => {
    for (const [name, value] of Object.entries({ ...actionOutputs(report), ...files }))
      core.setOutput(name, value)
  })
  log.info(headline(report))
}

interface Files {
  report: RunReport
  source: string | undefined
  /** The summary. */
  text: string
}

/**
 * Summary, result, HTML report and findings as files, in a separate folder that no other user may enter: without
 * RUNNER_TEMP its parent is shared, and anyone who knows a name in it could create a link there first. Returns the
 * outputs with their paths, empty for what was not written.
 */
function filesFor({ report, source, text }: Files, env: Environment, log: Log): Record<string, string> {
  const paths = { 'summary-path': '', 'report-path': '', 'sarif-file': '' }
  attempt(log, 'The summary', () => {
    const folder = mkdtempSync(join(temporaryFolder(env), 'deploy-monitoring-summary-'))
    writeFileSync(join(folder, 'summary.md'), text)
    paths['summary-path'] = join(folder, 'summary.md')
    writeFileSync(join(folder, 'summary.json'), `${jsonText(toResult(report), 2)}\n`)
    attempt(log, 'The HTML report', () => {
      writeFileSync(join(folder, 'deploy-monitoring.html'), renderHtmlReport(report, source))
      paths['report-path'] = join(folder, 'deploy-monitoring.html')
    })
    attempt(log, 'The findings as SARIF', () => {
      const sarif = renderSarif(report, identityIn(env))
      if (sarif) paths['sarif-file'] = writeSarif(sarif, { folder, env, log })
    })
  })
  return paths
}

/** What to do, as annotations, worst first; the log keeps to GitHub's limits. */
function annotate(report: RunReport, log: Log): void {
  for (const { severity, code, subject, at, what, next } of actionItems(report)) {
    const message = at || subject === '' ? what : `${subject}: ${what}`
    log.problem({ code, severity, message, hint: next, ...(at && { at }) })
  }
}

function attempt(log: Log, what: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    log.info(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
