/**
 * What a runner makes of the output of a step, after its own source (actions/runner: `ActionCommand.TryParseV2` and
 * `TryParse`, `ActionCommandManager.TryProcessCommand`, `OutputManager.OnDataReceived`, `ProcessInvoker`).
 */

export interface RunnerCommand {
  name: string
  /** `::name …::data` at the beginning of a line, or `##[name …]data` anywhere in it. */
  form: '::' | '##['
  properties: Readonly<Record<string, string>>
  data: string
}

const REGISTERED = [
  'stop-commands',
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
]

/** Every command in an output, in order. Names are compared without case; a token that resumes commands counts too. */
export function commandsIn(output: string): RunnerCommand[] {
  const registered = new Set(REGISTERED)
  // .NET's ReadLine ends a line at \r, \n or both; a reader of the log may end it at others.
  const lines = output.split(/\r\n|[\n\v\f\r\x85\u2028\u2029]/)
  return lines.flatMap((line) => {
    const command = parsed(line, registered) ?? parsed(weightless(line), registered)
    if (command?.name === 'stop-commands') registered.add(command.data.toLowerCase())
    return command ?? []
  })
}

const parsed = (line: string, registered: ReadonlySet<string>): RunnerCommand | undefined =>
  atBeginning(line, registered) ?? anywhere(line, registered)

/** TryParseV2. */
function atBeginning(line: string, registered: ReadonlySet<string>): RunnerCommand | undefined {
  const text = trimmed(line)
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return undefined
  return command('::', text.slice(2, end), text.slice(end + 2), registered)
}

/** TryParse: the first `##[` alone is looked at. */
function anywhere(line: string, registered: ReadonlySet<string>): RunnerCommand | undefined {
  const begin = line.indexOf('##[')
  const end = begin < 0 ? -1 : line.indexOf(']', begin)
  if (end < 0) return undefined
  return command('##[', line.slice(begin + 3, end), line.slice(end + 1), registered)
}

function command(
  form: RunnerCommand['form'],
  info: string,
  data: string,
  registered: ReadonlySet<string>,
): RunnerCommand | undefined {
  const [first = ''] = info.split(' ', 1)
  const name = first.toLowerCase()
  if (!registered.has(name)) return undefined
  const properties = info
    .slice(first.length + 1)
    .split(form === '::' ? ',' : ';')
    .map((pair) => pair.trim().split(/=(.*)/s))
    .filter(([key, value]) => key && value)
    .map(([key, value = '']) => [key, unescaped(value)])
  return { name, form, properties: Object.fromEntries(properties), data: unescaped(data) }
}

const CODES: Record<string, string> = { '3B': ';', '0D': '\r', '0A': '\n', '5D': ']', '3A': ':', '2C': ',' }

const unescaped = (text: string): string =>
  text
    .replace(/%(3B|0D|0A|5D|3A|2C)/g, (code, digits: string) => CODES[digits] ?? code)
    .replaceAll('%25', '%')

/** .NET's TrimStart: Char.IsWhiteSpace, with U+0085 and without U+FEFF. */
const trimmed = (line: string): string => line.replace(/^[\t-\r \x85\p{Z}]+/u, '')

const COLLATOR = new Intl.Collator('und', { sensitivity: 'variant' })
const isWeightless = (char: string): boolean => COLLATOR.compare(`##${char}[`, '##[') === 0

/**
 * The line without what the runner's comparisons by culture (`IndexOf(string)`, `StartsWith(string)`, with ICU) do not
 * see. Its offsets do not follow, which saves it today; nothing of ours relies on that.
 */
const weightless = (line: string): string =>
  line.replace(/[^ -~]/gu, (char) => (isWeightless(char) ? '' : char))
