/** A line whose value starts with a quote, up to that quote. */
const OPENS = /^[^#"']*?[:-][ \t]+(?=["'])/

/**
 * Go's YAML lets quoted texts go on at any indentation, the parser here wants them further in than their key. This
 * takes the line breaks out of quoted values, with spaces in their place so that every offset stays. Undefined when
 * there is nothing to take out.
 */
export function joinQuoted(text: string): string | undefined {
  const parts: string[] = []
  let done = 0
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start)
    const opens = OPENS.exec(text.slice(start, end))
    const quote = start + (opens?.[0].length ?? 0)
    const close = opens ? closing(text, quote) : end
    if (close < 0) break
    if (close > end) {
      parts.push(text.slice(done, quote), text.slice(quote, close).replace(/[\r\n]/g, ' '))
      done = close
    }
    start = endOfLine(text, Math.max(close, start)) + 1
  }
  return done === 0 ? undefined : parts.join('') + text.slice(done)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** The offset of the quote that closes the one at `open`, or -1. */
function closing(text: string, open: number): number {
  const quote = text.charAt(open)
  for (let at = text.indexOf(quote, open + 1); at >= 0; at = text.indexOf(quote, at + 1))
    if (quote === "'" && text.charAt(at + 1) === quote) at++
    else if (quote === "'" || backslashes(text, at) % 2 === 0) return at
  return -1
}

function backslashes(text: string, before: number): number {
  let count = 0
  while (text.charAt(before - 1 - count) === '\\') count++
  return count
}
