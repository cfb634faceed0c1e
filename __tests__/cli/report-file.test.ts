import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readArguments } from '../../src/cli/arguments.ts'
import { helpOf } from '../../src/cli/help.ts'
import { reportFileWriter } from '../../src/cli/report-file.ts'
import { keptLog } from '../support/fly-fake.ts'
import { report } from '../support/report.ts'
import { scratchFolder } from '../support/scratch.ts'

test('--report names the file of the HTML report', () => {
  expect(readArguments(['verify', '--report', 'out.html'])).toMatchObject({
    kind: 'command',
    report: 'out.html',
  })
  expect(readArguments(['init', '--report', 'out.html'])).toMatchObject({ kind: 'mistake' })
  expect(helpOf('plan')).toContain('--report FILE')
})

test('the page is written where it was asked for, and a folder that does not exist is a warning', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'out.html')
  const write = await reportFileWriter(path, keptLog())
  write?.(report())
  expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>/)
  const log = keptLog()
  const nowhere = await reportFileWriter(join(folder.path, 'none', 'out.html'), log)
  expect(() => nowhere?.(report())).not.toThrow()
  expect(await reportFileWriter(undefined, log)).toBeUndefined()
})

test('a fault of the demo that does not exist is an error with the nearest name', () => {
  const demo = join(import.meta.dirname, '../sandbox/demo.ts')
  const run = (fault: string) =>
    spawnSync(process.execPath, ['--no-warnings', demo, '--break', fault], { encoding: 'utf8' })
  expect(run('notify_servr')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Did you mean "notify_server"?'),
  })
  expect(run('bot_server:htm')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Did you mean "html"?'),
  })
})
