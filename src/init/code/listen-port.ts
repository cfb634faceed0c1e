import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { givenArgument } from './given-argument.ts'
import { type PortContext, type PortValue, portValue } from './port-value.ts'

/** The port that a program listens on, and the line that starts its server. */
export interface ListenPort extends PortValue {
  at: SourceLocation
  /** Other servers in the same file listen on other ports. */
  isBesideOthers?: true
  /** The program has the port of its service somewhere as well. */
  isBesideAsked?: true
}

/** Up to the port in the call that starts a server, by the language of its file. */
const SERVERS: readonly [files: RegExp, call: RegExp][] = [
  [
    /\.[cm]?[jt]s$/,
    /(?:\.listen\(\s*|\bserve\(\s*(?:[\w.]{1,40},\s*)?)(?:\{[^{}]{0,200}?(?:\bport\s*:\s*|(?=\bport\s*[,}\n]))|(?![{)]))/g,
  ],
  [
    /\.py$/,
    /\b(?:(?:uvicorn|hypercorn|granian)\.\w+|Config|run_app|serve|app\.run|socketio\.run|TCPSite)\((?:[^()]|\([^()]{0,100}\)){0,300}?\bport\s*=\s*|\b(?:HTTPServer|make_server|TCPSite)\(\s*\(?[^,()\n]{1,60},\s*/g,
  ],
  [
    /\.go$/,
    /\bListenAndServe(?:TLS)?\(\s*(?!\))|\bhttp\.Server\{[^{}]{0,300}?\bAddr:\s*|\b(?:\w*[rR]outer|app|engine|e|r|g|server|srv)\.(?:Run|Start|Listen)\(\s*(?=[^)\s])/g,
  ],
  [/\.rs$/, /\b(?:TcpListener|Server)::(?:try_)?bind\(\s*&?|\bHttpServer::new\([\s\S]{0,1500}?\.bind\(\s*/g],
  [/(?:^|\/)runtime\.exs$/, /\bhttp:\s*\[[^\]]{0,200}?\bport:\s*/g],
  [/(?:^|\/)puma\.rb$/, /^port\s+/gm],
]

const MOST_LENGTH = 200

/**
 * The port of the server in a file: of several, that of the one which is given `on`. Undefined where none is seen, or where they
 * do not agree or are not understood.
 */
export function listenPort(source: TextFile, on: string, context: PortContext): ListenPort | undefined {
  const { file, text } = source
  const all = SERVERS.filter(([of]) => of.test(file)).flatMap(([, call]) =>
    [...text.matchAll(call)].map(({ 0: start, index }) => {
      const from = index + start.length
      const value = valueAt(source, from, context)
      return {
        ...value,
        at: { file, line: lineAt(text, from), column: 1 },
        around: text.slice(index, from + MOST_LENGTH),
      }
    }),
  )
  const last = on.split('.').at(-1) ?? ''
  const own =
    last === '' ? [] : all.filter(({ around }) => new RegExp(`\\b${last.replace(/\W/g, '')}\\b`).test(around))
  const [first, ...more] = own.length > 0 ? own : all
  const isAgreed = more.every(({ port, variable }) => port === first?.port && variable === first?.variable)
  if (!first || !isAgreed || (first.port === undefined && first.variable === undefined)) return undefined
  const { around: _, ...found } = first
  const ports = new Set(all.map(({ port }) => port))
  return { ...found, ...(ports.size > 1 && { isBesideOthers: true as const }) }
}

/** The value of the expression at an index; a parameter has what its function is given. */
function valueAt(source: TextFile, at: number, context: PortContext): PortValue | undefined {
  const expression = expressionAt(source.text, at)
  const [name, ...more] = expression.match(/[A-Za-z_]\w*/g) ?? []
  const files = [source, ...context.files, ...context.others]
  const given =
    name !== undefined && more.length === 0
      ? givenArgument(name, source, { at, files: [...new Set(files)] })
      : undefined
  if (!given) return portValue(expression, context)
  return 'text' in given ? portValue(given.text, context) : undefined
}

/** The argument at an index, up to what ends it. */
export function expressionAt(text: string, from: number): string {
  let depth = 0
  let quote = ''
  const end = Math.min(text.length, from + MOST_LENGTH)
  for (let i = from; i < end; i++) {
    const one = text[i] ?? ''
    if (quote !== '') quote = one === quote ? '' : quote
    else if (/["'`]/.test(one)) quote = one
    else if (/[([{]/.test(one)) depth++
    else if (/[)\]}]/.test(one) && --depth < 0) return text.slice(from, i)
    else if (/[,;\n]/.test(one) && depth === 0) return text.slice(from, i)
  }
  return text.slice(from, end)
}
