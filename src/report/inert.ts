/**
 * Untrusted text must be inert for two readers, and still read well in an editor. The parser (cmark-gfm) reads the
 * source, in which a backslash takes the meaning from a character, from an address too (`www\.`, `\://`). But it looks
 * for e-mail addresses in the parsed text, and GitHub looks there for mentions, issues and commits: an escaped `@` is an
 * `@` again, and only a zero-width space separates it, as Dependabot and Renovate do. A commit is put into a code span,
 * which GitHub does not link and which can still be copied.
 */
const APART = '&#8203;'

/**
 * Mentions and issues; words; and characters that are escaped where they can have a meaning. Everything else is
 * unchanged, so that a runner still finds the secrets that it masks: a `_` inside a word, and all characters of base64.
 */
const TOKEN =
  /(@(?!\s|$)|#(?=\d))|(\w[\w-]*)|:(?=\/\/)|(?<=www)\.|[\\`*~|[\]]|<(?!\s|$)|&(?=[#\w])|#(?=#|$|\s)|\$/gi
/** Characters that have a meaning only at the start of a line: of a list, a heading, a quotation. */
const AT_START = /^(?:[-+=>#]|(?<number>\d{1,9})(?=[.)]))/

/** Between letters and digits it is not markup. */
const UNDERSCORE = /(?<![a-z0-9])_|_(?![a-z0-9])/gi
const ISSUE = /(?<![a-z0-9])gh-(?=\d)/gi
const COMMIT = /(?:^|-)[0-9a-f]{7,40}(?:-|$)/i

/**
 * One line of text, or a piece of one, as Markdown that renders as exactly that text. `commits`: formats a word that may
 * be a commit. `isStart`: whether it may be the first thing in a line.
 */
export function inert(text: string, commits: (word: string) => string, isStart = true): string {
  const safe = text.replace(TOKEN, (token, call?: string, word?: string) => {
    if (call) return call + APART
    // GitHub finds formulas before it reads the Markdown.
    if (!word) return token === '$' ? '&#36;' : `\\${token}`
    if (COMMIT.test(word)) return commits(word)
    return word.replace(UNDERSCORE, '\\_').replace(ISSUE, `$&${APART}`)
  })
  return isStart
    ? safe.replace(AT_START, (found, number?: string) => (number ? `${number}\\` : `\\${found}`))
    : safe
}

const REFERENCE = /(@|#(?=\d)|(?<![a-z0-9])gh-(?=\d))|(?<!\w)([0-9a-f]{7,40})(?!\w)|[&<>"]/gi

/** The same as HTML, for what is between HTML tags in Markdown: there the parser reads no Markdown. */
export const inertHtml = (text: string): string => htmlOf(text, (commit) => `<code>${commit}</code>`)

/** The same in code font, where GitHub looks for no commits. */
export const inertHtmlCode = (text: string): string => `<code>${htmlOf(text, (commit) => commit)}</code>`

const htmlOf = (text: string, commits: (word: string) => string): string =>
  text.replace(REFERENCE, (token, call?: string, commit?: string) =>
    call ? call + APART : commit ? commits(commit) : `&#${token.charCodeAt(0)};`,
  )
