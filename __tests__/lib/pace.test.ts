import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { within } from '../../src/lib/time-limit.ts'
import { paceOf } from '../support/pace.ts'

const endless = (): never => {
  for (;;);
}

/** Tries as many ways through the text as there are subsets of it. */
const backtracking = () => /^(a+)+$/.test(`${'a'.repeat(60)}!`)

test.each<[string, () => unknown]>([
  ['a loop', endless],
  ['a regular expression', backtracking],
  [
    'a loop that catches everything',
    () => {
      for (;;)
        try {
          endless()
        } catch {
          // Once more.
        }
    },
  ],
  ['a method of the language', () => Array.from({ length: 2 ** 32 - 1 }, String).sort()],
])('%s without an end is ended', (_, work) => {
  expect(within(50, work)).toEqual({ done: false })
})

test('work within its time gives its value, or throws what it throws', () => {
  expect(within(10_000, () => 'value')).toEqual({ done: true, value: 'value' })
  const mine = new TypeError('mine')
  expect(() =>
    within(10_000, () => {
      throw mine
    }),
  ).toThrow(mine)
  expect(within(10_000, () => within(50, endless))).toEqual({ done: true, value: { done: false } })
})

const file = (name: string) => ({ file: name })

test('what takes too long is named and not tried again; the rest is done', async () => {
  const pace = paceOf({ oneMs: 50 })
  const done: string[] = []
  const work = ({ file }: { file: string }) => (file === 'slow' ? endless() : done.push(file))
  expect(await pace.each(['a', 'slow', 'b'].map(file), work)).toBe(3)
  expect(await pace.on(file('slow'), 'instead', endless)).toBe('instead')
  expect(done).toEqual(['a', 'b'])
  expect(pace.problems()).toMatchObject([
    {
      code: 'file/not-checked',
      severity: 'error',
      at: { file: 'slow', line: 1, column: 1 },
      message: 'Not checked: slow. It took longer than 0.05 s and was stopped.',
    },
  ])
})

test('after the time is up nothing is begun, and what was not done is told once', async () => {
  const pace = paceOf({ until: Date.now() + 50 })
  await pace.each(['a', 'b', 'c'].map(file), endless)
  await pace.on(file('b'), undefined, endless)
  await pace.on({ what: 'the rest' }, undefined, endless)
  const [problem, ...others] = pace.problems()
  expect(others).toEqual([])
  expect(problem).toMatchObject({ code: 'file/not-checked', severity: 'error' })
  expect(problem?.message).toContain('Not checked: a, b, c and the rest.')
})

test('a cancelled run is left at once', async () => {
  const cancel = new AbortController()
  const pace = paceOf({ signal: cancel.signal })
  cancel.abort()
  await expect(pace.on(file('a'), undefined, endless)).rejects.toMatchObject({ name: 'AbortError' })
})

test('work can say that it is enough', async () => {
  const seen: string[] = []
  const count = await paceOf().each(['a', 'b', 'c'].map(file), ({ file }) => {
    seen.push(file)
    return file !== 'b'
  })
  expect({ count, seen }).toEqual({ count: 1, seen: ['a', 'b'] })
})

test('the event loop turns between thousands of files', async () => {
  const cancel = new AbortController()
  const files = Array.from({ length: 1_000_000 }, (_, n) => file(String(n)))
  const going = paceOf({ signal: cancel.signal }).each(files, () => JSON.parse('[1, 2, 3]'))
  await setImmediate()
  cancel.abort()
  await expect(going).rejects.toMatchObject({ name: 'AbortError' })
})
