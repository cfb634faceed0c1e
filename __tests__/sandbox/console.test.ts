import { expect, test } from '@jest/globals'
import { createRunnerConsole } from './console.ts'

function shown(colour: boolean, ...texts: string[]): string {
  let printed = ''
  const console = createRunnerConsole((text) => {
    printed += text
  }, colour)
  for (const text of texts) console.write(text, 'stdout')
  console.end()
  return printed
}

test('groups, annotations and commands read as in a runner’s log', () => {
  const log = [
    '::group::Deploy',
    '[command]flyctl deploy',
    'working',
    '::endgroup::',
    '::error file=fly.toml,line=3,col=2,title=Bad%2C very%3A::one%0Atwo',
    '::debug::hidden',
    'end',
  ].join('\n')
  expect(shown(false, log)).toBe(
    '▼ Deploy\n  flyctl deploy\n  working\n✗ Error: Bad, very:: fly.toml:3:2: one\ntwo\nend\n',
  )
})

test('a masked value is never shown, not even in a later annotation', () => {
  expect(shown(false, '::add-mask::hunter2%25\n', 'say hunter2%\n::warning::hunter2%25\n')).toBe(
    'say ***\n! Warning: ***\n',
  )
})

test('lines may arrive in parts, and colours only appear where they are wanted', () => {
  expect(shown(false, '::err', 'or::bad\nrest')).toBe('✗ Error: bad\nrest\n')
  expect(shown(true, '::error::bad\n')).toBe('\u001b[31m✗ Error: bad\u001b[39m\n')
})
