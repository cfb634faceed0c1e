import { PassThrough } from 'node:stream'
import { expect, test } from '@jest/globals'
import type { TerminalStream } from '../../src/cli/log.ts'
import { terminalScreen } from '../../src/cli/screen.ts'
import { BY_CHARACTERS } from '../../src/report/terminal-text.ts'
import { UNICODE } from '../../src/report/unicode-ruler.ts'
import { evidence, report, target } from '../support/report.ts'

const pipe = new PassThrough() as unknown as TerminalStream
const named = (service: string) => report({ evidence: evidence({ targets: [target({ service })] }) })

test('a pipe with a report in ASCII and signs of our own is measured by its characters', async () => {
  const screen = await terminalScreen(pipe, named('web → 5 × “api”'.replace(/[“”]/g, '"')))
  expect(screen).toMatchObject({ ruler: BY_CHARACTERS, width: Number.POSITIVE_INFINITY, colours: false })
})

test.each(['日本語', '👩‍🚀', 'e\u0301'])(
  '%s in a report for a pipe is measured as Unicode has it',
  async (name) => {
    expect((await terminalScreen(pipe, named(name))).ruler).toBe(UNICODE)
  },
)

test('a terminal wraps', async () => {
  const screen = await terminalScreen(
    Object.assign(new PassThrough(), { isTTY: true, columns: 60 }) as unknown as TerminalStream,
    named('web'),
  )
  expect(screen).toMatchObject({ ruler: UNICODE, width: 60 })
})

test('each sign that a pipe takes as one column has one', () => {
  for (const sign of '–—…·→✔✖×−≥°') expect([sign, UNICODE.width(sign)]).toEqual([sign, 1])
})
