import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runValidator } from '../clients/validator-process.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import type { Config } from '../config/schema.ts'
import { isClassicName } from '../formats/metric-types.ts'
import { isOpenMetrics } from '../formats/open-metrics.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { findProgram } from '../lib/programs.ts'
import { oneLine } from '../lib/text.ts'
import { prometheusVersionOf } from '../model/prometheus-version.ts'
import type { ModeContext } from './context.ts'
import type { ReadPage } from './contract-pages.ts'

/**
 * What promtool says about the pages, if it is on PATH. Only warnings: its parser (prometheus/common/expfmt) is not the
 * one that scrapes, and refuses pages that Prometheus accepts, such as a `# TYPE` line behind its samples. Its advice
 * about names (exit code 3) is not reported: a rename would break what uses the metric. Not checked: OpenMetrics, because
 * promtool reads the text format only, and names that need quotes, which only some versions read.
 */
export async function checkFormat(
  pages: readonly ReadPage[],
  { env, scratch, until, signal }: ModeContext,
  workspaceRoot: string,
): Promise<Diagnostic[]> {
  const promtool = findProgram('promtool', { path: env.PATH, workspaceRoot })
  if (!promtool) return []
  const checkable = pages.filter(
    ({ text, page }) =>
      text !== undefined &&
      // One message is enough for a page that is not in the format.
      page.faults.length === 0 &&
      !isOpenMetrics(text) &&
      page.metrics.every(({ name }) => isClassicName(name)),
  )
  const folder = await mkdtemp(join(scratch, 'pages-'))
  try {
    const found = checkable.map(async ({ source, text = '' }, i): Promise<Diagnostic[]> => {
      const file = join(folder, String(i))
      // Prometheus accepts a last line without a line break.
      await writeFile(file, `${text}\n`)
      const answer = await runValidator({
        binary: '/bin/sh',
        argv: ['-c', 'exec "$1" check metrics < "$2"', 'sh', promtool, file],
        env: { PATH: env.PATH ?? '' },
        cwd: folder,
        until,
        signal,
      })
      return answer.kind === 'refused' ? [refused(source, answer.output)] : []
    })
    return (await Promise.all(found)).flat()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The types for which Prometheus 3 has a parser. */
const KNOWN_TYPES =
  /^\s*(?:text\/plain|application\/openmetrics-text|application\/vnd\.google\.protobuf)\s*(?:;|$)/i

/** Pages with a Content-Type that Prometheus 3 refuses; earlier versions read them as its text format. */
export function checkContentTypes(pages: readonly ReadPage[], { monitoring }: Config): Diagnostic[] {
  if (isOnFlysPrometheus(monitoring) || prometheusVersionOf(monitoring.image).major < 3) return []
  return pages.flatMap(({ source, contentType, page }): Diagnostic[] =>
    // What is not in the format, such as a page to log in, has its own type.
    contentType === undefined || page.faults.length > 0 || KNOWN_TYPES.test(contentType)
      ? []
      : [
          {
            code: 'contract-format',
            severity: 'error',
            message: `The page ${source} is sent ${contentType === '' ? 'without a Content-Type' : `with the Content-Type ${oneLine(contentType, 100)}`}: Prometheus 3 refuses it.`,
            hint: 'Send Content-Type: text/plain; version=0.0.4.',
          },
        ],
  )
}

const refused = (source: string, output: string): Diagnostic => ({
  code: 'contract-format',
  severity: 'warning',
  message: `promtool refuses the page ${source}: ${oneLine(output)}`,
  hint: 'Prometheus can scrape the page; programs that read it as promtool does (the Pushgateway, some agents) cannot. Correct it in the service.',
})
