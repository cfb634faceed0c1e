import { expect, test } from '@jest/globals'
import { readArguments } from '../../src/cli/arguments.ts'
import { commandNames, commandOf, SHELLS } from '../../src/cli/commands.ts'
import { completionHelp, helpOf, overview } from '../../src/cli/help.ts'
import { INPUTS, RUNNER_INPUTS, SECRETS } from '../../src/inputs/names.ts'
import { fc } from '../support/property.ts'

test('a command with options becomes what the runner would pass', () => {
  expect(
    readArguments(['deploy', '--fail-on', 'metrics', '--working-directory=apps/chat', '--json']),
  ).toEqual({
    kind: 'command',
    command: 'deploy',
    inputs: { 'INPUT_FAIL-ON': 'metrics', 'INPUT_WORKING-DIRECTORY': 'apps/chat' },
    switches: new Set(['json']),
  })
  expect(readArguments(['init', '--dry-run', '--force', '--app', 'chat'])).toMatchObject({
    command: 'init',
    inputs: { INPUT_APP: 'chat' },
    switches: new Set(['dry-run', 'force']),
  })
})

test('the consent to a removal belongs to destroy alone', () => {
  expect(readArguments(['destroy', '--yes', 'mon'])).toMatchObject({ command: 'destroy', yes: 'mon' })
  for (const args of [
    ['destroy', '--yes'],
    ['destroy', 'mon'],
    ['deploy', '--yes', 'mon'],
    ['destroy', '--json'],
  ])
    expect(readArguments(args)).toMatchObject({ kind: 'mistake' })
})

/** Mode `contract` alone has them. */
const OF_CONTRACT = ['url', 'file', 'check']

test('every input of the action but the mode is an option of every mode, unless it is a secret, for runners or about a rollback', () => {
  for (const word of ['plan', 'deploy', 'verify', 'dashboards'] as const)
    for (const name of INPUTS.filter((input) => input !== 'mode' && !OF_CONTRACT.includes(input))) {
      const asked = readArguments([word, `--${name}`, 'value'])
      const isOther =
        (RUNNER_INPUTS as readonly string[]).includes(name) ||
        (name === 'rollback-on-failure' && word !== 'deploy')
      if (isOther) {
        expect(asked).toMatchObject({ kind: 'mistake' })
        continue
      }
      if (SECRETS.includes(name))
        expect(asked).toMatchObject({
          kind: 'mistake',
          hint: `Set the environment variable ${name.toUpperCase().replaceAll('-', '_')}.`,
        })
      else
        expect(asked).toMatchObject({ kind: 'command', inputs: { [`INPUT_${name.toUpperCase()}`]: 'value' } })
    }
})

test.each([
  [
    [],
    'No command is given.',
    'Use one of: init, plan, deploy, verify, dashboards, contract, drill, destroy, password, completion, help.',
  ],
  [['deplyo'], '"deplyo" is not a command.', 'Did you mean "deploy"?'],
  [
    ['--json'],
    '"--json" is not a command.',
    'Use one of: init, plan, deploy, verify, dashboards, contract, drill, destroy, password, completion, help.',
  ],
  [['deploy', '--fal-on', 'x'], '"deploy" does not have an option --fal-on.', 'Did you mean "--fail-on"?'],
  [
    ['deploy', '--dry-run'],
    '"deploy" does not have an option --dry-run.',
    'See "deploy-monitoring deploy --help".',
  ],
  [
    ['verify', '--rollback-on-failure', 'true'],
    '"verify" does not have an option --rollback-on-failure.',
    'See "deploy-monitoring verify --help".',
  ],
  [['deploy', '-x'], '"deploy" does not have an option --x.', 'See "deploy-monitoring deploy --help".'],
  [['deploy', '--app'], '--app needs a value.', 'See "deploy-monitoring deploy --help".'],
  [['deploy', '--app', '--json'], '--app needs a value.', 'See "deploy-monitoring deploy --help".'],
  [['deploy', '--json=1'], '--json does not accept a value.', 'See "deploy-monitoring deploy --help".'],
  [['help', 'deplyo'], '"deplyo" is not a command.', 'Did you mean "deploy"?'],
  [['--versoin'], '"--versoin" is not a command.', 'Did you mean "--version"?'],
  [['compeltion'], '"compeltion" is not a command.', 'Did you mean "completion"?'],
  [['completion'], 'No shell is given.', 'Use one of: bash, zsh, fish.'],
  [['completion', 'bsh'], '"bsh" has no completion.', 'Did you mean "bash"?'],
  [['completion', 'powershell'], '"powershell" has no completion.', 'Use one of: bash, zsh, fish.'],
  [['deploy', 'now'], '"deploy" accepts options only.', 'See "deploy-monitoring deploy --help".'],
])('%j is a mistake that is explained', (args, message, hint) => {
  expect(readArguments(args)).toMatchObject({ kind: 'mistake', message, hint })
})

test.each([
  [['-h'], undefined],
  [['--help'], undefined],
  [['init', '--help'], 'init'],
  [['plan', '-h'], 'plan'],
  [['help'], undefined],
  [['help', 'deploy'], 'deploy'],
  [['help', '--help'], undefined],
  [['help', 'completion'], 'completion'],
  [['completion', '--help'], 'completion'],
])('%j asks for help', (args, command) => {
  expect(readArguments(args)).toEqual({ kind: 'help', ...(command !== undefined && { command }) })
})

test('whatever is typed is understood or explained, and no value is repeated', () => {
  const names = [...INPUTS.map((name) => `--${name}`), '--json', '--force', '-h', '--', '-']
  const word = fc.oneof(fc.constantFrom(...commandNames), fc.string())
  const rest = fc.array(
    fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(...names).map((name) => `${name}=s3cret`),
    ),
  )
  fc.assert(
    fc.property(word, rest, (first, others) => {
      const asked = readArguments([first, ...others])
      if (asked.kind === 'mistake') expect(`${asked.message} ${asked.hint}`).not.toContain('s3cret')
    }),
  )
})

test('the help of each command describes each of its options', () => {
  for (const word of commandNames) {
    expect(overview()).toContain(`  ${word} `)
    const help = helpOf(word)
    for (const option of [...commandOf(word).inputs, ...commandOf(word).switches])
      expect(help).toMatch(new RegExp(`^  --${option}\\b.*\\n {8}\\S`, 'm'))
    const [before = ''] = help.split('\nExamples:')
    for (const line of before.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  }
})

test('a command names the secrets that it reads, and init none', () => {
  for (const shell of SHELLS) expect(completionHelp()).toContain(`deploy-monitoring completion ${shell} >`)
  expect(helpOf('deploy')).toContain('(default 15m).')
  expect(helpOf('init')).not.toMatch(/secrets as environment|FLY_API_TOKEN/)
  expect(helpOf('password')).toMatch(/environment variables:\n {2}FLY_API_TOKEN\n {2}PROMETHEUS_PASSWORD\n$/)
  for (const secret of SECRETS)
    expect(helpOf('deploy')).toContain(`  ${secret.toUpperCase().replaceAll('-', '_')}\n`)
})

test('the pages of contract may be named several times, and --check is a switch', () => {
  const args = ['contract', '--check', '--url', 'web=http://localhost:1/m', '--url', 'http://localhost:2/m']
  expect(readArguments(args)).toEqual({
    kind: 'command',
    command: 'contract',
    inputs: { INPUT_URL: 'web=http://localhost:1/m\nhttp://localhost:2/m' },
    switches: new Set(['check']),
  })
})
