import fc from 'fast-check'

/** Pieces that mean something to a runner, a terminal or a renderer, alone or put together. */
const PIECES = [
  '::',
  ':',
  '##[',
  '#',
  '[',
  ']',
  ' ',
  '\t',
  '\n',
  '\r',
  '\u000b',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u001b[31m',
  '\u001b]8;;',
  '\u0007',
  '\u0000',
  '\u009b',
  // Without weight in a comparison by culture: soft hyphen, tatweel, zero width, direction, variation, tags.
  '\u00ad',
  '\u0640',
  '\u200b',
  '\u202e',
  '\u2060',
  '\ufe0f',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
  'stop-commands',
  'add-mask',
  'set-output name=x',
  'error file=a,line=1',
  '***',
  '%0A',
  '…',
  'x',
]

/** Texts as somebody would write them who knows how they are printed. */
export const hostileTexts = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 3 })), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(''))

/** Attacks by name, each of which begins a command on a runner. */
export const COMMANDS = [
  '::stop-commands::t',
  '  ::stop-commands::t',
  '\u00a0::add-mask::x',
  '\ufeff::add-mask::x',
  'a ##[stop-commands]t',
  '#12 0.3 ##[add-matcher]/tmp/m.json',
  'a\r::stop-commands::t',
  'a\u2028::stop-commands::t',
  'a ##\u200b[stop-commands]t',
  'a #\u0000#[stop-commands]t',
  'a #\u00ad#\u0640[stop-commands]t',
  'a \u001b[1m##\u001b[0m[stop-commands]t',
  ':\u200b:stop-commands::t',
  '###[set-output name=verdict]proven',
]
