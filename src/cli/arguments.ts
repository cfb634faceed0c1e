import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { inputVariable, SECRETS } from '../inputs/names.ts'
import { didYouMean } from '../lib/similar-name.ts'
import { type CommandName, commandNames, commandOf, type Flag } from './commands.ts'

/** What a command line asks for. */
export type ParsedArguments =
  | { kind: 'help'; word?: CommandName }
  | { kind: 'version' }
  | { kind: 'mistake'; message: string; hint: string; word?: CommandName }
  | { kind: 'word'; word: CommandName; inputs: Record<string, string>; switches: ReadonlySet<Flag> }

/**
 * Reads the arguments: a word, then options named as the inputs of the action. The result names inputs as the runner
 * hands them over (`INPUT_FAIL-ON`), for the one reader of inputs. Values are never part of a message.
 */
export function readArguments([first, ...rest]: readonly string[]): ParsedArguments {
  if (first === undefined)
    return { kind: 'mistake', message: 'What shall be done?', hint: `Begin with ${commandNames.join(', ')}.` }
  if (first === '--help' || first === '-h') return { kind: 'help' }
  if (first === '--version' || first === '-v') return { kind: 'version' }
  const word = commandNames.find((name) => name === first)
  if (word) return readOptions(word, rest)
  const hint = didYouMean(first, commandNames) ?? `Begin with ${commandNames.join(', ')}.`
  return { kind: 'mistake', message: `There is no ${JSON.stringify(first)}.`, hint }
}

function readOptions(word: CommandName, args: string[]): ParsedArguments {
  const { inputs, switches } = commandOf(word)
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(inputs.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
    help: { type: 'boolean', short: 'h' },
  }
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false })
    if (values.help) return { kind: 'help', word }
    const given = inputs.flatMap((name) =>
      typeof values[name] === 'string' ? [[inputVariable(name), values[name]]] : [],
    )
    const on = switches.filter((name) => values[name] === true)
    return { kind: 'word', word, inputs: Object.fromEntries(given), switches: new Set(on) }
  } catch (error) {
    return { kind: 'mistake', word, ...explain(error, Object.keys(options), word) }
  }
}

/** What parseArgs refused, in words of ours: its own would repeat the value, which may be a secret. */
function explain(
  error: unknown,
  known: readonly string[],
  word: CommandName,
): { message: string; hint: string } {
  const { code, message } = error as { code?: string; message: string }
  const name = /'(?:-\w, )?--?([\w-]+)/.exec(message)?.[1] ?? ''
  const usage = `See "deploy-monitoring ${word} --help".`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return { message: `"${word}" takes options only.`, hint: usage }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const isSwitch = commandOf(word).switches.some((known) => known === name)
    return { message: `--${name} ${isSwitch ? 'takes no value' : 'needs a value'}.`, hint: usage }
  }
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error
  const secret = SECRETS.find((input) => input === name)
  if (secret)
    return {
      message: `--${secret} is no option: everybody on this machine can read the arguments of a program.`,
      hint: `Set the environment variable ${secret.toUpperCase().replaceAll('-', '_')}.`,
    }
  const near = didYouMean(name, known)
  return { message: `"${word}" has no option --${name}.`, hint: near ? near.replace('"', '"--') : usage }
}
