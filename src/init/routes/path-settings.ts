import type { TextFile } from '../../lib/workspace.ts'

/** A field of the settings as the path of a route, in Go behind the method: `mux.Handle("GET "+cfg.MetricsPath, page)`. */
const FIELD =
  /(?<=\w\(\s{0,8})(?:(["'`]GET )["'`]\s?\+\s?)?[\w.]{1,60}\.(\w{0,30}[mM]etrics?\w{0,20}Path)(?=\s?,)/

/** A line with the default of such a field in its place, where all of the code agrees on one: `"GET /metrics"`. */
export function withDefaultPath(line: string, files: readonly TextFile[]): string {
  const [whole, method = '"', name] = FIELD.exec(line) ?? []
  if (whole === undefined || name === undefined) return line
  const given = new RegExp(
    `\\b${name}\\b["']?\\s{0,20}:?=?\\s[^\\n]{0,100}?["'\`](/[\\w./-]{1,100})["'\`]`,
    'g',
  )
  const paths = new Set(
    files.flatMap(({ text }) =>
      text.includes(name) ? [...text.matchAll(given)].map(([, path = '']) => path) : [],
    ),
  )
  const [path, ...others] = paths
  return path === undefined || others.length > 0
    ? line
    : line.replace(whole, () => `${method}${path}${method[0]}`)
}
