/** Pieces that make a careless pattern look twice at what it has seen, alone and in a row. */
export const UNITS = [
  ...['\u001b]', '\u001b[', '\u001b', '\u001b[0m', '\u0007', ' ', '\t', '\n', '\r', '\r\n', '\u2028'],
  ...['\\', '"', '\\"', "'", "\\'", '`', '[', ']', '{', '}', '(', '[[', '{{', '}}', '${', '$', '<', '>'],
  ...[
    '&',
    '&amp;',
    '<!--',
    '\u200b',
    '\u00ad',
    '#',
    '##',
    '##[',
    '::',
    ':',
    ': ',
    '- ',
    '? ',
    '/',
    '/*',
    '*',
  ],
  ...[
    '_',
    '-',
    '.',
    ',',
    '@',
    '0',
    '1.',
    'a',
    'A1 ',
    'a.',
    'a:\n',
    '%',
    '!',
    '&a ',
    '*a ',
    '|\n',
    '\u{1f600}',
  ],
  ...['=', 'a=1\n', '[a]\n', ' : ', 'www.', 'http://', '{"a":', '[1,', '{a="', '},', 'sum(', 'a or ', '+1'],
  ...['Error: ', 'failed to run ', ' (Trace ID: ', 'builder ', 'lookup x ', 'Content-Type ', 'label_values('],
  ...[
    'while parsing: "',
    'Permissions needed: ',
    'uses:',
    '# deploy-monitoring ignore a',
    ' ignore a,',
    'a: "b\n',
  ],
]

/** The clock ticks in steps: less than this says nothing. */
const TELLING_MS = 2
const SHORTEST = 2_000
const LONGEST = 32_000
/** Twice the text is worth a second look from here on: 2 is right, 4 is the square, and the machine may be busy. */
const SUSPECT = 2.5
/** Four times the text: 4 is right, 16 is the square. */
const MOST = 10
/** The square shows at every look; what the garbage collector or a busy machine adds does not. */
const LOOKS = 3

type Work = (text: string) => unknown

/**
 * Whether the time of some work grows faster than the length of what it is given: a text of one unit in a row, made
 * longer until its time can be told, then doubled. The answer says by how much; undefined when it does not.
 */
export function growth(work: Work, unit: string): string | undefined {
  const once = (length: number) => {
    // What begins in the row never comes to its end there, and the end of the text is not the end of the row.
    const text = `x${unit.repeat(Math.ceil(length / unit.length))}\n!`
    return cpuMs(() => work(text))
  }
  const least = (length: number, tries: number) =>
    Math.min(...Array.from({ length: tries }, () => once(length)))
  // Most work takes no time, which one try shows.
  const telling = (length: number) => {
    const first = once(length)
    return first < TELLING_MS ? first : Math.min(first, once(length))
  }
  let length = SHORTEST
  let time = telling(length)
  for (; time < TELLING_MS; time = telling(length)) {
    if (length >= LONGEST) return undefined
    length *= 4
  }
  const isSuspect = () => once(2 * length) >= SUSPECT * time
  // Everything but the work only adds to its time: the first try that is quick enough tells.
  if (!isSuspect() || !isSuspect()) return undefined
  let seen: string | undefined
  for (let look = 0; look < LOOKS; look++) {
    const [one, four] = [least(length, 5), least(4 * length, 3)]
    if (four < MOST * one) return undefined
    seen = `${length} characters ${one.toFixed(1)} ms, four times as many ${four.toFixed(1)} ms`
  }
  return seen
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
