import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { messageOf } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import type { RunReport } from '../report/report.ts'

/** Returns the function that writes the HTML report to a file, which `--report` names; its path is logged. */
export async function reportFileWriter(
  file: string | undefined,
  log: Log,
): Promise<((report: RunReport) => void) | undefined> {
  if (file === undefined) return undefined
  const { renderHtmlReport } = await import('../report/html/page.ts')
  return (report) => {
    try {
      writeFileSync(resolve(file), renderHtmlReport(report))
      log.info(`HTML report: ${resolve(file)}`)
    } catch (error) {
      log.problem({
        code: 'report-not-written',
        severity: 'warning',
        message: `The HTML report could not be written: ${messageOf(error)}`,
        hint: 'Name a file in a folder that exists with --report.',
      })
    }
  }
}
