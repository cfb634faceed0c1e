import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { environmentVariable, inputVariable, SECRETS } from '../inputs/names.ts'
import { didYouMean } from '../lib/similar-name.ts'
import {
  ABOUT_COMMANDS,
  type CommandName,
  commandNames,
  commandOf,
  FIRST_WORDS,
  type Flag,
  PRESETS,
  type Preset,
  SHELLS,
  type Shell,
} from './commands.ts'

/** A parsed command line. */
export type ParsedArguments =
  | { kind: 'help'; command?: CommandName | 'completion' }
  | { kind: 'version' }
  | { kind: 'completion'; shell: Shell }
  | { kind: 'mistake'; message: string; hint: string; command?: CommandName }
  | {
      kind: 'command'
      command: CommandName
      inputs: Record<string, string>
      switches: ReadonlySet<Flag>
      preset?: Preset
      /** The app whose removal is agreed to. */
      yes?: string
      /** File to which an HTML report is written. */
      report?: string
    }

/**
 * Reads the arguments: a command, then options with the names of the action's inputs. The result names inputs as the
 * runner passes them (`INPUT_FAIL-ON`), for the common reader of inputs. Values are never part of a message.
 */
export function readArguments([first, ...rest]: readonly string[]): ParsedArguments {
  if (first === undefined) return { kind: 'mistake', message: 'No command is given.', hint: COMMANDS_HINT }
  if (first === '--help' || first === '-h') return { kind: 'help' }
  if (first === '--version' || first === '-v') return { kind: 'version' }
  if (first === 'help') return readHelp(rest)
  if (first === 'completion') return readCompletion(rest)
  const command = commandNames.find((name) => name === first)
  return command ? readOptions(command, rest) : unknownCommand(first)
}

const WORDS = FIRST_WORDS.map(([word]) => word)
const COMMANDS_HINT = `Use one of: ${WORDS.join(', ')}.`

function unknownCommand(word: string): ParsedArguments {
  return {
    kind: 'mistake',
    message: `${JSON.stringify(word)} is not a command.`,
    hint: didYouMean(word, [...WORDS, '--help', '--version']) ?? COMMANDS_HINT,
  }
}

function readHelp([word]: readonly string[]): ParsedArguments {
  const command = commandNames.find((name) => name === word)
  if (command) return { kind: 'help', command }
  if (word === 'completion') return { kind: 'help', command: word }
  const isGeneral = word === undefined || word === '--help' || word === '-h' || word in ABOUT_COMMANDS
  return isGeneral ? { kind: 'help' } : unknownCommand(word)
}

function readCompletion([word]: readonly string[]): ParsedArguments {
  if (word === '--help' || word === '-h') return { kind: 'help', command: 'completion' }
  const shell = SHELLS.find((name) => name === word)
  if (shell) return { kind: 'completion', shell }
  const message = word === undefined ? 'No shell is given.' : `${JSON.stringify(word)} has no completion.`
  const near = word === undefined ? undefined : didYouMean(word, SHELLS)
  return { kind: 'mistake', message, hint: near ?? `Use one of: ${SHELLS.join(', ')}.` }
}

function readOptions(command: CommandName, args: string[]): ParsedArguments {
  const { inputs, switches, options: own } = commandOf(command)
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(inputs.map((name) => [name, { type: 'string' as const, multiple: isList(name) }])),
    ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
    ...Object.fromEntries(own.map((name) => [name, { type: 'string' as const }])),
    help: { type: 'boolean', short: 'h' },
  }
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false })
    if (values.help) return { kind: 'help', command }
    const given = inputs.flatMap((name) => {
      const value = values[name]
      return value === undefined ? [] : [[inputVariable(name), [value].flat().join('\n')]]
    })
    const on = switches.filter((name) => values[name] === true)
    const preset = PRESETS.find((name) => name === values.preset)
    if (values.preset !== undefined && !preset)
      return { kind: 'mistake', command, message: '--preset has an unknown value.', hint: PRESET_HINT }
    return {
      ...{ kind: 'command', command, inputs: Object.fromEntries(given), switches: new Set(on) },
      ...(preset && { preset }),
      ...(typeof values.yes === 'string' && { yes: values.yes }),
      ...(typeof values.report === 'string' && { report: values.report }),
    }
  } catch (error) {
    return { kind: 'mistake', command, ...explain(error, Object.keys(options), command) }
  }
}

/** Inputs with one value on each line: as options they may be repeated. */
const isList = (name: string): boolean => name === 'url' || name === 'file'

const PRESET_HINT = `Use one of: ${PRESETS.join(', ')}.`

/** Explains an error of parseArgs, whose own message would repeat the value, which may be a secret. */
function explain(
  error: unknown,
  known: readonly string[],
  command: CommandName,
): { message: string; hint: string } {
  const { code, message } = error as { code?: string; message: string }
  const name = /'(?:-\w, )?--?([\w-]+)/.exec(message)?.[1] ?? ''
  const usage = `See "deploy-monitoring ${command} --help".`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return { message: `"${command}" accepts options only.`, hint: usage }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const isSwitch = commandOf(command).switches.some((known) => known === name)
    return { message: `--${name} ${isSwitch ? 'does not accept a value' : 'needs a value'}.`, hint: usage }
  }
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error
  const secret = SECRETS.find((input) => input === name)
  if (secret)
    return {
      message: `--${secret} is not an option: every user of this machine can read the arguments of a program.`,
      hint: `Set the environment variable ${environmentVariable(secret)}.`,
    }
  const near = didYouMean(name, known)
  return {
    message: `"${command}" does not have an option --${name}.`,
    hint: near ? near.replace('"', '"--') : usage,
  }
}
