/** One token of a pattern: `*`, `**`, a set, or a sign; any of them may have a question mark behind it. */
const TOKEN = /(\*+|\[[^[\]]*\]|\\?[\s\S])(\?)?/g

/**
 * Whether a path matches a pattern of GitHub's filters: `*` is anything in one part of a path, `**` anything at all,
 * `?` makes what is before it optional. Sets (`[a-z]`) are taken for any one sign. Walks through all ways at once, in
 * one pass over the path for each token: a pattern cannot make it slow.
 */
export function globMatches(glob: string, path: string): boolean {
  /** Of each place in the path, whether what is read of the pattern may end there. */
  let ends = Array.from({ length: path.length + 1 }, (_, i) => i === 0)
  for (const [, token = '', optional] of glob.matchAll(TOKEN)) {
    const before = ends
    const goesOn = token.startsWith('*')
    const takes = taker(token)
    ends = []
    for (const [i, ended] of before.entries()) {
      const started = (goesOn ? ends : before)[i - 1] ?? false
      ends.push(((goesOn || optional !== undefined) && ended) || (started && takes(path.charAt(i - 1))))
    }
    if (!ends.includes(true)) return false
  }
  return ends.at(-1) === true
}

/** Which signs a token takes; those with a star any number of them. */
function taker(token: string): (sign: string) => boolean {
  if (token.startsWith('**') || token.startsWith('[')) return () => true
  if (token === '*') return (sign) => sign !== '/'
  const own = token.replace(/^\\(?=.)/s, '')
  return (sign) => sign === own
}
