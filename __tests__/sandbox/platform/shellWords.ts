const TOKEN =
  /(?<space>\s+)|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)|(?<plain>[^\s'"\\]+)/gsy

/** Splits a command line as flyctl does (google/shlex); `undefined` when a quote is left open. */
export function splitCommand(text: string): string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    end += match[0].length
    const { space, single, double, escaped, plain } = match.groups ?? {}
    if (space === undefined) {
      word = (word ?? '') + (single ?? double?.replace(/\\(.)/gs, '$1') ?? escaped ?? plain ?? '')
    } else if (word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  if (end < text.length) return undefined
  return word === undefined ? words : [...words, word]
}
