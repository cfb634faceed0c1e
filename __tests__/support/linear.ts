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
  ...['Error: ', 'failed to run ', ' (Trace ID: ', 'builder ', 'lookup x', 'Content-Type ', 'label_values('],
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
const LONGEST = 64_000
/** Twice the work would be 2, the square of it 4. */
const MOST = 3.4

type Work = (text: string) => unknown

/**
 * Whether the time of some work grows faster than the length of what it is given: a text of one unit in a row, doubled
 * until its time can be told, then doubled twice more. The answer says by how much; undefined when it does not.
 */
export function growth(work: Work, unit: string): string | undefined {
  const cost = (length: number, tries = 2) => {
    const text = `x${unit.repeat(Math.ceil(length / unit.length))}`
    return Math.min(...Array.from({ length: tries }, () => cpuMs(() => work(text))))
  }
  let length = SHORTEST
  let first = cost(length)
  for (; first < TELLING_MS && length < LONGEST; first = cost(length)) length *= 2
  if (first < TELLING_MS || cost(2 * length) < MOST * first) return undefined
  // A machine that is busy, or the compiler, may have taken its time: once more, more carefully.
  const [one, two, four] = [1, 2, 4].map((n) => cost(n * length, 4)) as [number, number, number]
  const isSteep = two > MOST * one || four > MOST * two || four > MOST ** 2 * one
  return isSteep
    ? `${length} characters: ${[one, two, four].map((ms) => ms.toFixed(1)).join(', ')} ms`
    : undefined
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
