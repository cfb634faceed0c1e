import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..', '..')

/** How often each file of the program has this in its code. */
function uses(what: RegExp): Record<string, number> {
  const files = globSync('src/**/*.ts', { cwd: root }).toSorted()
  const counts = files.map((file): [string, number] => {
    const code = readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\*|\/\*|\/\/).*$/gm, '')
    return [file, code.match(what)?.length ?? 0]
  })
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

test('what is written goes through the writer that breaks commands', () => {
  expect(uses(/\b(?:stdout|stderr|stream)\.write\b|\bconsole\.|\bwriteSync\b|_rawDebug|'inherit'/g)).toEqual({
    // Ours alone: a Node that is too old; help, version and password.
    'src/cli/main.ts': 1,
    'src/lib/newer-node.ts': 2,
    'src/post.ts': 2,
    // Breaks them itself: a line, beside a clock that is drawn below it.
    'src/cli/log.ts': 4,
    'src/lib/print.ts': 1,
    // An empty text, to hear when all before it is written; the pipe to the watchdog.
    'src/lib/output.ts': 1,
    'src/watchdog/guard.ts': 2,
  })
})

test('only the log of a runner prints workflow commands', () => {
  expect(uses(/\bcore\.(?:debug|error|info|notice|setFailed|setSecret|startGroup|warning)\b/g)).toEqual({
    'src/action/log.ts': 10,
  })
})
