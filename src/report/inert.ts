/**
 * Two readers have to be told that foreign text is only text. The parser (cmark-gfm) sees the source, in which a
 * character reference stands for the character alone; so markup and addresses (`www.`, `://`) are undone by one. But it
 * looks for e-mail addresses in what it has read, and so does GitHub for mentions, issues and commits: there `&#64;` is
 * an `@` again, and only a zero-width space parts them, as Dependabot and Renovate do it. A commit is put into
 * `<code>`, which GitHub leaves alone and which can still be copied.
 */
const APART = '&#8203;'

/**
 * What calls somebody or something; words; and what is not left as it is, of which the first two mean something at the
 * beginning of a line only. Everything else stays, so that a runner finds the secrets that it masks: a `_` inside of a
 * word, and all characters of base64.
 */
const TOKEN = /(@|#(?=\d))|(\w[\w-]*)|^[-+=]|(?<=^\d{1,9})[.)]|:(?=\/\/)|(?<=www)\.|[\\`*~|<>[\]&$#]/gi

/** Between letters and digits it means nothing. */
const UNDERSCORE = /(?<![a-z0-9])_|_(?![a-z0-9])/gi
const ISSUE = /(?<![a-z0-9])gh-(?=\d)/gi
const COMMIT = /(?:^|-)[0-9a-f]{7,40}(?:-|$)/i

/** One line of text as Markdown that renders as exactly that text; `commits`: how a word is written that may be one. */
export function inert(line: string, commits: (word: string) => string): string {
  return line.replace(TOKEN, (token, call?: string, word?: string) => {
    if (call) return call + APART
    if (!word) return reference(token)
    const safe = word.replace(UNDERSCORE, reference).replace(ISSUE, `$&${APART}`)
    return COMMIT.test(word) ? commits(safe) : safe
  })
}

const reference = (char: string): string => `&#${char.charCodeAt(0)};`
