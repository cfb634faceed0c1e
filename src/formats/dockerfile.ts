/** An instruction of a Dockerfile, such as `CMD`, with its text and its line. */
export interface Instruction {
  /** In capital letters. */
  name: string
  text: string
  /** The words of the text: the items of a JSON list, or those that a shell would see, without quotes. */
  words: readonly string[]
  line: number
}

/** The part of a Dockerfile that becomes the image: its last stage. */
export interface Dockerfile {
  /** The image that the last stage starts from; through the names of earlier stages. Empty when it is not known. */
  from: string
  /** The instructions of the last stage, in order. */
  instructions: readonly Instruction[]
}

/** Reads the last stage of a Dockerfile. Never throws: what is not a Dockerfile has no instructions. */
export function readDockerfile(text: string): Dockerfile {
  const all = instructionsOf(text)
  const images = new Map<string, string>()
  let [from, start] = ['', 0]
  all.forEach(({ name, words }, i) => {
    if (name !== 'FROM') return
    const [image = '', as = '', stage = ''] = words.filter((word) => !word.startsWith('--'))
    from = images.get(image.toLowerCase()) ?? image
    if (/^as$/i.test(as)) images.set(stage.toLowerCase(), from)
    start = i + 1
  })
  return { from, instructions: all.slice(start) }
}

/** The paths and patterns that all stages copy from the build context. */
export const copiedPaths = (text: string): string[] =>
  instructionsOf(text).flatMap(({ name, words }) => {
    if (name !== 'COPY' && name !== 'ADD') return []
    if (words.some((word) => word.startsWith('--from='))) return []
    const paths = words.filter((word) => !word.startsWith('--')).slice(0, -1)
    // A URL, a variable, a here-document.
    return paths.filter((path) => !/^\w+:\/\/|^<<|\$/.test(path))
  })

/** The last instruction of a name: an image has one command, one entry point and one user. */
export const lastInstruction = ({ instructions }: Dockerfile, name: string): Instruction | undefined =>
  instructions.findLast((one) => one.name === name)

/** The instructions of all stages. A line that ends in a backslash goes on; comments and empty lines do not end it. */
function instructionsOf(text: string): Instruction[] {
  const found: Instruction[] = []
  let open: { text: string; line: number } | undefined
  text.split(/\r?\n/).forEach((line, i) => {
    if (/^\s*(?:#|$)/.test(line)) return
    const isContinued = line.trimEnd().endsWith('\\')
    const part = isContinued ? line.trimEnd().slice(0, -1) : line
    open = { text: open ? `${open.text} ${part.trim()}` : part.trim(), line: open?.line ?? i + 1 }
    if (isContinued) return
    const [, name = '', rest = ''] = /^([A-Za-z]+)\s+(.*)$/s.exec(open.text) ?? []
    if (name) found.push({ name: name.toUpperCase(), text: rest, words: wordsOf(rest), line: open.line })
    open = undefined
  })
  return found
}

function wordsOf(text: string): string[] {
  const list = jsonList(text)
  return list ?? shellWords(text)
}

function jsonList(text: string): string[] | undefined {
  if (!text.trim().startsWith('[')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.map(String) : undefined
  } catch {
    return undefined
  }
}

/** The words of a command as a shell splits them, without quotes. */
export const shellWords = (text: string): string[] =>
  [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/["']/g, ''))
