import { commandNames, FIRST_WORDS, optionsOf, SHELLS, type Shell } from './commands.ts'

const PROGRAM = 'deploy-monitoring'

/** A script that completes commands and options in a shell, from the table of commands. */
export const completionOf = (shell: Shell): string => SCRIPTS[shell]()

const SCRIPTS: Record<Shell, () => string> = { bash: forBash, zsh: forZsh, fish: forFish }

/** What may follow each first word. */
const following = (): (readonly [string, string[]])[] => [
  ...commandNames.map((name) => [name, optionsOf(name).map((option) => `--${option}`)] as const),
  ['completion', [...SHELLS]],
  ['help', [...commandNames]],
]

function forBash(): string {
  const cases = following().map(([name, words]) => `    ${name}) words='${words.join(' ')}' ;;`)
  return `_deploy_monitoring() {
  local words=''
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words='${FIRST_WORDS.map(([name]) => name).join(' ')} --help --version'; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _deploy_monitoring ${PROGRAM}
`
}

function forZsh(): string {
  const commands = FIRST_WORDS.map(([name, short]) => `    ${quoted(`${name}:${short}`)}`)
  const cases = following().map(([name, words]) => `    ${name}) compadd -- ${words.join(' ')} ;;`)
  return `#compdef ${PROGRAM}
_deploy_monitoring() {
  local -a commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
  [[ $PREFIX == -* ]] || _files
}
compdef _deploy_monitoring ${PROGRAM}
`
}

function forFish(): string {
  const commands = FIRST_WORDS.map(
    ([name, short]) => `complete -c ${PROGRAM} -f -n __fish_use_subcommand -a ${name} -d ${quoted(short)}`,
  )
  const rest = following().flatMap(([name, words]) =>
    words.map((word) => {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`
      return `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${name}' ${what}`
    }),
  )
  return `${[...commands, ...rest].join('\n')}\n`
}

/** A word for all three shells. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
