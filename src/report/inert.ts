/**
 * Untrusted text must be inert for two readers. The parser (cmark-gfm) reads the source, in which a character reference
 * stands for the plain character, so references disable markup and addresses (`www.`, `://`). But it looks for e-mail
 * addresses in the parsed text, and GitHub looks there for mentions, issues and commits: `&#64;` is an `@` again, and
 * only a zero-width space separates it, as Dependabot and Renovate do. A commit is put into `<code>`, which GitHub does
 * not link and which can still be copied.
 */
const APART = '&#8203;'

/**
 * Mentions and issues; words; and characters that are replaced, of which the first two have a meaning only at the start
 * of a line. Everything else is unchanged, so that a runner still finds the secrets that it masks: a `_` inside a word,
 * and all characters of base64.
 */
const TOKEN = /(@|#(?=\d))|(\w[\w-]*)|^[-+=]|(?<=^\d{1,9})[.)]|:(?=\/\/)|(?<=www)\.|[\\`*~|<>[\]&$#]/gi

/** Between letters and digits it is not markup. */
const UNDERSCORE = /(?<![a-z0-9])_|_(?![a-z0-9])/gi
const ISSUE = /(?<![a-z0-9])gh-(?=\d)/gi
const COMMIT = /(?:^|-)[0-9a-f]{7,40}(?:-|$)/i

/** One line of text as Markdown that renders as exactly that text; `commits`: formats a word that may be a commit. */
export function inert(line: string, commits: (word: string) => string): string {
  return line.replace(TOKEN, (token, call?: string, word?: string) => {
    if (call) return call + APART
    if (!word) return reference(token)
    const safe = word.replace(UNDERSCORE, reference).replace(ISSUE, `$&${APART}`)
    return COMMIT.test(word) ? commits(safe) : safe
  })
}

const reference = (char: string): string => `&#${char.charCodeAt(0)};`
