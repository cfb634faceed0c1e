import { afterEach, expect, jest, test } from '@jest/globals'
import { runnerLog } from '../../src/action/log.ts'

const written: string[] = []
const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
afterEach(() => {
  write.mockRestore()
})

test('a stage is a group, and what is folded within it is not a group of its own', () => {
  const log = runnerLog()
  const end = log.stage?.('Deploy')
  log.info('deploying')
  log.block('flyctl logs', ['a', 'b'])
  log.stage?.('within')()
  log.info('still deploying')
  end?.()
  log.block('flyctl logs', ['c'])
  log.debug('a detail')
  expect(
    written
      .join('')
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    ...['::group::Deploy', 'deploying', 'flyctl logs', 'a', 'b', 'still deploying', '::endgroup::'],
    ...['::group::flyctl logs', 'c', '::endgroup::'],
    '::debug::a detail',
  ])
})
