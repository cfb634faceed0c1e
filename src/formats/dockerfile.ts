/** An instruction of a Dockerfile, such as `CMD`, with its text and its line. */
export interface Instruction {
  /** In capital letters. */
  name: string
  text: string
  /** The words of the text: the items of a JSON list, or those that a shell would see, without quotes. */
  words: readonly string[]
  line: number
}

/** A Dockerfile, as far as it becomes the image. */
export interface Dockerfile {
  /** The image that the last stage starts from; through the names of earlier stages. Empty when it is not known. */
  from: string
  /** The instructions of the last stage, in order. */
  instructions: readonly Instruction[]
  /** Every stage that the last one is made from, itself last. */
  stages: readonly Stage[]
  /** The names of all stages, in small letters. */
  named: readonly string[]
}

/** A stage of a build. */
export interface Stage {
  /** In small letters; empty without one. */
  name: string
  /** The image, or the name of an earlier stage. */
  base: string
  instructions: Instruction[]
}

/**
 * Reads the stage that becomes the image: the last one, or the one called `target`. Never throws: what is not a Dockerfile has
 * no instructions.
 */
export function readDockerfile(text: string, target?: string): Dockerfile {
  const stages = stagesOf(instructionsOf(text))
  const last = stages.findLast(({ name }) => name === target?.toLowerCase()) ?? stages.at(-1)
  if (!last) return { from: '', instructions: [], stages: [], named: [] }
  const used = new Set<Stage>()
  addUsed(last, stages, used)
  const base = (stage: Stage): string => {
    const earlier = stageBefore(stage, stage.base, stages)
    return earlier ? base(earlier) : stage.base
  }
  return {
    from: base(last),
    instructions: last.instructions,
    stages: stages.filter((one) => used.has(one)),
    named: stages.flatMap(({ name }) => name || []),
  }
}

/** The instructions of the stages that the last one continues, then its own: what sets the environment of the machines. */
export function inheritedInstructions({ stages }: Dockerfile): readonly Instruction[] {
  const found: Instruction[] = []
  for (let stage = stages.at(-1); stage; stage = stageBefore(stage, stage.base, stages))
    found.unshift(...stage.instructions)
  return found
}

/** What `ENV` and `ARG` set; an argument without a value is the one of before, or not known. */
export function assignmentsOf({ name, words }: Instruction): [string, string][] {
  if (name !== 'ENV' && name !== 'ARG') return []
  const [first = '', second] = words
  // `ENV NAME value`
  if (name === 'ENV' && !first.includes('=')) return [[first, second ?? `$${first}`]]
  return words.map((word) => {
    const [, key = word, value = `$${word}`] = /^([^=]*)=(.*)$/s.exec(word) ?? []
    return [key, value]
  })
}

/** A text with its variables, as far as they are known: `$PORT`, `${PORT:-8080}`. */
export const withVariables = (text: string, found: (name: string) => string | undefined): string =>
  text.replace(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
    (whole, name, fallback, plain) => found(name ?? plain) ?? fallback ?? whole,
  )

/** The stages. The default of an argument in front of them is that of the argument in a stage that has none. */
function stagesOf(all: readonly Instruction[]): Stage[] {
  const first = all.findIndex(({ name }) => name === 'FROM')
  if (first < 0) return [{ name: '', base: '', instructions: [...all] }]
  const stages: Stage[] = []
  for (const one of all.slice(first)) {
    if (one.name === 'FROM') {
      const [base = '', as = '', name = ''] = one.words.filter((word) => !word.startsWith('--'))
      stages.push({ name: /^as$/i.test(as) ? name.toLowerCase() : '', base, instructions: [] })
    } else {
      const outer = all
        .slice(0, first)
        .find(({ name, text }) => name === 'ARG' && text.startsWith(`${one.text}=`))
      stages.at(-1)?.instructions.push(one.name === 'ARG' && outer ? outer : one)
    }
  }
  return stages
}

const stageBefore = (stage: Stage, name: string, stages: readonly Stage[]): Stage | undefined => {
  const earlier = stages.slice(0, stages.indexOf(stage))
  if (/^\d+$/.test(name)) return earlier[Number(name)]
  return earlier.findLast((one) => one.name !== '' && one.name === name.toLowerCase())
}

function addUsed(stage: Stage, stages: readonly Stage[], used: Set<Stage>): void {
  if (used.has(stage)) return
  used.add(stage)
  const copied = stage.instructions.flatMap(
    ({ text }) => /(?:--from=|,from=)["']?([\w.-]+)/.exec(text)?.[1] ?? [],
  )
  for (const name of [stage.base, ...copied]) {
    const earlier = stageBefore(stage, name, stages)
    if (earlier) addUsed(earlier, stages, used)
  }
}

/**
 * The paths and patterns that the stages of an image copy from the build context, with the values of its arguments: those that
 * are given to the build, else their defaults. Paths with other variables are not known.
 */
export const copiedPaths = ({ stages }: Dockerfile, args?: ReadonlyMap<string, string>): string[] =>
  stages.flatMap(({ instructions }) => {
    const known = new Map<string, string>()
    const filled = (text: string) => withVariables(text, (name) => known.get(name) ?? '$')
    return instructions.flatMap((one) => {
      for (const [key, value] of assignmentsOf(one))
        known.set(key, (one.name === 'ARG' ? args?.get(key) : undefined) ?? filled(value))
      if (one.name !== 'COPY' && one.name !== 'ADD') return []
      if (copiesFromStage(one)) return []
      // A URL, a variable, a here-document.
      return copySources(one)
        .map(filled)
        .filter((path) => !/^\w+:\/\/|^<<|\$/.test(path))
    })
  })

/** Whether `COPY` takes files of another stage or image. */
export const copiesFromStage = ({ words }: Instruction): boolean =>
  words.some((word) => word.startsWith('--from='))

/** What `COPY` or `ADD` takes, as it is written there: its words without the options and the place in the image. */
export const copySources = ({ words }: Instruction): string[] =>
  words.filter((word) => !word.startsWith('--')).slice(0, -1)

/** Whether a word of `COPY` is meant for a shell: `COPY data/ ./data/ 2>/dev/null || true`. A here-document is not. */
export const isShellWord = (word: string): boolean => /^(?:\d?(?:<(?!<)|>)|\|\||&&|;)/.test(word)

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
