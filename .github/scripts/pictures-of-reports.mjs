// Pictures of the gallery for the README, in a real Chromium: node .github/scripts/pictures-of-reports.mjs
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startBrowser } from '../../__tests__/support/browser.ts'

/** Name of the picture: page of the gallery, width, height, dark. */
const PICTURES = {
  'job-summary-red': ['one-service-down.md', 1012, 620, false],
  'job-summary-green': ['first-deploy.md', 1012, 620, false],
  'report-page': ['one-service-down.html', 1200, 1180, false],
  'report-page-dark': ['one-service-down.html', 1200, 1180, true],
}

/** The colours and sizes of GitHub's job summary. */
const STYLE = `body{margin:0 auto;max-width:980px;padding:16px;font:16px/1.5 -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;color:#1f2328;background:#fff;overflow-wrap:break-word}
h1{font-size:2em;border-bottom:1px solid #d1d9e0b3;padding-bottom:.3em}h2{font-size:1.5em;border-bottom:1px solid #d1d9e0b3;padding-bottom:.3em}
code{background:#818b981f;border-radius:6px;padding:.2em .4em;font:85% ui-monospace,"DejaVu Sans Mono",monospace}pre{background:#f6f8fa;padding:16px;border-radius:6px;overflow:auto}
pre code{background:none;padding:0}a{color:#0969da}table{border-collapse:collapse;display:block;width:max-content;max-width:100%;overflow:auto}td,th{border:1px solid #d1d9e0;padding:6px 13px}
ul{padding-left:2em}details{margin:0 0 10px}summary{cursor:pointer}`

const SIGNS = {
  '❌': ['✖', '#dd2e44'],
  '✅': ['✔', '#2da44e'],
  '⚠': ['⚠', '#bf8700'],
  '🔴': ['●', '#dd2e44'],
  '🟡': ['●', '#f0b429'],
  '🟢': ['●', '#2da44e'],
  '⚪': ['○', '#8b949e'],
}

const RENDER = `import sys
from cmarkgfm import cmark
options = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
sys.stdout.write(cmark.markdown_to_html_with_extensions(sys.stdin.read(), options, ["autolink", "table", "strikethrough", "tasklist", "tagfilter"]))`

function page(file) {
  if (file.endsWith('.html')) return readFileSync(file, 'utf8')
  const input = readFileSync(file, 'utf8')
  const { stdout } = spawnSync('.venv/bin/python', ['-c', RENDER], { input, encoding: 'utf8' })
  const html = stdout.replace(/[❌✅⚠🔴🟡🟢⚪⏳🔥]\ufe0f?/gu, (sign) => drawn(sign.replace('\ufe0f', '')))
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${STYLE}</style>${html}`
}

/** Signs as they are on GitHub, whatever fonts this machine has. */
function drawn(sign) {
  const [shape, colour] = SIGNS[sign] ?? ['●', '#8b949e']
  return `<span style="color:${colour}">${shape}</span>`
}

const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
await using browser = await startBrowser()
const [source, target, width, height, dark] = process.argv.slice(2)
const all = source
  ? [[target, [resolve(source), Number(width), Number(height), dark === 'dark']]]
  : Object.entries(PICTURES).map(([name, [file, ...size]]) => [
      `docs/pictures/${name}.png`,
      [`docs/gallery/${file}`, ...size],
    ])
mkdirSync('docs/pictures', { recursive: true })
for (const [name, [file, wide, high, isDark]] of all) {
  const copy = join(folder, 'page.html')
  writeFileSync(copy, page(file))
  const shown = await browser.open(pathToFileURL(copy).href, { width: wide, height: high, dark: isDark })
  const { data } = await shown.send('Page.captureScreenshot', { format: 'png' })
  writeFileSync(name, Buffer.from(data, 'base64'))
}
rmSync(folder, { recursive: true })
