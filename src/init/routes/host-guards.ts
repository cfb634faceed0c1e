import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { definitionIn } from './definitions.ts'
import type { GuardAround } from './guard.ts'

/** How frameworks are given the names of hosts that they answer for: Starlette, Django, Rails. */
const HOSTS: readonly [files: RegExp, pattern: RegExp][] = [
  [/\.py$/, /\b(\w{0,40}TrustedHost\w{0,40})\s*,\s*allowed_hosts\s*=\s*(\[[^\]]{0,500}\]|[\w.]{1,60})/],
  [/settings[\w/]*\.py$/, /^(ALLOWED_HOSTS)\s*=\s*(\[[^\]]{0,500}\]|[^\n]{1,300})/m],
  [
    /(?:^|\/)config\/(?:application|environments\/production)\.rb$/,
    /^\s*(config\.hosts)\s*(?:<<|\+?=|\.push)\s*([^\n]{1,300})/m,
  ],
]
/** Settings of other environments. */
const ELSEWHERE = /(?:^|[/._-])(?:dev|development|local|test|testing|ci)(?:[/._-]|$)/
/** Any host, any address, or what only a variable says. */
const ANY = /environ|getenv|\benv\b|ENV|["'`]\*["'`]|["'`,=]\*(?:["'`,]|$)|::\/0|\.\*|\bnil\b/m

/** What refuses a scrape for its Host header: Prometheus asks each machine by its address, which is in no list of names. */
export const hostGuard = (files: readonly TextFile[]): GuardAround | undefined =>
  files
    .filter(({ file }) => !ELSEWHERE.test(file))
    .flatMap((source) => HOSTS.flatMap((way) => hostsIn(source, way, files) ?? []))[0]

function hostsIn(
  { file, text }: TextFile,
  [of, pattern]: (typeof HOSTS)[number],
  files: readonly TextFile[],
): GuardAround | undefined {
  const found = of.test(file) && /hosts/i.test(text) ? pattern.exec(text) : null
  if (!found) return undefined
  const [, name = '', hosts = ''] = found
  const before = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index)
  const known = /^[\w.]+$/.test(hosts)
    ? definitionIn(files, file)(hosts.split('.').at(-1) ?? hosts)?.text
    : hosts
  const isList = known !== undefined && /["'`][\w-]+(?:\.[\w-]+)*["'`,]/.test(known)
  if (/^\s*#/.test(before) || !isList || ANY.test(known)) return undefined
  return { name, file, line: lineAt(text, found.index), isHost: true }
}
