import type { NginxDirective } from '../../formats/nginx.ts'
import { matches, patternFault } from '../../formats/promql/patterns.ts'

/** What nginx does with a request for a path. */
export interface NginxAnswer {
  /** Whether it passes the request on, with this path; undefined: its configuration does not say it for certain. */
  isPassed: boolean | undefined
  /** The line that decides. */
  line: number
}

const PASSES = /^(?:proxy|uwsgi|fastcgi|scgi|grpc)_pass$/
/** What may answer in a way that is not read here. */
const OPEN = /^(?:include|error_page|\w+_by_lua\w*|js_content)$/
/** Files without locations. */
const PARAMETERS = /mime\.types$|_params$|\b(?:ssl|gzip|proxy|headers?)\b[^/]*$/
/** From a location to the one that it names. */
const MOST_STEPS = 4

/** What a server does with a path. `place`: the path or the name by which nginx chooses the location. */
export function nginxAnswer(
  path: string,
  server: NginxDirective,
  { place = path, steps = MOST_STEPS }: { place?: string; steps?: number } = {},
): NginxAnswer {
  const location = locationFor(place, server)
  const { line } = location ?? server
  // Those of the server come first.
  if (server.block.some(({ name }) => name === 'return')) return { line: server.line, isPassed: false }
  // A page that its own location answers.
  if (steps === 0) return { line, isPassed: false }
  if (!location || isGuarded([...server.block, ...location.block])) return { line, isPassed: undefined }
  const next = (other: string) => nginxAnswer(path, server, { place: other, steps: steps - 1 }).isPassed
  const isPassed = passes(location, next)
  const isOther = server.block.some(({ name, args }) => name === 'include' && !PARAMETERS.test(args[0] ?? ''))
  return { line, isPassed: isPassed === false && isOther ? undefined : isPassed }
}

const isGuarded = (block: readonly NginxDirective[]): boolean =>
  block.some(({ name, args }) => /^auth_(?:basic|request)$/.test(name) && args[0] !== 'off')

/** The location that nginx chooses, or the server where it has no such one; undefined where a pattern is not read. */
function locationFor(place: string, server: NginxDirective): NginxDirective | undefined {
  const all = server.block.flatMap((one) => (one.name === 'location' ? { one, ...chooserOf(one) } : []))
  const exact = all.find(({ kind, text }) => kind === '=' && text === place)
  const prefix = all
    .filter(({ kind, text }) => /^(?:\^~)?$/.test(kind) && place.startsWith(text))
    .toSorted((a, b) => b.text.length - a.text.length)[0]
  const patterns = prefix?.kind === '^~' ? [] : all.filter(({ kind }) => kind.startsWith('~'))
  const pattern = patterns
    .map(({ one, kind, text }) => ({ one, value: `${kind === '~*' ? '(?i)' : ''}.*(?:${text}).*` }))
    .find(({ value }) => patternFault(value) !== undefined || matches({ op: '=~', value }, place))
  if (exact) return exact.one
  if (pattern) return patternFault(pattern.value) === undefined ? pattern.one : undefined
  return prefix?.one ?? { ...server, block: server.block.filter(({ name }) => name !== 'location') }
}

/** How a location is chosen: `= /metrics`, `~ ^/(api|admin)/`, `^~ /api/`, `/`, `@app`. */
function chooserOf({ args }: NginxDirective): { kind: string; text: string } {
  const [, kind = '', text = ''] = /^(=|~\*?|\^~)?(.*)$/s.exec(args.join('')) ?? []
  return { kind, text }
}

/** Whether a location passes a path on. `next`: whether another location does. */
function passes(location: NginxDirective, next: (place: string) => boolean | undefined): boolean | undefined {
  const { block } = location
  const of = (name: string) => block.find((one) => one.name === name)
  if (of('return') || of('stub_status') || of('internal') || refusesFly(block)) return false
  if (of('rewrite') || of('location')) return undefined
  const pass = block.find(({ name }) => PASSES.test(name))
  if (pass) return pass.name === 'proxy_pass' ? keepsPath(pass, location) : true
  const last = of('try_files')?.args.at(-1)
  if (last === undefined) return block.some(({ name }) => OPEN.test(name)) ? undefined : false
  const [place = ''] = last.split('?')
  if (place.startsWith('=')) return false
  if (place.includes('$')) return undefined
  const found = next(place)
  // The program behind it is given the new path, but for PHP, which has that of the request as well.
  return place.startsWith('@') || place.endsWith('.php') ? found : found && false
}

/** Only other networks are allowed: the private one of Fly is IPv6. */
const refusesFly = (block: readonly NginxDirective[]): boolean =>
  block.some(({ name, args }) => name === 'deny' && args[0] === 'all') &&
  !block.some(({ name, args }) => name === 'allow' && /:|^all$/.test(args[0] ?? ''))

/** Whether `proxy_pass` has no path of its own, or the one in whose place it comes; undefined: the path is changed. */
function keepsPath({ args: [url = ''] }: NginxDirective, location: NginxDirective): true | undefined {
  const other = /^https?:\/\/(?:unix:[^:]*:?|[^/]*)(\/.*)?$/.exec(url)?.[1]
  return other === undefined || other === location.args.at(-1) ? true : undefined
}
