import { spawnSync } from 'node:child_process'
import { runCase } from '../proof/start.ts'
import { projectRoot } from '../sandbox/project.ts'

/** What happened: a service that listens on IPv4 only, as most do before their first deployment to Fly. */
const CASE = `${projectRoot}__tests__/proof/cases/targets/nothing-listens-on-ipv6.ts`

/** The look of a job summary at GitHub, roughly: it is drawn there by a page that is not ours. */
const STYLE = `
  body { margin: 0; padding: 16px 24px; width: 850px; font: 16px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; background: #fff }
  h1, h2 { padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3; line-height: 1.25 } h1 { font-size: 1.75em; margin-top: 0 } h2 { font-size: 1.4em }
  a { color: #0969da } code { font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px }
  table { border-collapse: collapse } th, td { padding: 6px 13px; border: 1px solid #d1d9e0; text-align: left } ul { padding-left: 2em }`

/** Signs that are pictures in a font which not every machine has. */
const SIGNS: Readonly<Record<string, readonly [color: string, shape: string]>> = {
  '❌': ['#d1242f', '✖'],
  '🔴': ['#d1242f', '●'],
  '🟡': ['#d4a72c', '●'],
  '🟢': ['#1a7f37', '●'],
}

/** The summary of a run against a real Prometheus as a page; it is the project's own in every word. */
export async function summaryPage(): Promise<string> {
  const { summary } = await runCase(CASE)
  const { stdout, stderr, status } = spawnSync(
    `${projectRoot}.venv/bin/python`,
    [
      '-c',
      'import sys; from cmarkgfm import github_flavored_markdown_to_html as html; from cmarkgfm.cmark import Options; print(html(sys.stdin.read(), options=Options.CMARK_OPT_UNSAFE))',
    ],
    { input: summary, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`.venv has no cmark-gfm, see .github/scripts/setup.mjs: ${stderr}`)
  const drawn = Object.entries(SIGNS).reduce((html, [sign, [color, shape]]) => {
    return html.replaceAll(sign, `<span style="color:${color}">${shape}</span>`)
  }, stdout)
  return `<!DOCTYPE html><meta charset="utf-8"><style>${STYLE}</style><body>${drawn}</body>`
}
