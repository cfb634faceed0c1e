import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runValidator } from '../clients/validator-process.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { findProgram } from '../lib/programs.ts'
import { oneLine } from '../lib/text.ts'
import type { ModeContext } from './context.ts'
import type { ReadPage } from './contract-pages.ts'

/**
 * What promtool says about the pages, if it is on PATH: it parses a page as Prometheus does. Its advice about names
 * (exit code 3) is not reported: a rename would break what uses the metric. OpenMetrics is not checked, because promtool
 * reads the text format only.
 */
export async function checkFormat(
  pages: readonly ReadPage[],
  { env, scratch, until, signal }: ModeContext,
  workspaceRoot: string,
): Promise<Diagnostic[]> {
  const promtool = await findProgram('promtool', { path: env.PATH, workspaceRoot })
  if (!promtool) return []
  const checkable = pages.filter(
    // One message is enough for a page that is not in the format.
    ({ text, page }) => text !== undefined && page.faults.length === 0 && !/^# EOF\s*$/m.test(text),
  )
  const folder = await mkdtemp(join(scratch, 'pages-'))
  try {
    const found = checkable.map(async ({ source, text = '' }, i): Promise<Diagnostic[]> => {
      const file = join(folder, String(i))
      await writeFile(file, text)
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

const refused = (source: string, output: string): Diagnostic => ({
  code: 'contract-format',
  severity: 'error',
  message: `promtool refuses the page ${source}: ${oneLine(output)}`,
  hint: 'Prometheus refuses the whole page. Correct it in the service.',
})
