import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { commandNames, optionsOf, SHELLS } from '../../src/cli/commands.ts'
import { completionOf } from '../../src/cli/completion.ts'

/** What a real bash offers after these words; the last one is completed. */
function offered(...words: string[]): string[] {
  const script = `${completionOf('bash')}
COMP_WORDS=(deploy-monitoring "$@"); COMP_CWORD=$#
_deploy_monitoring
printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
    .trim()
    .split('\n')
}

test('bash completes commands, the options of the command, and shells', () => {
  expect(offered('')).toEqual([...commandNames, 'completion', 'help', '--help', '--version'])
  expect(offered('de')).toEqual(['deploy', 'destroy'])
  expect(offered('init', '--')).toEqual(optionsOf('init').map((name) => `--${name}`))
  expect(offered('deploy', '--fail')).toEqual(['--fail-on'])
  expect(offered('plan', '--rep')).toEqual(['--report'])
  expect(offered('completion', 'z')).toEqual(['zsh'])
  expect(offered('help', 'pl')).toEqual(['plan'])
})

test.each(SHELLS)(
  'every command and option has a completion in %s, and a shell that is here accepts it',
  (shell) => {
    const script = completionOf(shell)
    for (const name of commandNames)
      for (const option of optionsOf(name)) expect(script).toMatch(new RegExp(`${name}.*[- ]${option}\\b`))
    const { error, status, stderr } = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' })
    // Not every machine has every shell.
    if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  },
)
