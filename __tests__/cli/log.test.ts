import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from '@jest/globals'
import { terminalLog } from '../../src/cli/log.ts'
import { addSecret } from '../../src/lib/redact.ts'

/** A stream that keeps what is written to it. */
function paper(over: { isTTY?: boolean } = {}) {
  const written: string[] = []
  const stream = new Writable({
    write: (chunk, _, done) => {
      written.push(String(chunk))
      done()
    },
  })
  return Object.assign(stream, over, { text: () => written.join('') })
}

const open = (stream: ReturnType<typeof paper>, debug = false) => terminalLog(stream, { debug })

test('lines as they come, problems with place and remedy, blocks indented', () => {
  const stream = paper()
  const log = open(stream)
  log.info('deploying')
  log.debug('hidden')
  log.problem({
    code: 'x',
    severity: 'error',
    at: { file: 'fly.toml', line: 3, column: 1 },
    message: 'Wrong.',
    hint: 'Right it.',
  })
  log.problem({ code: 'y', severity: 'warning', message: 'Hm.', hint: '' })
  log.block('flyctl deploy', ['==> Building', 'done'])
  log.end()
  expect(stream.text()).toBe(
    'deploying\nfly.toml:3:1: error: Wrong.\n  → Right it.\nwarning: Hm.\nflyctl deploy\n  ==> Building\n  done\n',
  )
})

test('secrets are taken out in every form that they may turn up in', () => {
  const stream = paper()
  const log = open(stream, true)
  addSecret('p a"ss?word')
  addSecret('p a"ss?word and more')
  log.info('x p a"ss?word and more x p a"ss?word x')
  log.debug(`Authorization: ${Buffer.from('p a"ss?word').toString('base64')}`)
  log.block(encodeURIComponent('p a"ss?word'), [JSON.stringify('p a"ss?word')])
  log.problem({ code: 'x', severity: 'error', message: 'p a"ss?word', hint: 'not p a"ss?word' })
  log.end()
  expect(stream.text()).toBe('x *** x *** x\nAuthorization: ***\n***\n  "***"\nerror: ***\n  → not ***\n')
})

test('a secret that is cut off at the end of a long line is taken out before', () => {
  const stream = paper()
  const log = open(stream)
  addSecret('correct horse battery')
  log.info(`${'x'.repeat(1_990)}correct horse battery`)
  log.end()
  expect(stream.text()).not.toContain('correct')
})

test('foreign text neither moves the cursor nor speaks to a runner', () => {
  const stream = paper()
  const log = open(stream)
  log.info('\u001b[2J::set-output name=x::y')
  log.block('::error::x', ['##[group]y', 'a\r\n::warning::b'])
  log.end()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(stream.text()).not.toMatch(/\u001b|\r|^\s*(::|##\[)/m)
})

test('in a terminal a line below the others shows that something goes on, and is gone at the end', () => {
  const stream = paper({ isTTY: true })
  const log = open(stream)
  log.info('waiting')
  log.info('done')
  log.end()
  expect(stripVTControlCharacters(stream.text())).toMatch(/^\rwaiting\n(\r\S \d+ s)+\rdone\n(\r\S \d+ s)+\r$/)
})

test('the line says what the run is waiting for, and is never wider than the terminal', () => {
  const stream = Object.assign(paper({ isTTY: true }), { columns: 30 })
  const log = open(stream)
  log.progress?.(() => '`deploy`, flyctl deploy, app chat-monitoring (for 57 s)')
  log.info('deploying')
  log.end()
  const drawn = stripVTControlCharacters(stream.text()).split(/[\r\n]/)
  expect(drawn).toContainEqual(expect.stringMatching(/^\S \d+ s · deploy, flyctl dep.*…$/))
  expect(drawn.filter((line) => line.length > 29)).toEqual([])
})
