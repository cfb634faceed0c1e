/** One token of a pattern: `*`, `**`, a set, or a sign; any of them may have a question mark behind it. */
const TOKEN = /(\*\*|\*|\[[^\]]*\]|\\?[\s\S])(\?)?/g

/**
 * Whether a path matches a pattern of GitHub's filters: `*` is anything in one part of a path, `**` anything at all,
 * `?` makes what is before it optional. Sets (`[a-z]`) are taken for any one sign. Walks through all ways at once: a
 * pattern cannot make it slow.
 */
export function globMatches(glob: string, path: string): boolean {
  let ends = new Set([0])
  for (const [, token = '', optional] of glob.matchAll(TOKEN)) {
    const next = new Set(optional === undefined ? [] : ends)
    for (const end of ends) for (const after of step(token, path, end)) next.add(after)
    ends = next
  }
  return ends.has(path.length)
}

/** Where one token may end that starts at `from`. */
function step(token: string, path: string, from: number): number[] {
  if (token === '**') return range(from, path.length)
  if (token === '*') {
    const slash = path.indexOf('/', from)
    return range(from, slash < 0 ? path.length : slash)
  }
  const sign = path.charAt(from)
  return sign !== '' && (token.startsWith('[') || token.replace(/^\\(?=.)/, '') === sign) ? [from + 1] : []
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)
