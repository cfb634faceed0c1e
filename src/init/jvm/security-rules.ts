import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** What the rules of Spring Security say about a path: who may ask for it, and where that is written. */
export interface SecurityRule {
  at: SourceLocation
  /** What asks for credentials; without it, the path is open. */
  guard?: string
}

/** Arguments of a call, with the calls in them. */
const ARGUMENTS = String.raw`\(((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]{0,500}\)){0,500}\)){0,2000}\)){0,8000})\)`
/** A rule for some paths, or for all that no rule before it is about; in Kotlin also `authorize("/a", permitAll)`. */
const RULE = new RegExp(
  String.raw`\b(requestMatchers|(?:ant|mvc|path)Matchers|any(?:Request|Exchange))\s{0,200}${ARGUMENTS}\s{0,400}\.\s{0,200}(\w{1,40})\s{0,20}(?:${ARGUMENTS})?|\bauthorize${ARGUMENTS}`,
  'g',
)
/** Rules of a chain begin here; what is before them says which requests the chain is for. */
const AUTHORIZES = /\bauthorize(?:(?:Http)?Requests|Exchange)\b/
const CHAIN = /\bHttpSecurity\s{1,9}\w{1,40}\s{0,9}[,)]|\b\w{1,40}\s{0,9}:\s{0,9}(?:Server)?HttpSecurity\b/g
const SCOPE = new RegExp(
  String.raw`(?:\bsecurityMatchers?|\bhttp\s{0,200}\.(?:ant|request)Matchers?)\s{0,9}${ARGUMENTS}`,
)
const IGNORED = new RegExp(String.raw`\bignoring\(\)\s{0,200}\.(?:request|ant|mvc)Matchers${ARGUMENTS}`, 'g')

const OPEN = /^(?:permitAll|anonymous)$/
const REFUSING = /^(?:authenticated|fullyAuthenticated|rememberMe|denyAll|has[A-Z]\w*|access)$/
/** Conditions about something else than credentials, as far as they may let a scrape pass. */
const OTHER_CONDITION = /permitAll|\bfd\w\w:/

/** Whether matchers are about a path; undefined when they name what was not found. */
type Coverage = (matchers: string) => boolean | undefined

/** What the rules of Spring Security say about a path; undefined where they do not say it for certain. */
export function securityRule(path: string, sources: readonly TextFile[]): SecurityRule | undefined {
  const files = sources
    .filter(
      ({ file, text }) =>
        /\.(?:java|kt|scala|groovy)$/.test(file) && /Matchers?\(|\banyRequest\b|\banyExchange\b/.test(text),
    )
    .map(({ file, text }) => ({ file, text: withoutComments(text) }))
  const covers = coverageOf(path, sources)
  for (const { file, text } of files)
    for (const { 1: matchers = '', index } of text.matchAll(IGNORED))
      if (covers(matchers) !== false) return { at: { file, line: lineAt(text, index), column: 1 } }
  const chains = files.flatMap((source) => chainsIn(source, covers))
  const scoped = chains.filter(({ scope }) => scope !== 'all')
  // A chain for some paths comes before the one for all.
  const asked = scoped.length > 0 ? scoped : chains
  if (asked.some(({ scope }) => scope === 'unknown')) return undefined
  return asked.map(({ rule }) => rule).find((rule) => rule?.guard !== undefined) ?? asked[0]?.rule
}

interface Chain {
  scope: 'all' | 'path' | 'unknown'
  rule: SecurityRule | undefined
}

/** The chains of a file that may be about a path: each function that is given the settings of one has its own. */
function chainsIn({ file, text }: TextFile, covers: Coverage): Chain[] {
  const starts = [0, ...[...text.matchAll(CHAIN)].map(({ index }) => index)]
  return starts.flatMap((start, i): Chain[] => {
    const part = text.slice(start, starts[i + 1])
    const rules = part.search(AUTHORIZES)
    const matchers = rules < 0 ? undefined : SCOPE.exec(part.slice(0, rules))?.[1]
    const isAsked = matchers === undefined || covers(matchers)
    if (isAsked === false) return []
    const found = ruleIn(part, covers)
    const at = found && { file, line: lineAt(text, start + found.index), column: 1 }
    const rule = at && { at, ...(found.guard !== undefined && { guard: found.guard }) }
    if (!rule && matchers === undefined) return []
    return [{ scope: matchers === undefined ? 'all' : isAsked ? 'path' : 'unknown', rule }]
  })
}

/** The first rule of a chain that is about the path. */
function ruleIn(chain: string, covers: Coverage): { index: number; guard?: string } | undefined {
  for (const found of chain.matchAll(RULE)) {
    const { isAny, matchers, action, isOpen } = partsOf(found)
    if (!isOpen && !REFUSING.test(action)) continue
    const isAbout = isAny || covers(matchers)
    // What is open may be this path.
    if (isAbout === undefined && isOpen) return undefined
    const index = found.index + found[0].lastIndexOf(action)
    if (isAbout && isOpen) return { index }
    if (isAbout) return { index, guard: isAny ? `anyRequest().${action}()` : action }
  }
  return undefined
}

function partsOf([, call = '', among = '', then = '', given = '', both]: RegExpMatchArray) {
  const parts = both === undefined ? [among, then, given] : (IN_KOTLIN.exec(both)?.slice(1) ?? [])
  const [matchers = '', action = '', condition = ''] = parts
  const isAny = /^\s*any(?:Request|Exchange)\b/.test(both === undefined ? call : matchers)
  const isOpen = OPEN.test(action) || (REFUSING.test(action) && OTHER_CONDITION.test(condition))
  return { isAny, matchers, action, isOpen }
}

/** The matchers, and who may pass: `"/a/**", hasRole("ADMIN")`. */
const IN_KOTLIN = /^([\s\S]*),\s*(\w{1,40})\s*(\([\s\S]*\))?\s*$/

const TEXT = /"((?:[^"\\\n]|\\.){0,300})"/g
const METHOD = /\b(?:HttpMethod\s{0,9}\.\s{0,9})?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)\b/g
/** Words in matchers that name no path by themselves. */
const PLAIN =
  /\b(?:EndpointRequest|to(?:Links)?|PathRequest|toStaticResources|atCommonLocations|toH2Console|new|class|\w{0,40}RequestMatcher|PathPatternRequestMatcher|pattern|matcher|withDefaults|to(?:Typed)?Array|excluding|(?:request|ant|path|mvc)Matchers?|\w{1,20}Endpoint)\b|\b[a-z]\w{0,20}\s{0,9}(?:->|(?=\.\s{0,200}(?:request|ant|path|mvc)Matchers))/g

function coverageOf(path: string, sources: readonly TextFile[]): Coverage {
  // The path that the rules see has no context path in front.
  const below = [...path.matchAll(/\//g)].map(({ index }) => path.slice(index))
  const isAbout = (pattern: string) => {
    const expected = patternOf(pattern)
    return (/^\/?[*{]/.test(pattern) ? [path] : below).some((one) => expected.test(one))
  }
  return (matchers) => {
    const methods = [...matchers.matchAll(METHOD)].map(([, method]) => method)
    if (methods.length > 0 && !methods.includes('GET')) return false
    const texts = [...matchers.matchAll(TEXT)].map(([, text = '']) => text)
    const code = matchers.replace(TEXT, '').replace(METHOD, '')
    const isPrometheus = /\bPrometheusScrapeEndpoint\b/.test(code) || texts.includes('prometheus')
    if (/\btoAnyEndpoint\b/.test(code)) return !isPrometheus
    const named = (code.replace(PLAIN, ' ').match(/[A-Za-z_]\w*(?!\w*\s*\.\s*[A-Z])/g) ?? []).map((name) =>
      constantOf(name, sources),
    )
    if (isPrometheus || [...texts, ...named.flatMap((one) => one ?? [])].some(isAbout)) return true
    const isKnown = matchers.trim() !== '' && !code.includes('+') && !texts.some((text) => text.includes('$'))
    return isKnown && !named.includes(undefined) ? false : undefined
  }
}

/** A pattern of paths, as Spring has them. */
function patternOf(pattern: string): RegExp {
  const parts = pattern
    .replace(/^(?!\/)/, '/')
    .replace(/\/\*\*$/, '**')
    .split(/(\*\*|\*|\{[^{}]{0,100}\})/)
  const inRegExp = (one: string) =>
    one === '**' ? '.*' : /^(?:\*|\{.*)$/.test(one) ? '[^/]*' : one.replace(/[^\w/-]/g, '\\$&')
  return new RegExp(`^${parts.map(inRegExp).join('')}$`)
}

/** The texts of a constant, such as a list of public paths. */
function constantOf(name: string, sources: readonly TextFile[]): string[] | undefined {
  const list = new RegExp(
    String.raw`\b${name}\b[^=;\n]{0,80}=\s{0,80}(?:new\s+)?[\w.<>[\]]{0,40}\s{0,80}[({[]?\s{0,80}((?:"[^"\n]{0,200}"[\s,]{0,80}){1,100})`,
  )
  for (const { text } of sources) {
    const found = text.includes(name) ? list.exec(withoutComments(text))?.[1] : undefined
    if (found !== undefined) return [...found.matchAll(TEXT)].map(([, one = '']) => one)
  }
  return undefined
}

/** The code, with its lines, but without comments; a pattern such as `"/a/**"` is none. */
const withoutComments = (text: string): string =>
  text.replace(
    /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (whole, quoted?: string) => quoted ?? whole.replace(/[^\n]/g, ' '),
  )
