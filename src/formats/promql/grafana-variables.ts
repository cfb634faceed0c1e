/** The position of a reference, which decides what can replace it. */
export type ReferencePlace = 'text' | 'range' | 'matcher' | 'label' | 'anywhere'

/** One use of a Grafana variable or macro: `$name`, `${name:format}`, `[[name]]`. */
export interface Reference {
  /** Without `$` and brackets: `instance`, `__rate_interval`. */
  name: string
  format: string | undefined
  /**
   * `text`: in quotes. `range`: between [ and ]. `matcher`: between { and }, in place of a whole matcher.
   * `label`: between { and }, in place of a label name. `anywhere`: outside of all of them.
   */
  place: ReferencePlace
  /** The quote around it; empty outside of quoted texts. */
  quote: string
  from: number
  to: number
}

/**
 * The value of a variable. A list holds the selected values of a variable with several values, or with "All"; `all` is
 * a custom value for "All", which Grafana inserts unchanged.
 */
export type VariableValue = string | readonly string[] | { readonly all: string }

/** Values of variables by name. */
export type Variables = Readonly<Record<string, VariableValue>>

/** Grafana's pattern, except for names that start with a digit: `$1` belongs to label_replace. */
const REFERENCE =
  /\$(?<short>[A-Za-z_]\w*)|\[\[(?<old>[A-Za-z_]\w*?)(?::(?<oldFormat>\w+))?\]\]|\$\{(?<long>[A-Za-z_]\w*)(?:\.[^:^}]+)?(?::(?<format>[^}]+))?\}/y

/** The start of a reference, or a character that changes its position. Escapes are one token; comments are skipped. */
const TOKEN = /\$|\\[\s\S]|["'`#{}[\]]/g

/** Every variable and macro of a Grafana query, in order. */
export function references(query: string): Reference[] {
  if (!query.includes('$') && !query.includes('[[')) return []
  const found: Reference[] = []
  const state: State = { quote: '', braces: 0, brackets: 0 }
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(query); token; token = TOKEN.exec(query)) {
    const from = token.index
    REFERENCE.lastIndex = from
    const match = '$['.includes(token[0]) ? REFERENCE.exec(query) : null
    if (match?.groups) {
      const { short, old, oldFormat, long, format } = match.groups
      const name = short ?? old ?? long ?? ''
      TOKEN.lastIndex = REFERENCE.lastIndex
      const place = placeOf(state, query, REFERENCE.lastIndex)
      found.push({
        name,
        format: oldFormat ?? format,
        place,
        quote: state.quote,
        from,
        to: REFERENCE.lastIndex,
      })
    } else if (token[0] === '#' && !state.quote) {
      const end = query.indexOf('\n', from)
      TOKEN.lastIndex = end < 0 ? query.length : end
    } else if (token[0].startsWith('\\') && state.quote === '`') TOKEN.lastIndex = from + 1
    else read(state, token[0])
  }
  return found
}

interface State {
  quote: string
  braces: number
  brackets: number
}

function read(state: State, token: string): void {
  if (state.quote) {
    if (token === state.quote) state.quote = ''
  } else if (`"'\``.includes(token)) state.quote = token
  else if (token === '{') state.braces++
  else if (token === '}') state.braces--
  else if (token === '[') state.brackets++
  else if (token === ']') state.brackets--
}

function placeOf(state: State, query: string, to: number): ReferencePlace {
  if (state.quote) return 'text'
  if (state.brackets > 0) return 'range'
  if (state.braces === 0) return 'anywhere'
  return /^\s*(?:=|!)/.test(query.slice(to, to + 20)) ? 'label' : 'matcher'
}

/**
 * A Grafana query with its variables and macros replaced, as Grafana does before it asks Prometheus; `unknown` are
 * the names without a value in `variables` (they stay unchanged). Pass macros as variables too, see `macroValues`.
 */
export function expandGrafana(query: string, variables: Variables): { query: string; unknown: string[] } {
  const unknown = new Set<string>()
  const expanded = replaceReferences(query, (reference) => {
    const value = Object.hasOwn(variables, reference.name) ? variables[reference.name] : undefined
    if (value === undefined) unknown.add(reference.name)
    return value === undefined ? undefined : format(value, reference)
  })
  return { query: expanded, unknown: [...unknown] }
}

/** Replaces each reference; undefined leaves it unchanged. */
export function replaceReferences(
  query: string,
  replace: (reference: Reference) => string | undefined,
): string {
  let done = 0
  const parts: string[] = []
  for (const reference of references(query)) {
    const text = replace(reference)
    if (text === undefined) continue
    parts.push(query.slice(done, reference.from), text)
    done = reference.to
  }
  return parts.join('') + query.slice(done)
}

/** Formats that a reference can name (`${name:csv}`), as in Grafana: none of them escapes for PromQL. */
const FORMATS: Readonly<Record<string, (values: readonly string[]) => string>> = {
  csv: (values) => values.join(','),
  raw: (values) => values.join(','),
  text: (values) => values.join(' + '),
  pipe: (values) => values.join('|'),
  glob: (values) => (values.length > 1 ? `{${values.join(',')}}` : values.join('')),
  json: (values) => JSON.stringify(values.length === 1 ? values[0] : values),
  doublequote: (values) => values.map((v) => `"${v.replaceAll('"', '\\"')}"`).join(','),
  singlequote: (values) => values.map((v) => `'${v.replaceAll("'", "\\'")}'`).join(','),
  // Of `__from` and `__to`, for `@`: PromQL counts seconds where Grafana counts milliseconds.
  'date:seconds': (values) => values.map((v) => String(Math.round(Number(v) / 1000))).join(','),
  // With one backslash, which is not valid in a quoted text of PromQL other than `…`.
  regex: (values) => oneOf(values.map((v) => v.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'))),
}

/** One value is inserted unchanged; several become one regular expression, unless the reference names another format. */
function format(value: VariableValue, { format: wanted = '', quote }: Reference): string {
  if (typeof value === 'object' && 'all' in value) return value.all
  const values = typeof value === 'string' ? [value] : value
  const named = Object.hasOwn(FORMATS, wanted) ? FORMATS[wanted] : undefined
  if (named) return named(values)
  const inText = (text: string) =>
    quote === '"' || quote === "'" ? text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) : text
  if (typeof value === 'string') return inText(value)
  return oneOf(values.map((v) => inText(v.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))))
}

/** One regular expression for several; `()` for none, as in Grafana. */
const oneOf = (patterns: readonly string[]): string =>
  patterns.length === 1 ? patterns.join('') : `(${patterns.join('|')})`

/**
 * The values of Grafana's macros for a panel of this time range and resolution, all in milliseconds.
 * `$__rate_interval` is at least four scrapes long, as Grafana documents it.
 */
export function macroValues(times: {
  from: number
  to: number
  step: number
  scrapeInterval: number
}): Variables {
  const { from, to, step: interval, scrapeInterval } = times
  const rate = Math.max(interval + scrapeInterval, 4 * scrapeInterval)
  const range = to - from
  const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1000))}s`
  return {
    __interval: seconds(interval),
    __interval_ms: String(interval),
    __rate_interval: seconds(rate),
    __rate_interval_ms: String(rate),
    __range: seconds(range),
    __range_s: String(Math.round(range / 1000)),
    __range_ms: String(range),
    __from: String(from),
    __to: String(to),
    __auto: seconds(interval),
  }
}
