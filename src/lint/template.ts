/** Functions of Prometheus' templates (template/template.go of 3.14), and those of Go's text/template. */
const FUNCTIONS = new Set(
  `query first label value strvalue args reReplaceAll safeHtml match title toUpper toLower graphLink tableLink
  sortByLabel stripPort stripDomain humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp
  toTime toDuration now pathPrefix externalURL parseDuration urlQueryEscape and call html index slice js len not or
  print printf println urlquery eq ne lt le gt ge true false nil`.split(/\s+/),
)

/** Variables that rules are given. */
const VARIABLES = ['$', '$labels', '$externalLabels', '$externalURL', '$value']
const OPENS = new Set(['if', 'with', 'range', 'block', 'define'])

/**
 * A text, a comment, a number, a word, a variable, a field, or any other sign, of what stands between {{ and }}. A text
 * that is not closed ends with its line, or with everything: nothing is read twice.
 */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*(?:"|(?<open>))|`[^`]*(?:`|(?<open>))|'(?:[^'\\\n]|\\.)*(?:'|(?<open>))|\/\*[\s\S]*?(?:\*\/|$)|\$\w*|(?:\.\w+)+|[+-]?\.?\d[\w.]*|\w+|:=|\s+|[\s\S]/g

/**
 * What is wrong with a Go template in a label or annotation, or undefined: actions that are not closed, functions
 * and variables that do not exist. Prometheus refuses rule files that have one.
 */
export function templateFault(text: string): string | undefined {
  const state: State = { open: [], variables: [...VARIABLES] }
  for (let at = text.indexOf('{{'); at >= 0; ) {
    const end = endOfAction(text, at + 2)
    if (end < 0) return 'an action {{ is not closed'
    const fault = action(text.slice(at + 2, end - 2), state)
    if (fault) return fault
    at = text.indexOf('{{', end)
  }
  const [unclosed] = state.open
  return unclosed && `{{ ${unclosed} }} has no {{ end }}`
}

interface State {
  open: string[]
  variables: string[]
}

/** Behind the next }} that is not in a quoted text; -1 when there is none. */
function endOfAction(text: string, from: number): number {
  const quotedOrEnd = /"(?:[^"\\\n]|\\.)*"?|`[^`]*`?|\/\*[\s\S]*?(?:\*\/|$)|\}\}/g
  quotedOrEnd.lastIndex = from
  for (let match = quotedOrEnd.exec(text); match; match = quotedOrEnd.exec(text))
    if (match[0] === '}}') return quotedOrEnd.lastIndex
  return -1
}

function action(body: string, state: State): string | undefined {
  const found = [...body.replace(/^-\s|\s-$/g, '').matchAll(TOKEN)]
  if (found.some(({ groups }) => groups?.open !== undefined)) return 'a quoted text is not closed'
  const tokens = found.map(([token]) => token).filter((token) => /\S/.test(token))
  const [first = ''] = tokens
  if (first.startsWith('/*')) return undefined
  if (tokens.length === 0) return 'an action {{ }} is empty'
  if (first === 'end') return state.open.pop() === undefined ? 'there is an {{ end }} too many' : undefined
  if (first === 'else' && state.open.length === 0) return '{{ else }} stands outside of {{ if }}'
  if (OPENS.has(first)) state.open.push(first)
  const keywords =
    first === 'else' ? 2 : ['template', 'break', 'continue'].includes(first) || OPENS.has(first) ? 1 : 0
  return operands(tokens.slice(keywords), state)
}

function operands(tokens: readonly string[], state: State): string | undefined {
  for (const [i, token] of tokens.entries()) {
    if (token.startsWith('$')) {
      if (tokens[i + 1] === ':=' || (tokens[i + 1] === ',' && tokens[i + 3] === ':='))
        state.variables.push(token)
      else if (!state.variables.includes(token)) return `the variable ${token} does not exist`
    } else if (/^[A-Za-z_]\w*$/.test(token) && !FUNCTIONS.has(token))
      return `the function ${token} does not exist`
  }
  return undefined
}
