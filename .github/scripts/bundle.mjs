// Builds dist/: types are checked, ncc bundles, comments and indentation are left out, which is a quarter of the package.
import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from '@babel/parser'

/**
 * What nothing here starts of undici: agents for tests, pools of several servers, SOCKS, WebSocket and EventSource, cookies, and the
 * interceptors that keep, unpack and resolve. Each is a module that has one of these at the beginning of a line.
 */
const UNUSED = new RegExp(
  [
    '^class (?:Mock(?:Agent|CallHistory|Client|Interceptor|Pool)|SnapshotAgent|SnapshotRecorder|BalancedPool|RoundRobinPool) ',
    '^class (?:WebSocket(?:Stream)?|MessageEvent|ByteParser|EventSource(?:Stream)?|DecompressHandler|DNSStorage) ',
    '^class (?:Cache|CacheController|MemoryCacheStore|DeduplicationHandler|Socks5Client|Socks5ProxyAgent) ',
    '^function (?:matchValue|establishWebSocketConnection|isConnecting|parseCacheControlHeader|assertCacheOrigins)\\(',
    '^function (?:getCookies|validateCookieName|parseSetCookie)\\(',
    '^module\\.exports = class PendingInterceptorsFormatter ',
  ].join('|'),
  'm',
)
/**
 * The second parser of HTTP of undici is an experiment, and off unless UNDICI_USE_MILO is set: two copies of its WebAssembly are 4 % of
 * the package.
 */
const MILO = /^const wasmModule = new WebAssembly\.Module\([\s\S]*?milo_/m
/** Where undici compiles its parser for a processor with SIMD: if that throws, it takes the one for every processor. */
const SIMD = /\btry \{\s+mod = new WebAssembly\.Module\(__webpack_require__\((\d+)\)\);/

const run = (program, ...args) =>
  execFileSync(join('node_modules', '.bin', program), args, { stdio: 'inherit' })

const remove = (folder) => rmSync(folder, { recursive: true, force: true })

remove('build')
run('tsc', '-p', 'tsconfig.json')
run('ncc', ...'build build/index.js -o build/dist --license licenses.txt --no-cache --quiet'.split(' '))
copyFileSync('build/post.js', 'build/dist/post.js')

// The compiler writes only what it reads, without checks of foreign code; the licences are in licenses.txt.
const files = globSync('build/dist/*.js')
run(
  'tsc',
  ...'--allowJs --noCheck --noResolve --removeComments --ignoreConfig --newLine lf'.split(' '),
  ...'--target esnext --module esnext --rootDir build/dist --outDir build/without-comments'.split(' '),
  ...files,
)
for (const file of files)
  writeFileSync(
    file,
    shortNames(
      withoutUnused(
        asAscii(withoutIndentation(readFileSync(join('build', 'without-comments', basename(file)), 'utf8'))),
      ),
    ),
  )
// Only now, so that a check that runs at the same time finds the files that action.yml names.
remove('dist')
renameSync('build/dist', 'dist')

/** A module ends where the next one begins, or the list of them ends. */
function withoutUnused(text) {
  const [, simd] = SIMD.exec(text) ?? []
  return text
    .split(/^(?=\d+: \()/m)
    .map((module) => {
      const [head] = /^\d+: \(\(module\b[^\n]*\n/.exec(module) ?? []
      const body = head && bodyInstead(module, head.startsWith(`${simd}:`))
      return body === undefined ? module : `${head}${body}${module.slice(module.lastIndexOf('\n})'))}`
    })
    .join('')
}

/** What a module of undici has instead of its text; undefined for one that is used. */
function bodyInstead(module, isSimd) {
  // Two builds of one parser are 2 % of the package: the one for every processor stays.
  if (isSimd) return `throw new Error('no SIMD');`
  if (MILO.test(module))
    return `throw new Error('This package has no experimental HTTP parser: unset UNDICI_USE_MILO.');`
  return UNUSED.test(module) ? 'module.exports = {};' : undefined
}

/** The long names that webpack makes for imports are a percent of the package; within a module their numbers are unique. */
function shortNames(text) {
  return text
    .replace(/\b\w+__WEBPACK_IMPORTED_MODULE_(\d+)__/g, '__import_$1__')
    .replaceAll('__unused_webpack___webpack_module__', '__module')
    .replaceAll('__unused_webpack_exports', '__exports')
}

/**
 * One character that is not Latin, such as an ellipsis, makes Node keep a whole file with two bytes for each character,
 * which takes a start longer. Without comments, all of them are in literals, where an escape means the same.
 */
function asAscii(text) {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Lines that begin within a token, such as a template, are its text and stay. */
function withoutIndentation(text) {
  const { tokens } = parse(text, { sourceType: 'module', tokens: true, errorRecovery: true })
  const inside = new Set(
    tokens.flatMap(({ loc: { start, end } }) =>
      Array.from({ length: end.line - start.line }, (_, i) => start.line + 1 + i),
    ),
  )
  return text
    .split('\n')
    .map((line, i) => (inside.has(i + 1) ? line : line.trimStart()))
    .join('\n')
}
