import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../src/lib/log.ts'
import { scratchFolder } from './scratch.ts'

/** What a fake flyctl prints and how it ends. */
export interface Answer {
  stdout?: string
  stderr?: string
  exit?: number
  /** Shell to run instead; it may use everything in `$FLY_FAKE`. */
  script?: string
}

/** An executable that answers as told and keeps how it was called. */
export interface FakeFlyctl extends Disposable {
  binary: string
  folder: string
  /** What a call that begins with these words gets, in order; the last answer stays. `''` is any call. */
  on(words: string, ...answers: Answer[]): void
  /** Every call: its arguments, its environment, its working folder and what it read. */
  calls(): { argv: string[]; env: Record<string, string>; cwd: string; stdin: string }[]
}

const SCRIPT = `#!/bin/sh
call=$(mktemp -d "$FLY_FAKE/calls/XXXXXX")
date +%s%N >"$call/at"
pwd >"$call/cwd"
env -0 >"$call/env"
cat >"$call/stdin"
[ $# -eq 0 ] || printf '%s\\0' "$@" >"$call/argv"
words="$* "
for rule in "$FLY_FAKE"/rules/*; do
  read -r begin <"$rule/words" || begin=
  case $words in "$begin"*) ;; *) continue ;; esac
  n=$(cat "$rule/next")
  [ -e "$rule/$((n + 1))" ] && echo $((n + 1)) >"$rule/next"
  if [ -e "$rule/$n/script" ]; then . "$rule/$n/script"; fi
  cat "$rule/$n/stdout"
  cat "$rule/$n/stderr" >&2
  exit "$(cat "$rule/$n/exit")"
done
echo "Error: the fake has no answer to: $words" >&2
exit 1
`

/** Found by its script through FLY_FAKE, which a clean environment lets through as it does every FLY_*. */
export function fakeFlyctl(): FakeFlyctl {
  const scratch = scratchFolder()
  const binary = join(scratch.path, 'flyctl')
  writeFileSync(binary, SCRIPT, { mode: 0o755 })
  for (const folder of ['calls', 'rules']) mkdirSync(join(scratch.path, folder))
  let rules = 0
  const read = (...path: string[]) => readFileSync(join(scratch.path, 'calls', ...path), 'utf8')
  return {
    binary,
    folder: scratch.path,
    on(words, ...answers) {
      const rule = join(scratch.path, 'rules', String(rules++).padStart(3, '0'))
      mkdirSync(rule)
      writeFileSync(join(rule, 'words'), `${words}\n`)
      writeFileSync(join(rule, 'next'), '0')
      answers.forEach((answer, i) => {
        mkdirSync(join(rule, String(i)))
        writeFileSync(join(rule, String(i), 'stdout'), answer.stdout ?? '')
        writeFileSync(join(rule, String(i), 'stderr'), answer.stderr ?? '')
        writeFileSync(join(rule, String(i), 'exit'), String(answer.exit ?? 0))
        if (answer.script !== undefined) writeFileSync(join(rule, String(i), 'script'), answer.script)
      })
    },
    calls: () =>
      readdirSync(join(scratch.path, 'calls'))
        .map((call) => ({
          at: Number(read(call, 'at')),
          argv: readOrEmpty(() => read(call, 'argv'))
            .split('\0')
            .slice(0, -1),
          env: Object.fromEntries(
            read(call, 'env')
              .split('\0')
              .filter((pair) => pair !== '')
              .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
          ),
          cwd: read(call, 'cwd').trimEnd(),
          stdin: read(call, 'stdin'),
        }))
        .sort((a, b) => a.at - b.at)
        .map(({ at: _, ...call }) => call),
    [Symbol.dispose]: scratch[Symbol.dispose],
  }
}

function readOrEmpty(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

/** A log that keeps all it is told. */
export function keptLog(): Log & { lines: string[]; text(): string } {
  const lines: string[] = []
  return {
    lines,
    text: () => lines.join('\n'),
    info: (text) => void lines.push(text),
    debug: (text) => void lines.push(text),
    problem: (problem) => void lines.push(`${problem.code}: ${problem.message} ${problem.hint}`),
    block: (title, block) => void lines.push(title, ...block),
  }
}
