/** One token of a pattern: `*`, `**`, a set, or a character; a question mark may follow each of them. */
const TOKEN = /(\*+|\[[^[\]]*\]|\\?[\s\S])(\?)?/g

/**
 * Whether a path matches a pattern of GitHub's filters: `*` matches anything in one part of a path, `**` anything,
 * `?` makes the token before it optional. Sets (`[a-z]`) match any one character. All alternatives are followed at once,
 * with one pass over the path for each token: no pattern takes more than quadratic time.
 */
export function globMatches(glob: string, path: string): boolean {
  /** For each offset in the path: whether the tokens so far may match up to there. */
  let ends = Array.from({ length: path.length + 1 }, (_, i) => i === 0)
  for (const [, token = '', optional] of glob.matchAll(TOKEN)) {
    const before = ends
    const repeats = token.startsWith('*')
    const accepts = acceptedBy(token)
    ends = []
    for (const [i, ended] of before.entries()) {
      const started = (repeats ? ends : before)[i - 1] ?? false
      ends.push(((repeats || optional !== undefined) && ended) || (started && accepts(path.charAt(i - 1))))
    }
    if (!ends.includes(true)) return false
  }
  return ends.at(-1) === true
}

/** Whether a token matches a character. */
function acceptedBy(token: string): (character: string) => boolean {
  if (token.startsWith('**') || token.startsWith('[')) return () => true
  if (token === '*') return (character) => character !== '/'
  const own = token.replace(/^\\(?=.)/s, '')
  return (character) => character === own
}
